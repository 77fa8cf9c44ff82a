"""The first screen, as text, and the picture that stands for the book on a shelf."""

from __future__ import annotations

from html import escape

from portal.pages import SITE_NAME
from portal.printing.content import Content
from portal.printing.ebooks.matter import address
from portal.printing.engine import Press

# The mark of the site, in one colour: that of the text.
MARK = (
    '<svg xmlns="http://www.w3.org/2000/svg" class="mark" viewBox="0 0 40 44" width="40" height="44" fill="none" '
    'stroke="currentColor" stroke-width="1.6" stroke-linejoin="round" stroke-linecap="round" aria-hidden="true">'
    '<path d="M2 2h25l9 9v31H2zM27 2v9h9M10 13h17M10 37h17M12 14c0 6 6.500 6 6.500 11 0-5 6.500-5 6.500-11'
    'M12 36c0-6 6.500-6 6.500-11 0 5 6.500 5 6.500 11"/>'
    '<path fill="currentColor" stroke="none" d="M14 36c.5-3 3-4 4.500-5 1.500 1 4 2 4.500 5z"/></svg>'
)
PICTURE_PPI = 144
"""Of a page of 450 × 600 points: 900 × 1200 pixels."""


def markup(content: Content, level: int, *, epub: bool) -> str:
    """Title, edition, until when it is good, warnings, where the newest one is."""
    own = content.own
    home = address(content.address(f"{content.lang}/index.html"))
    warnings = "".join(f"<li>{escape(item, quote=False)}</li>" for item in content.warnings)
    kind = ' epub:type="titlepage"' if epub else ""
    shown = {key: escape(own[key], quote=False) for key in ("subtitle", "edition", "until", "until_why")}
    return (
        f'<section class="cover" id="couverture"{kind} aria-labelledby="titre">{MARK}\n'
        f'<h{level} id="titre">{escape(SITE_NAME)}</h{level}>\n<p class="lead">{shown["subtitle"]}</p>\n'
        f"<p><strong>{escape(own['ebook']['kind'], quote=False)}</strong></p>\n"
        f'<div class="dates"><p>{shown["edition"]}</p><p class="until"><strong>{shown["until"]}</strong></p>'
        f"<p>{shown['until_why']}</p></div>\n"
        f'<p>{escape(own["ebook"]["newest"], quote=False)} <a href="{escape(home["url"])}">'
        f"{escape(home['c'][0]['s'], quote=False)}</a></p>\n<ul>{warnings}</ul></section>\n"
    )


def picture(content: Content, press: Press) -> bytes:
    """A PNG of 900 × 1200 pixels, with no more than what can be read on a shelf."""
    own = content.own
    words = {key: own[key] for key in ("subtitle", "edition", "until")}
    data = {**content.letters, **words, "title": SITE_NAME, "kind": own["ebook"]["kind"]}
    return press.png("ebook-cover.typ", data, PICTURE_PPI)
