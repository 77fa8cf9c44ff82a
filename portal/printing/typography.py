"""Spaces and apostrophes of printed text, over the French spacing all pages share."""

from __future__ import annotations

import re
from functools import lru_cache

from portal.languages.catalogue import CANONICAL
from portal.typography import NBSP, spaced

_SPACES = re.compile(r"[ \t\r\n\f]+")
_MONTHS = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"

_ON_PAPER: tuple[tuple[re.Pattern[str], str], ...] = (
    # On a screen the reader changes the width; on paper a bad break stays: more is kept together.
    (re.compile(r"\b([Aa]rt\.|[Nn]°|[Nn]os|[Aa]l\.|[Pp]\.|§|M\.|Mme|[LRDA]\.) (?=\S)"), rf"\1{NBSP}"),
    (re.compile(r"\b([Aa]rticles?) (?=[LRDA]\.|\d)"), rf"\1{NBSP}"),
    (re.compile(rf"\b(\d\d?|1er) (?=(?:{_MONTHS})\b)"), rf"\1{NBSP}"),
    (re.compile(r"(?<=\w)'(?=\w|$)"), "’"),
)


def collapse(text: str) -> str:
    """Make every run of breaking white space one space; no-break spaces are kept.

    U+202F becomes U+00A0: the fonts of the guide have no narrow no-break space.
    """
    return _SPACES.sub(" ", text.replace("\u202f", NBSP))


@lru_cache(maxsize=1 << 16)
def set_text(text: str, lang: str) -> str:
    """Collapse white space, then apply the rules of `lang`: more of them in French.

    Remembered: the same pages are set for several papers, and half of the time of each went there."""
    text = spaced(collapse(text), lang)
    if lang == CANONICAL:
        for pattern, replacement in _ON_PAPER:
            text = pattern.sub(replacement, text)
    return text
