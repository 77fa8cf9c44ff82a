"""Every combination of answers at once: a second, independent evaluator for the tests.

A set of combinations is one integer with a bit per combination, so that a condition over millions of
combinations costs a few operations on long integers. Nothing here uses the engine's graphs.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import prod

from checker.engine.conditions import All, AnyOf, Condition, Is, Not, Notion
from checker.engine.graph import Graph, Leaf
from checker.engine.model import Question, RuleBase


class Space:
    """All combinations of answers to ``base.questions``; ``consistent`` are those that are not impossible."""

    def __init__(self, questions: tuple[Question, ...], impossible: Condition) -> None:
        self.size = prod(len(question.options) for question in questions)
        self.everything = (1 << self.size) - 1
        self.atoms: dict[tuple[str, str], int] = {}
        period = 1
        for question in questions:
            block = (1 << period) - 1
            cycle = period * len(question.options)
            # 1 at the start of each cycle: the repunit in base 2**cycle.
            repeat = ((1 << self.size) - 1) // ((1 << cycle) - 1)
            for rank, option in enumerate(question.options):
                self.atoms[question.id, option.id] = (block << (rank * period)) * repeat
            period = cycle
        self.consistent = self.everything & ~self.where(impossible)

    @classmethod
    def of(cls, base: RuleBase) -> Space:
        return cls(base.questions, base.impossible)

    def where(self, condition: Condition) -> int:
        """The combinations on which ``condition`` holds."""
        match condition:
            case Is(question, values):
                return self._union(self.atoms[question, value] for value in values)
            case All(parts):
                kept = self.everything
                for part in parts:
                    kept &= self.where(part)
                return kept
            case AnyOf(parts):
                return self._union(self.where(part) for part in parts)
            case Not(part):
                return self.everything & ~self.where(part)
            case Notion(_, inner, _):
                return self.where(inner)

    def completions(self, answers: Mapping[str, str]) -> int:
        """The consistent combinations that agree with ``answers``."""
        kept = self.consistent
        for atom in answers.items():
            kept &= self.atoms[atom]
        return kept

    def by_label(self, graph: Graph) -> dict[str, int]:
        """For each label of ``graph``, the combinations that a walk takes to it."""
        reached = [0] * len(graph.nodes)
        reached[graph.root] = self.everything
        found: dict[str, int] = {}
        for index in range(len(graph.nodes) - 1, -1, -1):
            node = graph.nodes[index]
            if isinstance(node, Leaf):
                found[node.label] = found.get(node.label, 0) | reached[index]
                continue
            for option, child in node.branches:
                assert child < index, "children stand before their parents"
                reached[child] |= reached[index] & self.atoms[node.question, option]
        return found

    @staticmethod
    def _union(parts) -> int:  # type: ignore[no-untyped-def]
        kept = 0
        for part in parts:
            kept |= part
        return kept
