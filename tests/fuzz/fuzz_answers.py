"""A file of answers that somebody opens again, or that a command pipes in: read, or refused in one sentence; then the
rules say what they say of any answers."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path

from checker.consult import consult
from checker.reading import read
from checker.rules.base import BASE
from checker.terminal.files import FORMAT, VERSION, FileProblem, load
from tests.fuzz.words import JSON

_TODAY = "2026-11-23"
WORDS = (
    *JSON, b'"on": ', b'"?"', b"2026-02-31", b"2026-W48-1", b"0001-01-01", b"9999-12-31", b"\\u202e", b"\\u001b[2J",
    *(f'"{question.id}"'.encode() for question in BASE.questions),
    *(f'"{entry.id}"'.encode() for entry in BASE.dates),
)  # fmt: skip


def seeds() -> Iterator[bytes]:
    answers = {question.id: question.options[0].id for question in BASE.questions}
    dates = {entry.id: _TODAY for entry in BASE.dates}
    whole = {"format": FORMAT, "version": VERSION, "edition": "1", "answers": answers, "dates": dates, "on": None}
    yield json.dumps(whole).encode()
    yield json.dumps({"answers": dict.fromkeys(answers, "?"), "dates": {}, "on": "2026-10-05"}).encode()
    for question in BASE.questions[:6]:
        yield json.dumps({"answers": {question.id: question.options[-1].id}}).encode()


def one(data: bytes) -> None:
    path = Path(tempfile.gettempdir(), "moi.json")
    path.write_bytes(data)
    try:
        kept = load(str(path))
    except FileProblem as problem:
        said = str(problem)
        assert path.name in said and len(said) < 500 and said.replace("\u00a0", " ").isprintable(), said
        return
    request = {"today": _TODAY, "answers": kept.answers, "dates": kept.dates, "on": kept.on}
    if read(BASE, request).problems:
        found = consult(request)
        assert found["errors"] and not found["rights"] and not found["relevant"]
