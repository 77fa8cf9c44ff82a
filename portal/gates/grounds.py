"""What rests on which source: every part of the rule base, with the texts that it cites."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.engine.conditions import All, Condition, Not
from checker.engine.model import Case, Caution, RuleBase, Situation, Source
from checker.rules.delais import DELAIS
from portal.gates.variants import notions


@dataclass(frozen=True)
class Ground:
    """``kind`` is right, case, situation, deadline, remedy or delay; ``name`` names it; ``source`` is an id.

    ``cited`` is the source as it is quoted there, ``None`` where only its id is given.
    """

    kind: str
    name: str
    source: str
    cited: Source | None = None


def grounds(base: RuleBase) -> Iterator[Ground]:
    """Every citation of ``base``, in its order."""
    for right in base.rights:
        for case in (*right.cases, right.otherwise):
            for source in _of_case(case):
                yield Ground("right", right.id, source.id, source)
                yield Ground("case", f"{right.id}/{case.id}", source.id, source)
            # What a case depends on besides its citations: the notions that its condition names.
            yield from (Ground("case", f"{right.id}/{case.id}", notion.source) for notion in notions(case.when))
        for source in _of_cautions(right.refused):
            yield Ground("right", right.id, source.id, source)
    for situation in base.situations:
        yield from (Ground("situation", situation.id, notion.source) for notion in notions(_own(situation)))
    for deadline in base.deadlines:
        for source in (*(reading.source for reading in deadline.readings), *_of_cautions(deadline.cautions)):
            yield Ground("deadline", deadline.id, source.id, source)
        yield from (Ground("deadline", deadline.id, notion.source) for notion in notions(deadline.when))
    for remedy in base.remedies:
        for source in (*remedy.sources, *_of_cautions(remedy.cautions)):
            yield Ground("remedy", remedy.id, source.id, source)
        yield from (Ground("remedy", remedy.id, notion.source) for notion in notions(remedy.when))
    for name, delay in DELAIS.items():
        yield Ground("delay", name, delay.source)


def _own(situation: Situation) -> Condition:
    """The condition of a situation without the exclusion of those that come first, which says nothing of it."""
    match situation.when:
        case All((own, Not(_))):
            return own
    return situation.when


def _of_case(case: Case) -> Iterator[Source]:
    yield from case.sources
    yield from _of_cautions(case.cautions)


def _of_cautions(cautions: tuple[Caution, ...]) -> Iterator[Source]:
    for caution in cautions:
        yield from caution.sources
