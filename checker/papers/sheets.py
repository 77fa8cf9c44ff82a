"""The proof sheet: one page for one right, to hand over at a counter or to an employer."""

from __future__ import annotations

from typing import Any

from checker.grounds import source_json
from checker.outcome import until_json
from checker.papers.found import Shown
from checker.reading import Reading
from checker.rules.guichets import GUICHETS
from checker.rules.phrases import PHRASES
from checker.rules.tiers import a_la_troisieme_personne, piece

QUOTE_KEYS = ("citation", "quote", "state", "confidence", "confidence_text", "url")


def sheet(found: Shown, reading: Reading, name: str) -> dict[str, Any]:
    """The SHEET of a right: everything in the third person, quotes word for word (``None``: citation only).

    It is in French, but for ``name``, by which the reader chooses it."""
    desk = GUICHETS[found.right.id]
    return {
        "id": found.right.id,
        "name": name,
        "title": piece(found.right.title),
        "sentence": found.statement.text,
        "until": end(found, reading),
        "conditions": list(found.statement.conditions),
        "show": documents(found),
        "quotes": [{key: source_json(source, PHRASES)[key] for key in QUOTE_KEYS} for source in found.grounds],
        "page": desk.page,
        "audience": desk.public,
    }


def end(found: Shown, reading: Reading) -> dict[str, Any] | None:
    """When the right ends, with its arithmetic; ``None`` when it has no end or several are possible."""
    untils = {case.until for case in found.cases}
    (until,) = untils if len(untils) == 1 else (None,)
    said = until_json(until, reading.dates, PHRASES)
    if said is None:
        return None
    return said | {key: a_la_troisieme_personne(said[key]) for key in ("text", "rule")}


def documents(found: Shown) -> list[str]:
    """What to show with the paper; only what every case asks for."""
    first, *others = found.cases
    return [piece(text) for text in first.show if all(text in case.show for case in others)]

