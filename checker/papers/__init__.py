"""What a person takes away: proof sheets, cards to show, an evidence log and a calendar, all made on the device."""

from __future__ import annotations

from typing import Any

from checker.compiled import compiled
from checker.consult import consult_in, language_of
from checker.papers.calendar_file import calendar
from checker.papers.cards import card
from checker.papers.found import shown
from checker.papers.log import log
from checker.papers.sheets import sheet
from checker.reading import TODAY, read


def papers(request: Any) -> dict[str, Any]:
    """``{"sheets": [SHEET], "cards": [CARD], "log": LOG | None, "calendar": {"count", "neutral", "named"}, "errors"}``.

    ``request`` is that of ``checker.consult``. A sheet or a card exists for a right that is certain, favourable and
    has a sentence to show. Nothing is made, and ``errors`` says why, for answers that cannot be used or are out of
    scope, for a past day (``on``) and for an edition that has expired. Never raises on bad input.

    A clerk reads sheets and cards: they are in French. What the reader alone reads is in the language that the
    request asks for: the name of each sheet, the log, the calendar and the errors.
    """
    rules = compiled(language_of(request))
    phrases = rules.base.phrases
    response = consult_in(rules, request)
    if response["errors"]:
        return _nothing(response["errors"])
    reading = read(rules.base, request)
    if reading.frozen:
        return _nothing([{"field": "expires", "message": phrases["papier.perime"]}])
    if request.get("on") not in (None, request["today"]):
        return _nothing([{"field": "on", "message": phrases["papier.jour_passe"]}])
    if response["out_of_scope"]:
        return _nothing([{"field": "", "message": phrases["papier.hors_champ"]}])
    found = list(shown(compiled(), reading))
    names = {right.id: right.title for right in rules.base.rights}
    cards = [card(one, reading) for one in found]
    return {
        "sheets": [sheet(one, reading, names[one.right.id]) for one in found],
        "cards": [one for one in cards if one],
        "log": log(rules.base, reading.answers),
        "calendar": calendar(response, reading.dates[TODAY], phrases),
        "errors": [],
    }


def _nothing(errors: list[dict[str, str]]) -> dict[str, Any]:
    empty = {"count": 0, "neutral": "", "named": ""}
    return {"sheets": [], "cards": [], "log": None, "calendar": empty, "errors": errors}
