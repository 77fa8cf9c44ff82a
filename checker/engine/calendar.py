"""Date arithmetic, shown step by step. Nothing here knows what the dates are for."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True)
class Offset:
    """A distance between two dates: whole months first, then days. Either may be negative."""

    months: int = 0
    days: int = 0


def shift(start: date, offset: Offset) -> date:
    """Return ``start`` moved by ``offset``.

    A month that lacks the day ends on its last day (30 November + 3 months = 28 February).
    Raises ``OverflowError`` outside the years 1 to 9999.
    """
    months = start.year * 12 + start.month - 1 + offset.months
    year, month = divmod(months, 12)
    if not date.min.year <= year <= date.max.year:
        raise OverflowError(f"year {year} is out of range")
    last_day = calendar.monthrange(year, month + 1)[1]
    moved = date(year, month + 1, min(start.day, last_day))
    return moved + timedelta(days=offset.days)
