"""What a letter is: who it goes to, what it asks of the person, and when it must not be written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from checker.letters.facts import Facts
from checker.letters.fields import Field


@dataclass(frozen=True)
class Letter:
    """One letter. Its text is ``<language>/<id>.j2``; what the reader is told of it is among the phrases of the rules.

    ``remedies``: the steps of the ladder that propose it. ``blocked`` gives the reason not to write it, with what
    to do instead, or ``None``. ``warnings`` are for the person, not for the letter.
    """

    id: str
    remedies: tuple[str, ...]
    blocked: Callable[[Facts], str | None]
    fields: Callable[[Facts], tuple[Field, ...]]
    warnings: Callable[[Facts], tuple[str, ...]] = lambda facts: ()
