"""Explanations: the answers kept decide, and none of them can be left out."""

from __future__ import annotations

from hypothesis import given, settings

from checker.compiled import compiled
from checker.engine.evaluation import labels, pending, start
from checker.engine.explanation import deciding, settling
from tests.rules.test_exhaustive import answers

RULES = compiled()


@given(answers())
@settings(max_examples=150, deadline=None)
def test_deciding_answers_are_enough_and_all_needed(known: dict[str, str]) -> None:
    for graph in RULES.graphs.values():
        goal = labels(graph, start(graph), known)
        kept = deciding(graph, known)
        chosen = {question: known[question] for question in kept}
        assert labels(graph, start(graph), chosen) == goal
        for question in kept:
            fewer = {name: value for name, value in chosen.items() if name != question}
            assert labels(graph, start(graph), fewer) != goal, f"{question} was not needed"


@given(answers())
@settings(max_examples=100, deadline=None)
def test_settling_names_an_open_question(known: dict[str, str]) -> None:
    for name, graph in RULES.graphs.items():
        open_questions = tuple(sorted(pending(RULES.asking[name], start(graph), known)))
        settle = settling(graph, known, open_questions)
        assert (settle in open_questions) if open_questions else settle is None
