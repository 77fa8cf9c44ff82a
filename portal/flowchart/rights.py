"""The chart of one right: from the situation, the few facts that are needed, and no other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from checker.compiled import SITUATION, Compiled
from checker.engine.conditions import NEVER, Condition, restrict
from checker.engine.graph import Graph
from checker.engine.model import Question, Right
from portal.flowchart.merging import Merging
from portal.gates.space import Space, names, union


def right_charts(rules: Compiled) -> Iterator[tuple[str, Graph]]:
    """For each right, its name and a graph whose first question is the situation."""
    possible: dict[tuple[str, frozenset[str]], tuple[Space, int]] = {}
    for right in rules.base.rights:
        merging = Merging(case.id for case in right.cases)
        ways = {}
        for situation in rules.base.situations:
            cases = _left(right, situation.id)
            key = (situation.id, names(cases.values()))
            if key not in possible:
                possible[key] = _possible(rules, *key)
            space, held = possible[key]
            sets = {label: found for label, condition in cases.items() if (found := space.where(condition) & held)}
            ways[situation.id] = _Builder(space, merging).build(sets, space.free)
        yield right.id, merging.graph(merging.ask(SITUATION, ways))


def _left(right: Right, situation: str) -> Mapping[str, Condition]:
    """What remains of the condition of each case in that situation."""
    left = {case.id: restrict(case.when, SITUATION, situation) for case in right.cases}
    return {label: condition for label, condition in left.items() if condition != NEVER}


def _possible(rules: Compiled, situation: str, facts: frozenset[str]) -> tuple[Space, int]:
    """The combinations of answers to ``facts``, and which of them a person in that situation can give."""
    space = Space([question for question in rules.base.questions if question.id in facts])
    below: list[int] = []
    for step in rules.graphs[SITUATION].follow:
        if isinstance(step, str):
            below.append(space.everything if step == situation else 0)
            continue
        question, children, every = step
        if question in facts:
            ways = [(option, held) for option, to in children.items() if (held := below[to])]
            below.append(union(held & space.atom(question, option) for option, held in ways))
        else:
            below.append(union(below[child] for child in every))
    return space, below[rules.graphs[SITUATION].root]


Sets = Mapping[str, int]


@dataclass(frozen=True)
class _Builder:
    """Makes the boxes of a right in one situation. ``Sets`` are the possible combinations of each case."""

    space: Space
    merging: Merging
    memo: dict[tuple[tuple[str, int], ...], int] = field(default_factory=dict)

    def build(self, sets: Sets, facts: tuple[Question, ...]) -> int:
        """The box for a reader who is in one of the combinations of ``sets``; ``facts`` are not yet asked."""
        key = tuple(sets.items())
        if key not in self.memo:
            self.memo[key] = self.make(sets, facts)
        return self.memo[key]

    def make(self, sets: Sets, facts: tuple[Question, ...]) -> int:
        if len(sets) <= 1:
            return self.merging.leaf(next(iter(sets))) if sets else 0
        question = self.first_needed(sets, facts)
        rest = tuple(fact for fact in facts if fact is not question)
        parts = {label: self.space.parted(held, question.id) for label, held in sets.items()}
        ways = {
            option.id: self.build({label: part[rank] for label, part in parts.items() if part[rank]}, rest)
            for rank, option in enumerate(question.options)
        }
        return self.merging.ask(question.id, ways)

    def first_needed(self, sets: Sets, facts: tuple[Question, ...]) -> Question:
        """The first of a few questions that are enough to tell ``sets`` apart; the last ones are spared first."""
        needed = list(facts)
        told = list(sets.values())
        for question in reversed(facts):
            without = [union(self.space.parted(held, question.id)) for held in told]
            if all(not one & union(without[:rank]) for rank, one in enumerate(without)):
                needed.remove(question)
                told = without
        return needed[0]
