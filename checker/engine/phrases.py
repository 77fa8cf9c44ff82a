"""The sentences that an answer is made of, by name, in one language. Nothing here knows what they are about.

Some are patterns with named places, ``{day}``. A few come in two forms, ``name.one`` and ``name.other``: a language
that has more writes a neutral one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import reduce

from checker.engine.calendar import Offset


@dataclass(frozen=True)
class Phrases:
    """``phrases["name"]`` is a sentence as it stands."""

    texts: Mapping[str, str] = field(default_factory=dict)

    def __getitem__(self, name: str) -> str:
        try:
            return self.texts[name]
        except KeyError:
            raise KeyError(f"no phrase “{name}”: write it beside the others, in checker/rules") from None

    def say(self, name: str, **places: object) -> str:
        """The pattern ``name``, filled in."""
        return self[name].format(**places)

    def count(self, name: str, number: int) -> str:
        """The form of ``name`` that fits ``number``, with its ``{number}``, never negative."""
        size = abs(number)
        return self.say(f"{name}.{'one' if size == 1 else 'other'}", number=size)

    def listed(self, name: str, items: Iterable[str]) -> str:
        """``items`` as a list: ``name`` puts the ``{next}`` one after the ``{start}`` of it. There is at least one."""
        return reduce(lambda start, following: self.say(name, start=start, next=following), items)

    def day(self, day: date) -> str:
        """A date in words."""
        number = self["date.first"] if day.day == 1 else day.day
        return self.say("date", day=number, month=self[f"month.{day.month}"], year=day.year)

    def addition(self, start: date, offset: Offset, end: date) -> str:
        """``2 mai 2026 + 4 mois = 2 septembre 2026``; the day alone when nothing is added."""
        parts = (("months", offset.months), ("days", offset.days))
        added = [f"{'−' if number < 0 else '+'} {self.count(unit, number)}" for unit, number in parts if number]
        if not added:
            return self.day(end)
        return self.say("addition", start=self.day(start), added=" ".join(added), end=self.day(end))
