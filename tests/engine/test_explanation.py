"""Explanations: the answers kept decide, and none of them can be left out."""

from __future__ import annotations

from hypothesis import given, settings

from checker.compiled import compiled
from checker.engine.evaluation import labels, pending, start
from checker.engine.explanation import deciding, settling
from checker.engine.graph import Graph
from tests.drawing import answers

RULES = compiled()


@given(answers())
@settings(max_examples=25, deadline=None)
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
@settings(max_examples=25, deadline=None)
def test_settling_names_an_open_question(known: dict[str, str]) -> None:
    for name, graph in RULES.graphs.items():
        open_questions = tuple(sorted(pending(RULES.asking[name], start(graph), known)))
        settle = settling(graph, known, open_questions)
        assert (settle in open_questions) if open_questions else settle is None


@given(answers())
@settings(max_examples=15, deadline=None)
def test_settling_leaves_the_fewest_labels(known: dict[str, str]) -> None:
    """Against the plain definition: no open question leaves fewer labels on average."""
    options = {question.id: [option.id for option in question.options] for question in RULES.base.questions}

    def mean(graph: Graph, question: str) -> float:
        sizes = [len(labels(graph, start(graph), {**known, question: value})) for value in options[question]]
        return sum(sizes) / sum(size > 0 for size in sizes)

    for name, graph in RULES.graphs.items():
        open_questions = tuple(sorted(pending(RULES.asking[name], start(graph), known)))
        if open_questions and labels(graph, start(graph), known):
            best = settling(graph, known, open_questions)
            assert best and mean(graph, best) == min(mean(graph, question) for question in open_questions)
