"""Days as people type them: day, month, year."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from checker.rules.mots_des_dates import MOIS

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_TYPED = re.compile(r"(\d{1,2})(?:er)?[\s./-]+(\w+)\.?[\s./-]+(\d{4})")
_MONTHS = {name: number for number, name in enumerate(MOIS, 1)}


def parse_day(text: str) -> date | None:
    """The day written ``5 3 2027``, ``05/03/2027``, ``1er mars 2027`` or ``2027-03-05``; ``None`` for anything else.

    A year has four digits: ``27`` could be any century to a person who was born abroad in 1927.
    """
    text = text.strip().lower()
    if match := _ISO.fullmatch(text):
        year, month, day = match.groups()
    elif match := _TYPED.fullmatch(text):
        day, month, year = match.groups()
    else:
        return None
    number = _month(month)
    try:
        return date(int(year), number, int(day)) if number else None
    except ValueError:
        return None


def _month(text: str) -> int | None:
    if text.isdecimal():
        return int(text)
    plain = _plain(text)
    found = [number for name, number in _MONTHS.items() if len(plain) > 2 and _plain(name).startswith(plain)]
    return found[0] if len(found) == 1 else None


def _plain(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
