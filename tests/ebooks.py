"""How the tests read the books: as XHTML, or a few chapters of the real site where all would take too long."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from pathlib import Path

from lxml import etree

from portal import edition
from portal.printing import content
from portal.printing.content import Content

XHTML = "{http://www.w3.org/1999/xhtml}"
OPS = "{http://www.idpf.org/2007/ops}"
# Together they hold every kind of section and of node; a test says so.
CHAPTERS = (
    "index",
    "verifier",
    "documents",
    "documents/recepisse",
    "documents/rien",
    "droits",
    "que-faire",
    "que-faire/oqtf",
    "glossaire",
)


def load(root: Path, site: Path) -> Content:
    return content.load(root, site, edition.load(root))


def few(whole: Content) -> Content:
    """The same site with CHAPTERS alone."""
    urls = {f"{whole.lang}/{name}.html" for name in CHAPTERS}
    nav = tuple(item for item in whole.nav if item.url in urls)
    pages = {url: page for url, page in whole.pages.items() if url in urls}
    return replace(whole, nav=nav, pages=pages)


def read(epub: Path) -> dict[str, etree._Element]:
    """The XHTML files of an EPUB, by name without folder nor suffix, in the order of the archive."""
    with zipfile.ZipFile(epub) as archive:
        names = [name for name in archive.namelist() if name.endswith(".xhtml")]
        return {Path(name).stem: etree.fromstring(archive.read(name)) for name in names}


def text(element: etree._Element) -> str:
    return " ".join("".join(element.itertext()).replace("\u00a0", " ").split())
