"""The guide: every page of a language as one JSON value, own words, chapters, legal texts. No layout here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import PurePosixPath

from portal.pages import GUIDE, SITE_NAME
from portal.printing import texts
from portal.printing.content import Content
from portal.printing.engine import Press
from portal.printing.links import Node
from portal.printing.typography import set_text

REPEATED = 3
"""A section title found in that many chapters says nothing in the contents, and is left out."""


def make(content: Content, press: Press) -> Iterator[tuple[str, bytes]]:
    """The A4 guide."""
    yield PurePosixPath(GUIDE.format(lang=content.lang)).name, press.pdf("guide.typ", build(content))


def build(content: Content) -> Node:
    """guide.json for one language."""
    chapters = _chapters(content)
    _drop_repeated_titles(chapters)
    numbers: dict[str, int] = {}
    texts.number_citations(chapters, numbers)
    interface = content.interface
    return {
        "lang": content.lang,
        "title": SITE_NAME,
        "own": content.own,
        "callouts": interface["callouts"],
        "warnings": interface["notice"]["items"],
        "qr": content.code(f"{content.lang}/index.html"),
        "chapters": chapters,
        "texts": {
            "intro": interface["sources"]["intro"],
            **texts.collect(list(content.pages.values()), numbers),
        },
        "operator": {key: content.operator[key] for key in ("nom", "contact_erreur")},
    }


def _chapters(content: Content) -> list[Node]:
    chapters = []
    for item in content.nav:
        head: Node = {"id": item.url, "qr": content.code(item.url)}
        page = content.pages.get(item.url)
        if page is None:
            chapters.append({**head, "kind": "checker", "title": set_text(item.label, content.lang)})
            continue
        chapters.append(
            {
                **head,
                "kind": "page",
                "title": set_text(page.title, page.lang),
                "summary": set_text(page.summary, page.lang),
                "checked": content.checked(page),
                "body": content.blocks(page),
            }
        )
    return chapters


def _drop_repeated_titles(chapters: list[Node]) -> None:
    titles = [node for chapter in chapters for node in chapter.get("body", []) if node["t"] == "h"]
    counts = Counter(str(node["c"]) for node in titles)
    for node in titles:
        node["listed"] = counts[str(node["c"])] < REPEATED
