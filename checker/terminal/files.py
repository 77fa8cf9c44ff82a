"""Files of answers, the same as the page of the checker keeps and opens.

``{"format": FORMAT, "version": VERSION, "edition": number, "answers": {question: option | "?"}, "dates": {date:
"YYYY-MM-DD"}, "on": "YYYY-MM-DD"}``. Written by hand, ``answers`` and ``dates`` are enough.
"""

from __future__ import annotations

import contextlib
import json
import os
import stat
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from checker.rules import phrases_terminal as words
from checker.terminal.screen import shown

# A complete file has about a thousand characters.
LARGEST = 256_000
FORMAT, VERSION = "droits-en-attente/reponses", 1
PARTS = ("answers", "dates")
KEYS = ("format", "version", "edition", *PARTS, "on")


@dataclass(frozen=True)
class Kept:
    """What a file holds, whose ids and days are not checked here; ``on`` is a past day to examine."""

    answers: Mapping[str, Any] = field(default_factory=dict)
    dates: Mapping[str, Any] = field(default_factory=dict)
    on: Any = None


class FileProblem(Exception):
    """Why a file cannot be used: its name, then one sentence."""

    def __init__(self, name: str, sentence: str) -> None:
        super().__init__(f"{shown(name, 200)}\u00a0: {sentence}")


def load(name: str) -> Kept:
    """What the file ``name`` holds (``-``: standard input). Raises ``FileProblem``."""
    label = words.ENTREE_STANDARD if name == "-" else name
    value = _parsed(label, _text(label, _bytes(label, name)))
    if not isinstance(value, dict):
        raise FileProblem(label, words.PAS_UN_OBJET)
    if value.get("format", FORMAT) != FORMAT:
        raise FileProblem(label, words.AUTRE_FORMAT)
    # True is 1 in Python, and is no version.
    version = value.get("version", VERSION)
    if isinstance(version, bool) or version != VERSION:
        raise FileProblem(label, words.AUTRE_VERSION.format(shown(version)))
    for key in value:
        if key not in KEYS:
            raise FileProblem(label, words.CLE_INCONNUE.format(shown(key)))
    for key in PARTS:
        if not isinstance(value.get(key, {}), dict):
            raise FileProblem(f"{label}, {key}", words.PAS_UN_OBJET)
    return Kept(value.get("answers", {}), value.get("dates", {}), value.get("on"))


def save(name: str, kept: Kept, edition: str | None) -> None:
    """Write what ``load`` and the page read, for its owner only, all at once. Raises ``FileProblem``."""
    value: dict[str, Any] = {"format": FORMAT, "version": VERSION, "edition": edition}
    value |= {"answers": dict(kept.answers), "dates": dict(kept.dates)}
    if kept.on is not None:
        value["on"] = kept.on
    write(name, json.dumps(value, ensure_ascii=False, indent=1) + "\n")


def write(name: str, text: str) -> None:
    """Write ``text``, for its owner only, all at once; line ends stay as they are. Raises ``FileProblem``."""
    path = Path(name)
    # A device or a folder is not to be replaced by a file.
    if not path.name or (path.exists() and not path.is_file()):
        raise FileProblem(name, words.FICHIER_PAS_ENREGISTRE)
    new = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        # The mode is given at creation: the answers are never readable by others, not even for a moment.
        private = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, stat.S_IRUSR | stat.S_IWUSR)
        with os.fdopen(private, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        new.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            new.unlink()
        raise FileProblem(name, words.FICHIER_PAS_ENREGISTRE) from None


def _bytes(label: str, name: str) -> bytes:
    try:
        if name == "-":
            data = sys.stdin.buffer.read(LARGEST + 1)
        else:
            with Path(name).open("rb") as file:
                data = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise FileProblem(label, words.FICHIER_ABSENT) from None
    except IsADirectoryError:
        raise FileProblem(label, words.FICHIER_DOSSIER) from None
    except (OSError, ValueError):
        raise FileProblem(label, words.FICHIER_FERME) from None
    if len(data) > LARGEST:
        raise FileProblem(label, words.FICHIER_TROP_GROS.format(LARGEST // 1000))
    return data


def _text(label: str, data: bytes) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise FileProblem(label, words.FICHIER_BINAIRE) from None
    if "\0" in text:
        raise FileProblem(label, words.FICHIER_BINAIRE)
    if not text.strip():
        raise FileProblem(label, words.FICHIER_VIDE)
    return text


def _parsed(label: str, text: str) -> Any:
    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        """json keeps the last of two equal keys in silence: a person would not know which answer was used."""
        value = dict(pairs)
        if len(value) < len(pairs):
            names = [name for name, _ in pairs]
            double = next(name for name in names if names.count(name) > 1)
            raise FileProblem(label, words.CLE_EN_DOUBLE.format(shown(double)))
        return value

    try:
        return json.loads(text, object_pairs_hook=once)
    except json.JSONDecodeError as error:
        raise FileProblem(label, words.FICHIER_PAS_JSON.format(error.lineno, error.colno)) from None
    except (RecursionError, ValueError):
        raise FileProblem(label, words.FICHIER_JSON_TROP_PROFOND) from None
