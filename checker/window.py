"""The filing window of a title, and where an implicit refusal falls for who files inside it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from checker.applying import sources_json
from checker.engine.calendar import Offset, in_french, shift
from checker.engine.deadlines import closed
from checker.rules import mots_des_dates as words
from checker.rules.delais import DELAIS
from checker.rules.echeances import SOURCES_DE_LA_FENETRE

ANEF, COUNTER = "anef", "guichet"

# First and last day to file, from the last day of the title.
WINDOWS = {
    ANEF: (Offset(days=-DELAIS["fenetre_debut"].nombre), Offset(days=-DELAIS["fenetre_fin"].nombre)),
    COUNTER: (Offset(months=-DELAIS["fenetre_hors_anef"].nombre), Offset()),
}
SILENCES = (
    (words.CAS_GENERAL, Offset(months=DELAIS["rejet_implicite"].nombre)),
    (words.DELAI_COURT, Offset(days=DELAIS["rejet_implicite_court"].nombre)),
)
# No window is worked out nearer than this to the ends of the calendar.
MARGIN = timedelta(days=366)


def window(expiration: date, voie: str | None) -> dict[str, Any]:
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
        "windows": [_one(expiration, route) for route in routes],
        "trap": words.PIEGE_ANEF,
        "sources": sources_json(SOURCES_DE_LA_FENETRE),
    }


def _one(expiration: date, route: str) -> dict[str, Any]:
    offsets = WINDOWS[route]
    first, last = (shift(expiration, offset) for offset in offsets)
    why = closed(last)
    return {
        "route": route,
        "title": words.VOIES[route],
        "start": _day(first),
        "end": _day(last),
        "steps": [
            words.calcul(in_french(expiration), offset, in_french(day))
            for offset, day in zip(offsets, (first, last), strict=True)
        ],
        "note": words.jour_ferme(why) if why else None,
        "silence": [_silence(expiration, first, last, title, offset) for title, offset in SILENCES],
    }


def _silence(expiration: date, first: date, last: date, title: str, silence: Offset) -> dict[str, Any]:
    born = [shift(day, silence) for day in (first, last)]
    days = [(day - expiration).days for day in born]
    text = words.piege_de_la_fenetre(title, days[0], days[1], in_french(born[0]), in_french(born[1]))
    return {"days": days, "text": text}


def _day(day: date) -> dict[str, str]:
    return {"date": day.isoformat(), "words": in_french(day)}
