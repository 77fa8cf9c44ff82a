"""Walk compiled graphs with answers, of which any may be unknown.

A walk keeps the set of nodes that are still possible. An unanswered question, or one answered
"I do not know", leads to all its branches: the labels reached are exactly those of all the
consistent completions.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from checker.engine.graph import IMPOSSIBLE, Graph, Leaf, Node, Step

State = frozenset[int]


def start(graph: Graph) -> State:
    """The state before any answer."""
    return frozenset({graph.root})


def advance(graph: Graph, state: State, question: str, option: str | None) -> State:
    """The state once ``question`` is answered ``option`` (``None``: any answer is possible)."""
    moved: set[int] = set()
    for index in state:
        node = graph.nodes[index]
        if isinstance(node, Node) and node.question == question:
            moved.update(child for value, child in node.branches if option is None or value == option)
        else:
            moved.add(index)
    return frozenset(moved)


def walk(graph: Graph, state: State, answers: Mapping[str, str]) -> Iterator[tuple[int, Step]]:
    """Each node that the answers leave possible from ``state``, once, with its entry in ``graph.follow``."""
    follow = graph.follow
    seen = set(state)
    stack = list(state)
    while stack:
        index = stack.pop()
        step = follow[index]
        yield index, step
        if isinstance(step, str):
            continue
        question, children, every = step
        given = answers.get(question)
        for child in every if given is None else (children[given],):
            if child not in seen:
                seen.add(child)
                stack.append(child)


def labels(graph: Graph, state: State, answers: Mapping[str, str]) -> frozenset[str]:
    """The labels of every leaf that the answers allow; empty when they contradict each other."""
    missing = set(graph.labels)
    for _, step in walk(graph, state, answers):
        if isinstance(step, str):
            missing.discard(step)
            if not missing:
                break
    return graph.labels - missing


@dataclass(frozen=True)
class Asking:
    """What a graph still needs, when contradictory answers are left out.

    ``matters[i]`` says that the question of node ``i`` can change the label; ``possible[i]`` that some
    consistent answers lead below it.
    """

    graph: Graph
    matters: tuple[bool, ...]
    possible: tuple[bool, ...]


def asking(graph: Graph) -> Asking:
    """Prepare ``graph`` for asking questions.

    Nodes are named up to contradictions: those that decide alike on all consistent answers share a name,
    and a node none of whose answers is consistent has none.
    """
    canonical: list[int | None] = []
    matters: list[bool] = []
    names: dict[Node | Leaf, int] = {}
    for node in graph.nodes:
        if isinstance(node, Leaf):
            canonical.append(None if node.label == IMPOSSIBLE else names.setdefault(node, len(names)))
            matters.append(False)
            continue
        possible = {canonical[child] for _, child in node.branches} - {None}
        matters.append(len(possible) > 1)
        if len(possible) <= 1:
            canonical.append(possible.pop() if possible else None)
        else:
            # A contradictory branch has no name: -1 stands for it inside the node's signature.
            branches = tuple((v, -1 if (n := canonical[c]) is None else n) for v, c in node.branches)
            canonical.append(names.setdefault(Node(node.question, branches), len(names)))
    return Asking(graph, tuple(matters), tuple(name is not None for name in canonical))


def pending(ask: Asking, state: State, answers: Mapping[str, str]) -> frozenset[str]:
    """The unanswered questions that can still change the label, given ``answers``."""
    return frozenset(
        step[0]
        for index, step in walk(ask.graph, state, answers)
        if ask.matters[index] and not isinstance(step, str) and step[0] not in answers
    )
