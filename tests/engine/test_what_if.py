"""Many walks in one: each hypothesis leaves what its own walk would."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from checker.engine.compilation import compile_table
from checker.engine.conditions import Condition
from checker.engine.evaluation import labels, start
from checker.engine.what_if import what_if
from tests.engine.test_conditions import conditions
from tests.engine.test_evaluation import partial
from tests.engine.test_graph import ASKED


@given(st.lists(conditions(), max_size=3), conditions(), st.lists(partial(), max_size=5))
def test_each_hypothesis_is_a_walk(
    rows: list[Condition], impossible: Condition, hypotheses: list[dict[str, str]]
) -> None:
    graph = compile_table([(f"row{rank}", row) for rank, row in enumerate(rows)], impossible, ASKED)
    assert what_if(graph, hypotheses) == [labels(graph, start(graph), answers) for answers in hypotheses]
