"""Distances and closed days, in words."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from checker.engine.deadlines import closed
from checker.rules.phrases import PHRASES
from checker.wording import closed_day, gap


@pytest.mark.parametrize("days", [-2, -1, 0, 1, 2])
def test_the_distance_in_words(days: int) -> None:
    said = gap(PHRASES, days).replace("\u00a0", " ")
    assert said.startswith({0: "le jour même"}.get(days, f"{abs(days)} jour{'s' if abs(days) > 1 else ''} "))
    assert days == 0 or ("après" if days > 0 else "avant") in said


def test_every_closed_day_has_its_words() -> None:
    for number in range(365 * 12):
        day = date(2026, 1, 1) + timedelta(days=number)
        assert (closed_day(PHRASES, day) is None) == (closed(day) is None)


def test_a_closed_day_is_named() -> None:
    said = closed_day(PHRASES, date(2027, 5, 6))
    assert said and said.replace("\u00a0", " ").startswith("Ce jour est férié (Ascension) : déposez avant.")
