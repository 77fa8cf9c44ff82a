"""A Markdown page cut line by line into what stays and what is translated.

Pages are CommonMark with one paragraph, item, heading or table row a line. A translation keeps the lines: that is what
lets it be compared with the French, exported to PO, and written back byte for byte.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

# The name of what stands before the first section of a page.
HEAD = "tete"
FENCE = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_SECTION = re.compile(r"^## .*\{#([\w-]+)\}\s*$", re.MULTILINE)
_QUOTE = re.compile(r"(?:> ?)+")
_CALLOUT = re.compile(r"\[!\w+\][+-]? ?")
_ITEM = re.compile(r"\s*(?:[-*]|\d+\.)\s+(?:\[[ x]\] )?")
_HEADING = re.compile(r"#{1,6} ")
_ANCHOR = re.compile(r"\s*\{#[\w-]+\}\s*$")
_RULE = re.compile(r"\|[\s:|-]+\|")
_CELL = re.compile(r"(?<!\\)\|")
# A line that is only code: a variable that makes a block, or a statement.
_CODE = re.compile(r"\[\[%.*%\]\]|\[\[[^\]\"]*\]\]|\[\[ (?:extrait|textes|etat)\([^\]]*\]\]")


@dataclass(frozen=True)
class Line:
    """One line of a page: `pieces` are alternately what stays and a text to translate, beginning and ending with what
    stays. "## Titre {#t}" is ("## ", "Titre", " {#t}")."""

    number: int
    pieces: tuple[str, ...]

    @property
    def skeleton(self) -> tuple[str, ...]:
        """What stays, in order: one piece more than there are texts. Two lines with the same one match."""
        return self.pieces[::2]

    @property
    def texts(self) -> tuple[str, ...]:
        """What is translated, in order; empty for a line that is only marks or code."""
        return self.pieces[1::2]

    def with_texts(self, texts: tuple[str, ...]) -> str:
        """The line with other texts, as many as it has."""
        pieces = list(self.pieces)
        pieces[1::2] = texts
        return "".join(pieces)


def split(text: str) -> tuple[str, str, int]:
    """The front matter of a page without its fences, the body, and the line of the file where the body begins."""
    match = FENCE.match(text)
    if not match:
        return "", text, 1
    return match.group(1), text[match.end() :], text[: match.end()].count("\n") + 1


def parts(body: str) -> dict[str, str]:
    """The sections of the body of a page by the id of their `##` heading, HEAD first; joined, they are the body."""
    marks = [*_SECTION.finditer(body)]
    starts = [mark.start() for mark in marks] + [len(body)]
    found = {HEAD: body[: starts[0]]}
    for mark, start, end in zip(marks, starts, starts[1:], strict=False):
        found[mark.group(1)] = body[start:end]
    return found


def lines(body: str, first: int = 1) -> Iterator[Line]:
    """Every line of `body`; joined by line feeds, their pieces are the body again."""
    for number, line in enumerate(body.split("\n"), start=first):
        yield Line(number, _pieces(line))


def _pieces(line: str) -> tuple[str, ...]:
    start = 0
    for pattern in (_QUOTE, _CALLOUT, _ITEM, _HEADING):
        if match := pattern.match(line, start):
            start = match.end()
    rest = line[start:]
    if not rest.strip() or _CODE.fullmatch(rest.strip()) or _RULE.fullmatch(rest):
        return (line,)
    # "\\|" is a sign of the last cell, not its end.
    if rest.startswith("|") and rest.endswith("|") and not rest.endswith("\\|"):
        return _cells(line[:start], rest)
    if line.startswith("#") and (anchor := _ANCHOR.search(rest)):
        return (line[:start], rest[: anchor.start()], anchor.group())
    return (line[:start], rest, "")


def _cells(head: str, row: str) -> tuple[str, ...]:
    pieces = [head]
    parts = _CELL.split(row)
    for part in parts[1:-1]:
        text = part.strip()
        if not text:
            pieces[-1] += f"|{part}"
            continue
        before, after = part.split(text, 1)[0], part.rsplit(text, 1)[1]
        pieces[-1] += f"|{before}"
        pieces += [text, after]
    pieces[-1] += "|"
    return tuple(pieces)
