"""The A4 guide: every printed page of a language as one book. No layout here."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from portal.pages import GUIDE, SITE_NAME
from portal.printing import changes, chapters, index, texts
from portal.printing.content import Content
from portal.printing.engine import Press
from portal.printing.links import Node
from portal.printing.notes import Notes


def make(content: Content, press: Press) -> Iterator[tuple[str, bytes]]:
    """The guide, tagged and archivable."""
    yield PurePosixPath(GUIDE.format(lang=content.lang)).name, press.pdf("guide.typ", build(content))


def build(content: Content) -> Node:
    """data.json of the guide."""
    notes = Notes()
    return {
        **chapters.frame(content, "a4"),
        "title": SITE_NAME,
        "kind": content.own["kind"],
        "parts": chapters.parts(content, [item.url for item in content.nav], notes),
        "changes": changes.since_last(content),
        "texts": {
            "intro": content.interface["sources"]["intro"],
            **texts.collect(list(content.pages.values()), notes.numbers),
        },
        "index": index.entries(content),
    }
