"""Rendered text to blocks: sender, recipient, place, subject, paragraphs, lists, signature, enclosures.

Blocks are separated by an empty line. The first line may name the kind (``@subject``, ``@heading``…), then its
text; lines that start with ``- `` or ``# `` are the items of a list; anything else is a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

# Around each value that is not template text: it can never be read as a mark, nor be corrected. Private signs, which no
# checked value holds (and not control signs, which strip() takes for spaces).
OPEN, CLOSE = "\ue000", "\ue001"
_VALUE = re.compile(f"({OPEN}[^{CLOSE}]*{CLOSE})")
_NEWLINE_IN_VALUE = "\ue002"
# In these, each line stays a line.
_LINES = frozenset({"sender", "recipient", "place", "subject", "signature"})
_ITEMS = {"- ": "list", "# ": "numbered"}


@dataclass(frozen=True)
class Block:
    """``text`` may hold line breaks; ``items`` belong to list, numbered and enclosures."""

    kind: str
    text: str | None = None
    items: tuple[str, ...] | None = None


def guarded(value: str) -> str:
    """A value, marked so that ``parse`` takes it as plain text."""
    inside = value.replace(OPEN, "").replace(CLOSE, "").replace("\n", _NEWLINE_IN_VALUE)
    return f"{OPEN}{inside}{CLOSE}"


def parse(rendered: str, typography: Callable[[str], str]) -> tuple[Block, ...]:
    """Cut ``rendered`` into blocks; ``typography`` is applied to template text, not to values."""
    chunks = re.split(r"\n(?:[ \t]*\n)+", rendered.strip("\n"))
    return tuple(_block(chunk.split("\n"), typography) for chunk in chunks if chunk.strip())


def _block(lines: list[str], typography: Callable[[str], str]) -> Block:
    kind, said = "paragraph", ""
    if lines[0].startswith("@"):
        kind, _, said = lines[0][1:].strip().partition(" ")
        lines = [said, *lines[1:]] if said else lines[1:]
    marks = {line[:2] for line in lines} & set(_ITEMS)
    if marks:
        title = said or None
        body = lines[1:] if said else lines
        items = tuple(_text([item], typography) for item in _items(body))
        if kind == "enclosures":
            return Block(kind, _text([title], typography) if title else None, items)
        return Block(_ITEMS[min(marks)], None, items)
    if kind in _LINES:
        return Block(kind, "\n".join(_text([line], typography) for line in lines if line.strip()))
    return Block(kind, _text(lines, typography))


def _items(lines: list[str]) -> list[str]:
    """Items with the lines that continue them."""
    found: list[str] = []
    for line in lines:
        if line[:2] in _ITEMS:
            found.append(line[2:])
        elif found:
            found[-1] += " " + line.strip()
    return found


def _text(lines: list[str], typography: Callable[[str], str]) -> str:
    """One text from template lines: spaces of the template folded, values as they are."""
    joined = re.sub(r"[ \t]*\n[ \t]*", " ", "\n".join(lines).strip())
    parts = _VALUE.split(joined)
    done = [part if part.startswith(OPEN) else typography(re.sub(r" {2,}", " ", part)) for part in parts]
    return "".join(done).replace(OPEN, "").replace(CLOSE, "").replace(_NEWLINE_IN_VALUE, "\n")
