"""Walk a graph once under many sets of answers: what each would leave possible."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker.engine.graph import IMPOSSIBLE, Graph


def what_if(graph: Graph, hypotheses: Sequence[Mapping[str, str]]) -> list[frozenset[str]]:
    """The labels, ``IMPOSSIBLE`` left out, that each of ``hypotheses`` allows: those ``evaluation.labels`` would find.

    A hypothesis is a set of answers; a question that it leaves out may be answered in any way.
    """
    # One bit a hypothesis: a node's mask holds those under which a walk can reach it.
    chosen = {question: _chosen(question, hypotheses) for question in graph.asked[graph.root]}
    allowed = [
        chosen[question][None] | sum(chosen[question].get(option, 0) for option in options)
        for question, options in graph.ways
    ]
    onward = graph.onward
    masks = [0] * (graph.root + 1)
    masks[graph.root] = (1 << len(hypotheses)) - 1
    reached: dict[str, int] = {}
    # Children stand before their parents: going down the list, a node's mask is complete when it is met.
    for index in range(graph.root, -1, -1):
        mask = masks[index]
        if not mask:
            continue
        step = onward[index]
        if isinstance(step, str):
            reached[step] = reached.get(step, 0) | mask
            continue
        for way, child in step:
            masks[child] |= mask & allowed[way]
    reached.pop(IMPOSSIBLE, None)
    return [
        frozenset(label for label, mask in reached.items() if mask >> rank & 1) for rank in range(len(hypotheses))
    ]


def _chosen(question: str, hypotheses: Sequence[Mapping[str, str]]) -> dict[str | None, int]:
    """For each option of ``question``, the hypotheses that choose it; under ``None``, those that leave it open."""
    found: dict[str | None, int] = {None: 0}
    for rank, answers in enumerate(hypotheses):
        option = answers.get(question)
        found[option] = found.get(option, 0) | 1 << rank
    return found
