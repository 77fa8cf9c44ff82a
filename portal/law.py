"""The law as pages see it: the rule base's sources and deadlines, and the numbers of docs/_data."""

from __future__ import annotations

import datetime
import functools
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from checker.engine.model import Source
from checker.rules.sources import SOURCES
from checker.rules.sources.lecture import ETAT_CRPA, ETAT_MI_2025, ETAT_SECONDAIRE
from checker.translation import FRENCH, sentence
from portal import utf8, yaml_text
from portal.frontmatter import PageError
from portal.typography import french

# What each entry of docs/_data/nombres.yml says.
_NUMBER = {"texte", "objet", "source", "confiance", "vu_le"}
PAGE_SOURCES = Path(__file__).resolve().parents[1] / "docs" / "_data" / "sources.yml"
STATES = {
    "mi-2025": french(ETAT_MI_2025),
    "crpa": french(ETAT_CRPA),
    "secondaire": french(ETAT_SECONDAIRE),
}


def sources() -> Mapping[str, Source]:
    """Source id → source: those that the rules cite, then those that only pages cite (docs/_data/sources.yml).

    Raises PageError when the file repeats an id or leaves a field out."""
    return SOURCES | _page_sources()


@functools.cache
def _page_sources() -> dict[str, Source]:
    # A registry apart: what no rule cites is not sent to the reader's browser with the rules.
    file = "docs/_data/sources.yml"
    found: dict[str, Source] = {}
    for rank, entry in enumerate(yaml_text.load(utf8.read(PAGE_SOURCES, file), file), start=1):
        try:
            source = Source(
                id=entry["id"],
                citation=french(entry["citation"]),
                confidence=entry["confiance"],
                state=STATES[entry["etat"]],
                read_on=entry["lu_le"],
                code=entry.get("code"),
                article=entry.get("article"),
                paragraph=entry.get("alinea"),
                quote=entry.get("extrait"),
                url=entry.get("url"),
            )
        except KeyError as error:
            raise PageError(f"{file}: entry {rank} ({entry.get('id')}): {error} missing or unknown.") from None
        if source.id in SOURCES or source.id in found:
            raise PageError(f"{file}: entry {rank}: the id “{source.id}” is taken. Cite that source instead.")
        found[source.id] = source
    return found


def deadlines() -> Mapping[str, Any]:
    """Name → object whose `texte` is the wording of a deadline, computed from the rules."""
    from checker.rules.delais import DELAIS

    return DELAIS


def data(root: Path) -> dict[str, Any]:
    """Every file of docs/_data, under its name. PORTAL_EDITION (YYYY-MM-DD) replaces the date of the edition."""
    tables: dict[str, Any] = {}
    for path in sorted((root / "docs" / "_data").glob("*.yml")):
        tables[path.stem] = yaml_text.load(utf8.read(path, f"docs/_data/{path.name}"), f"docs/_data/{path.name}")
    for key in ("date", "expire_le", "relecture_jours"):
        if key not in tables.get("edition", {}):
            raise PageError(f"docs/_data/edition.yml: no `{key}:`. Write it: a date is YYYY-MM-DD.")
    for name, number in tables.get("nombres", {}).items():
        if missing := _NUMBER - set(number or ()):
            said = ", ".join(sorted(missing))
            raise PageError(f"docs/_data/nombres.yml: {name} has no {said}. Write it, or remove the number.")
    if edition := os.environ.get("PORTAL_EDITION"):
        tables["edition"]["date"] = datetime.date.fromisoformat(edition)
    return tables


def view(
    source: Any, t: Mapping[str, Any], words: Callable[[Any], str], quote: str | None = None, lang: str = FRENCH
) -> dict[str, Any]:
    """A source as the “Textes” fold shows it; the confidence is said in words, never as a grade alone.

    `t` and `words` speak `lang`, which the citation and the extract do not. `quote` replaces the source's own extract,
    when a rule cites another paragraph of the same text."""
    shown = quote or source.quote
    level = str(source.confidence)
    wording = "high_unread" if level == "high" and not shown else level
    state = sentence(lang, source.state)
    read = t["sources"][wording].format(date=words(source.read_on))
    return {
        "id": source.id,
        "citation": source.citation,
        "quote": shown,
        "confidence": wording,
        "note": f"{state.rstrip('.')}. {read}" if state else read,
    }
