"""Cards to show: wallet size, in French and in the reader's language, for the document held."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from checker.engine.model import RuleBase, Source, Statement
from checker.fingerprint import fingerprint
from checker.papers.found import Shown
from checker.papers.languages import Language, languages
from checker.papers.sheets import documents, end
from checker.reading import Reading
from checker.rules.guichets import GUICHETS, Guichet
from checker.rules.mots_des_dates import MOIS
from checker.rules.phrases import PHRASES
from checker.rules.tiers import a_la_troisieme_personne

DAY = "fin.jour"
MONTHS = "mois"
# What the catalogues translate instead of each date.
DAY_FR, MONTHS_IN_FRENCH = PHRASES.say("jusqu_au", day="{day} {month} {year}"), ", ".join(MOIS)
# ``R431-15-1`` or ``R*432-1``: the kind of an article, then its number.
_ARTICLE = re.compile(r"([A-Z])(\*?)(.*)")


def card(found: Shown, reading: Reading) -> dict[str, Any] | None:
    """The CARD of a right; ``None`` when nobody is shown a card for it."""
    desk = GUICHETS[found.right.id]
    if desk.carte is None:
        return None
    name, title = desk.carte
    until = end(found, reading)
    day = date.fromisoformat(until["date"]) if until and until["date"] else None
    text: str | None = until["text"] if until else None
    said = {language.id: _said(language, desk, found.statement, text, day) for language in languages()}
    return {
        "id": name,
        "right": found.right.id,
        "audience": desk.public,
        "title": title,
        "proves": found.statement.text,
        "until": text,
        "article": "\u00a0; ".join(dict.fromkeys(short(source) for source in found.grounds)),
        "show": documents(found),
        "translations": {name: words for name, words in said.items() if words},
    }


def short(source: Source) -> str:
    """The article alone, ``CESEDA, art. R. 431-15-1``; the whole citation when it is not an article that was read."""
    match = _ARTICLE.fullmatch(source.article or "")
    if not match or source.code is None:
        return source.citation
    kind, star, number = match.groups()
    return f"{source.code}, art.\u00a0{kind}.{star} {number}"


def strings(base: RuleBase) -> dict[str, str]:
    """Every French text of the cards that a catalogue translates, by its key."""
    found = {DAY: DAY_FR, MONTHS: MONTHS_IN_FRENCH}
    for right in base.rights:
        desk = GUICHETS.get(right.id)
        for case in right.cases:
            if case.statement is None or desk is None or desk.carte is None:
                continue
            found[_title(desk)] = desk.carte[1]
            found[_sentence(case.statement)] = case.statement.text
            if case.until:
                until = a_la_troisieme_personne(case.until.text)
                found[_end(until)] = until
    return found


def _said(
    language: Language, desk: Guichet, statement: Statement, until: str | None, day: date | None
) -> dict[str, Any] | None:
    """The words of a card in ``language``; ``None`` as soon as one of them is missing or out of date."""
    title = language.say(_title(desk), desk.carte[1]) if desk.carte else None
    proves = language.say(_sentence(statement), statement.text)
    ends = (_day(language, day) if day else language.say(_end(until), until)) if until else ""
    if title is None or proves is None or ends is None:
        return None
    return {
        "name": language.name,
        "dir": language.dir,
        "title": title,
        "proves": proves,
        "until": ends or None,
        "reviewed": language.reviewed is not None,
    }


def _day(language: Language, day: date) -> str | None:
    pattern, months = language.say(DAY, DAY_FR), language.say(MONTHS, MONTHS_IN_FRENCH)
    if pattern is None or months is None:
        return None
    month = months.split(", ")[day.month - 1]
    return pattern.format(day=day.day, month=month, number=f"{day.month:02}", year=day.year)


def _title(desk: Guichet) -> str:
    return f"carte.{desk.carte[0] if desk.carte else ''}"


def _sentence(statement: Statement) -> str:
    return f"phrase.{statement.id}"


def _end(until: str) -> str:
    return f"fin.{fingerprint(until)}"
