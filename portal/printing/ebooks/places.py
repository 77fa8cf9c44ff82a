"""Where each thing stands: a file for each section of the EPUB, an anchor for each in the single page."""

from __future__ import annotations

from dataclasses import dataclass

from portal.pages import stem
from portal.printing.links import SOURCE, TEXTS


@dataclass(frozen=True)
class Places:
    """Addresses and ids of one format. A section is named as in `book.Section`, a place in it by its `anchor`."""

    epub: bool

    def id(self, section: str, anchor: str) -> str:
        """The id of a place; in the single page, all sections share one space of names."""
        return anchor if self.epub else f"{section}--{anchor}"

    def href(self, section: str, anchor: str = "") -> str:
        """The link to a section, or to a place in it."""
        if self.epub:
            return f"{section}.xhtml" + (f"#{anchor}" if anchor else "")
        return f"#{self.id(section, anchor) if anchor else section}"

    def address(self, label: str) -> str:
        """The link to what a node names: "fr/documents.html#duree", "textes", "source-ceseda-r431-5"."""
        return self.href(*parts(label))

    def anchor(self, label: str) -> str:
        """The id of what a node names."""
        return self.id(*parts(label))


def name_of(url: str) -> str:
    """ "fr/documents/recepisse.html" → "documents-recepisse"."""
    return stem(url).replace("/", "-")


def parts(label: str) -> tuple[str, str]:
    """(section, anchor or "") of what a node names."""
    if label == TEXTS or label.startswith(SOURCE):
        return TEXTS, "" if label == TEXTS else label
    url, _, anchor = label.partition("#")
    return name_of(url), anchor


def call(source: str) -> str:
    """The anchor of the first citation of a legal text in a section."""
    return f"appel-{source}"
