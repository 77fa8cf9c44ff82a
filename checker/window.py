"""The filing window of a title, and where an implicit refusal falls for who files inside it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from checker.engine.calendar import Offset, shift
from checker.engine.model import RuleBase
from checker.engine.phrases import Phrases
from checker.grounds import sources_json
from checker.rules.delais import DELAIS
from checker.wording import closed_day, gap

ANEF, COUNTER = "anef", "guichet"

# First and last day to file, from the last day of the title.
WINDOWS = {
    ANEF: (Offset(days=-DELAIS["fenetre_debut"].nombre), Offset(days=-DELAIS["fenetre_fin"].nombre)),
    COUNTER: (Offset(months=-DELAIS["fenetre_hors_anef"].nombre), Offset()),
}
SILENCES = (
    ("silence.general", Offset(months=DELAIS["rejet_implicite"].nombre)),
    ("silence.court", Offset(days=DELAIS["rejet_implicite_court"].nombre)),
)
# No window is worked out nearer than this to the ends of the calendar.
MARGIN = timedelta(days=366)


def window(base: RuleBase, expiration: date, voie: str | None) -> dict[str, Any]:
    """When to file for a title that ends on ``expiration``; both ways when ``voie`` is ``None``.

    ``{"windows": [{"route", "title", "start", "end", "steps", "note", "silence"}], "trap": str, "sources"}``:
    ``start`` and ``end`` are ``{"date", "words"}``; each entry of ``silence`` gives the ``days`` from the end of
    the title to the implicit refusal for a filing on the first and on the last day, and a ``text``.
    Raises ``ValueError`` for an unknown way or a date in the first or last year of the calendar.
    """
    if voie is not None and voie not in WINDOWS:
        raise ValueError(f"unknown way to file: {voie}")
    if not date.min + MARGIN <= expiration <= date.max - MARGIN:
        raise ValueError(f"too near the ends of the calendar: {expiration}")
    routes = (voie,) if voie else tuple(WINDOWS)
    return {
        "windows": [_one(base.phrases, expiration, route) for route in routes],
        "trap": base.phrases["piege_anef"],
        "sources": sources_json(base.window, base.phrases),
    }


def _one(phrases: Phrases, expiration: date, route: str) -> dict[str, Any]:
    offsets = WINDOWS[route]
    first, last = (shift(expiration, offset) for offset in offsets)
    return {
        "route": route,
        "title": phrases[f"voie.{route}"],
        "start": _day(phrases, first),
        "end": _day(phrases, last),
        "steps": [
            phrases.addition(expiration, offset, day)
            for offset, day in zip(offsets, (first, last), strict=True)
        ],
        "note": closed_day(phrases, last),
        "silence": [_silence(phrases, expiration, first, last, phrases[name], offset) for name, offset in SILENCES],
    }


def _silence(
    phrases: Phrases, expiration: date, first: date, last: date, title: str, silence: Offset
) -> dict[str, Any]:
    born = [shift(day, silence) for day in (first, last)]
    days = [(day - expiration).days for day in born]
    text = phrases.say(
        "piege_de_la_fenetre",
        title=title,
        first=phrases.day(born[0]),
        first_gap=gap(phrases, days[0]),
        last=phrases.day(born[1]),
        last_gap=gap(phrases, days[1]),
    )
    return {"days": days, "text": text}


def _day(phrases: Phrases, day: date) -> dict[str, str]:
    return {"date": day.isoformat(), "words": phrases.day(day)}
