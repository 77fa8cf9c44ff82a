"""The drawn specimen of a page, redrawn in black for paper."""

from __future__ import annotations

import re
from pathlib import Path

from lxml import html

from portal.printing.links import Node
from portal.printing.normalize import text_of
from portal.printing.typography import set_text

# What the style sheet of the site says of a drawing, for paper: everything black, and strokes that survive a copy.
_STYLE = {
    "svg": 'xmlns="http://www.w3.org/2000/svg" fill="none" stroke="black" stroke-width="1.5"',
    "text": (
        'fill="black" stroke="none" text-anchor="middle" font-weight="700" font-family="Atkinson Hyperlegible Next"'
    ),
}
# HTML lets this attribute be in small letters; a file of its own does not.
_VIEW_BOX = re.compile(r"\bviewbox=")


def find(site: Path, path: str, lang: str) -> Node | None:
    """{"svg", "alt", "section"} of the drawing of the page `path`; None when it has none.

    `section` is the id of the last title before it."""
    source = (site / path).read_bytes()
    if b'class="specimen"' not in source:
        return None
    document = html.document_fromstring(source, parser=html.HTMLParser(encoding="utf-8"))
    for figure in document.iterfind(".//figure[@class='specimen']"):
        drawing, caption = figure.find("svg"), figure.find("figcaption")
        titles = figure.xpath("preceding::h2[@id]")
        drawing.tail = None
        svg = html.tostring(drawing, encoding="unicode")
        for tag, style in _STYLE.items():
            svg = svg.replace(f"<{tag} ", f"<{tag} {style} ")
        return {
            "svg": _VIEW_BOX.sub("viewBox=", svg),
            "alt": set_text(text_of(caption), lang),
            "section": titles[-1].get("id") if titles else "",
        }
    return None
