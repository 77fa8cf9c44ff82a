"""The whole guide as one HTML file, to send by messaging: opens by itself, asks the network for nothing."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from html import escape

from portal.pages import SITE_NAME
from portal.printing.content import Content
from portal.printing.ebooks import book, cover, package
from portal.printing.ebooks.epub import SHEET
from portal.printing.ebooks.places import Places
from portal.printing.ebooks.sections import Sections, contents
from portal.printing.ebooks.xhtml import languages
from portal.printing.engine import Press
from portal.security import single_file_csp

CONTENTS = "sommaire"


def make(content: Content, press: Press) -> Iterator[tuple[str, bytes]]:
    """droits-en-attente-<lang>.html; the same bytes for the same pages and edition."""
    made = book.build(content)
    places = Places(epub=False)
    sections = Sections(content, made, places, level=2)
    words = content.own
    up = f'<a class="up" href="#{CONTENTS}">{escape(words["ebook"]["back"], quote=False)}</a>'
    body = "".join(sections.markup(section, up) for section in made.sections)
    page = (
        f'<!DOCTYPE html>\n<html{languages(content.lang, epub=False)} dir="{content.interface["dir"]}">\n'
        f"<head>\n{_head(content)}</head>\n<body>\n"
        f"<header>\n{cover.markup(content, level=1, epub=False)}</header>\n"
        f'<nav id="{CONTENTS}" aria-labelledby="titre-sommaire"><h2 id="titre-sommaire">{words["contents"]}</h2>\n'
        f"{contents(made, places)}</nav>\n<main>\n{body}</main>\n</body>\n</html>\n"
    )
    yield f"{package.stem(content.lang)}.html", page.encode()


def _head(content: Content) -> str:
    own = content.own
    title = f"{SITE_NAME} – {own['ebook']['kind']}"
    about = f"{own['subtitle']}. {own['edition']}. {own['until']}."
    return (
        '<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(single_file_csp(sheet()))}">\n'
        f"<title>{escape(title, quote=False)}</title>\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="description" content="{escape(about)}">\n'
        '<meta name="referrer" content="no-referrer">\n<meta name="robots" content="noindex, nofollow">\n'
        f"<style>{sheet()}</style>\n"
    )


@cache
def sheet() -> str:
    """The style sheet that stands in the page, and that its policy names by its hash."""
    return SHEET.read_text("utf-8") + SHEET.with_name("single.css").read_text("utf-8")
