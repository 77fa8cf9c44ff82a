"""The dates to come as an iCalendar file (RFC 5545), with neutral words for a shared phone, or with the real ones."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from typing import Any

from checker.engine.phrases import Phrases

# A line has at most 75 octets, its end left out; a folded one goes on after a space.
LONGEST = 75
# Nine in the morning of the day, this many days before.
WARNED = (7, 1)
HOUR = 9
# The request for reasons has not been made: its answer is no date yet.
SUPPOSED = ("motifs",)
LIST = "rappel.liste"


@dataclass(frozen=True)
class Event:
    """A day to keep; ``title`` and ``description`` are only written in the named file."""

    day: date
    title: str
    description: str


def calendar(response: Mapping[str, Any], today: date, phrases: Phrases) -> dict[str, Any]:
    """``{"count", "neutral", "named"}`` for the dates and deadlines of ``response`` from ``today`` on; two empty
    texts when there is none, for a calendar without an event is not valid. ``phrases``: those of ``response``."""
    found = events(response, today, phrases)
    if not found:
        return {"count": 0, "neutral": "", "named": ""}
    neutral = [
        Event(event.day, phrases.say("rappel.neutre", number=rank), phrases["rappel.description"])
        for rank, event in enumerate(found, 1)
    ]
    return {"count": len(found), "neutral": written(neutral, today), "named": written(found, today)}


def events(response: Mapping[str, Any], today: date, phrases: Phrases) -> list[Event]:
    """Every date still to come, by day, then those deadlines of remedies that are not among them."""
    found = [
        Event(date.fromisoformat(entry["date"]), entry["title"], described(entry, phrases))
        for entry in response["dates"]
        if entry["id"] not in SUPPOSED
    ]
    supposed = {entry["title"] for entry in response["dates"] if entry["id"] in SUPPOSED}
    known = {(event.day, event.title) for event in found}
    for remedy in response["remedies"]:
        deadline = remedy["deadline"]
        if deadline and deadline["date"] and deadline["title"] not in supposed:
            event = Event(date.fromisoformat(deadline["date"]), deadline["title"], remedy["title"])
            if (event.day, event.title) not in known:
                known.add((event.day, event.title))
                found.append(event)
    return sorted((event for event in found if event.day >= today), key=lambda event: event.day)


def described(entry: Mapping[str, Any], phrases: Phrases) -> str:
    """The arithmetic of a date, its reserves, its other readings and its texts, a line each."""
    citations = dict.fromkeys(source["citation"] for source in entry["sources"])
    states = dict.fromkeys(source["state"] for source in entry["sources"])
    lines = [
        *entry["steps"],
        entry["note"],
        *(
            phrases.say("rappel.autre_lecture", text=other["text"], steps=phrases.listed(LIST, other["steps"]))
            for other in entry["others"]
        ),
        phrases.say("rappel.textes", citations=phrases.listed(LIST, citations)) if citations else None,
        *states,
        phrases["rappel.attention"],
    ]
    return "\n".join(line for line in lines if line)


def written(found: Iterable[Event], today: date) -> str:
    """The text of the file. Its identifiers say nothing but the day, so that a newer file replaces the older one."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Rappels//FR", "CALSCALE:GREGORIAN"]
    ranks: dict[date, int] = {}
    for event in found:
        ranks[event.day] = ranks.get(event.day, 0) + 1
        lines += _event(event, ranks[event.day], today)
    lines.append("END:VCALENDAR")
    return "".join(f"{folded(line)}\r\n" for line in lines)


def folded(line: str) -> str:
    """``line`` cut so that no part exceeds 75 octets, never inside a character."""
    parts, part, size = [], "", 0
    for character in line:
        octets = len(character.encode())
        if size + octets > LONGEST:
            parts.append(part)
            # The space that begins a continued line counts.
            part, size = "", 1
        part += character
        size += octets
    return "\r\n ".join([*parts, part])


def escaped(text: str) -> str:
    """A TEXT value: backslash, comma, semicolon and line breaks escaped; other controls are not allowed."""
    for plain, code in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        text = text.replace(plain, code)
    return "".join(character for character in text if character >= " " and character != "\x7f")


def _event(event: Event, rank: int, today: date) -> list[str]:
    title = escaped(event.title)
    lines = [
        "BEGIN:VEVENT",
        f"UID:{_uid(event.day, rank)}",
        f"DTSTAMP:{today:%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{event.day + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{title}",
        f"DESCRIPTION:{escaped(event.description)}",
        "CLASS:PRIVATE",
        "TRANSP:TRANSPARENT",
    ]
    for days in WARNED:
        if event.day - timedelta(days=days) >= today:
            lines += _alarm(title, days)
    return [*lines, "END:VEVENT"]


def _alarm(title: str, days: int) -> list[str]:
    """A reminder: counted from the midnight that begins the day, so ``days`` days less the hours until the morning."""
    whole = f"{days - 1}D" if days > 1 else ""
    return [
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{title}",
        f"TRIGGER:-P{whole}T{24 - HOUR}H",
        "END:VALARM",
    ]


def _uid(day: date, rank: int) -> str:
    code = sha256(f"{day.isoformat()}/{rank}".encode()).hexdigest()
    return "-".join((code[:8], code[8:12], code[12:16], code[16:20], code[20:32]))
