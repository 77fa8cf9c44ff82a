"""Sentences by name: places filled in, two forms, dates and additions in the words of a language."""

from __future__ import annotations

from datetime import date

import pytest

from checker.engine.calendar import Offset
from checker.engine.phrases import Phrases
from checker.rules.phrases import PHRASES

ENGLISH = Phrases(
    {
        "date": "{month} {day}, {year}",
        "date.first": "1st",
        "month.3": "March",
        "month.6": "June",
        "months.one": "{number} month",
        "months.other": "{number} months",
        "days.one": "{number} day",
        "days.other": "{number} days",
        "addition": "{start} {added} is {end}",
        "list": "{start}, {next}",
    }
)


def test_a_day_in_words() -> None:
    assert PHRASES.day(date(2027, 3, 1)) == "1er\u00a0mars\u00a02027"
    assert PHRASES.day(date(2027, 6, 12)) == "12\u00a0juin\u00a02027"
    assert ENGLISH.day(date(2027, 3, 1)) == "March 1st, 2027"


@pytest.mark.parametrize(("number", "said"), [(-2, "2 days"), (-1, "1 day"), (0, "0 days"), (1, "1 day")])
def test_two_forms(number: int, said: str) -> None:
    assert ENGLISH.count("days", number) == said


@pytest.mark.parametrize(
    ("offset", "said"),
    [
        (Offset(), "June 12, 2027"),
        (Offset(1, 0), "March 1st, 2027 + 1 month is June 12, 2027"),
        (Offset(0, -60), "March 1st, 2027 − 60 days is June 12, 2027"),
        (Offset(2, 1), "March 1st, 2027 + 2 months + 1 day is June 12, 2027"),
    ],
)
def test_an_addition_in_words(offset: Offset, said: str) -> None:
    assert ENGLISH.addition(date(2027, 3, 1), offset, date(2027, 6, 12)) == said


@pytest.mark.parametrize(("items", "said"), [("a", "a"), ("ab", "a, b"), ("abc", "a, b, c")])
def test_a_list_in_words(items: str, said: str) -> None:
    assert ENGLISH.listed("list", items) == said


def test_a_phrase_that_is_not_there_is_named() -> None:
    ways = (lambda: ENGLISH["champ.x"], lambda: ENGLISH.say("champ.x", day="1"), lambda: ENGLISH.count("champ", 2))
    for read in ways:
        with pytest.raises(KeyError, match=r"no phrase “champ\.(x|other)”: write it .* in checker/rules"):
            read()
