"""The small space of one table: the situation and the few questions that its rows test, and which of these can be.

A right depends on millions of combinations only through the situation and the questions that it names. Walking the
graph of the situations gives, exactly, which of the resulting few thousand combinations some person can be in.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from checker.compiled import SITUATION
from checker.engine.conditions import Condition
from checker.engine.graph import CONFLICT, IMPOSSIBLE, NONE, Graph, Leaf
from checker.engine.model import Option, Question, RuleBase
from portal.gates.space import Space, names


@dataclass(frozen=True)
class Small:
    """A small space in which the situation is a question like another; ``possible`` are those of real people."""

    space: Space
    possible: int

    def where(self, condition: Condition) -> int:
        """The possible combinations on which ``condition`` holds."""
        return self.space.where(condition) & self.possible


def project(base: RuleBase, situations: Graph, conditions: Iterable[Condition]) -> Small:
    """The small space of ``conditions``. ``situations`` is the compiled graph of the situations of ``base``."""
    asked = names(conditions)
    derived = Question(SITUATION, "", tuple(Option(one.id, one.title) for one in base.situations))
    space = Space([derived, *(question for question in base.questions if question.id in asked)])
    below: list[int] = []
    for node in situations.nodes:
        if isinstance(node, Leaf):
            nobody = node.label in (IMPOSSIBLE, NONE, CONFLICT)
            below.append(0 if nobody else space.atom(SITUATION, node.label))
            continue
        held = 0
        for option, child in node.branches:
            held |= below[child] & (space.atom(node.question, option) if node.question in asked else space.everything)
        below.append(held)
    return Small(space, below[situations.root])
