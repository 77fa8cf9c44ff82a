"""The compiled graphs against the conditions themselves, on every combination of answers."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.compiled import compiled, tables
from checker.engine.conditions import All, AnyOf, Condition, Is, Not, Notion, holds
from checker.engine.evaluation import labels, pending, start
from checker.engine.graph import CONFLICT, IMPOSSIBLE, NONE, Node
from tests.space import Space

RULES = compiled()
SPACE = Space.of(RULES.base)
NAMES = list(RULES.graphs)
FOUND = {name: SPACE.by_label(graph) for name, graph in RULES.graphs.items()}


def answers() -> st.SearchStrategy[dict[str, str]]:
    """Partial answers: each question is answered or not."""
    return st.fixed_dictionaries(
        {},
        optional={
            question.id: st.sampled_from([option.id for option in question.options])
            for question in RULES.base.questions
        },
    )


def test_the_space_agrees_with_the_naive_evaluator() -> None:
    """The bitset evaluator is itself checked against ``holds`` on random combinations."""
    questions = RULES.base.questions
    dice = random.Random(7)
    where = {
        (name, label): (condition, SPACE.where(condition))
        for name, rows in tables(RULES.base).items()
        for label, condition in rows
    }
    for _ in range(300):
        combination = {question.id: dice.choice(question.options).id for question in questions}
        bit = SPACE.everything
        for atom in combination.items():
            bit &= SPACE.atoms[atom]
        assert bit.bit_count() == 1
        for label, (condition, holding) in where.items():
            assert bool(holding & bit) == holds(condition, combination), label
        assert bool(SPACE.consistent & bit) != holds(RULES.base.impossible, combination)


@pytest.mark.parametrize("name", NAMES)
def test_graph_decides_like_the_conditions_on_every_combination(name: str) -> None:
    """Total and disjoint too: the rows cover every consistent combination exactly once."""
    covered = 0
    for label, condition in tables(RULES.base)[name]:
        expected = SPACE.where(condition) & SPACE.consistent
        assert FOUND[name].get(label, 0) == expected, label
        assert not covered & expected, f"{label} overlaps an earlier row"
        covered |= expected
    assert covered == SPACE.consistent
    assert FOUND[name][IMPOSSIBLE] == SPACE.everything & ~SPACE.consistent
    assert CONFLICT not in FOUND[name]
    assert NONE not in FOUND[name]


@pytest.mark.parametrize("name", NAMES)
def test_no_case_is_dead(name: str) -> None:
    for label, condition in tables(RULES.base)[name]:
        assert SPACE.where(condition) & SPACE.consistent, f"{name}: {label} can never happen"


@given(answers())
@settings(max_examples=200, deadline=None)
def test_partial_answers_are_exact(given_answers: dict[str, str]) -> None:
    """The labels of a walk are those of all consistent completions, neither more nor fewer."""
    possible = SPACE.completions(given_answers)
    for name, graph in RULES.graphs.items():
        expected = {label for label, where in FOUND[name].items() if where & possible}
        assert labels(graph, start(graph), given_answers) == expected


@given(answers())
@settings(max_examples=100, deadline=None)
def test_a_question_not_asked_cannot_change_the_label(given_answers: dict[str, str]) -> None:
    """Whatever is not pending may be answered in any consistent way without changing what is found."""
    possible = SPACE.completions(given_answers)
    for name, graph in RULES.graphs.items():
        open_questions = pending(RULES.asking[name], start(graph), given_answers)
        silent = [q for q in RULES.base.questions if q.id not in open_questions and q.id not in given_answers]
        if open_questions or not possible:
            continue
        found = labels(graph, start(graph), given_answers)
        assert len(found) == 1, "nothing left to ask, yet the label is not decided"
        for question in silent:
            for option in question.options:
                then = labels(graph, start(graph), {**given_answers, question.id: option.id})
                assert then in (found, frozenset()), (name, question.id, option.id)


def test_every_question_matters() -> None:
    """Each question can change some label for some consistent answers: none is asked for nothing."""
    asked = {
        node.question
        for name, graph in RULES.graphs.items()
        for index, node in enumerate(graph.nodes)
        if isinstance(node, Node) and RULES.asking[name].matters(index)
    }
    assert asked == {question.id for question in RULES.base.questions}


def test_exact_is_never_less_certain_than_three_valued_logic() -> None:
    """Whenever three-valued logic is sure of a row, so is the walk; and the walk is sure in more cases."""
    dice = random.Random(11)
    questions = RULES.base.questions
    more = 0
    for _ in range(2000):
        known = {q.id: dice.choice(q.options).id for q in questions if dice.random() < 0.6}
        if not SPACE.completions(known):
            continue
        for name, rows in tables(RULES.base).items():
            found = labels(RULES.graphs[name], start(RULES.graphs[name]), known)
            sure = {label for label, condition in rows if three_valued(condition, known) is True}
            assert not sure or found == sure, (name, known)
            more += len(found) == 1 and not sure
    assert more, "the walk is expected to settle cases that three-valued logic leaves open"


def three_valued(condition: Condition, known: dict[str, str]) -> bool | None:
    """Kleene's logic: ``None`` is unknown."""
    match condition:
        case Is(question, values):
            return known[question] in values if question in known else None
        case Not(part):
            inner = three_valued(part, known)
            return None if inner is None else not inner
        case Notion(_, inner, _):
            return three_valued(inner, known)
        case All(parts):
            values = [three_valued(part, known) for part in parts]
            return False if False in values else None if None in values else True
        case AnyOf(parts):
            values = [three_valued(part, known) for part in parts]
            return True if True in values else None if None in values else False
