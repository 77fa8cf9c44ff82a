"""The poster: what to see from across a room, and room for the stamp of who hangs it."""

from __future__ import annotations

from collections.abc import Iterator

from portal.pages import SITE_NAME
from portal.printing import apart, marks
from portal.printing.content import Content
from portal.printing.engine import Press
from portal.printing.links import Node
from portal.printing.typography import set_text


def make(content: Content, press: Press) -> Iterator[tuple[str, bytes]]:
    """One A3 page."""
    yield f"droits-en-attente-{content.lang}-affiche.pdf", press.pdf("poster.typ", build(content))


def build(content: Content) -> Node:
    """data.json of the poster of one language: the title and the short version of the home page, and nothing more."""
    url = f"{content.lang}/index.html"
    home = content.pages[url]
    short = apart.one(content, url, "en-bref")
    marks.without(short["body"])
    return {
        **content.letters,
        "site": SITE_NAME,
        "own": content.own,
        "free": content.interface["footer"]["free"],
        "title": set_text(home.title, content.lang),
        "summary": set_text(home.summary, content.lang),
        "checked": content.checked(home),
        "translation": content.translation,
        "points": next(block for block in short["body"] if block["t"] == "list")["items"],
        "qr": content.code(url),
    }
