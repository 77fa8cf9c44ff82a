"""From a built page to one clean tree: screen machinery dropped, vocabulary enforced."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from lxml import etree, html

from portal import edition
from portal.printing import vocabulary
from portal.printing.typography import collapse
from portal.printing.vocabulary import PrintingError


@dataclass(frozen=True)
class Page:
    """One page, ready to print.

    `path` is its address in the site ("fr/documents.html"), `title` the text of its <h1>,
    `summary` its leading sentence, `checked` the date of the last legal check, `sources` its legal
    texts (<li id="source-…">), `body` the rest of its <article>.
    """

    path: str
    lang: str
    title: str
    summary: str
    checked: dt.date
    sources: tuple[etree._Element, ...]
    body: etree._Element


def classes(element: etree._Element) -> set[str]:
    """The classes of an element."""
    return set((element.get("class") or "").split())


def text_of(element: etree._Element) -> str:
    """All the text inside an element, on one line."""
    return collapse("".join(element.itertext())).strip()


def _is_drawing(element: etree._Element) -> bool:
    return vocabulary.DRAWING in classes(element)


def _drop_screen_machinery(article: etree._Element) -> None:
    for element in list(article.iterdescendants()):
        if (
            not isinstance(element.tag, str)  # a comment
            or element.tag in vocabulary.SCREEN_ONLY_TAGS
            or (element.tag == "svg" and not (element.getparent().tag == "figure" and _is_drawing(element)))
            or element.get("hidden") is not None
            or classes(element) & vocabulary.SCREEN_ONLY_CLASSES
        ):
            element.drop_tree()


def _check_vocabulary(article: etree._Element, path: str) -> None:
    for element in article.iterdescendants():
        tag, parent = element.tag, element.getparent().tag
        known = tag in vocabulary.BLOCKS or tag in vocabulary.INLINES or (parent, tag) in vocabulary.PARTS
        if not known:
            raise PrintingError(
                f"{path}: <{tag}> (in <{parent}>) has no printed form. Remove it, give it "
                'class="no-print", or add it to portal/printing/vocabulary.py.'
            )
        if tag in vocabulary.BLOCKS and parent in vocabulary.INLINES:
            raise PrintingError(f"{path}: <{tag}> inside <{parent}>. Close <{parent}> first.")


def _check_tables(article: etree._Element, path: str) -> None:
    for table in article.iter("table"):
        heads = table.findall("thead/tr")
        if len(heads) != 1 or not all(text_of(cell) for cell in heads[0]):
            raise PrintingError(
                f"{path}: the table “{text_of(table)[:40]}…” has no header row, or an empty header cell. "
                "Name every column: a screen reader says that name before each cell."
            )
        widths = {len(row) for row in table.iter("tr")}
        if len(widths) != 1 or table.xpath(".//*[@colspan or @rowspan]"):
            raise PrintingError(
                f"{path}: the table “{text_of(table)[:40]}…” has uneven rows. Give every row all its cells."
            )


def _cut(article: etree._Element, query: str) -> list[etree._Element]:
    """Take the elements found by an XPath query out of the tree, keeping the text around them."""
    found: list[etree._Element] = article.xpath(query)
    for element in found:
        element.drop_tree()
    return found


def read(site: Path, path: str) -> Page:
    """Read and clean the built page `path` of `site`.

    Raises PrintingError, naming the page, when it has no single article and title, no check
    date, or anything outside the vocabulary.
    """
    file = site / path
    if not file.is_file():
        raise PrintingError(f"{path}: among the chapters, but not in the built site. Build the pages first.")
    document = html.document_fromstring(file.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
    articles = document.xpath('//main[@id="contenu"]//article')
    dates = document.xpath('//meta[@name="verifie-le"]/@content')
    if len(articles) != 1 or len(articles[0].xpath(".//h1")) != 1:
        raise PrintingError(f'{path}: not exactly one <article> with one <h1> in <main id="contenu">. See main.html.')
    if len(dates) != 1:
        raise PrintingError(f'{path}: no <meta name="verifie-le">. Fill `verifie_le` in the Markdown page.')
    article = articles[0]
    _drop_screen_machinery(article)
    # HTML lets a <div> group a term and its meaning; on paper the list itself keeps them together.
    for group in article.xpath(".//dl/div"):
        if anchor := group.get("id"):
            group.find("dt").set("id", anchor)
        group.drop_tag()
    for element in article.iterdescendants():
        element.tag = vocabulary.SYNONYMS.get(element.tag, element.tag)
    # On paper nothing is folded: the section on the law is a section like the others.
    for summary in article.xpath(".//details[@class='law']/summary"):
        summary.drop_tag()
    for inner in article.xpath(".//details[@class='law']"):
        inner.drop_tag()
    # What is said of a section stands under its title: it goes where the section goes.
    for note in article.xpath(".//p[@class='late']"):
        note.getnext().addnext(note)
    # A word of the glossary is no link on paper: a page number after every acronym would tire. The index lists it.
    for term in article.xpath(".//a[@class='term']"):
        term.tag = "dfn"
        term.set("data-term", urlsplit(term.attrib.pop("href")).fragment)
    title = text_of(_cut(article, ".//h1")[0])
    summary = " ".join(text_of(lead) for lead in _cut(article, './/p[@class="lead"]'))
    _cut(article, './/p[@class="verified"]')
    _check_vocabulary(article, path)
    _check_tables(article, path)
    folds = _cut(article, './/details[contains(concat(" ", @class, " "), " sources ")]')
    return Page(
        path=path,
        lang=article.get("lang") or "fr",
        title=title,
        summary=summary,
        checked=edition.parse_date(dates[0], path),
        sources=tuple(item for fold in folds for item in fold.iter("li") if item.get("id")),
        body=article,
    )
