"""Deadlines as arithmetic: every way of counting one, the nearest day first. A day is never moved.

Week-ends and public holidays are only named: no text that was read carries a deadline over to a later day.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from checker.engine.calendar import Offset, shift
from checker.engine.model import Deadline, Reading


@dataclass(frozen=True)
class Leg:
    """One addition: ``start`` moved by the offset of ``reading`` gives ``end``."""

    start: date
    reading: Reading
    end: date

    @property
    def shortened(self) -> bool:
        """True when the month of arrival lacks the day of ``start``: the last day of that month was taken."""
        return self.reading.offset.days == 0 and self.end.day != self.start.day


@dataclass(frozen=True)
class Count:
    """One way of reaching ``day``, leg after leg."""

    day: date
    legs: tuple[Leg, ...]


def counts(
    deadline: Deadline,
    deadlines: Mapping[str, Deadline],
    dates: Mapping[str, date],
    may_apply: Callable[[Deadline, int], bool],
) -> tuple[Count, ...]:
    """Every way of counting ``deadline``, the nearest day first; empty when its start is not known.

    ``may_apply(deadline, i)`` says whether reading ``i`` can apply. A deadline that starts from another one is
    counted fully from the nearest day of that one, and by its shortest reading from the later days. Days outside
    the years 1 to 9999 are left out.
    """
    origin = deadlines.get(deadline.start)
    if origin is not None:
        starts = counts(origin, deadlines, dates, may_apply)
    else:
        known = dates.get(deadline.start)
        starts = () if known is None else (Count(known, ()),)
    readings = [reading for i, reading in enumerate(deadline.readings) if may_apply(deadline, i)]
    if not starts or not readings:
        return ()
    nearest = sorted(_from(starts[0], readings), key=_day)
    shortest = [nearest[0].legs[-1].reading] if nearest else []
    later = [count for start in starts[1:] for count in _from(start, shortest)]
    return tuple(sorted((*nearest, *later), key=_day))


def _day(count: Count) -> date:
    return count.day


def _from(start: Count, readings: list[Reading]) -> list[Count]:
    found = []
    for reading in readings:
        end = _moved(start.day, reading.offset)
        if end is not None:
            found.append(Count(end, (*start.legs, Leg(start.day, reading, end))))
    return found


def _moved(start: date, offset: Offset) -> date | None:
    try:
        return shift(start, offset)
    except OverflowError:
        return None


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm of Meeus, Jones and Butcher)."""
    golden = year % 19
    century, of_century = divmod(year, 100)
    leap_centuries, century_rest = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap_centuries - correction + 15) % 30
    leaps, rest = divmod(of_century, 4)
    to_sunday = (32 + 2 * century_rest + 2 * leaps - epact - rest) % 7
    late = (golden + 11 * epact + 22 * to_sunday) // 451
    month, day = divmod(epact + to_sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def public_holidays(year: int) -> dict[date, str]:
    """The public holidays of the whole of France, each with a name (local ones are not known here)."""
    sunday = easter(year)
    return {
        date(year, 1, 1): "new_year",
        sunday + timedelta(days=1): "easter_monday",
        date(year, 5, 1): "labour_day",
        date(year, 5, 8): "victory_day",
        sunday + timedelta(days=39): "ascension",
        sunday + timedelta(days=50): "whit_monday",
        date(year, 7, 14): "national_day",
        date(year, 8, 15): "assumption",
        date(year, 11, 1): "all_saints",
        date(year, 11, 11): "armistice_day",
        date(year, 12, 25): "christmas",
    }


def closed(day: date) -> str | None:
    """Why offices are closed on ``day``, or ``None``: ``saturday``, ``sunday``, or the name of a public holiday."""
    return public_holidays(day.year).get(day) or {5: "saturday", 6: "sunday"}.get(day.weekday())
