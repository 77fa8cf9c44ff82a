"""A letter as plain text: wrapped, with the layout of a French letter kept by indents."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from checker.letters.blocks import Block

WIDTH = 78
RIGHT = " " * 40
# The Notepad of older Windows, on the computers of libraries and associations, shows a lone LF as nothing.
NEWLINE = "\r\n"


def plain_text(blocks: Iterable[Block]) -> str:
    """The text of a .txt file: UTF-8 text, CRLF line ends, one at the end."""
    parts = ["\n".join(_lines(block)) for block in blocks]
    return ("\n\n".join(parts) + "\n").replace("\n", NEWLINE)


def _lines(block: Block) -> Iterator[str]:
    if block.kind in {"recipient", "place", "signature"}:
        for line in (block.text or "").split("\n"):
            yield from _wrapped(line, RIGHT, RIGHT)
        return
    if block.kind == "heading":
        title = (block.text or "").upper()
        yield from _wrapped(title, "", "")
        return
    if block.text:
        for line in block.text.split("\n"):
            yield from _wrapped(line, "", "")
    for number, item in enumerate(block.items or (), 1):
        mark = "- " if block.kind == "list" else f"{number}. "
        first, *rest = item.split("\n")
        yield from _wrapped(first, mark, " " * len(mark))
        for line in rest:
            yield from _wrapped(line, " " * len(mark), " " * len(mark))


def _wrapped(text: str, first: str, then: str) -> list[str]:
    wrapped = textwrap.wrap(
        text, WIDTH, initial_indent=first, subsequent_indent=then, break_long_words=False, break_on_hyphens=False
    )
    return wrapped or [first.rstrip()]
