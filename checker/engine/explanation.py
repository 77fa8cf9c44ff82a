"""Explain a certain result by the answers that decide it, and by nothing else."""

from __future__ import annotations

from collections.abc import Mapping

from checker.engine.evaluation import labels, start
from checker.engine.graph import IMPOSSIBLE, Graph


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
    met: set[str] = set()
    seen: set[int] = set()
    stack = [graph.root]
    while stack:
        index = stack.pop()
        step = graph.follow[index]
        if index in seen or isinstance(step, str):
            continue
        seen.add(index)
        question, children = step
        if question in answers:
            met.add(question)
            stack.append(children[answers[question]])
        else:
            stack.extend(children.values())
    return met


def settling(graph: Graph, answers: Mapping[str, str], open_questions: tuple[str, ...]) -> str | None:
    """Return the open question that leaves the fewest labels on average, the first one on a tie.

    ``None`` when no question is open. This is the question whose answer is most worth looking for.
    """
    below = _below(graph, answers)
    best: tuple[float, str] | None = None
    for question in open_questions:
        sizes = [found.bit_count() for found in _by_option(graph, answers, question, below).values() if found]
        mean = sum(sizes) / len(sizes) if sizes else float("inf")
        if best is None or mean < best[0]:
            best = (mean, question)
    return best[1] if best else None


def _below(graph: Graph, answers: Mapping[str, str]) -> list[int]:
    """For each node, the set of labels that can be reached from it: one bit a label."""
    bits: dict[str, int] = {IMPOSSIBLE: 0}
    found: list[int] = []
    for step in graph.follow:
        if isinstance(step, str):
            found.append(bits.setdefault(step, 1 << len(bits)))
            continue
        question, children = step
        given = answers.get(question)
        union = 0
        for child in children.values() if given is None else (children[given],):
            union |= found[child]
        found.append(union)
    return found


def _by_option(graph: Graph, answers: Mapping[str, str], question: str, below: list[int]) -> dict[str, int]:
    """For each option of ``question``, the labels left once it is chosen; ``below`` is that of ``answers``."""
    elsewhere = 0
    chosen: dict[str, int] = {}
    seen = {graph.root}
    stack = [graph.root]
    while stack:
        index = stack.pop()
        step = graph.follow[index]
        if isinstance(step, str):
            elsewhere |= below[index]
        elif step[0] == question:
            for value, child in step[1].items():
                chosen[value] = chosen.get(value, 0) | below[child]
        else:
            given = answers.get(step[0])
            for child in step[1].values() if given is None else (step[1][given],):
                if child not in seen:
                    seen.add(child)
                    stack.append(child)
    return {value: found | elsewhere for value, found in chosen.items()}
