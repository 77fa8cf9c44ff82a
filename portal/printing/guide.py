"""The whole guide as one JSON value: own words, chapters, legal texts. No layout here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from portal import law
from portal.pages import SITE_NAME, NavItem, navigation, strings
from portal.printing import links, normalize, qr, texts, to_json, words
from portal.printing.edition import Edition
from portal.printing.inlines import Context
from portal.printing.links import Node
from portal.printing.normalize import Page
from portal.printing.typography import set_text
from portal.printing.vocabulary import PrintingError

CHECKER = "verifier.html"

REPEATED = 3
"""A section title found in that many chapters says nothing in the contents, and is left out."""


def _code(address: str, alt: str) -> Node:
    return {"url": address, "svg": qr.svg(address), "alt": f"{alt} {address}"}


def _drop_repeated_titles(chapters: list[Node]) -> None:
    titles = [node for chapter in chapters for node in chapter.get("body", []) if node["t"] == "h"]
    counts = Counter(str(node["c"]) for node in titles)
    for node in titles:
        node["listed"] = counts[str(node["c"])] < REPEATED


def _chapters(nav: list[NavItem], pages: Mapping[str, Page], site_url: str, own: Any, interface: Any) -> list[Node]:
    written = words.dates(interface)
    elsewhere = {item.url: frozenset[str]() for item in nav}
    printed = {url: frozenset(p.body.xpath(".//@id")) | {s.get("id") for s in p.sources} for url, p in pages.items()}
    chapters = []
    for item in nav:
        head: Node = {"id": item.url, "qr": _code(site_url + item.url, own["scan_alt"])}
        if item.url not in pages:
            chapters.append({**head, "kind": "checker", "title": set_text(item.label, "fr")})
            continue
        page = pages[item.url]
        link = partial(links.resolve, page=item.url, anchors={**elsewhere, **printed}, site_url=site_url)
        chapters.append(
            {
                **head,
                "kind": "page",
                "title": set_text(page.title, page.lang),
                "summary": set_text(page.summary, page.lang),
                "checked": interface["verified"].replace("{date}", written(page.checked)),
                "body": to_json.blocks(page.body, Context(item.url, page.lang, link)),
            }
        )
    return chapters


def build(root: Path, site: Path, edition: Edition, lang: str = "fr") -> Node:
    """guide.json for one language, from the pages of the menus found in `site`.

    Raises PrintingError, naming the page, for anything that cannot be printed.
    """
    interface = strings(root, lang)
    own = words.own(lang, edition, interface)
    nav = navigation(root, lang)
    pages = {item.url: normalize.read(site, item.url) for item in nav if item.url != f"{lang}/{CHECKER}"}
    if not pages:
        raise PrintingError(f"docs/{lang}: no page of {lang}/ in a menu, so the guide has no chapter. Write one.")
    chapters = _chapters(nav, pages, edition.site_url, own, interface)
    _drop_repeated_titles(chapters)
    numbers: dict[str, int] = {}
    texts.number_citations(chapters, numbers)
    operator = law.data(root)["operateur"]
    return {
        "lang": lang,
        "title": SITE_NAME,
        "own": own,
        "callouts": interface["callouts"],
        "warnings": interface["notice"]["items"],
        "qr": _code(f"{edition.site_url}{lang}/index.html", own["scan_alt"]),
        "chapters": chapters,
        "texts": {"intro": interface["sources"]["intro"], **texts.collect(list(pages.values()), numbers)},
        "operator": {
            key: set_text(operator.get(key) or operator["a_completer"], lang) for key in ("nom", "contact_erreur")
        },
    }
