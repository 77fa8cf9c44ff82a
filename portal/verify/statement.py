"""The signed statement of an edition: edition/edition.json."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from . import layout, strict_json
from .findings import Trouble

NAME = "droits-en-attente"
FORMAT = 1
_SHA = re.compile(r"[0-9a-f]{64}")
_FINGERPRINT = re.compile(r"[0-9a-f]{4}(?: [0-9a-f]{4}){3}")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z]{2,8})?")
REMEDY = "Prenez l’édition entière à une adresse connue, et remplacez cette copie."


@dataclass(frozen=True)
class Statement:
    """What the signatories state. `files` and `bytes` count what MANIFEST.txt lists; `manifest`, `compressed` and
    `rules` are SHA-256; `fingerprints`, what papers print, by language."""

    edition: int
    date: dt.date
    law_checked: dt.date
    expires: dt.date
    rules: str
    fingerprints: Mapping[str, str]
    languages: tuple[str, ...]
    files: int
    bytes: int
    manifest: str
    compressed: str


def parse(data: bytes) -> Statement:
    """The statement in `data`. Raises Trouble for anything but the one writing that a release makes."""
    found = strict_json.parse(data, layout.STATEMENT, "statement-malformed", REMEDY)
    # A newer format may hold anything: what to do is another matter than for a faulty file.
    if found.get("name") == NAME and type(found.get("format")) is int and found["format"] > FORMAT:
        message = "Édition d’un format plus récent. Prenez verify.py dans cette édition, à une adresse connue."
        raise Trouble("unreachable", "statement-newer", layout.STATEMENT, message)
    try:
        statement = _read(found)
    except (KeyError, TypeError, ValueError) as error:
        message = f"Déclaration fautive ({error}). {REMEDY}"
        raise Trouble("error", "statement-malformed", layout.STATEMENT, message) from None
    if (json.dumps(found, ensure_ascii=False, indent=1) + "\n").encode() != data:
        message = f"Déclaration récrite par un autre programme. {REMEDY}"
        raise Trouble("error", "statement-malformed", layout.STATEMENT, message)
    return statement


def _read(found: dict[str, Any]) -> Statement:
    if list(found) != ["format", "name", *Statement.__dataclass_fields__]:
        raise ValueError("champs")
    if _number(found, "format", FORMAT) != FORMAT or found["name"] != NAME:
        raise ValueError("format, name")
    statement = Statement(
        edition=_number(found, "edition", 1),
        date=_date(found, "date"),
        law_checked=_date(found, "law_checked"),
        expires=_date(found, "expires"),
        rules=_text(found, "rules", _SHA),
        fingerprints=found["fingerprints"],
        languages=tuple(found["languages"]),
        files=_number(found, "files", 1),
        bytes=_number(found, "bytes", 1),
        manifest=_text(found, "manifest", _SHA),
        compressed=_text(found, "compressed", _SHA),
    )
    if not isinstance(statement.fingerprints, dict) or not all(
        _LANGUAGE.fullmatch(code) and isinstance(text, str) and _FINGERPRINT.fullmatch(text)
        for code, text in statement.fingerprints.items()
    ):
        raise ValueError("fingerprints")
    codes = found["languages"]
    if not isinstance(codes, list) or not all(isinstance(code, str) and _LANGUAGE.fullmatch(code) for code in codes):
        raise ValueError("languages")
    if len(set(codes)) != len(codes) or "fr" not in codes:
        raise ValueError("languages")
    if not statement.law_checked <= statement.date < statement.expires:
        raise ValueError("law_checked, date, expires")
    return statement


def _number(found: dict[str, Any], key: str, least: int) -> int:
    value = found[key]
    if type(value) is not int or not least <= value < 1 << 53:
        raise ValueError(key)
    return value


def _date(found: dict[str, Any], key: str) -> dt.date:
    day = dt.date.fromisoformat(found[key])
    # Python also reads weeks ("2026-W48-1"), which no release writes.
    if day.isoformat() != found[key]:
        raise ValueError(key)
    return day


def _text(found: dict[str, Any], key: str, form: re.Pattern[str]) -> str:
    if not isinstance(found[key], str) or not form.fullmatch(found[key]):
        raise ValueError(key)
    return str(found[key])
