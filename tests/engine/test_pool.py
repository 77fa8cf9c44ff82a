"""Graphs written together: they come back, each with what it needs to ask, and answer alike."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.engine.compilation import compile_table
from checker.engine.conditions import Condition, Is
from checker.engine.evaluation import asking, labels, pending, start
from checker.engine.graph import Graph
from checker.engine.pool import pooled, unpooled
from tests.engine.test_conditions import conditions
from tests.engine.test_evaluation import partial
from tests.engine.test_graph import ASKED


def table(rows: list[Condition], impossible: Condition) -> Graph:
    """A graph without conflict: a row holds where no row before it does."""
    exclusive = [row & ~_any(rows[:rank]) for rank, row in enumerate(rows)]
    return compile_table([(f"row{rank}", row) for rank, row in enumerate(exclusive)], impossible, ASKED)


def _any(rows: list[Condition]) -> Condition:
    found: Condition = Is("a", ())
    for row in rows:
        found = found | row
    return found


@given(st.lists(st.tuples(st.lists(conditions(), max_size=3), conditions()), min_size=1, max_size=3), partial())
def test_graphs_come_back_alike(tables: list[tuple[list[Condition], Condition]], known: dict[str, str]) -> None:
    graphs = {f"graph{rank}": table(*one) for rank, one in enumerate(tables)}
    back = unpooled(json.loads(json.dumps(pooled(graphs, ASKED))))
    assert list(back) == list(graphs)
    for name, graph in graphs.items():
        found, before = back[name], asking(graph)
        assert labels(found.graph, start(found.graph), known) == labels(graph, start(graph), known)
        assert pending(found, start(found.graph), known) == pending(before, start(graph), known)
        assert asking(found.graph) == found


def test_a_conflict_is_refused() -> None:
    both = Is("a", ("x",))
    with pytest.raises(ValueError, match="bad: one, two"):
        pooled({"bad": compile_table([("one", both), ("two", both)], Is("a", ()), ASKED)}, ASKED)
