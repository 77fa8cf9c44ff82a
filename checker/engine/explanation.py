"""Explain a certain result by the answers that decide it, and by nothing else."""

from __future__ import annotations

from collections.abc import Mapping

from checker.engine.evaluation import labels, start
from checker.engine.graph import Graph, Node


def deciding(graph: Graph, answers: Mapping[str, str]) -> tuple[str, ...]:
    """Return a minimal set of questions whose answers alone force the same labels.

    Questions keep the order of ``answers``; removing any one of those returned would let another
    label in. Later answers are dropped first, so the questions asked first explain the result.
    """
    kept = dict(answers)
    goal = labels(graph, start(graph), kept)
    for question in reversed(tuple(answers)):
        without = {name: value for name, value in kept.items() if name != question}
        if labels(graph, start(graph), without) == goal:
            kept = without
    return tuple(kept)


def settling(graph: Graph, answers: Mapping[str, str], open_questions: tuple[str, ...]) -> str | None:
    """Return the open question that leaves the fewest labels on average, the first one on a tie.

    ``None`` when no question is open. This is the question whose answer is most worth looking for.
    """
    best: tuple[float, str] | None = None
    for question in open_questions:
        options = {
            value
            for node in graph.nodes
            if isinstance(node, Node) and node.question == question
            for value, _ in node.branches
        }
        sizes = [len(labels(graph, start(graph), {**answers, question: value})) for value in sorted(options)]
        possible = [size for size in sizes if size]
        mean = sum(possible) / len(possible) if possible else float("inf")
        if best is None or mean < best[0]:
            best = (mean, question)
    return best[1] if best else None
