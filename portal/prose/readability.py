"""How easy the French is, on the built page: *En bref*, *En détail*, and the law (reported only).

Reading ease is the Flesch measure with the French weights of textstat; lengths are counted sentence by sentence, a
list item or a table cell being a sentence when it has no full stop.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from dataclasses import dataclass

import textstat
from lxml import html

BRIEF, DETAIL, LAW = "En bref", "En détail", "Textes"
BRIEF_ID = "en-bref"
LEFT_OUT = (
    ".//*[contains(concat(' ', @class, ' '), ' cite ') or contains(concat(' ', @class, ' '), ' generated ')]",
    ".//nav",
    ".//aside",
    ".//table",
    ".//figure",
    ".//svg",
    ".//blockquote",
)
_BLOCKS = ("p", "li", "dd", "dt", "summary")
_EMPTY = re.compile(r"[(«]\s*[,;:et ]*\s*[)»]")
_STOP = re.compile(r"(?<=[.!?…:;])\s+(?=[A-ZÀ-ÖØ-Þ«0-9])")
_WORD = re.compile(r"[^\W\d_][\w’'-]*|\d+")


@dataclass(frozen=True)
class Limit:
    """What a level allows: least reading ease, greatest mean and greatest length of a sentence, in words."""

    ease: float
    mean: float
    longest: int


LIMITS = {BRIEF: Limit(80, 10, 16), DETAIL: Limit(60, 15, 25)}


@dataclass(frozen=True)
class Measure:
    """One level of a page: reading ease (0–100 and beyond), mean words a sentence, words, and the longest sentences,
    each with its words, from the longest."""

    level: str
    ease: float
    mean: float
    words: int
    longest: tuple[tuple[str, int], ...]


def measures(prose: html.HtmlElement) -> Iterator[Measure]:
    """The measures of each level that the text of a page holds. `prose` is left as it is."""
    work = copy.deepcopy(prose)
    for path in LEFT_OUT:
        for node in work.xpath(path):
            node.drop_tree()
    levels: dict[str, list[str]] = {BRIEF: [], DETAIL: [], LAW: []}
    level = DETAIL
    for node in work:
        if node.tag == "h2":
            level = BRIEF if node.get("id") == BRIEF_ID else DETAIL
            continue
        law = node.tag == "details" and {"law", "sources"} & set(node.get("class", "").split())
        levels[LAW if law else level] += _sentences(node)
    for name, sentences in levels.items():
        if sentences:
            lengths = [len(_WORD.findall(sentence)) for sentence in sentences]
            order = sorted(range(len(sentences)), key=lambda rank: -lengths[rank])
            yield Measure(
                name,
                round(_ease(sentences), 1),
                round(sum(lengths) / len(lengths), 1),
                sum(lengths),
                tuple((sentences[rank], lengths[rank]) for rank in order[:3]),
            )


def faults(measure: Measure) -> Iterator[str]:
    """What a measure exceeds, in words for the author."""
    limit = LIMITS.get(measure.level)
    if limit is None:
        return
    if measure.ease < limit.ease:
        yield f"{measure.level}: reading ease {measure.ease}, at least {limit.ease:g}. Use shorter words and sentences."
    if measure.mean > limit.mean:
        yield f"{measure.level}: {measure.mean} words a sentence, at most {limit.mean:g}. Cut the longest sentences."
    for sentence, words in measure.longest:
        if words > limit.longest:
            yield f"{measure.level}: a sentence of {words} words, at most {limit.longest}. Cut it: {sentence}"


def _sentences(node: html.HtmlElement) -> list[str]:
    blocks = [node] if node.tag in _BLOCKS else []
    blocks += [child for child in node.iter(*_BLOCKS) if child is not node]
    found = []
    for block in blocks:
        inner = copy.deepcopy(block)
        inner.tail = None
        for child in list(inner.iter(*_BLOCKS)):
            if child is not inner:
                child.drop_tree()
        text = _EMPTY.sub("", " ".join(inner.text_content().replace("\u00a0", " ").split()))
        found += [piece for piece in _STOP.split(text) if _WORD.search(piece)]
    return found


def _ease(sentences: list[str]) -> float:
    textstat.set_lang("fr")
    return float(textstat.flesch_reading_ease(" ".join(sentence.rstrip(" :;.") + "." for sentence in sentences)))
