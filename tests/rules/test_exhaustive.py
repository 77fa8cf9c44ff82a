"""The compiled graphs against the conditions themselves, by an evaluator that does not use the graphs.

The gates (tests/test_gates.py, build.py check) go over every combination; here the evaluator is itself checked, and
partial answers are compared with all their completions.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

from checker.compiled import SITUATION, compiled, tables
from checker.engine.conditions import holds
from checker.engine.evaluation import labels, pending, start
from portal.gates.context import Context
from portal.gates.g03_three_valued import run as three_valued
from portal.gates.partition import is_partition
from portal.gates.projection import project
from portal.gates.space import Space
from portal.gates.view import View, needed, view

RULES = compiled()
BASE = RULES.base
ROWS = tables(BASE)


def drawn(count: int, seed: int) -> Iterator[dict[str, str]]:
    """Partial answers: the questions that multiply most are answered, each other one or not."""
    dice = random.Random(seed)
    always = {"titre", "nature", "document", "depuis_depot"}
    for _ in range(count):
        yield {q.id: dice.choice(q.options).id for q in BASE.questions if q.id in always or dice.random() < 0.4}


def completions(name: str, answers: dict[str, str]) -> View:
    """All the completions of ``answers`` to the questions on which the graph ``name`` depends."""
    asked = needed(BASE, [condition for _, condition in ROWS[name]])
    questions = [question for question in BASE.questions if question.id in asked]
    return view(BASE, Space(questions, {key: value for key, value in answers.items() if key in asked}))


def test_the_space_agrees_with_the_naive_evaluator() -> None:
    """The bitset evaluator is itself checked against ``holds`` on random combinations."""
    dice = random.Random(7)
    for _ in range(100):
        combination = {question.id: dice.choice(question.options).id for question in BASE.questions}
        only = view(BASE, Space(BASE.questions, combination))
        consistent = not holds(BASE.impossible, combination)
        assert only.space.size == 1
        assert bool(only.consistent) == consistent
        here = [situation.id for situation in BASE.situations if holds(situation.when, combination)]
        assert [name for name, held in only.situations.items() if held] == (here if consistent else [])
        if not consistent:
            continue
        for name, rows in ROWS.items():
            for label, condition in rows:
                expected = holds(condition, {**combination, SITUATION: here[0]})
                assert bool(only.where(condition)) == expected, (name, label)


def test_partial_answers_are_exact() -> None:
    """The labels of a walk are those of all consistent completions, neither more nor fewer."""
    certain = 0
    for answers in drawn(25, seed=3):
        for name, graph in RULES.graphs.items():
            possible = completions(name, answers)
            expected = {label for label, condition in ROWS[name] if possible.where(condition)}
            found = labels(graph, start(graph), answers)
            assert found - {"none"} == expected, (name, answers)
            certain += len(expected) == 1
    assert certain


def test_a_question_not_asked_cannot_change_the_label() -> None:
    """Once nothing is pending, every other answer that does not contradict the first ones leaves the label."""
    settled = 0
    for answers in drawn(60, seed=5):
        for name, graph in RULES.graphs.items():
            found = labels(graph, start(graph), answers)
            if not found or pending(RULES.asking[name], start(graph), answers):
                continue
            settled += 1
            assert len(found) == 1, "nothing left to ask, yet the label is not decided"
            for question in BASE.questions:
                if question.id not in answers:
                    for option in question.options:
                        then = labels(graph, start(graph), {**answers, question.id: option.id})
                        assert then in (found, frozenset()), (name, question.id, option.id)
    assert settled


def test_the_small_space_of_a_right_holds_who_can_be() -> None:
    """What the mutation run works on: the cases share out the small space too, and each stays alive in it."""
    for right in BASE.rights:
        small = project(BASE, RULES.graphs[SITUATION], [case.when for case in right.cases])
        sets = {case.id: small.where(case.when) for case in right.cases}
        assert all(sets.values()), right.id
        assert is_partition(sets, small.possible), right.id


def test_exact_settles_more_than_three_valued_logic(monkeypatch, tmp_path) -> None:  # type: ignore[no-untyped-def]
    """Never less certain, and more often certain: that is what the graphs are for."""
    # All the pairs belong to the gate: here, sets drawn at random.
    monkeypatch.setattr("portal.gates.g03_three_valued.combinations", lambda atoms, size: ())
    monkeypatch.setattr("portal.gates.g03_three_valued.DRAWN", 200)
    context = Context(tmp_path, RULES)
    assert three_valued(context) == []
    assert int(context.counted[1].split()[0]) > 0
