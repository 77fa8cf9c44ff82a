"""Compile a table of labelled conditions into a reduced, ordered decision graph.

Nodes are shared when what remains to decide is the same. An ``IMPOSSIBLE`` leaf stands for
answers that contradict each other: it is kept, because removing it before reduction makes
partial answers look less certain than they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from checker.engine.conditions import ALWAYS, NEVER, Condition, atoms, restrict, simplify
from checker.engine.model import Question

IMPOSSIBLE = "impossible"
NONE = "none"
CONFLICT = "conflict"


@dataclass(frozen=True)
class Node:
    """Ask ``question``; ``branches`` gives the index of the next node for each option."""

    question: str
    branches: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Leaf:
    """The end of a walk: a row's label, ``NONE``, ``IMPOSSIBLE``, or ``CONFLICT`` with the rows."""

    label: str
    rows: tuple[str, ...] = ()


@dataclass(frozen=True)
class Graph:
    """A rooted graph; ``nodes[root]`` is the start. Children always stand before their parents."""

    nodes: tuple[Node | Leaf, ...]
    root: int


def compile_table(
    rows: Sequence[tuple[str, Condition]], impossible: Condition, questions: Sequence[Question]
) -> Graph:
    """Compile ``rows`` (label, condition), asking ``questions`` in their order.

    Two rows that hold together give a ``CONFLICT`` leaf: the verification refuses it.
    """
    builder = _Builder(tuple(label for label, _ in rows), tuple(questions))
    root = builder.build(tuple(simplify(part) for part in (impossible, *(condition for _, condition in rows))))
    return Graph(tuple(builder.nodes), root)


class _Builder:
    def __init__(self, labels: tuple[str, ...], questions: tuple[Question, ...]) -> None:
        self.labels = labels
        self.questions = questions
        self.rank = {question.id: rank for rank, question in enumerate(questions)}
        self.nodes: list[Node | Leaf] = []
        self.index: dict[Node | Leaf, int] = {}
        self.memo: dict[tuple[Condition, ...], int] = {}

    def build(self, residual: tuple[Condition, ...]) -> int:
        if residual[0] == ALWAYS:
            return self.intern(Leaf(IMPOSSIBLE))
        if residual in self.memo:
            return self.memo[residual]
        asked = {atom.question for condition in residual for atom in atoms(condition)}
        if asked:
            question = self.questions[min(self.rank[name] for name in asked)]
            branches = tuple(
                (option.id, self.build(tuple(restrict(part, question.id, option.id) for part in residual)))
                for option in question.options
            )
            targets = {target for _, target in branches}
            built = targets.pop() if len(targets) == 1 else self.intern(Node(question.id, branches))
        else:
            built = self.intern(self.leaf(residual[1:]))
        self.memo[residual] = built
        return built

    def leaf(self, decided: tuple[Condition, ...]) -> Leaf:
        true = tuple(label for label, part in zip(self.labels, decided, strict=True) if part != NEVER)
        if len(true) > 1:
            return Leaf(CONFLICT, true)
        return Leaf(true[0] if true else NONE)

    def intern(self, node: Node | Leaf) -> int:
        if node not in self.index:
            self.index[node] = len(self.nodes)
            self.nodes.append(node)
        return self.index[node]
