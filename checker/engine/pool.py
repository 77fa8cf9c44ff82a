"""Many graphs as one short list of numbers: what the page and its Python read at the start.

Graphs share their nodes, children stand before their parents, and a child is written as its distance: this
compresses to a third of the plain form. What is worth asking (``evaluation.asking``) is written with each node.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from checker.engine.evaluation import Asking, asking
from checker.engine.graph import IMPOSSIBLE, Graph, Leaf, Node
from checker.engine.model import Question


def pooled(graphs: Mapping[str, Graph], questions: Sequence[Question]) -> dict[str, Any]:
    """``{"questions", "labels", "nodes", "roots"}`` as plain JSON values.

    ``questions``: ``[[id, [option, …]], …]`` in asking order. ``roots``: name of a graph → its first node.
    ``nodes``: ``[label]`` for a leaf, else ``[4 × question + 2 × possible + matters, distance, …]`` with one
    distance an option. Raises ``ValueError`` on a graph that holds a conflict.
    """
    index: dict[Node | Leaf, int] = {}
    roots: dict[str, int] = {}
    for name, graph in graphs.items():
        moved: list[int] = []
        for node in graph.nodes:
            shared = node if isinstance(node, Leaf) else Node(node.question, _moved(node, moved))
            if isinstance(shared, Leaf) and shared.rows:
                raise ValueError(f"{name}: {', '.join(shared.rows)} hold together")
            moved.append(index.setdefault(shared, len(index)))
        roots[name] = moved[graph.root]
    ask = asking(Graph(tuple(index), 0))
    numbers = {question.id: number for number, question in enumerate(questions)}
    labels = [*dict.fromkeys(node.label for node in index if isinstance(node, Leaf))]
    return {
        "questions": [[question.id, [option.id for option in question.options]] for question in questions],
        "labels": labels,
        "nodes": [
            [labels.index(node.label)]
            if isinstance(node, Leaf)
            else [
                4 * numbers[node.question] + 2 * ask.possible[i] + ask.matters[i],
                *(i - child for _, child in node.branches),
            ]
            for i, node in enumerate(index)
        ],
        "roots": roots,
    }


def _moved(node: Node, moved: Sequence[int]) -> tuple[tuple[str, int], ...]:
    return tuple((option, moved[child]) for option, child in node.branches)


def unpooled(value: Mapping[str, Any]) -> dict[str, Asking]:
    """The graphs that ``pooled`` wrote, by name; those that share their root are one. Raises
    ``AttributeError``, ``LookupError``, ``TypeError`` or ``ValueError`` on anything else."""
    made: dict[int, Asking] = {}
    for root in value["roots"].values():
        if root not in made:
            made[root] = _graph(value, root)
    return {name: made[root] for name, root in value["roots"].items()}


def _graph(value: Mapping[str, Any], root: int) -> Asking:
    """The part of the pool below ``root``, numbered again, in the same order."""
    rows = value["nodes"]
    below = {root}
    # Children stand before their parents: one walk down the list meets every parent first.
    for i in range(root, -1, -1):
        if i in below:
            below.update(i - distance for distance in rows[i][1:])
    place = {i: new for new, i in enumerate(sorted(below))}
    nodes: list[Node | Leaf] = []
    for i in place:
        first, *distances = rows[i]
        if not distances:
            nodes.append(Leaf(value["labels"][first]))
            continue
        question, options = value["questions"][first >> 2]
        branches = zip(options, (place[i - distance] for distance in distances), strict=True)
        nodes.append(Node(question, tuple(branches)))
    flags = [
        rows[i][0] if len(rows[i]) > 1 else 2 * (node != Leaf(IMPOSSIBLE))
        for i, node in zip(place, nodes, strict=True)
    ]
    return Asking(
        Graph(tuple(nodes), place[root]),
        matters=tuple(bool(flag & 1) for flag in flags),
        possible=tuple(bool(flag & 2) for flag in flags),
    )
