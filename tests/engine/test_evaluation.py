"""Walks on random tables: exact on partial answers, and asking only what can matter."""

from __future__ import annotations

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from checker.engine.compilation import compile_table
from checker.engine.conditions import Condition, holds
from checker.engine.evaluation import advance, asking, labels, pending, start
from checker.engine.graph import IMPOSSIBLE, Leaf
from tests.engine.test_conditions import QUESTIONS, conditions
from tests.engine.test_graph import ASKED, walk


def partial() -> st.SearchStrategy[dict[str, str]]:
    return st.fixed_dictionaries(
        {}, optional={question: st.sampled_from(list(values)) for question, values in QUESTIONS.items()}
    )


def completions(known: dict[str, str]) -> list[dict[str, str]]:
    every = [dict(zip(QUESTIONS, values, strict=True)) for values in product(*QUESTIONS.values())]
    return [one for one in every if one.items() >= known.items()]


@given(st.lists(conditions(), max_size=3), conditions(), partial())
def test_labels_are_those_of_the_completions(
    rows: list[Condition], impossible: Condition, known: dict[str, str]
) -> None:
    graph = compile_table([(f"row{rank}", row) for rank, row in enumerate(rows)], impossible, ASKED)
    expected = {walk(graph, one).label for one in completions(known)} - {IMPOSSIBLE}
    assert labels(graph, start(graph), known) == expected


@given(st.lists(conditions(), max_size=3), conditions(), partial())
def test_nothing_pending_means_decided(rows: list[Condition], impossible: Condition, known: dict[str, str]) -> None:
    graph = compile_table([(f"row{rank}", row) for rank, row in enumerate(rows)], impossible, ASKED)
    if not pending(asking(graph), start(graph), known):
        assert len(labels(graph, start(graph), known)) <= 1


@given(st.lists(conditions(), max_size=2), conditions(), partial())
def test_advancing_step_by_step_is_walking_at_once(
    rows: list[Condition], impossible: Condition, known: dict[str, str]
) -> None:
    """States move question by question in the order of the graph, unknown answers included."""
    graph = compile_table([(f"row{rank}", row) for rank, row in enumerate(rows)], impossible, ASKED)
    state = start(graph)
    for question in QUESTIONS:
        state = advance(graph, state, question, known.get(question))
    found = {node.label for index in state if isinstance(node := graph.nodes[index], Leaf)}
    assert found - {IMPOSSIBLE} == labels(graph, start(graph), known)
    assert all(isinstance(graph.nodes[index], Leaf) for index in state)


def test_naive_and_walk_agree_on_contradictions() -> None:
    impossible = ASKED[0].est("x") & ASKED[1].est("y")
    graph = compile_table([("row", ASKED[2].est("x"))], impossible, ASKED)
    assert holds(impossible, {"a": "x", "b": "y"})
    assert labels(graph, start(graph), {"a": "x", "b": "y"}) == frozenset()
