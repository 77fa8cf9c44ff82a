"""Walk compiled graphs with answers, of which any may be unknown.

A walk keeps the set of nodes that are still possible. An unanswered question, or one answered
"I do not know", leads to all its branches: the labels reached are exactly those of all the
consistent completions.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from checker.engine.graph import IMPOSSIBLE, Graph, Leaf, Node

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


def labels(graph: Graph, state: State, answers: Mapping[str, str]) -> frozenset[str]:
    """The labels of every leaf that the answers allow; empty when they contradict each other."""
    seen: set[int] = set()
    found: set[str] = set()
    stack = list(state)
    while stack:
        index = stack.pop()
        if index in seen:
            continue
        seen.add(index)
        match graph.nodes[index]:
            case Leaf(label):
                found.add(label)
            case Node(question, branches):
                given = answers.get(question)
                stack.extend(child for value, child in branches if given is None or value == given)
    return frozenset(found - {IMPOSSIBLE})


@dataclass(frozen=True)
class Asking:
    """What a graph still needs, when contradictory answers are left out.

    ``canonical[i]`` names node ``i`` up to contradictions: nodes with the same name decide alike.
    ``None`` means that every answer below is contradictory.
    """

    graph: Graph
    canonical: tuple[int | None, ...]

    def matters(self, index: int) -> bool:
        """True when the question of the node can still change the label."""
        node = self.graph.nodes[index]
        if isinstance(node, Leaf):
            return False
        return len({self.canonical[child] for _, child in node.branches} - {None}) > 1


def asking(graph: Graph) -> Asking:
    """Prepare ``graph`` for asking questions."""
    canonical: list[int | None] = []
    names: dict[Node | Leaf, int] = {}
    for node in graph.nodes:
        if isinstance(node, Leaf):
            canonical.append(None if node.label == IMPOSSIBLE else names.setdefault(node, len(names)))
            continue
        possible = {canonical[child] for _, child in node.branches} - {None}
        if len(possible) <= 1:
            canonical.append(possible.pop() if possible else None)
        else:
            # A contradictory branch has no name: -1 stands for it inside the node's signature.
            branches = tuple((v, -1 if (n := canonical[c]) is None else n) for v, c in node.branches)
            canonical.append(names.setdefault(Node(node.question, branches), len(names)))
    return Asking(graph, tuple(canonical))


def pending(ask: Asking, state: State, answers: Mapping[str, str]) -> frozenset[str]:
    """The unanswered questions that can still change the label, given ``answers``."""
    seen: set[int] = set()
    found: set[str] = set()
    stack: list[int] = list(state)
    while stack:
        index = stack.pop()
        node = ask.graph.nodes[index]
        if index in seen or isinstance(node, Leaf) or ask.canonical[index] is None:
            continue
        seen.add(index)
        given = answers.get(node.question)
        if given is None and ask.matters(index):
            found.add(node.question)
        stack.extend(child for value, child in node.branches if given is None or value == given)
    return frozenset(found)

