"""What is asked, and how a date answers it."""

from __future__ import annotations

from dataclasses import dataclass

from checker.engine.calendar import Offset
from checker.engine.conditions import Is


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
