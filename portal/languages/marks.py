"""Words of French in a page of another language: tagged as French, and kept from disturbing its order.

Where letters are not Latin, every run of Latin letters is French: a name on a paper, an article of law, an acronym.
Elsewhere, it is what stands in guillemets.
"""

from __future__ import annotations

import re
import unicodedata

from lxml import html

_LETTER = "A-Za-zÀ-ÖØ-öø-ÿŒœ"
_LATIN_RUN = re.compile(rf"[{_LETTER}](?:[{_LETTER}0-9\s\u00a0'’.,/&*°:-]*[{_LETTER}0-9])?")
_QUOTED = re.compile(r"(?<=«\u00a0)[^«»]+(?=\u00a0»)")
SKIP = frozenset({"code", "pre", "kbd", "samp", "script", "style", "svg", "bdi"})


def pattern_of(name: str) -> tuple[re.Pattern[str], str]:
    """What is French in a text of the language named `name`, and the element that tells it apart."""
    return (_QUOTED, "span") if _latin(name) else (_LATIN_RUN, "bdi")


def mark_french(root: html.HtmlElement, name: str) -> None:
    """Tag the French words of `root`, in place. `name` is the name of its language, written in it."""
    pattern, tag = pattern_of(name)
    if not _latin(name):
        # A link made of several pieces, such as a citation, is French as a whole: they keep their order.
        for node in root.iter("a"):
            if len(node) and not _french(node) and all_latin(node.text_content()):
                node.set("lang", "fr")
                node.set("dir", "ltr")
    for node in list(root.iter()):
        if not isinstance(node.tag, str):
            continue
        inside = _french(node)
        if node.text and not inside and node.tag not in SKIP:
            _mark(node, None, pattern, tag)
        if node.tail and node is not root and not _french(node.getparent()):
            _mark(node.getparent(), node, pattern, tag)


def _latin(letter: str) -> bool:
    return unicodedata.name(letter[0], "").startswith("LATIN")


def all_latin(text: str) -> bool:
    """Whether `text` has letters, and Latin ones only."""
    letters = [*filter(str.isalpha, text)]
    return bool(letters) and all(map(_latin, letters))


def _french(node: html.HtmlElement) -> bool:
    """Whether the text of `node` is said to be French already, or may hold no element."""
    return any(a.get("lang") == "fr" or a.tag in SKIP for a in (node, *node.iterancestors()))


def _mark(parent: html.HtmlElement, before: html.HtmlElement | None, pattern: re.Pattern[str], tag: str) -> None:
    text = (parent.text if before is None else before.tail) or ""
    place = 0 if before is None else parent.index(before) + 1
    last = before
    end = 0
    for found in pattern.finditer(text):
        plain = text[end : found.start()]
        if last is None:
            parent.text = plain
        else:
            last.tail = plain
        last = html.Element(tag, {"lang": "fr"})
        last.text = found.group()
        parent.insert(place, last)
        place += 1
        end = found.end()
    if last is not before and last is not None:
        last.tail = text[end:]
