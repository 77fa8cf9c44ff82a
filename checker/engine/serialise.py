"""Graphs as plain JSON values: the browser and other programs read the graphs without recompiling."""

from __future__ import annotations

from typing import Any

from checker.engine.graph import Graph, Leaf, Node


def to_json(graph: Graph) -> dict[str, Any]:
    """``{"root": i, "nodes": [[label, *rows] | {"q": question, "to": [[option, i], …]}, …]}``."""
    return {
        "root": graph.root,
        "nodes": [
            [node.label, *node.rows] if isinstance(node, Leaf) else {"q": node.question, "to": node.branches}
            for node in graph.nodes
        ],
    }


def from_json(value: dict[str, Any]) -> Graph:
    """The graph that ``to_json`` wrote. Raises ``KeyError`` or ``TypeError`` on anything else."""
    nodes: list[Node | Leaf] = [
        Leaf(node[0], tuple(node[1:]))
        if isinstance(node, list)
        else Node(node["q"], tuple((option, index) for option, index in node["to"]))
        for node in value["nodes"]
    ]
    return Graph(tuple(nodes), value["root"])
