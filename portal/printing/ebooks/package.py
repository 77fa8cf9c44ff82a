"""The EPUB's own papers: what the book is (package.opf), and how to move in it (nav.xhtml)."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Mapping, Sequence
from html import escape

from portal.pages import SITE_NAME
from portal.printing.content import Content
from portal.printing.ebooks.book import Book
from portal.printing.ebooks.places import Places
from portal.printing.ebooks.sections import contents
from portal.printing.links import TEXTS

# What automatic checks and the way the book is made let us say. No conformsTo: nobody has audited it.
ACCESS: Sequence[tuple[str, str]] = (
    ("accessMode", "textual"),
    ("accessMode", "visual"),
    ("accessModeSufficient", "textual"),
    ("accessibilityFeature", "alternativeText"),
    ("accessibilityFeature", "ARIA"),
    ("accessibilityFeature", "displayTransformability"),
    ("accessibilityFeature", "readingOrder"),
    ("accessibilityFeature", "structuralNavigation"),
    ("accessibilityFeature", "tableOfContents"),
    ("accessibilityHazard", "none"),
)


def stem(lang: str) -> str:
    """The name, without its suffix, of the files of one language."""
    return f"droits-en-attente-{lang}"


def document(content: Content, pages: Mapping[str, str], spine: Sequence[str]) -> str:
    """package.opf. `pages` maps names to XHTML, `spine` orders them."""
    manifest = "".join(
        f'<item id="{name}" href="{name}.xhtml" media-type="application/xhtml+xml"{_properties(name, page)}/>\n'
        for name, page in sorted(pages.items())
    )
    manifest += '<item id="sheet" href="reading.css" media-type="text/css"/>\n'
    manifest += '<item id="cover" href="cover.png" media-type="image/png" properties="cover-image"/>\n'
    order = "".join(f'<itemref idref="{name}"/>\n' for name in spine)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" '
        f'xml:lang="{content.lang}" dir="{content.interface["dir"]}">\n'
        f'<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">\n{"".join(_metadata(content))}</metadata>\n'
        f"<manifest>\n{manifest}</manifest>\n"
        f'<spine page-progression-direction="{content.interface["dir"]}">\n{order}</spine>\n'
        "</package>\n"
    )


def _properties(name: str, page: str) -> str:
    found = [*(["nav"] if name == "nav" else []), *(["svg"] if "<svg" in page else [])]
    return f' properties="{" ".join(found)}"' if found else ""


def _metadata(content: Content) -> Iterator[str]:
    edition, words = content.edition, content.own["ebook"]
    address = content.address(f"guides/{stem(content.lang)}.epub")
    # The same book from one edition to the next: readers replace it. `modified` tells editions apart.
    yield f'<dc:identifier id="id">urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, address)}</dc:identifier>\n'
    elements = (
        ("title", f"{SITE_NAME} – {content.own['subtitle']}"),
        ("language", content.lang),
        ("creator", SITE_NAME),
        ("date", edition.date.isoformat()),
        ("description", f"{content.own['edition']}. {content.own['until']}. {content.own['until_why']}"),
        ("source", content.address(f"{content.lang}/index.html")),
        ("rights", words["rights_text"]),
    )
    yield from (f"<dc:{name}>{escape(value, quote=False)}</dc:{name}>\n" for name, value in elements)
    properties = (
        ("dcterms:modified", f"{edition.date.isoformat()}T00:00:00Z"),
        ("dcterms:valid", f"start={edition.date.isoformat()}; end={edition.expires.isoformat()}"),
        *((f"schema:{name}", value) for name, value in ACCESS),
        ("schema:accessibilitySummary", words["access_text"]),
    )
    yield from (f'<meta property="{name}">{escape(value, quote=False)}</meta>\n' for name, value in properties)


def navigation(content: Content, book: Book) -> str:
    """The contents, and the landmarks that a reading system offers by name."""
    places = Places(epub=True)
    words = content.own
    first = next(section for section in book.sections if section.kind in ("page", "checker"))
    marks = [
        ("cover", "couverture", words["ebook"]["cover"]),
        ("toc", "nav", words["contents"]),
        ("bodymatter", first.name, words["ebook"]["chapters"]),
        *(("glossary", section.name, section.title) for section in book.sections if section.kind == "glossary"),
        ("endnotes", TEXTS, words["texts"]["title"]),
    ]
    listed = "".join(
        f'<li><a epub:type="{kind}" href="{places.href(name)}">{escape(title, quote=False)}</a></li>\n'
        for kind, name, title in marks
    )
    return (
        f'<nav epub:type="toc" role="doc-toc" aria-labelledby="sommaire"><h1 id="sommaire">{words["contents"]}</h1>\n'
        f"{contents(book, places)}</nav>\n"
        f'<nav epub:type="landmarks" aria-label="{escape(words["ebook"]["landmarks"])}" hidden="hidden"><ol>\n'
        f"{listed}</ol></nav>\n"
    )
