"""A rule base evaluated on one slice of the combinations: what is consistent, which situation, which cases."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from checker.compiled import SITUATION
from checker.engine.conditions import Condition
from checker.engine.model import Outcome, Right, RuleBase
from portal.gates.slices import core, slices
from portal.gates.space import Space, names, union


@dataclass(frozen=True)
class View:
    """A slice, its ``consistent`` combinations and, among them, those of each situation."""

    base: RuleBase
    space: Space
    consistent: int
    situations: dict[str, int]

    def where(self, condition: Condition) -> int:
        """The consistent combinations on which ``condition`` holds; it may test the situation."""
        return self.space.where(condition) & self.consistent

    def cases(self, right: Right) -> dict[str, int]:
        """The consistent combinations of each case of ``right``, by the id of the case."""
        return {case.id: self.where(case.when) for case in right.cases}

    def outcomes(self, right: Right) -> dict[Outcome, int]:
        """The consistent combinations of each outcome of ``right``; what no case covers is the fallback's."""
        cases = self.cases(right)
        found = dict.fromkeys(Outcome, 0)
        for case in right.cases:
            found[case.outcome] |= cases[case.id]
        found[right.otherwise.outcome] |= self.consistent & ~union(cases.values())
        return found


def view(base: RuleBase, space: Space) -> View:
    """Evaluate contradictions and situations of ``base`` on ``space``, and let conditions test the situation."""
    consistent = space.everything & ~space.where(base.impossible)
    situations = {situation.id: space.where(situation.when) & consistent for situation in base.situations}
    space.define(SITUATION, situations)
    return View(base, space, consistent, situations)


def views(
    base: RuleBase, conditions: Iterable[Condition], whole: frozenset[str] = frozenset()
) -> Iterator[View]:
    """Every combination of the questions that ``conditions`` need, slice by slice; ``whole`` are never cut."""
    for space in slices(base, needed(base, conditions) | whole, whole):
        yield view(base, space)


def needed(base: RuleBase, conditions: Iterable[Condition]) -> frozenset[str]:
    """The questions that ``conditions`` depend on, through the situation and the contradictions too."""
    return core(base) | names(conditions) - {SITUATION}
