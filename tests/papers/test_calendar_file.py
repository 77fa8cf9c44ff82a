"""The calendar: valid for two other programs, folded and escaped as RFC 5545 asks, and silent when it is neutral."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import icalendar
import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.consult import consult
from checker.papers import papers
from checker.papers.calendar_file import LONGEST, Event, calendar, escaped, folded, written
from checker.rules.phrases import PHRASES
from portal.gates.cases import read_cases
from tests.papers.test_papers import API, DATES, made
from tests.wiring import TODAY

PEOPLE = read_cases(Path(__file__).parents[2])
START = date(2026, 11, 23)
DAYS = st.dates(date(2000, 1, 1), date(2100, 12, 31))
# Controls are not allowed in a calendar, and a lone surrogate is no text; a line break is one character.
TEXTS = st.text(st.characters(blacklist_categories=("Cs", "Cc")) | st.just("\n"), max_size=200)


def read(text: str) -> list[dict[str, Any]]:
    """The events as icalendar reads them; vobject must read the same."""
    events = [
        {
            "uid": str(event["UID"]),
            "day": event.decoded("DTSTART"),
            "end": event.decoded("DTEND"),
            "stamp": event.decoded("DTSTAMP").strftime("%Y%m%d"),
            "title": str(event["SUMMARY"]),
            "description": str(event["DESCRIPTION"]),
            "alarms": sorted(alarm.decoded("TRIGGER") for alarm in event.walk("VALARM")),
        }
        for event in icalendar.Calendar.from_ical(text).walk("VEVENT")
    ]
    others = [
        {
            "uid": event.uid.value,
            "day": event.dtstart.value,
            "end": event.dtend.value,
            "stamp": event.dtstamp.value.strftime("%Y%m%d"),
            "title": event.summary.value,
            "description": event.description.value,
            "alarms": sorted(alarm.trigger.value for alarm in event.contents.get("valarm", [])),
        }
        for event in vobject.readOne(text).vevent_list
    ]
    assert events == others
    return events


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: person.name)
def test_each_person(person: Any) -> None:
    made_ = papers(person.request)["calendar"]
    if not made_["count"]:
        assert (made_["neutral"], made_["named"]) == ("", "")
        return
    neutral, named = read(made_["neutral"]), read(made_["named"])
    assert len(neutral) == len(named) == made_["count"]
    for key in ("uid", "day", "end", "stamp", "alarms"):
        assert [event[key] for event in neutral] == [event[key] for event in named]
    assert [event["title"] for event in neutral] == [
        f"Rappel {rank}" for rank in range(1, len(neutral) + 1)
    ]
    assert {event["description"] for event in neutral} == {"Voir ma feuille"}
    assert len({event["uid"] for event in neutral}) == len(neutral)
    for event in named:
        assert event["day"] >= date.fromisoformat(person.request["today"])
        assert event["end"] == event["day"] + timedelta(days=1)
        assert event["title"] and event["description"].endswith("association.")


def test_every_date_to_come_is_there_with_its_arithmetic_and_source() -> None:
    response = consult({"today": TODAY, "answers": API, "dates": DATES})
    to_come = [entry for entry in response["dates"] if entry["date"] >= TODAY and entry["id"] != "motifs"]
    named = read(made(answers=API, dates=DATES)["calendar"]["named"])
    assert [(event["day"].isoformat(), event["title"]) for event in named] == [
        (entry["date"], entry["title"]) for entry in to_come
    ]
    for event, entry in zip(named, to_come, strict=True):
        for said in (*entry["steps"], entry["note"] or "", *(source["citation"] for source in entry["sources"])):
            assert said in event["description"]
    deadlines = {remedy["deadline"]["date"] for remedy in response["remedies"] if remedy["deadline"]}
    assert {day for day in deadlines if day and day >= TODAY} <= {event["day"].isoformat() for event in named} | {
        entry["date"] for entry in response["dates"] if entry["id"] == "motifs"
    }


def test_a_deadline_that_is_not_among_the_dates_is_added_once() -> None:
    remedy = {"title": "Agir", "deadline": {"title": "Délai", "date": "2026-12-01", "words": "1er décembre 2026"}}
    response = {"dates": [], "remedies": [remedy, remedy]}
    assert [event["title"] for event in read(calendar(response, START, PHRASES)["named"])] == ["Délai"]


def test_the_neutral_file_reveals_nothing() -> None:
    neutral = made(answers=API, dates=DATES)["calendar"]["neutral"]
    words = {*re.findall(r"[^\W\d_]{3,}", neutral)}
    assert words <= {
        "BEGIN", "END", "VCALENDAR", "VERSION", "PRODID", "CALSCALE", "GREGORIAN", "VEVENT", "UID", "DTSTAMP",
        "DTSTART", "DTEND", "VALUE", "DATE", "SUMMARY", "DESCRIPTION", "CLASS", "PRIVATE", "TRANSP", "TRANSPARENT",
        "VALARM", "ACTION", "DISPLAY", "TRIGGER", "Rappel", "Rappels", "Voir", "feuille",
    } | {part for uid in re.findall(r"UID:(.*)", neutral) for part in re.findall(r"[a-f]{3,}", uid)}  # fmt: skip
    other = made(answers=API | {"titre": "resident"}, dates=DATES)["calendar"]["neutral"]
    for one, two in zip(by_day(neutral).items(), by_day(other).items(), strict=False):
        if one[0] == two[0]:
            assert one[1][: len(two[1])] == two[1][: len(one[1])], "the identifier tells more than the day"


def by_day(text: str) -> dict[date, list[str]]:
    found: dict[date, list[str]] = {}
    for event in read(text):
        found.setdefault(event["day"], []).append(event["uid"])
    return found


def test_the_reminders_ring_in_the_morning_and_never_in_the_past() -> None:
    events = [Event(START + timedelta(days=days), "a", "b") for days in (0, 1, 6, 7, 30)]
    rung = []
    for event in read(written(events, START)):
        # A trigger is counted from the midnight that begins the day.
        assert all(alarm % timedelta(days=1) == timedelta(hours=9) for alarm in event["alarms"])
        rung.append([event["day"] + timedelta(days=alarm // timedelta(days=1)) for alarm in event["alarms"]])
    assert all(day >= START for ring in rung for day in ring)
    assert [len(ring) for ring in rung] == [0, 1, 1, 2, 2]


@settings(max_examples=150)
@given(st.lists(st.tuples(DAYS, TEXTS, TEXTS), min_size=1, max_size=5), DAYS)
def test_any_day_and_text_come_back(given_: list[tuple[date, str, str]], today: date) -> None:
    events = [Event(*parts) for parts in given_]
    text = written(events, today)
    assert text == written(events, today)
    assert text.endswith("END:VCALENDAR\r\n") and "\n" not in text.replace("\r\n", "")
    assert all(len(line.encode()) <= LONGEST for line in text.split("\r\n"))
    back = [
        (event.decoded("DTSTART"), str(event["SUMMARY"]), str(event["DESCRIPTION"]))
        for event in icalendar.Calendar.from_ical(text).walk("VEVENT")
    ]
    assert back == given_
    uids = re.findall(r"^UID:(\S+)\r$", text, re.MULTILINE)
    assert len(set(uids)) == len(given_)


@given(TEXTS)
def test_a_folded_line_unfolds_to_itself(text: str) -> None:
    line = f"DESCRIPTION:{escaped(text)}"
    assert folded(line).replace("\r\n ", "") == line


def test_controls_are_left_out() -> None:
    assert escaped("a\x00b\r\nc\x7f; d, e\\") == "ab\\nc\\; d\\, e\\\\"
