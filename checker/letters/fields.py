"""The fields of a letter: what is asked, and how what was typed is checked. Values are data, never template text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from checker.engine.phrases import Phrases
from checker.reading import FARTHEST, Problem

# What is left blank is filled by hand.
BLANK = "…" * 8
LONG, SHORT = 1500, 120
# Joiners change the shape of letters in several scripts; every other invisible sign is dropped.
_JOINERS = "\u200c\u200d"
_EMAIL = re.compile(r"[^\s@<>\"(),:;]+@[^\s@<>\"(),:;]+\.[^\s@<>\"(),:;.]{2,}")
_OLDEST = 120


@dataclass(frozen=True)
class Field:
    """One field, in the words of the page. ``kind``: text, long (several lines), date, choice, number or email.

    ``options`` are pairs (id, words) of a choice. ``birth`` allows a day up to 120 years ago; other dates are facts
    of the last twenty years, never in the future unless ``future``.
    """

    id: str
    label: str
    group: str
    kind: str = "text"
    help: str = ""
    required: bool = False
    options: tuple[tuple[str, str], ...] = ()
    birth: bool = False
    future: bool = False

    @property
    def max(self) -> int:
        """The most characters that it takes."""
        return LONG if self.kind == "long" else SHORT


def field_json(field: Field) -> dict[str, Any]:
    """The FIELD of the contract with the page."""
    options = [{"id": name, "text": text} for name, text in field.options] or None
    return {
        "id": field.id,
        "label": field.label,
        "help": field.help,
        "kind": field.kind,
        "required": field.required,
        "max": field.max,
        "options": options,
        "group": field.group,
    }


def read_fields(
    fields: Iterable[Field], given: Any, today: date, phrases: Phrases
) -> tuple[dict[str, Any], list[Problem]]:
    """Checked values by field, ``None`` for an empty one, and what is wrong.

    A text is a ``str``, a date a ``date``, a choice the id of an option.
    """
    if not isinstance(given, Mapping):
        return {}, [Problem("", phrases["erreur.texte"])]
    values: dict[str, Any] = {}
    problems = []
    for field in fields:
        value = given.get(field.id, "")
        try:
            values[field.id] = read_value(field, value, today, phrases)
        except ValueError as error:
            problems.append(Problem(field.id, str(error)))
    known = set(values) | {problem.field for problem in problems}
    problems += [Problem(str(name)[:SHORT], phrases["erreur.champ_inconnu"]) for name in given if name not in known]
    return values, problems


def read_value(field: Field, value: Any, today: date, phrases: Phrases) -> Any:
    """The value of one field; ``None`` when it is empty. Raises ``ValueError`` with words for the person."""
    if value is None:
        value = ""
    if not isinstance(value, str):
        raise ValueError(phrases["erreur.texte"])
    if len(value) > 4 * field.max:
        raise ValueError(phrases.say("erreur.trop_long", number=field.max))
    text = clean(value, lines=field.kind == "long")
    if not text:
        if field.required:
            raise ValueError(phrases["erreur.requis"])
        return None
    if len(text) > field.max:
        raise ValueError(phrases.say("erreur.trop_long", number=field.max))
    if field.kind == "date":
        return _day(field, text, today, phrases)
    if field.kind == "choice" and text not in {name for name, _ in field.options}:
        raise ValueError(phrases["erreur.choix"])
    if field.kind == "email" and not _EMAIL.fullmatch(text):
        raise ValueError(phrases["erreur.courriel"])
    return text


def clean(text: str, *, lines: bool) -> str:
    """Without control, direction or unassigned signs; spaces folded; one line unless ``lines``."""
    kept = [_line(line) for line in text.splitlines()]
    kept = [line for line in kept if line]
    return ("\n" if lines else " ").join(kept)


def _line(line: str) -> str:
    shown = "".join(c if c.isprintable() or c in _JOINERS else " " if c.isspace() else "" for c in line)
    return " ".join(shown.split())


def _day(field: Field, text: str, today: date, phrases: Phrases) -> date:
    try:
        day = date.fromisoformat(text) if len(text) == 10 else None
    except ValueError:
        day = None
    # Python also reads weeks ("2026-W48-1"), which no form writes.
    if day is None or day.isoformat() != text:
        raise ValueError(phrases["date_illisible"])
    if day > today and not field.future:
        raise ValueError(phrases["date_future"])
    if today.year - day.year > _OLDEST if field.birth else abs(day - today) > FARTHEST:
        raise ValueError(phrases["date_lointaine"])
    return day
