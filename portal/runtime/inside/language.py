"""A language that nobody speaks, to run the checker in another language than French: words of several scripts.

Standard library only: it runs inside Pyodide too."""

from __future__ import annotations

import re
from collections.abc import Mapping

LANG = "xx"
# One, two and four bytes a character, and letters that are written from right to left.
PIECES = ("word", "dès", "слово", "كلمة", "சொல்", "字", "😀")


def words(texts: Mapping[str, str]) -> dict[str, str]:
    """Key → text for each of `texts`, with its places and, to tell texts apart, its key."""
    return {
        key: " ".join([PIECES[rank % len(PIECES)], *re.findall(r"\{\w+\}", text), f"({key})"])
        for rank, (key, text) in enumerate(texts.items())
    }
