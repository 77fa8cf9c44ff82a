"""What an answer can rest on, and how firm it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


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
class Caution:
    """A reserve that goes with a case, with the sources it rests on beyond those of the case."""

    text: str
    sources: tuple[Source, ...] = ()
