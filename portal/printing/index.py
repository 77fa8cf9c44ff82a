"""The index: words of the glossary and names of papers, rights and procedures, with the places where they stand."""

from __future__ import annotations

import unicodedata
from typing import Any

from portal.frontmatter import PLACES
from portal.printing.content import Content
from portal.printing.links import Node, label
from portal.printing.notes import SECTION
from portal.printing.typography import set_text

GLOSSARY = "glossaire.html"


def mark(blocks: list[Node], chapters: frozenset[str]) -> None:
    """Keep, in each section, the first use of each word and the first link to each of `chapters` (addresses).

    A word or a link used again in the section loses its `key`; a link to a chapter gets one: its address."""
    seen: set[str] = set()

    def visit(tree: Any) -> None:
        if isinstance(tree, dict):
            key = tree.get("key") if tree.get("t") == "term" else tree.get("to") if tree.get("t") == "ref" else None
            if key and (tree["t"] == "term" or key in chapters):
                tree["key"] = "" if key in seen else key
                seen.add(key)
            tree = list(tree.values())
        if isinstance(tree, list):
            for child in tree:
                visit(child)

    for block in blocks:
        if block["t"] == "h" and block["level"] <= SECTION:
            seen.clear()
        visit(block)


def entries(content: Content) -> list[Node]:
    """[{"letter", "words": [{"name", "keys", "mains"}]}], sorted as a reader looks; `mains` are the labels of the
    places that explain the word, `keys` those of its marks in the text."""
    found = []
    glossary = f"{content.lang}/{GLOSSARY}"
    for key, word in content.data.get("glossaire", {}).items():
        if key in content.printed.get(glossary, ()):
            found.append((word["terme"], key, label(glossary, key)))
    found += [(content.fronts[url].label, url, url) for url in chapters(content)]
    groups: dict[str, dict[str, Node]] = {}
    for name, key, main in sorted(found, key=lambda entry: (_plain(entry[0]), entry[1])):
        words = groups.setdefault(_plain(name)[:1].upper(), {})
        shown = set_text(name[:1].upper() + name[1:], content.lang)
        word = words.setdefault(_plain(name), {"name": shown, "keys": [], "mains": []})
        word["keys"].append(key)
        word["mains"].append(main)
    return [{"letter": letter, "words": list(words.values())} for letter, words in groups.items()]


def chapters(content: Content) -> frozenset[str]:
    """The pages whose name is one of a paper, a right or a procedure: those that stand under another page."""
    return frozenset(url for url in content.pages if content.fronts[url].section not in PLACES)


def _plain(name: str) -> str:
    """A name as it is sorted: no accent, no capital."""
    spread = unicodedata.normalize("NFKD", name.casefold().replace("œ", "oe"))
    return "".join(letter for letter in spread if not unicodedata.combining(letter))
