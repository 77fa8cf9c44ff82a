"""A Markdown page cut into what stays and what is translated: joined again it is the page, whatever it is."""

from __future__ import annotations

from collections.abc import Iterator

from portal.languages import fingerprint
from portal.languages.comparison import differences
from portal.languages.segments import lines, parts, split
from tests.fuzz.words import MARKS

WORDS = (
    *MARKS, b"---\n", b"## ", b"{#id}", b"> [!NOTE]- ", b"> ", b"- ", b"1. ", b"| a | b |\n", b"| --- |\n", b"\\|",
    b"[[ cite(\"x\") ]]", b"[[% if %]]", b"[[", b"]]", b"](", b"**", b"\xc2\xa0", b"\xe2\x80\xaf", b"R. 431-15-1",
    b"1 000,50", b"[x] ", b"\n",
)  # fmt: skip
_PAGE = (
    b"---\ntitle: A\n---\nTexte.\n\n## Titre {#t}\n\n> [!NOTE]\n> Un [lien](a.md), 3 mois, art. L. 411-1.\n\n"
    b"| a | b |\n| --- | --- |\n| c | |\n"
)


def seeds() -> Iterator[bytes]:
    yield _PAGE
    yield _PAGE.split(b"---\n", 2)[2]


def one(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    front, body, _ = split(text)
    assert text.endswith(body) and len(front) + len(body) <= len(text)
    assert "".join(parts(body).values()) == body or len({*parts(body)}) < body.count("## ") + 1
    found = [*lines(body)]
    assert "\n".join("".join(line.pieces) for line in found) == body
    assert all(line.with_texts(line.texts) == "".join(line.pieces) for line in found)
    fingerprint.sections(text)
    assert not [*differences(text, text)] or "[" in text
