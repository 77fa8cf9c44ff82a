"""Explanations: the answers kept decide, and none of them can be left out."""

from __future__ import annotations

from hypothesis import given, settings

from checker.compiled import compiled
from checker.engine.evaluation import labels, pending, start
from checker.engine.explanation import deciding, settling
from tests.drawing import answers

RULES = compiled()
OPTIONS = {question.id: [option.id for option in question.options] for question in RULES.base.questions}


def unsettled(name: str, known: dict[str, str]) -> dict[str, list[frozenset[str]]]:
    """Each open question of a graph, with the labels that each of its options leaves."""
    graph = RULES.graphs[name]
    return {
        question: [labels(graph, start(graph), {**known, question: option}) for option in OPTIONS[question]]
        for question in sorted(pending(RULES.asking[name], start(graph), known))
    }


@given(answers())
@settings(max_examples=25)
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
@settings(max_examples=15)
def test_settling_leaves_the_fewest_labels(known: dict[str, str]) -> None:
    """No open question leaves fewer labels on average."""

    def mean(left: list[frozenset[str]]) -> float:
        return sum(map(len, left)) / sum(bool(one) for one in left)

    for name, graph in RULES.graphs.items():
        open_questions = unsettled(name, known)
        best = settling(open_questions)
        assert (best in open_questions) if open_questions else best is None
        if best and labels(graph, start(graph), known):
            assert mean(open_questions[best]) == min(mean(left) for left in open_questions.values())


def test_settling_keeps_the_first_on_a_tie_and_passes_over_what_is_excluded() -> None:
    one, two, none = frozenset("a"), frozenset("ab"), frozenset[str]()
    assert settling({"first": [one, two], "second": [two, one]}) == "first"
    assert settling({"first": [two, two], "second": [one, none, none]}) == "second"
    assert settling({}) is None
