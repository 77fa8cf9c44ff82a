"""The values that a rule base is made of. All frozen; none holds a function."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, IntEnum

from checker.engine.calendar import Offset
from checker.engine.conditions import ALWAYS, Condition, Is
from checker.engine.phrases import Phrases


class Outcome(IntEnum):
    """What the rules establish about a right, from the least to the most favourable.

    There is no "lost": the absence of a rule is not a refusal.
    """

    NOT_ESTABLISHED = 0
    DISPUTED = 1
    CONDITIONAL = 2
    KEPT = 3


class Certainty(Enum):
    """How firm the ground of a case is: the text itself, a court, administrative practice, or our own reading."""

    LAW = "law"
    CASE_LAW = "case_law"
    PRACTICE = "practice"
    READING = "reading"


@dataclass(frozen=True)
class Source:
    """A text, decision or practice of the legal dossier.

    ``article`` and ``paragraph`` locate ``quote`` in the official text when it was read
    (``article`` such as ``R431-5`` of ``code``); they are ``None`` for other sources.
    ``read_on`` is an ISO date, ``state`` says which state of the text was read.
    """

    id: str
    citation: str
    confidence: str
    state: str
    read_on: str
    code: str | None = None
    article: str | None = None
    paragraph: int | None = None
    quote: str | None = None
    url: str | None = None


@dataclass(frozen=True)
class Option:
    """One possible answer to a question."""

    id: str
    text: str
    help: str = ""


@dataclass(frozen=True)
class Band:
    """An option of a dated question: chosen while the measured day is at most reference + ``until``.

    ``until`` is ``None`` for the last band, which takes every later day.
    """

    option: str
    until: Offset | None


@dataclass(frozen=True)
class Dated:
    """How dates answer a question: the distance from ``reference`` to ``measured``, cut in bands."""

    reference: str
    measured: str
    bands: tuple[Band, ...]


@dataclass(frozen=True)
class Question:
    """A question with a finite list of answers; ``dated`` lets dates answer it."""

    id: str
    text: str
    options: tuple[Option, ...]
    help: str = ""
    where: str = ""
    dated: Dated | None = None

    def est(self, *options: str) -> Is:
        """The condition "the answer is one of ``options``". Raises ``ValueError`` on an unknown one."""
        known = {option.id for option in self.options}
        if unknown := [option for option in options if option not in known]:
            raise ValueError(f"question {self.id}: unknown option {', '.join(unknown)}")
        return Is(self.id, tuple(sorted(set(options))))


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
class Caution:
    """A reserve that goes with a case, with the sources it rests on beyond those of the case."""

    text: str
    sources: tuple[Source, ...] = ()


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


@dataclass(frozen=True)
class Situation:
    """Where the person stands, in one of a closed list that is total and disjoint."""

    id: str
    title: str
    text: str
    when: Condition


@dataclass(frozen=True)
class Proof:
    """Something to keep; ``why`` rests on ``sources`` and may be empty."""

    text: str
    why: str = ""
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True)
class ProofGroup:
    """Proofs of one kind. ``route``: the only way to file that they concern, if there is one."""

    title: str
    proofs: tuple[Proof, ...]
    route: str | None = None


@dataclass(frozen=True)
class Log:
    """The evidence log: which proofs to keep, and the columns of a table to fill in by hand."""

    title: str = ""
    intro: str = ""
    columns: tuple[str, ...] = ()
    groups: tuple[ProofGroup, ...] = ()


@dataclass(frozen=True)
class RuleBase:
    """Everything: questions in the order in which they are asked, what cannot be, situations, rights.

    ``to_reread`` holds the ids of the sources whose text has changed since it was read. ``phrases`` are the sentences
    common to every answer, and the words of what is taken away that the reader alone reads. ``trap`` and ``window`` are
    the sources of what is said of an implicit refusal, and of when to file. ``log`` is the evidence log.
    """

    questions: tuple[Question, ...]
    dates: tuple[Option, ...]
    impossible: Condition
    situations: tuple[Situation, ...]
    rights: tuple[Right, ...]
    not_examined: tuple[str, ...]
    deadlines: tuple[Deadline, ...] = ()
    remedies: tuple[Remedy, ...] = ()
    levers: tuple[Lever, ...] = ()
    to_reread: frozenset[str] = frozenset()
    phrases: Phrases = field(default_factory=Phrases)
    trap: tuple[Source, ...] = ()
    window: tuple[Source, ...] = ()
    log: Log = field(default_factory=Log)
