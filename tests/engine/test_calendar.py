"""Dates at month ends, in leap years, and in words."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.engine.calendar import Offset, shift


@pytest.mark.parametrize(
    ("start", "months", "days", "expected"),
    [
        ("2026-07-24", 3, 0, "2026-10-24"),
        ("2026-11-30", 3, 0, "2027-02-28"),
        ("2027-11-30", 3, 0, "2028-02-29"),
        ("2028-02-29", 12, 0, "2029-02-28"),
        ("2026-05-02", 4, 0, "2026-09-02"),
        ("2026-05-31", 4, 0, "2026-09-30"),
        ("2026-12-31", 2, 0, "2027-02-28"),
        ("2026-07-24", 0, -120, "2026-03-26"),
        ("2026-07-24", 0, -60, "2026-05-25"),
        ("2026-08-15", -2, -1, "2026-06-14"),
        ("2026-01-31", -2, 0, "2025-11-30"),
    ],
)
def test_shift(start: str, months: int, days: int, expected: str) -> None:
    """The expected dates of the filing window and of the deadlines are those of the legal dossier's examples."""
    assert shift(date.fromisoformat(start), Offset(months, days)) == date.fromisoformat(expected)


def test_shift_out_of_range() -> None:
    with pytest.raises(OverflowError):
        shift(date(9999, 12, 1), Offset(months=1))
    with pytest.raises(OverflowError):
        shift(date(1, 1, 1), Offset(months=-1))


@given(st.dates(date(1900, 1, 1), date(2200, 1, 1)), st.integers(0, 60))
def test_months_never_overshoot(start: date, months: int) -> None:
    """The day never moves to a later day of the month, and the month is the one counted."""
    end = shift(start, Offset(months=months))
    assert (end.year * 12 + end.month) - (start.year * 12 + start.month) == months
    assert end.day <= start.day
