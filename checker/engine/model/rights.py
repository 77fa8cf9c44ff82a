"""A right as disjoint cases, and all that each says."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from checker.engine.calendar import Offset
from checker.engine.conditions import Condition
from checker.engine.model.sources import Caution, Certainty, Source


class Outcome(IntEnum):
    """What the rules establish about a right, from the least to the most favourable.

    There is no "lost": the absence of a rule is not a refusal.
    """

    NOT_ESTABLISHED = 0
    DISPUTED = 1
    CONDITIONAL = 2
    KEPT = 3


AT_ONCE = Offset()


@dataclass(frozen=True)
class Until:
    """When a right ends: a date of the reader plus an offset, and the words when the date is unknown."""

    text: str
    date: str | None = None
    offset: Offset = AT_ONCE


@dataclass(frozen=True)
class Step:
    """Something to do; ``page`` is the address of the page that explains it, from ``fr/``."""

    text: str
    page: str


@dataclass(frozen=True)
class Statement:
    """What a clerk or an employer reads on a paper: one sentence in the third person, and its ``conditions``.

    ``sources`` are the ids of the sources it rests on: each is a source of the cases that carry it.
    """

    id: str
    text: str
    sources: tuple[str, ...]
    conditions: tuple[str, ...] = ()


@dataclass(frozen=True)
class Case:
    """One case of a right: its condition, outcome and everything said to the reader.

    ``statement`` is what may be handed over; cases that claim nothing have none.
    """

    id: str
    outcome: Outcome
    when: Condition
    headline: str
    because: str
    sources: tuple[Source, ...]
    show: tuple[str, ...] = ()
    until: Until | None = None
    cautions: tuple[Caution, ...] = ()
    steps: tuple[Step, ...] = ()
    certainty: Certainty = Certainty.LAW
    statement: Statement | None = None


@dataclass(frozen=True)
class Right:
    """A right as disjoint cases; ``otherwise`` is said when none applies. ``rank`` orders rights."""

    id: str
    title: str
    rank: int
    cases: tuple[Case, ...]
    otherwise: Case
    refused: tuple[Caution, ...] = ()
