"""Leaflets: each right, document and remedy on one A4 page, made of its own page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from portal.pages import SITE_NAME, leaflet
from portal.printing import apart, marks, specimens
from portal.printing.content import Content
from portal.printing.engine import Press
from portal.printing.links import Node
from portal.printing.normalize import Page
from portal.printing.typography import set_text
from portal.printing.vocabulary import PrintingError

KEPT = "en-bref"
"""The section that no leaflet goes without."""

ALWAYS = frozenset({"", KEPT})
"""The sections that are never dropped: what stands before the first title, and the short version."""

FIRST_KEPT = ("tableau", "prouve", "faire", "comment", "delai", "juge", "montrer", "refus", "aide")
"""The sections most worth the room that is left, in this order; the others follow, in the order of the page."""

CORE = frozenset({"tableau", "prouve", "faire", "comment", "delai"})
"""Those for which the letters are made smaller, down to 9 points, if need be."""

LEFT_OUT = "loi"
"""The words of the law themselves: the foot names the texts, and the code opens the page that quotes them."""

URGENT = frozenset({"danger", "warning"})
"""The boxes that stay when their section goes."""


def make(content: Content, press: Press) -> Iterator[tuple[str, bytes]]:
    """One leaflet a page, in the order of the menus: feuilles/fr/droits/sejour.pdf for fr/droits/sejour.html."""
    for page in chosen(content):
        name = PurePosixPath(leaflet(page.path, content.lang)).relative_to("guides")
        yield str(name), press.pdf("leaflet.typ", build(content, page))


def chosen(content: Content) -> list[Page]:
    """The pages that have a leaflet."""
    return [page for url, page in content.pages.items() if leaflet(url, content.lang)]


def build(content: Content, page: Page) -> Node:
    """data.json of the leaflet of one page. Raises PrintingError when the page has no section KEPT."""
    sections = apart.cut(content, page)
    ids = [section["id"] for section in sections]
    if KEPT not in ids:
        raise PrintingError(f"{page.path}: no section #{KEPT}, so its leaflet would say nothing. Write one.")
    drawing = specimens.find(content.site, page.path, page.lang)
    for section in sections:
        section["urgent"] = [block for block in section["body"] if block.get("kind") in URGENT]
        if section["id"] == LEFT_OUT:
            section["body"] = section["urgent"]
        section["cites"] = list(marks.cited(section["body"]))
        section["urgent-cites"] = list(marks.cited(section["urgent"]))
        section["drawing"] = drawing if drawing and section["id"] == drawing["section"] else None
    return {
        **content.letters,
        "site": SITE_NAME,
        "path": page.path,
        "own": content.own,
        "warnings": content.warnings_of(page),
        "title": set_text(page.title, page.lang),
        "summary": set_text(page.summary, page.lang),
        "checked": content.checked(page),
        "qr": content.code(page.path),
        "sections": sections,
        "always": [place for place, name in enumerate(ids) if name in ALWAYS],
        "core": [place for place, name in enumerate(ids) if name in CORE],
        "order": order(ids),
        "texts": apart.names([page]),
    }


def order(ids: Sequence[str]) -> list[int]:
    """The places of the sections that may be dropped, those to keep first in front."""

    def rank(place: int) -> int:
        return FIRST_KEPT.index(ids[place]) if ids[place] in FIRST_KEPT else len(FIRST_KEPT)

    return sorted((place for place, name in enumerate(ids) if name not in (*ALWAYS, LEFT_OUT)), key=rank)
