"""The markup of one section: its head, its blocks or its legal texts, its foot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from portal.languages.catalogue import CANONICAL
from portal.printing.content import Content
from portal.printing.ebooks.book import Book, Section
from portal.printing.ebooks.matter import address
from portal.printing.ebooks.places import Places, call
from portal.printing.ebooks.xhtml import Writer, languages
from portal.printing.links import TEXTS, Node

# (epub:type, role) of the kinds that have one: what a screen reader announces and a reading system lists.
TYPES: Mapping[str, tuple[str, str]] = {
    "use": ("preface", "doc-preface"),
    "page": ("chapter", "doc-chapter"),
    "checker": ("chapter", "doc-chapter"),
    "glossary": ("glossary", "doc-glossary"),
    "texts": ("endnotes", "doc-endnotes"),
    "notice": ("afterword", "doc-afterword"),
}
# The kinds that are a page of the site, and do not say its address already.
LINKED = frozenset({"page", "glossary"})


@dataclass(frozen=True)
class Sections:
    """Writes the sections of `book` for one format; titles have the level `level`."""

    content: Content
    book: Book
    places: Places
    level: int

    def markup(self, section: Section, end: str = "") -> str:
        """The <section> of one section; `end` is markup that closes it."""
        words = self.content.own["ebook"]
        writer = Writer(
            section.name,
            self.places,
            self.book.numbers,
            self.level,
            words["drawing"],
            self.content.interface["dir"] == "rtl",
        )
        title = self.places.id(section.name, "titre-du-chapitre")
        own_id = "" if self.places.epub else f' id="{section.name}"'
        head = f'<h{self.level} id="{title}">{escape(section.title, quote=False)}</h{self.level}>\n'
        head += _p("lead", section.lead) + _p("checked", section.checked)
        body = self._texts(writer, section) if section.kind == "texts" else writer.blocks(section.body)
        link = writer.line([address(section.url)])
        site = f"<p>{words['on_site']} {link}</p>\n" if section.kind in LINKED else ""
        foot = f'<div class="end">{site}{_p("edition", self.content.own["foot"])}{end}</div>\n'
        kind = writer.typed(*TYPES[section.kind])
        return f'<section{own_id}{kind} aria-labelledby="{title}">\n{head}{body}{foot}</section>\n'

    def _texts(self, writer: Writer, section: Section) -> str:
        notes = "".join(
            f"<dt>{note['letter']}</dt><dd>{escape(note['text'], quote=False)}</dd>\n" for note in self.book.notes
        )
        intro = _p("", self.content.interface["sources"]["intro"])
        entries = "".join(self._entry(writer, entry) for entry in section.body)
        return f'{intro}<dl class="letters">{notes}</dl>\n<ol class="texts">\n{entries}</ol>\n'

    def _entry(self, writer: Writer, entry: Node) -> str:
        name, quote = (escape(entry[key], quote=False) for key in ("name", "quote"))
        # Names and words of the law are in French in every language.
        french = f'{languages(CANONICAL, self.places.epub)} dir="ltr"' if self.content.lang != CANONICAL else ""
        said = f"<p{french}><strong>{name}</strong> {quote} ({entry['letter']})</p>"
        links = ", ".join(self._back(writer, entry["id"], by) for by in self.book.cited_by.get(entry["id"], ()))
        back = f'<p class="back">{self.content.own["ebook"]["cited_by"]} {links}</p>' if links else ""
        return f'<li id="{self.places.id(TEXTS, entry["id"])}">{said}{back}</li>\n'

    def _back(self, writer: Writer, source: str, section: str) -> str:
        label = next(found.label for found in self.book.sections if found.name == section)
        role = writer.typed("backlink", "doc-backlink")
        return f'<a{role} href="{self.places.href(section, call(source))}">{escape(label, quote=False)}</a>'


def _p(kind: str, text: str) -> str:
    shown = f' class="{kind}"' if kind else ""
    return f"<p{shown}>{escape(text, quote=False)}</p>\n" if text else ""


def contents(book: Book, places: Places) -> str:
    """The contents as nested lists: parts, with the chapters that stand under them."""
    below: dict[str, list[Section]] = {}
    for section in book.sections:
        below.setdefault(section.under, []).append(section)

    def listed(under: str) -> str:
        items = (
            f'<li><a href="{places.href(section.name)}">{escape(section.title, quote=False)}</a>'
            f"{listed(section.name) if section.name in below else ''}</li>\n"
            for section in below[under]
        )
        return f"<ol>\n{''.join(items)}</ol>"

    return listed("")
