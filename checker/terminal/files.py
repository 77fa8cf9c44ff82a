"""Files of answers: ``{"answers": {question: option | "?"}, "dates": {date: "YYYY-MM-DD"}}``."""

from __future__ import annotations

import contextlib
import json
import os
import stat
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from checker.rules import phrases_terminal as words
from checker.terminal.screen import shown

# A complete file has about a thousand characters.
LARGEST = 256_000
KEYS = ("answers", "dates")


class FileProblem(Exception):
    """Why a file cannot be used: its name, then one sentence."""

    def __init__(self, name: str, sentence: str) -> None:
        super().__init__(f"{shown(name, 200)}\u00a0: {sentence}")


def load(name: str) -> dict[str, dict[str, Any]]:
    """The ``answers`` and ``dates`` of the file ``name`` (``-``: standard input), whose ids are not checked here.

    Raises ``FileProblem``.
    """
    label = words.ENTREE_STANDARD if name == "-" else name
    value = _parsed(label, _text(label, _bytes(label, name)))
    if not isinstance(value, dict):
        raise FileProblem(label, words.PAS_UN_OBJET)
    for key, part in value.items():
        if key not in KEYS:
            raise FileProblem(label, words.CLE_INCONNUE.format(shown(key)))
        if not isinstance(part, dict):
            raise FileProblem(f"{label}, {key}", words.PAS_UN_OBJET)
    return {key: value.get(key, {}) for key in KEYS}


def save(name: str, answers: Mapping[str, str], dates: Mapping[str, str]) -> None:
    """Write what ``load`` reads, for its owner only, all at once. Raises ``FileProblem``."""
    path = Path(name)
    text = json.dumps({"answers": dict(answers), "dates": dict(dates)}, ensure_ascii=False, indent=1) + "\n"
    # A device or a folder is not to be replaced by a file.
    if not path.name or (path.exists() and not path.is_file()):
        raise FileProblem(name, words.FICHIER_PAS_ENREGISTRE)
    new = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        # The mode is given at creation: the answers are never readable by others, not even for a moment.
        private = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, stat.S_IRUSR | stat.S_IWUSR)
        with os.fdopen(private, "w", encoding="utf-8") as file:
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
