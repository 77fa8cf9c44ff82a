"""What to do and by when: deadlines, remedies, and what would still improve a right."""

from __future__ import annotations

from dataclasses import dataclass

from checker.engine.calendar import Offset
from checker.engine.conditions import ALWAYS, Condition
from checker.engine.model.sources import Caution, Source


@dataclass(frozen=True)
class Reading:
    """One way of counting a deadline: ``offset`` from its start, when ``when`` holds, on the ground of ``source``."""

    offset: Offset
    text: str
    source: Source
    when: Condition = ALWAYS


@dataclass(frozen=True)
class Deadline:
    """A date that matters. ``start`` is a date of the reader or another deadline; the earliest reading is given.

    ``rank`` orders deadlines; ``when`` says to whom it is shown.
    """

    id: str
    title: str
    rank: int
    start: str
    readings: tuple[Reading, ...]
    when: Condition = ALWAYS
    cautions: tuple[Caution, ...] = ()


@dataclass(frozen=True)
class Remedy:
    """A step of the ladder, from the mildest to the strongest (``rank``).

    ``deadline`` is the id of a ``Deadline``, ``letter`` that of a letter, ``page`` the page that explains it.
    """

    id: str
    title: str
    rank: int
    when: Condition
    text: str
    sources: tuple[Source, ...]
    page: str
    cost: str = ""
    deadline: str | None = None
    letter: str | None = None
    cautions: tuple[Caution, ...] = ()


@dataclass(frozen=True)
class Lever:
    """Something the person can still obtain or do, as the answers it would change; listed from the smallest step.

    ``remedy`` is the id of the remedy that leads there, ``page`` the page that explains it.
    """

    id: str
    text: str
    changes: tuple[tuple[str, str], ...]
    page: str
    remedy: str | None = None
