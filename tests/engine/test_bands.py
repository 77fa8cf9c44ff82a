"""Each band the day before its limit, the day itself and the day after; and no real dates contradict each other."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.compiled import compiled
from checker.engine.bands import band_of
from checker.engine.calendar import Offset, shift
from checker.engine.conditions import ALWAYS, restrict
from checker.engine.model import Band, Dated
from checker.reading import TODAY

DATED = [question for question in compiled().base.questions if question.dated]
DAY = timedelta(days=1)


@pytest.mark.parametrize("question", DATED, ids=lambda question: question.id)
@pytest.mark.parametrize("reference", ["2026-11-23", "2026-11-30", "2028-02-29", "2026-12-31", "2027-03-01"])
def test_around_each_limit(question, reference: str) -> None:  # type: ignore[no-untyped-def]
    dated: Dated = question.dated
    start = date.fromisoformat(reference)
    for band, following in zip(dated.bands, dated.bands[1:], strict=False):
        assert band.until is not None
        limit = shift(start, band.until)

        def at(day: date) -> str | None:
            return band_of(dated, {dated.reference: start, dated.measured: day})

        assert at(limit) == band.option
        assert at(limit + DAY) == following.option
        assert at(limit - DAY) in {band.option, *_earlier(dated, band)}


def _earlier(dated: Dated, band: Band) -> set[str]:
    return {earlier.option for earlier in dated.bands[: dated.bands.index(band)]}


@pytest.mark.parametrize("question", DATED, ids=lambda question: question.id)
def test_bands_are_options_of_the_question_in_growing_order(question) -> None:  # type: ignore[no-untyped-def]
    options = {option.id for option in question.options}
    limits = [band.until for band in question.dated.bands]
    assert {band.option for band in question.dated.bands} <= options
    assert limits[-1] is None and None not in limits[:-1]
    days = [shift(date(2026, 6, 15), limit) for limit in limits[:-1]]
    assert days == sorted(days)


def test_a_missing_date_gives_no_band() -> None:
    dated = DATED[0].dated
    assert dated is not None
    assert band_of(dated, {}) is None
    assert band_of(dated, {dated.reference: date(2026, 1, 1)}) is None


def test_bands_that_stop_short_are_an_error() -> None:
    with pytest.raises(ValueError, match="do not reach"):
        band_of(Dated("a", "b", (Band("x", Offset()),)), {"a": date(2026, 1, 1), "b": date(2026, 1, 2)})


@given(
    st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    st.integers(-400, 800),
    st.integers(0, 800),
)
def test_real_dates_never_contradict_each_other(today: date, expired: int, filed: int) -> None:
    """Bands computed from any three real dates are never held for impossible."""
    dates = {
        TODAY: today,
        "expiration": today - timedelta(days=expired),
        "depot": today - timedelta(days=filed),
    }
    left = compiled().base.impossible
    for question in DATED:
        assert question.dated
        band = band_of(question.dated, dates)
        # Only one of the two ways of filing is true of a person.
        if band and question.id != "depot_guichet":
            left = restrict(left, question.id, band)
    assert left != ALWAYS, dates
