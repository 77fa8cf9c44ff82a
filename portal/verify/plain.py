"""What a file or a server says, made safe to show on a line of a terminal."""

from __future__ import annotations

_SPACES = "\u00a0\u202f"


def line(text: str) -> str:
    """`text` without what moves the cursor, ends the line or turns the text around it: those signs are written out."""
    return "".join(c if c.isprintable() or c in _SPACES else repr(c)[1:-1] for c in text)


def lines(text: str) -> str:
    """The same, for a text of several lines."""
    return "\n".join(map(line, text.split("\n")))
