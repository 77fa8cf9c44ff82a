"""The rule base: everything together."""

from __future__ import annotations

from dataclasses import dataclass, field

from checker.engine.conditions import Condition
from checker.engine.model.ladder import Deadline, Lever, Remedy
from checker.engine.model.log import Log
from checker.engine.model.questions import Option, Question
from checker.engine.model.rights import Right
from checker.engine.model.sources import Source
from checker.engine.phrases import Phrases


@dataclass(frozen=True)
class Situation:
    """Where the person stands, in one of a closed list that is total and disjoint."""

    id: str
    title: str
    text: str
    when: Condition


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
