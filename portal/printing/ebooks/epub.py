"""EPUB 3: the guide for phones, reading lights and screen readers, in one file without any font or program."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from pathlib import Path

from portal.pages import SITE_NAME
from portal.printing.content import Content
from portal.printing.ebooks import archive, book, cover, package
from portal.printing.ebooks.places import Places
from portal.printing.ebooks.sections import Sections
from portal.printing.ebooks.xhtml import languages
from portal.printing.engine import Press

SHEET = Path(__file__).with_name("reading.css")
CONTAINER = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
    '<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>'
    "</container>\n"
)


def make(content: Content, press: Press) -> Iterator[tuple[str, bytes]]:
    """droits-en-attente-<lang>.epub; the same bytes for the same pages and edition."""
    made = book.build(content)
    sections = Sections(content, made, Places(epub=True), level=1)
    pages = {"couverture": _page(content, SITE_NAME, cover.markup(content, level=1, epub=True))}
    for section in made.sections:
        pages[section.name] = _page(content, section.title, sections.markup(section))
    spine = list(pages)
    pages["nav"] = _page(content, content.own["contents"], package.navigation(content, made))
    # The contents are read after the cover, as on paper.
    spine.insert(1, "nav")
    files = {f"EPUB/{name}.xhtml": page.encode() for name, page in pages.items()}
    files["EPUB/reading.css"] = SHEET.read_bytes()
    files["EPUB/cover.png"] = cover.picture(content, press)
    files["EPUB/package.opf"] = package.document(content, pages, spine).encode()
    files["META-INF/container.xml"] = CONTAINER.encode()
    yield (
        f"{package.stem(content.lang)}.epub",
        archive.pack(("mimetype", b"application/epub+zip"), files, content.edition.date),
    )


def _page(content: Content, title: str, body: str) -> str:
    direction = content.interface["dir"]
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n'
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"'
        f'{languages(content.lang, epub=True)} dir="{direction}">\n'
        f"<head><title>{escape(title, quote=False)}</title>"
        '<link rel="stylesheet" type="text/css" href="reading.css"/></head>\n'
        f"<body>\n{body}</body>\n</html>\n"
    )
