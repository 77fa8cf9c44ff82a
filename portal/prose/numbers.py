"""A term, a sum or a share typed in a page instead of taken from docs/_data or from the rules."""

from __future__ import annotations

import re
from collections.abc import Iterator

_WORD = (
    "une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingts?|trente|quarante|"
    "cinquante|soixante|cents?|mille"
)
# "dix-huit", "vingt et un", "cent vingt".
_WORDS = rf"(?:{_WORD})(?:[-\s\u00a0](?:et[-\s\u00a0])?(?:{_WORD}))*"
_UNITS = r"mois|jours?|semaines?|heures?|ans|années?|euros?|minutes?"
_TYPED = re.compile(
    rf"(?<![\w.-])(?:(?:\d[\d\s\u00a0,.]*|{_WORDS})[\s\u00a0]+(?:{_UNITS})\b|\d[\d\s\u00a0,.]*[\s\u00a0]?[€%])",
    re.IGNORECASE,
)
# "un mois", "une heure" in the sense of any month: only a figure or a plural is a term.
_LOOSE = re.compile(r"^une?[\s\u00a0]", re.IGNORECASE)
_VARIABLE = re.compile(r"\[\[.*?\]\]", re.DOTALL)


def typed_numbers(body: str) -> Iterator[tuple[int, str]]:
    """(line from 0, words) of each number with a unit typed in the Markdown `body`, outside `[[ … ]]`."""
    blank = _VARIABLE.sub(lambda found: re.sub(r"[^\n]", "·", found.group()), body)
    for found in _TYPED.finditer(blank):
        if not _LOOSE.match(found.group()):
            yield blank.count("\n", 0, found.start()), " ".join(found.group().split())
