"""The book that both formats hold: its sections in order, its legal texts and who cites them. No markup here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from portal.pages import NavItem, stem
from portal.printing import texts
from portal.printing.content import Content
from portal.printing.ebooks import matter
from portal.printing.ebooks.places import name_of
from portal.printing.links import TEXTS, Node
from portal.printing.typography import set_text
from portal.printing.vocabulary import PrintingError

GLOSSARY = "glossaire"
"""The stem of the page that is a glossary."""


@dataclass(frozen=True)
class Section:
    """One file of the EPUB, one anchor of the single page.

    `name` is unique and fit for a file name, an id and an address; `kind` is "use", "page", "glossary", "checker",
    "texts" or "notice"; `title` is the whole title, `label` its short form; `under` names the section it stands under,
    or is ""; `lead` and `checked` are the summary and the date of the last check, or ""; `url` is the public address,
    or ""; `body` holds block nodes, or a legal text in each node when the kind is "texts"."""

    name: str
    kind: str
    title: str
    label: str
    body: Sequence[Node]
    under: str = ""
    lead: str = ""
    checked: str = ""
    url: str = ""


@dataclass(frozen=True)
class Book:
    """`numbers` gives the number of each cited legal text, in the order of first citation; `cited_by`, the names of the
    sections that cite it, in order; `notes` are the lettered notes on how the texts were read."""

    sections: tuple[Section, ...]
    numbers: Mapping[str, int]
    cited_by: Mapping[str, tuple[str, ...]]
    notes: Sequence[Node]


@lru_cache(maxsize=1)
def build(content: Content) -> Book:
    """The whole book of one language, the same for both formats. Raises PrintingError when two pages have one name."""
    chapters = [_chapter(content, item) for item in content.nav]
    cited: dict[str, list[str]] = {}
    for section in chapters:
        for source in dict.fromkeys(_cited(section.body)):
            cited.setdefault(source, []).append(section.name)
    numbers = {source: rank for rank, source in enumerate(cited, start=1)}
    found = texts.collect(list(content.pages.values()), numbers)
    words = content.own["ebook"]
    sections = (
        Section("mode-d-emploi", "use", content.own["use"]["title"], "", matter.how_to_use(content)),
        *chapters,
        Section(TEXTS, "texts", content.own["texts"]["title"], "", found["entries"], lead=words["texts_intro"]),
        Section("a-propos", "notice", words["notice_title"], "", matter.notice(content)),
    )
    _check_names(sections)
    return Book(sections, numbers, {source: tuple(names) for source, names in cited.items()}, found["notes"])


def _cited(tree: Any) -> list[str]:
    """The legal texts cited inside a tree of nodes, in reading order."""
    if isinstance(tree, dict):
        if tree.get("t") == "cite":
            return [tree["to"]]
        tree = tree.values()
    elif not isinstance(tree, (list, tuple)):
        return []
    return [source for child in tree if child.__class__ is not str for source in _cited(child)]


def _chapter(content: Content, item: NavItem) -> Section:
    page = content.pages.get(item.url)
    name, under = name_of(item.url), name_of(item.under) if item.under else ""
    label = set_text(item.label, content.lang)
    if page is None:
        body = matter.checker(content, item.url)
        lead = content.own["checker"]["text"]
        return Section(name, "checker", label, label, body, under, lead, url=content.address(item.url))
    return Section(
        name=name,
        kind="glossary" if stem(item.url) == GLOSSARY else "page",
        title=set_text(page.title, page.lang),
        label=label,
        body=content.screens[item.url],
        under=under,
        lead=set_text(page.summary, page.lang),
        checked=content.checked(page),
        url=content.address(item.url),
    )


def _check_names(sections: Sequence[Section]) -> None:
    names = [section.name for section in sections]
    for name in names:
        if names.count(name) > 1:
            raise PrintingError(f"two sections of the book are named “{name}”. Rename one of their Markdown pages.")
