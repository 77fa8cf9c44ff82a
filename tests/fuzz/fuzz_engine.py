"""Whatever a page or a program sends to the checker comes back as JSON: an answer, or errors that name their field."""

from __future__ import annotations

import base64
import io
import json
import zipfile
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

from checker.browser import call
from checker.rules.base import BASE
from portal.runtime.inside.letters import TYPED, request
from tests.fuzz.trees import edited
from tests.fuzz.words import JSON, MARKS

WORDS = (
    *JSON, *MARKS, b'"today"', b'"answers"', b'"dates"', b'"on"', b'"expires"', b'"lang"', b'"request"', b'"id"',
    b'"fields"', b'"copy": "ar"', b'"?"', b"2026-W48-1", b"0001-01-01", b"9999-12-31", b"2026-02-31", b"\\ud83d",
    b"\\ue000", b"\\u202e", b"\\r\\n",
    *(f'"{name}"'.encode() for name in ("motifs", "employeur", "prefet_api", "nom", "adresse", "effets", "courriel")),
)  # fmt: skip
_NAMES = ("consult", "papers", "letters", "letter", "autre")


_ASKED = request("three months")
_FIELDS = {"nom": TYPED["text"], "adresse": TYPED["long"], "courriel": TYPED["email"], "effets": "<b>]]>&{{7*7}}"}
_LETTERS = [
    {"request": _ASKED, "id": name, "fields": _FIELDS, "copy": "ar"} for name in ("motifs", "employeur", "prefet_api")
]
_GOOD: tuple[Any, ...] = (_ASKED, {"today": "2026-11-23", "answers": {BASE.questions[0].id: "?"}}, *_LETTERS)
# From here on, the byte says that what follows is text.
_TEXT = 128


def seeds() -> Iterator[bytes]:
    for rank, good in enumerate(_GOOD):
        for which in (3,) if rank > 1 else (0, 1, 2):
            yield bytes([which, rank])
            yield bytes([_TEXT + which]) + json.dumps(good, ensure_ascii=False).encode()


def one(data: bytes) -> None:
    which = data[0] if data else 0
    name = _NAMES[which % _TEXT % len(_NAMES)]
    if which < _TEXT and len(data) > 1:
        argument = json.dumps(edited(_GOOD[data[1] % len(_GOOD)], data[2:]))
    else:
        argument = data[1:].decode("utf-8", "replace")
    made = json.loads(call(name, argument))
    for error in made["errors"]:
        assert isinstance(error["field"], str) and isinstance(error["message"], str) and error["message"], error
    if made["errors"]:
        apart = ("errors", "file", "calendar", "today", "not_examined")
        assert not any(value for key, value in made.items() if key not in apart), made
    elif name == "letter":
        _letter(made)


def _letter(made: dict[str, Any]) -> None:
    """What is written in the letter is in its file, to the letter, and nothing else is."""
    with zipfile.ZipFile(io.BytesIO(base64.b64decode(made["odt"]))) as package:
        content = ElementTree.fromstring(package.read("content.xml"))
    space = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
    texts = []
    for node in content.iter():
        if node.tag in (f"{space}p", f"{space}h"):
            texts.append((node.text or "") + "".join("\n" + (child.tail or "") for child in node))
            assert {child.tag for child in node} <= {f"{space}line-break"}
    wanted = []
    for block in made["blocks"]:
        wanted += [block["text"]] if block["text"] or not block["items"] else []
        wanted += block["items"] or []
    assert [text for text in texts if text] == [text for text in wanted if text]
    assert made["text"].endswith("\r\n") and not set(made["text"]) & {"\0", "\ue000", "\ue001", "\u202e"}
