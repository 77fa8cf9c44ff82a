"""Every combination of answers at once, without the engine's graphs.

A set of combinations is one integer with a bit per combination, so that a condition over millions of
combinations costs a few operations on long integers. The whole product of the questions is too large for one
integer: ``portal.gates.slices`` cuts it, exactly, into spaces in which some questions keep one answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from math import prod

from checker.engine.conditions import All, AnyOf, Condition, Is, Not, Notion, atoms
from checker.engine.graph import Graph, Leaf
from checker.engine.model import Question


class Space:
    """All combinations of answers to ``questions``, of which those of ``fixed`` have one answer.

    ``define`` adds a derived question: one whose answer is worked out from the others.
    """

    def __init__(self, questions: Sequence[Question], fixed: Mapping[str, str] | None = None) -> None:
        self.fixed = dict(fixed or {})
        self.free = tuple(question for question in questions if question.id not in self.fixed)
        self.free_names = frozenset(question.id for question in self.free)
        self.size = prod(len(question.options) for question in self.free)
        self.everything = (1 << self.size) - 1
        self._sets: dict[tuple[str, str], int] = {}
        self._periods: dict[str, int] = {}
        self._known: dict[int, tuple[Condition, int]] = {}
        self._aside: dict[int, tuple[Condition, int]] | None = None
        period = 1
        for question in self.free:
            self._periods[question.id] = period
            repeats = self.size // (period * len(question.options))
            for rank, option in enumerate(question.options):
                block = ((1 << period) - 1) << (rank * period)
                self._sets[question.id, option.id] = _repeat(block, period * len(question.options), repeats)
            period *= len(question.options)
        for question in questions:
            if question.id in self.fixed:
                for option in question.options:
                    held = self.everything if self.fixed[question.id] == option.id else 0
                    self._sets[question.id, option.id] = held

    def define(self, question: str, sets: Mapping[str, int]) -> None:
        """Give the derived ``question`` its ``sets``: answer -> combinations. What was known of conditions is lost."""
        self._sets.update({(question, answer): held for answer, held in sets.items()})
        self._known.clear()

    def atom(self, question: str, option: str) -> int:
        """The combinations in which ``question`` is answered ``option``. Raises ``KeyError`` on unknown names."""
        return self._sets[question, option]

    def where(self, condition: Condition) -> int:
        """The combinations on which ``condition`` holds."""
        known = self._known.get(id(condition))
        if known is None and self._aside is not None:
            known = self._aside.get(id(condition))
        if known is None:
            # The condition is kept with its set: an identity is only worth as long as the object lives.
            known = (condition, self._where(condition))
            (self._known if self._aside is None else self._aside)[id(condition)] = known
        return known[1]

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Forget, at the end of the block, the conditions first evaluated in it."""
        self._aside = {}
        try:
            yield
        finally:
            self._aside = None

    def _where(self, condition: Condition) -> int:
        match condition:
            case Is(question, values):
                return union(self._sets[question, value] for value in values)
            case All(parts):
                kept = self.everything
                for part in parts:
                    kept &= self.where(part)
                return kept
            case AnyOf(parts):
                return union(self.where(part) for part in parts)
            case Not(part):
                return self.everything & ~self.where(part)
            case Notion(_, inner, _):
                return self.where(inner)

    def changed(self, held: int, question: str, before: str, after: str) -> int:
        """The combinations of ``held`` answering ``before`` to the free ``question``, once they answer ``after``."""
        ranks = [option.id for one in self.free if one.id == question for option in one.options]
        moved = (ranks.index(after) - ranks.index(before)) * self._periods[question]
        picked = held & self._sets[question, before]
        return picked << moved if moved >= 0 else picked >> -moved

    def parted(self, held: int, question: str) -> tuple[int, ...]:
        """For each option of the free ``question``, the combinations of ``held`` that choose it, all moved to where
        the first option stands: two are equal when nothing but that answer differs."""
        period = self._periods[question]
        options = next(one.options for one in self.free if one.id == question)
        return tuple((held & self._sets[question, option.id]) >> rank * period for rank, option in enumerate(options))

    def by_label(self, graph: Graph) -> dict[str, int]:
        """For each label of ``graph``, the combinations that a walk takes to it."""
        reached = {graph.root: self.everything}
        found: dict[str, int] = {}
        for index in range(graph.root, -1, -1):
            held = reached.pop(index, 0)
            if not held:
                continue
            node = graph.nodes[index]
            if isinstance(node, Leaf):
                found[node.label] = found.get(node.label, 0) | held
                continue
            for option, child in node.branches:
                if child >= index:
                    raise ValueError(f"node {index} of the graph stands before its child {child}")
                reached[child] = reached.get(child, 0) | held & self._sets[node.question, option]
        return found

    def example(self, held: int) -> dict[str, str]:
        """One combination of ``held``, which is not empty: question -> option."""
        bit = held & -held
        found = dict(self.fixed)
        for question in self.free:
            found[question.id] = next(o.id for o in question.options if self._sets[question.id, o.id] & bit)
        return found


def union(sets: Iterable[int]) -> int:
    """The combinations of at least one of ``sets``."""
    kept = 0
    for held in sets:
        kept |= held
    return kept


def _repeat(block: int, width: int, times: int) -> int:
    """``block``, of ``width`` bits, written ``times`` times in a row."""
    whole, length = 0, 0
    piece, span = block, width
    while times:
        if times & 1:
            whole |= piece << length
            length += span
        times >>= 1
        if times:
            piece |= piece << span
            span *= 2
    return whole


def names(conditions: Iterable[Condition]) -> frozenset[str]:
    """The questions that ``conditions`` test."""
    return frozenset(atom.question for condition in conditions for atom in atoms(condition))
