"""Explain a certain result by the answers that decide it, and by nothing else."""

from __future__ import annotations

from collections.abc import Mapping

from checker.engine.evaluation import labels, start
from checker.engine.graph import IMPOSSIBLE, Graph, Leaf


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
    below = _below(graph, answers)
    best: tuple[float, str] | None = None
    for question in open_questions:
        sizes = [len(found) for found in _by_option(graph, answers, question, below).values() if found]
        mean = sum(sizes) / len(sizes) if sizes else float("inf")
        if best is None or mean < best[0]:
            best = (mean, question)
    return best[1] if best else None


def _below(graph: Graph, answers: Mapping[str, str]) -> list[frozenset[str]]:
    """For each node, the labels that can be reached from it."""
    found: list[frozenset[str]] = []
    for node in graph.nodes:
        if isinstance(node, Leaf):
            found.append(frozenset() if node.label == IMPOSSIBLE else frozenset({node.label}))
        else:
            given = answers.get(node.question)
            open_branches = (found[child] for value, child in node.branches if given is None or value == given)
            found.append(frozenset().union(*open_branches))
    return found


def _by_option(
    graph: Graph, answers: Mapping[str, str], question: str, below: list[frozenset[str]]
) -> dict[str, frozenset[str]]:
    """For each option of ``question``, the labels left once it is chosen; ``below`` is that of ``answers``."""
    elsewhere: set[str] = set()
    chosen: dict[str, set[str]] = {}
    seen: set[int] = set()
    stack = [graph.root]
    while stack:
        index = stack.pop()
        if index in seen:
            continue
        seen.add(index)
        node = graph.nodes[index]
        if isinstance(node, Leaf):
            elsewhere |= below[index]
        elif node.question == question:
            for value, child in node.branches:
                chosen.setdefault(value, set()).update(below[child])
        else:
            given = answers.get(node.question)
            stack.extend(child for value, child in node.branches if given is None or value == given)
    return {value: frozenset(found | elsewhere) for value, found in chosen.items()}
