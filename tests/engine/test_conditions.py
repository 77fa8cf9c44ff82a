"""The algebra: restriction agrees with evaluation, whatever the condition."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.engine.conditions import ALWAYS, NEVER, All, AnyOf, Condition, Is, Not, Notion, atoms, holds, restrict

QUESTIONS = {"a": "xy", "b": "xyz", "c": "xy"}


def conditions() -> st.SearchStrategy[Condition]:
    tests = st.sampled_from(list(QUESTIONS)).flatmap(
        lambda q: st.sets(st.sampled_from(list(QUESTIONS[q]))).map(lambda v: Is(q, tuple(sorted(v))))
    )
    return st.recursive(
        tests | st.sampled_from([ALWAYS, NEVER]),
        lambda inner: st.one_of(
            st.lists(inner, max_size=3).map(lambda parts: All(tuple(parts))),
            st.lists(inner, max_size=3).map(lambda parts: AnyOf(tuple(parts))),
            inner.map(Not),
            inner.map(lambda part: Notion("named", part, "source")),
        ),
        max_leaves=8,
    )


def combinations() -> st.SearchStrategy[dict[str, str]]:
    return st.fixed_dictionaries({q: st.sampled_from(list(values)) for q, values in QUESTIONS.items()})


@given(conditions(), combinations(), st.permutations(list(QUESTIONS)))
def test_restricting_every_question_is_evaluating(
    condition: Condition, answers: dict[str, str], order: list[str]
) -> None:
    expected = holds(condition, answers)
    for question in order:
        condition = restrict(condition, question, answers[question])
    assert condition == (ALWAYS if expected else NEVER)


@given(conditions(), combinations())
def test_restricting_removes_the_question(condition: Condition, answers: dict[str, str]) -> None:
    left = restrict(condition, "a", answers["a"])
    assert "a" not in {atom.question for atom in atoms(left)}
    assert holds(left, answers) == holds(condition, answers)


def test_operators_build_the_constructors() -> None:
    one, two = Is("a", ("x",)), Is("b", ("y",))
    assert one & two == All((one, two))
    assert one | two == AnyOf((one, two))
    assert ~one == Not(one)
    assert Notion("n", one, "s") & two == All((Notion("n", one, "s"), two))


@pytest.mark.parametrize("wrong", ["oui", None, True, ("a", "x"), Is])
def test_what_is_no_condition_is_refused_wherever_it_stands(wrong: object) -> None:
    """It would otherwise be read as "no" in silence, inside a rule that was not checked by types."""
    for condition in (wrong, Not(wrong), All((wrong,)), AnyOf((wrong,)), Notion("named", wrong, "source")):  # type: ignore[arg-type]
        for read in (
            lambda given: holds(given, {}),
            lambda given: restrict(given, "a", "x"),
            lambda given: list(atoms(given)),
        ):
            with pytest.raises(TypeError, match=r"is not a condition: write question\.est"):
                read(condition)
