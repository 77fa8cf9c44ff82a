"""The guide by boxes: the questions and answers of the checker as numbered boxes, one PDF. No layout here."""

from __future__ import annotations

from collections.abc import Iterator

from checker import translation
from checker.compiled import SITUATION, Compiled, compiled
from checker.engine.model import Right
from portal import law
from portal.flowchart import Paper, paper
from portal.frontmatter import read_all
from portal.languages import rules as language_rules
from portal.languages.catalogue import CANONICAL
from portal.pages import SITE_NAME, source_of
from portal.printing.boxes import Boxes
from portal.printing.content import CHECKER, Content
from portal.printing.engine import Press
from portal.printing.links import Node
from portal.printing.typography import set_text
from portal.printing.vocabulary import PrintingError

NAME = "droits-en-attente-{lang}-cases.pdf"
FOLDER_OF_RIGHTS = "droits"


def make(content: Content, press: Press) -> Iterator[tuple[str, bytes]]:
    """The guide by boxes."""
    yield NAME.format(lang=content.lang), press.pdf("flowchart.typ", build(content, paper()))


def build(content: Content, drawn: Paper) -> Node:
    """The JSON of flowchart.typ: the chart of the situations, the questions explained, the chart of each right."""
    words = content.own["cases"]
    rules, interface = _rules(content), content.interface
    boxes = Boxes(
        rules, drawn, words, interface["results"], interface["semicolon"], content.lang, content.edition.site_url
    )
    pages = _pages(content, rules.base.rights)
    return {
        **content.letters,
        "title": SITE_NAME,
        "words": words,
        "status": content.interface["results"]["status"],
        "foot": f"{content.own['foot']} · {content.checked_on(content.edition.date)}",
        "notice": content.warnings,
        "qr": content.code(f"{content.lang}/{CHECKER}"),
        "situations": {
            "title": words["situations"],
            "range": boxes.range(SITUATION),
            "boxes": list(boxes.of(SITUATION)),
        },
        "explained": [boxes.explained(question) for question in rules.base.questions],
        "rights": [
            {
                "title": set_text(right.title, content.lang),
                "qr": content.code(pages[right.id]),
                "range": boxes.range(right.id),
                "table": boxes.table(right.id),
                "boxes": list(boxes.of(right.id)),
                "texts": boxes.ends.texts(right),
            }
            for right in rules.base.rights
        ],
    }


def _rules(content: Content) -> Compiled:
    if content.lang != CANONICAL:
        # Papers are made in processes of their own: nothing else has told them the words of the language.
        translation.install(content.lang, language_rules.words(content.root, content.lang))
    return compiled(content.lang)


def _pages(content: Content, rights: tuple[Right, ...]) -> dict[str, str]:
    """The page of each right: the one that is about this right only, in the section of rights if there is one."""
    fronts = read_all(content.root / "docs", law.sources())
    found = {}
    for right in rights:
        alone = [item.url for item in content.nav if fronts[source_of(item.url)].rights == (right.id,)]
        alone.sort(key=lambda url: fronts[source_of(url)].section != FOLDER_OF_RIGHTS)
        if not alone:
            raise PrintingError(
                f"docs/{content.lang}: no printed page is about “{right.id}” alone: its boxes have no code to carry. "
                f"Give one page `droits: [{right.id}]`."
            )
        found[right.id] = alone[0]
    return found
