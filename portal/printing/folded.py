"""The folded leaflet: the whole in six panels, on one A4 sheet folded in three."""

from __future__ import annotations

from collections.abc import Iterator

from portal.pages import SITE_NAME
from portal.printing import apart, marks
from portal.printing.content import Content
from portal.printing.engine import Press
from portal.printing.links import Node
from portal.printing.typography import set_text

PANELS = {
    "papers": ("documents.html", "tableau"),
    "trap": ("que-faire/piege-refus-implicite.html", "en-bref"),
    "count": ("que-faire/piege-refus-implicite.html", "calcul"),
    "before-after": ("que-faire/piege-refus-implicite.html", "avant-apres"),
    "how": ("que-faire/piege-refus-implicite.html", "comment"),
    "today": ("que-faire.html", "en-bref"),
    "scope": ("index.html", "pour-qui"),
    "help": ("que-faire.html", "aide"),
}
"""What each part is made of: a page and one of its sections."""

LINE = 46
"""Characters of a table that fit across a panel."""


def make(content: Content, press: Press) -> Iterator[tuple[str, bytes]]:
    """Two pages: the outside (flap, back, front), then the inside."""
    yield f"droits-en-attente-{content.lang}-depliant.pdf", press.pdf("folded.typ", build(content))


def build(content: Content) -> Node:
    """data.json of the folded leaflet of one language."""
    places = {name: (f"{content.lang}/{page}", section) for name, (page, section) in PANELS.items()}
    parts = {name: apart.one(content, *place, LINE) for name, place in places.items()}
    pages = [content.pages[url] for url in dict.fromkeys(url for url, _ in places.values())]
    home = content.pages[f"{content.lang}/index.html"]
    for part in parts.values():
        part["cites"] = list(marks.cited(part["body"]))
    titles = {url: set_text(content.pages[url].title, content.lang) for url, _ in places.values()}
    return {
        **content.letters,
        "site": SITE_NAME,
        "own": content.own,
        "warnings": content.warnings,
        "title": set_text(home.title, content.lang),
        "summary": set_text(home.summary, content.lang),
        # The oldest check of the pages it is made of.
        "checked": content.checked(min([home, *pages], key=lambda page: page.checked)),
        "qr": content.code(f"{content.lang}/index.html"),
        "parts": {name: {**part, "page": titles[places[name][0]]} for name, part in parts.items()},
        "texts": apart.names(pages),
    }
