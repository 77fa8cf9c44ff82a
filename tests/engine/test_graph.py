"""What walks read of a graph says what its nodes say."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from checker.engine.compilation import compile_table
from checker.engine.conditions import Condition
from checker.engine.graph import IMPOSSIBLE, Graph, Leaf, Node
from checker.engine.model import Option, Question
from tests.engine.test_conditions import QUESTIONS, conditions

ASKED = tuple(
    Question(name, name, tuple(Option(value, value) for value in values)) for name, values in QUESTIONS.items()
)


def walk(graph, answers):  # type: ignore[no-untyped-def]
    node = graph.nodes[graph.root]
    while isinstance(node, Node):
        node = graph.nodes[dict(node.branches)[answers[node.question]]]
    return node


def below(graph: Graph, index: int) -> set[int]:
    """The nodes that a walk from ``index`` can meet, itself included."""
    found, waiting = {index}, [index]
    while waiting:
        node = graph.nodes[waiting.pop()]
        children = {child for _, child in node.branches} - found if isinstance(node, Node) else set()
        found |= children
        waiting += children
    return found


@given(st.lists(conditions(), max_size=3), conditions())
def test_what_walks_read_is_what_the_nodes_say(rows: list[Condition], impossible: Condition) -> None:
    graph = compile_table([(f"row{rank}", row) for rank, row in enumerate(rows)], impossible, ASKED)
    assert graph.labels == {node.label for node in graph.nodes if isinstance(node, Leaf)} - {IMPOSSIBLE}
    for index, node in enumerate(graph.nodes):
        met = [graph.nodes[other] for other in below(graph, index)]
        assert graph.asked[index] == {other.question for other in met if isinstance(other, Node)}
        if isinstance(node, Leaf):
            assert graph.follow[index] == graph.onward[index] == node.label
            continue
        question, children, each = graph.follow[index]
        assert (question, children) == (node.question, dict(node.branches))
        assert sorted(each) == sorted(set(children.values()))
        found = {}
        for way, child in graph.onward[index]:
            asked, options = graph.ways[way]
            assert asked == node.question and isinstance(options, frozenset)
            found |= dict.fromkeys(options, child)
        assert found == children
