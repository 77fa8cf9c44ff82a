"""Every gate on the words of the pages, with the file and the remedy."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from lxml import html

from portal.frontmatter import Front, canonical
from portal.prose.acronyms import unexplained
from portal.prose.numbers import typed_numbers
from portal.prose.readability import faults, measures


def check_texts(docs: Path, fronts: Mapping[str, Front]) -> Iterator[str]:
    """Faults of the Markdown files of `docs`: numbers that belong to docs/_data."""
    # A translation has the numbers of its French, and nothing else: portal/languages/comparison.py.
    for name, front in canonical(fronts).items():
        body = (docs / name).read_text("utf-8").split("\n", front.body_line - 1)[-1]
        for line, words in typed_numbers(body):
            yield (
                f"docs/{name}:{front.body_line + line}: “{words}” is typed. "
                "Write [[ delais.x ]], [[ frais.x ]] or [[ nombres.x ]]; add the number to docs/_data if it is new."
            )


def check_pages(site: Path, fronts: Mapping[str, Front], glossary: Mapping[str, Any]) -> Iterator[str]:
    """Faults of the built French pages of `site`: acronyms without entry, sentences too long or too hard."""
    for name, prose in french_texts(site, fronts):
        for word in unexplained(prose, glossary):
            yield f"docs/{name}: acronym “{word}” is not in docs/_data/glossaire.yml. Add it there, or write it out."
        for measure in measures(prose):
            yield from (f"docs/{name}: {fault}" for fault in faults(measure))


def french_texts(site: Path, fronts: Mapping[str, Front]) -> Iterator[tuple[str, html.HtmlElement]]:
    """(name in `fronts`, text as built in `site`) of each French page made from Markdown; its text is one element."""
    for name, front in canonical(fronts).items():
        if front.template == "main.html":
            page = html.parse(site / name.replace(".md", ".html"), html.HTMLParser(encoding="utf-8"))
            yield name, page.find(".//div[@class='prose']")
