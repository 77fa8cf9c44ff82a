"""The law as pages see it: the rule base's sources and deadlines, and the numbers of docs/_data."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import yaml

from portal.frontmatter import PageError


def sources() -> Mapping[str, Any]:
    """Source id → object with citation, quote, confidence, read_on and state, as the rules cite them."""
    from checker.rules.sources import SOURCES

    return SOURCES


def deadlines() -> Mapping[str, Any]:
    """Name → object whose `texte` is the wording of a deadline, computed from the rules."""
    from checker.rules.delais import DELAIS

    return DELAIS


def data(root: Path) -> dict[str, Any]:
    """Every file of docs/_data, under its name. PORTAL_EDITION (YYYY-MM-DD) replaces the date of the edition."""
    tables: dict[str, Any] = {}
    for path in sorted((root / "docs" / "_data").glob("*.yml")):
        try:
            tables[path.stem] = yaml.safe_load(path.read_text("utf-8"))
        except yaml.YAMLError as error:
            raise PageError(f"{path}: not readable as YAML ({error}). Correct the file.") from None
    for key in ("date", "expire_le"):
        if key not in tables.get("edition", {}):
            raise PageError(f"{root / 'docs/_data/edition.yml'}: no `{key}:`. Write a date, YYYY-MM-DD.")
    if edition := os.environ.get("PORTAL_EDITION"):
        tables["edition"]["date"] = datetime.date.fromisoformat(edition)
    return tables


def view(source: Any, t: Mapping[str, Any], words: Callable[[Any], str], quote: str | None = None) -> dict[str, Any]:
    """A source as the “Textes” fold shows it; the confidence is said in words, never as a grade alone.

    `quote` replaces the source's own extract, when a rule cites another paragraph of the same text."""
    shown = quote or source.quote
    level = str(source.confidence)
    wording = "high_unread" if level == "high" and not shown else level
    read = t["sources"][wording].format(date=words(source.read_on))
    return {
        "id": source.id,
        "citation": source.citation,
        "quote": shown,
        "confidence": wording,
        "note": f"{source.state.rstrip('.')}. {read}" if source.state else read,
    }
