"""Compilation: reduced, ordered, exact on random tables."""

from __future__ import annotations

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from checker.engine.compilation import compile_table
from checker.engine.conditions import Condition, Is, holds
from checker.engine.graph import CONFLICT, IMPOSSIBLE, NONE, Leaf, Node
from tests.engine.test_conditions import QUESTIONS, conditions
from tests.engine.test_graph import ASKED, walk


@given(st.lists(conditions(), max_size=3), conditions())
def test_walk_gives_the_rows_that_hold(rows: list[Condition], impossible: Condition) -> None:
    table = [(f"row{rank}", condition) for rank, condition in enumerate(rows)]
    graph = compile_table(table, impossible, ASKED)
    for values in product(*QUESTIONS.values()):
        answers = dict(zip(QUESTIONS, values, strict=True))
        true = tuple(label for label, condition in table if holds(condition, answers))
        leaf = walk(graph, answers)
        if holds(impossible, answers):
            assert leaf == Leaf(IMPOSSIBLE)
        elif len(true) > 1:
            assert leaf == Leaf(CONFLICT, true)
        else:
            assert leaf == Leaf(true[0] if true else NONE)


@given(st.lists(conditions(), max_size=3), conditions())
def test_graph_is_ordered_and_reduced(rows: list[Condition], impossible: Condition) -> None:
    graph = compile_table([(f"row{rank}", row) for rank, row in enumerate(rows)], impossible, ASKED)
    assert len(set(graph.nodes)) == len(graph.nodes), "equal nodes are shared"
    rank = {name: position for position, name in enumerate(QUESTIONS)}
    for index, node in enumerate(graph.nodes):
        if isinstance(node, Node):
            children = {child for _, child in node.branches}
            assert len(children) > 1, "a node whose branches agree is removed"
            assert max(children) < index
            for child in children:
                below = graph.nodes[child]
                assert isinstance(below, Leaf) or rank[below.question] > rank[node.question]


def test_a_conflict_names_its_rows() -> None:
    both = Is("a", ("x",))
    graph = compile_table([("one", both), ("two", both)], Is("a", ()), ASKED)
    assert Leaf(CONFLICT, ("one", "two")) in graph.nodes
