"""Graphs as plain JSON values: other programs read them without recompiling."""

from __future__ import annotations

from typing import Any

from checker.engine.graph import Graph, Leaf


def to_json(graph: Graph) -> dict[str, Any]:
    """``{"root": i, "nodes": [[label, *rows] | {"q": question, "to": [[option, i], …]}, …]}``."""
    return {
        "root": graph.root,
        "nodes": [
            [node.label, *node.rows] if isinstance(node, Leaf) else {"q": node.question, "to": node.branches}
            for node in graph.nodes
        ],
    }
