"""A graph as plain JSON: every node, its children by their place."""

from __future__ import annotations

from checker.engine.compilation import compile_table
from checker.engine.conditions import Is
from checker.engine.graph import Leaf
from checker.engine.serialise import to_json
from tests.engine.test_graph import ASKED


def test_a_graph_is_written_plainly() -> None:
    graph = compile_table([("one", Is("a", ("x",)))], Is("a", ()), ASKED)
    written = to_json(graph)
    assert len(written["nodes"]) == len(graph.nodes) and written["root"] == graph.root
    for node, plain in zip(graph.nodes, written["nodes"], strict=True):
        if isinstance(node, Leaf):
            assert plain == [node.label, *node.rows]
        else:
            assert (plain["q"], plain["to"]) == (node.question, node.branches)
