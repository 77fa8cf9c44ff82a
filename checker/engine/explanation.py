"""Explain a certain result by the answers that decide it, and by nothing else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from checker.engine.evaluation import labels, start, walk
from checker.engine.graph import Graph


def deciding(graph: Graph, answers: Mapping[str, str]) -> tuple[str, ...]:
    """Return a minimal set of questions whose answers alone force the same labels.

    Questions keep the order of ``answers``; removing any one of those returned would let another
    label in. Later answers are dropped first, so the questions asked first explain the result.
    """
    met = _met(graph, answers)
    kept = {question: value for question, value in answers.items() if question in met}
    goal = labels(graph, start(graph), kept)
    for question in reversed(tuple(kept)):
        without = {name: value for name, value in kept.items() if name != question}
        if labels(graph, start(graph), without) == goal:
            kept = without
    return tuple(kept)


def _met(graph: Graph, answers: Mapping[str, str]) -> set[str]:
    """The answered questions that a walk with ``answers`` meets: the others cannot decide anything."""
    steps = walk(graph, start(graph), answers)
    return {step[0] for _, step in steps if not isinstance(step, str) and step[0] in answers}


def settling(open_questions: Mapping[str, Sequence[Set[str]]]) -> str | None:
    """Return the open question that leaves the fewest labels on average, the first one on a tie.

    ``open_questions`` gives, for each, the labels that each of its options leaves: none for an option that the
    answers exclude. ``None`` when no question is open. This is the question whose answer is most worth looking for.
    """
    best: tuple[float, str] | None = None
    for question, left in open_questions.items():
        sizes = [len(labels_left) for labels_left in left if labels_left]
        mean = sum(sizes) / len(sizes) if sizes else float("inf")
        if best is None or mean < best[0]:
            best = (mean, question)
    return best[1] if best else None
