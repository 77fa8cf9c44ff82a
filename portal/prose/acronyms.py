"""Acronyms: each is in docs/_data/glossaire.yml, and its first use in a page leads to the glossary."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from lxml import html

# Capitals that are no acronym: articles of codes (L., R., D.), forms of a number, our own marks.
ACRONYM = re.compile(r"(?<![\w/.-])(?:[A-Z][A-Z0-9]{1,}[a-zA-Z]?|[A-Z]{1}[a-z]?[A-Z]{1,}[a-z]?)(?![\w/-])")
# Roman numbers, and references of a sheet or of an order (F36206, IOMV2311395A).
NO_ACRONYM = re.compile(r"^[IVXL]+$|\d{3}")
# The author's own words: neither references to texts nor the texts themselves.
_REFERENCES = " or ".join(f"contains(@class, '{name}')" for name in ("cite", "sources", "generated"))
RUNNING = f".//text()[not(ancestor::*[{_REFERENCES} or self::blockquote])]"
ELSEWHERE = frozenset(
    ["a", "code", "pre", "svg", "figure", "summary", "blockquote", "h1", "h2", "h3", "h4", "th", "cite"]
)


def known(glossary: Mapping[str, Any]) -> dict[str, str]:
    """Form that a page may show → id of its entry in the glossary."""
    return {form: name for name, entry in glossary.items() for form in (entry["terme"], *entry.get("formes", []))}


def link_first(root: html.HtmlElement, glossary: Mapping[str, Any], address: Callable[[str], str]) -> None:
    """Make the first use of each acronym of `glossary` in `root` a link, in place; `address` takes the entry's id."""
    forms = {form: name for form, name in known(glossary).items() if ACRONYM.fullmatch(form)}
    seen: set[str] = set()
    for node in list(root.iter()):
        if not isinstance(node.tag, str):
            continue
        outside = not any(a.tag in ELSEWHERE for a in node.iterancestors())
        if node.text and outside and node.tag not in ELSEWHERE:
            _link(node, None, forms, seen, address)
        if node.tail and outside and node is not root:
            _link(node.getparent(), node, forms, seen, address)


def _link(
    parent: html.HtmlElement,
    before: html.HtmlElement | None,
    forms: Mapping[str, str],
    seen: set[str],
    address: Callable[[str], str],
) -> None:
    text = (parent.text if before is None else before.tail) or ""
    for found in ACRONYM.finditer(text):
        name = forms.get(found.group())
        if name is None or name in seen:
            continue
        seen.add(name)
        link = html.Element("a", {"class": "term", "href": address(name)})
        link.text, link.tail = found.group(), text[found.end() :]
        if before is None:
            parent.text = text[: found.start()]
            parent.insert(0, link)
        else:
            before.tail = text[: found.start()]
            parent.insert(parent.index(before) + 1, link)
        _link(parent, link, forms, seen, address)
        return


def unexplained(prose: html.HtmlElement, glossary: Mapping[str, Any]) -> Iterator[str]:
    """Acronyms of `prose` that the glossary does not hold, once each."""
    forms = known(glossary)
    seen: set[str] = set()
    for text in prose.xpath(RUNNING):
        for found in ACRONYM.findall(text):
            if found not in forms and not NO_ACRONYM.search(found) and found not in seen:
                seen.add(found)
                yield found
