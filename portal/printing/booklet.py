"""The A5 booklet: a choice of pages to staple, and the same pages two by two on A4 sheets."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import PurePosixPath

from portal.pages import BOOKLET, SITE_NAME
from portal.printing import chapters, imposition, links
from portal.printing.chapters import frame
from portal.printing.content import CHECKER, Content
from portal.printing.engine import Press
from portal.printing.links import Node
from portal.printing.notes import Notes

SHEETS = "droits-en-attente-{lang}-a5-a-imprimer.pdf"


def make(content: Content, press: Press) -> Iterator[tuple[str, bytes]]:
    """The booklet page by page, tagged, and its sheets to print on both sides, fold and staple."""
    pages = press.pdf("booklet.typ", build(content))
    yield PurePosixPath(BOOKLET.format(lang=content.lang)).name, pages
    yield SHEETS.format(lang=content.lang), imposition.saddle(pages, right_hand=content.interface["dir"] == "rtl")


def build(content: Content) -> Node:
    """data.json of the booklet: the pages whose front matter says `livret: true`, in the order of the menus."""
    urls = [item.url for item in content.nav if content.fronts[item.url].booklet]
    return {
        **frame(content, "a5"),
        "title": SITE_NAME,
        "kind": content.own["booklet"]["kind"],
        "checker": content.code(f"{content.lang}/{CHECKER}"),
        "parts": chapters.parts(content, urls, Notes(), _linker(content, frozenset(urls))),
    }


def _linker(content: Content, chosen: frozenset[str]) -> Callable[[str, str], Node]:
    """Links inside the booklet. One to a page left out is only its words: an address after each would drown the text,
    and the code of the chapter leads to the page where the links are."""
    base = content.edition.site_url

    def link(page: str, href: str) -> Node:
        node = links.resolve(href, page=page, anchors=content.printed, site_url=base)
        left_out = node["t"] == "ref" and node["to"].partition("#")[0] not in chosen
        return {"t": "plain"} if left_out or node.get("url", "").startswith(base) else node

    return link
