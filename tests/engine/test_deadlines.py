"""Deadlines against dates worked out by hand: month ends, leap days, week-ends, holidays, chains of deadlines."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.engine.calendar import Offset, shift
from checker.engine.deadlines import closed, counts, easter, public_holidays
from checker.engine.model import Deadline, Reading, Source

TEXT = Source("t", "A text", "high", "read", "2026-11-23")


def reading(months: int = 0, days: int = 0) -> Reading:
    return Reading(Offset(months, days), f"{months} months {days} days", TEXT)


def deadline(id: str, start: str, *readings: Reading) -> Deadline:
    return Deadline(id, id, 1, start, readings)


def always(_deadline: Deadline, _index: int) -> bool:
    return True


def days(found: tuple) -> list[str]:  # type: ignore[type-arg]
    return [count.day.isoformat() for count in found]


@pytest.mark.parametrize(
    ("start", "months", "added", "end"),
    [
        ("2026-08-31", 6, 0, "2027-02-28"),
        ("2027-08-31", 6, 0, "2028-02-29"),
        ("2028-02-29", 12, 0, "2029-02-28"),
        ("2028-02-29", 3, 0, "2028-05-29"),
        ("2026-10-31", 4, 0, "2027-02-28"),
        ("2026-12-30", 2, 0, "2027-02-28"),
        ("2026-12-31", 2, 0, "2027-02-28"),
        ("2026-11-01", 4, 0, "2027-03-01"),
        ("2026-01-31", 1, 0, "2026-02-28"),
        ("2027-12-01", 0, 90, "2028-02-29"),
        ("2026-12-01", 0, 90, "2027-03-01"),
        ("2027-03-15", 0, -120, "2026-11-15"),
        ("2027-03-15", 0, -60, "2027-01-14"),
        ("2028-03-15", 0, -60, "2028-01-15"),
        ("2027-04-30", -2, 0, "2027-02-28"),
    ],
)
def test_one_reading(start: str, months: int, added: int, end: str) -> None:
    found = counts(deadline("d", "s", reading(months, added)), {}, {"s": date.fromisoformat(start)}, always)
    assert days(found) == [end]
    (leg,) = found[0].legs
    assert leg.start.isoformat() == start
    assert leg.shortened == (added == 0 and start[-2:] != end[-2:])


def test_the_earliest_reading_comes_first_whatever_their_order() -> None:
    four_months, ninety_days, sixty_days = reading(4), reading(days=90), reading(days=60)
    found = counts(
        deadline("d", "s", four_months, ninety_days, sixty_days), {}, {"s": date(2026, 11, 20)}, always
    )
    assert days(found) == ["2027-01-19", "2027-02-18", "2027-03-20"]


def test_a_reading_that_does_not_apply_is_left_out() -> None:
    two = deadline("d", "s", reading(4), reading(days=90))
    found = counts(two, {}, {"s": date(2026, 11, 20)}, lambda _deadline, index: index == 0)
    assert days(found) == ["2027-03-20"]


def test_a_deadline_that_starts_from_another_counts_from_its_nearest_day() -> None:
    refusal = deadline("refusal", "s", reading(4), reading(days=90))
    appeal = deadline("appeal", "refusal", reading(2), reading(3))
    found = counts(appeal, {"refusal": refusal}, {"s": date(2026, 11, 20)}, always)
    # 18 February + 2 and + 3 months; from the later refusal, 20 March, the shortest reading alone.
    assert days(found) == ["2027-04-18", "2027-05-18", "2027-05-20"]
    assert [leg.end.isoformat() for leg in found[0].legs] == ["2027-02-18", "2027-04-18"]


def test_nothing_without_a_start_or_a_reading() -> None:
    one = deadline("d", "s", reading(1))
    assert counts(one, {}, {}, always) == ()
    assert counts(one, {}, {"s": date(2026, 1, 1)}, lambda _deadline, _index: False) == ()
    assert counts(deadline("e", "d", reading(1)), {"d": one}, {}, always) == ()


def test_a_day_outside_the_calendar_is_left_out_and_the_others_stay() -> None:
    far, near = reading(12 * 9999), reading(1)
    assert days(counts(deadline("d", "s", far, near), {}, {"s": date(2026, 1, 1)}, always)) == ["2026-02-01"]
    assert counts(deadline("d", "s", far), {}, {"s": date(2026, 1, 1)}, always) == ()
    first = deadline("first", "s", near)
    assert counts(deadline("then", "first", far), {"first": first}, {"s": date(2026, 1, 1)}, always) == ()


@given(st.dates(), st.integers(-40, 40), st.integers(-4000, 4000))
@settings(max_examples=300)
def test_no_exception_on_any_date(start: date, months: int, added: int) -> None:
    found = counts(deadline("d", "s", reading(months, added), reading(1)), {}, {"s": start}, always)
    assert [count.day for count in found] == sorted(count.day for count in found)
    for count in found:
        assert count.day == shift(start, count.legs[-1].reading.offset)
        closed(count.day)


# Sundays of Easter as printed in almanacs; the earliest and latest possible ones are among them.
@pytest.mark.parametrize(
    "sunday",
    ["1818-03-22", "1943-04-25", "2000-04-23", "2008-03-23", "2019-04-21", "2024-03-31", "2025-04-20",
     "2026-04-05", "2027-03-28", "2028-04-16", "2029-04-01", "2030-04-21", "2038-04-25"],
)  # fmt: skip
def test_easter(sunday: str) -> None:
    assert easter(int(sunday[:4])).isoformat() == sunday


def test_easter_is_a_sunday_between_22_march_and_25_april() -> None:
    for year in range(1583, 4100):
        sunday = easter(year)
        assert sunday.weekday() == 6
        assert date(year, 3, 22) <= sunday <= date(year, 4, 25)


def test_holidays_of_2027() -> None:
    assert [day.isoformat()[5:] for day in sorted(public_holidays(2027))] == [
        "01-01", "03-29", "05-01", "05-06", "05-08", "05-17", "07-14", "08-15", "11-01", "11-11", "12-25",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("day", "why"),
    [
        ("2027-01-24", "sunday"),
        ("2027-01-23", "saturday"),
        ("2027-01-25", None),
        ("2027-05-06", "ascension"),
        ("2027-08-15", "assumption"),
        ("2026-12-25", "christmas"),
    ],
)
def test_closed_days_are_named(day: str, why: str | None) -> None:
    assert closed(date.fromisoformat(day)) == why


def test_a_closed_day_is_never_moved() -> None:
    sunday = date(2027, 1, 24)
    assert sunday.weekday() == 6
    found = counts(deadline("d", "s", reading(6)), {}, {"s": date(2026, 7, 24)}, always)
    assert found[0].day == sunday
    assert found[0].day + timedelta(days=1) not in [count.day for count in found]
