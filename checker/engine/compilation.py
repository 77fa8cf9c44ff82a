"""Compile a table of labelled conditions into a reduced, ordered decision graph.

Nodes are shared when what remains to decide is the same. An ``IMPOSSIBLE`` leaf stands for
answers that contradict each other: it is kept, because removing it before reduction makes
partial answers look less certain than they are.
"""

from __future__ import annotations

from collections.abc import Sequence

from checker.engine.conditions import NEVER, Condition, atoms, restrict, simplify
from checker.engine.graph import CONFLICT, IMPOSSIBLE, NONE, Graph, Leaf, Node
from checker.engine.model import Question


def compile_table(
    rows: Sequence[tuple[str, Condition]], impossible: Condition, questions: Sequence[Question]
) -> Graph:
    """Compile ``rows`` (label, condition), asking ``questions`` in their order.

    Two rows that hold together give a ``CONFLICT`` leaf: the verification refuses it.
    """
    return compile_over(_nothing_derived(impossible, questions), "", rows, questions)


def compile_over(
    derived: Graph, name: str, rows: Sequence[tuple[str, Condition]], questions: Sequence[Question]
) -> Graph:
    """Compile ``rows`` that may also test the question ``name``, whose answer is the label of ``derived``.

    The result asks only ``questions``: the derived answer is worked out along the walk.
    """
    builder = _Builder(derived, name, tuple(label for label, _ in rows), tuple(questions))
    root = builder.build(derived.root, tuple(builder.numbered(simplify(condition)) for _, condition in rows))
    return Graph(tuple(builder.nodes), root)


def _nothing_derived(impossible: Condition, questions: Sequence[Question]) -> Graph:
    """A graph whose only labels are ``IMPOSSIBLE``, where ``impossible`` holds, and ``NONE`` elsewhere."""
    bare = Graph((Leaf(NONE),), 0)
    return compile_over(bare, "", [(IMPOSSIBLE, impossible)], questions)


class _Builder:
    """Builds one graph. Conditions are numbered, so that what remains to decide is a short tuple of numbers."""

    def __init__(self, derived: Graph, name: str, labels: tuple[str, ...], questions: tuple[Question, ...]) -> None:
        self.derived = derived
        self.name = name
        self.labels = labels
        self.questions = questions
        self.rank = {question.id: rank for rank, question in enumerate(questions)}
        self.nodes: list[Node | Leaf] = []
        self.index: dict[Node | Leaf, int] = {}
        self.memo: dict[tuple[int, tuple[int, ...]], int] = {}
        self.conditions: list[Condition] = []
        self.number: dict[Condition, int] = {}
        self.asks: list[frozenset[str]] = []
        self.cuts: dict[tuple[int, str, str], int] = {}

    def numbered(self, condition: Condition) -> int:
        if condition not in self.number:
            self.number[condition] = len(self.conditions)
            self.conditions.append(condition)
            self.asks.append(frozenset(atom.question for atom in atoms(condition)))
        return self.number[condition]

    def cut(self, residual: tuple[int, ...], question: str, option: str) -> tuple[int, ...]:
        """What remains of ``residual`` once ``question`` is answered."""
        return tuple(
            self.cut_one(part, question, option) if question in self.asks[part] else part for part in residual
        )

    def cut_one(self, part: int, question: str, option: str) -> int:
        key = (part, question, option)
        if key not in self.cuts:
            self.cuts[key] = self.numbered(restrict(self.conditions[part], question, option))
        return self.cuts[key]

    def build(self, below: int, residual: tuple[int, ...]) -> int:
        node = self.derived.nodes[below]
        if isinstance(node, Leaf):
            if node.label in (IMPOSSIBLE, CONFLICT):
                return self.intern(node)
            residual = self.cut(residual, self.name, node.label)
        key = (below, residual)
        if key not in self.memo:
            self.memo[key] = self.make(node, below, residual)
        return self.memo[key]

    def make(self, node: Node | Leaf, below: int, residual: tuple[int, ...]) -> int:
        asked = set().union(*(self.asks[part] for part in residual)) - {self.name}
        if isinstance(node, Node):
            asked.add(node.question)
        if not asked:
            return self.intern(self.leaf(residual))
        question = self.questions[min(self.rank[name] for name in asked)]
        follow = dict(node.branches) if isinstance(node, Node) and node.question == question.id else {}
        branches = tuple(
            (option.id, self.build(follow.get(option.id, below), self.cut(residual, question.id, option.id)))
            for option in question.options
        )
        targets = {target for _, target in branches}
        return targets.pop() if len(targets) == 1 else self.intern(Node(question.id, branches))

    def leaf(self, decided: tuple[int, ...]) -> Leaf:
        true = tuple(
            label
            for label, part in zip(self.labels, decided, strict=True)
            if self.conditions[part] != NEVER
        )
        if len(true) > 1:
            return Leaf(CONFLICT, true)
        return Leaf(true[0] if true else NONE)

    def intern(self, node: Node | Leaf) -> int:
        if node not in self.index:
            self.index[node] = len(self.nodes)
            self.nodes.append(node)
        return self.index[node]
