"""Spacing: a no-break space (U+00A0) where a line may not break, by the rules of French or of any other language."""

from __future__ import annotations

import re

NBSP = "\u00a0"

_RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"[ \u202f]+(?=[;:!?»%€])"), NBSP),
    (re.compile(r"«[ \u202f]*(?=\S)|«[ \u202f]+"), "«" + NBSP),
    (re.compile(r"(?<=[^\s\u00a0])(?=»)"), NBSP),
    # Only a mark that ends a word gets its missing space: "10:30", "n:o" and "?page=2" stay as they are.
    (re.compile(r"(?<=[\w)’'\]])(?=[!?;](?:[\s\u00a0»)]|$))"), NBSP),
    (re.compile(r"(?<=\w)(?=:(?:\s|$))"), NBSP),
    (re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_«])"), "’"),
    (re.compile(r"\b(art\.|n°|[LRD]\.\*?|p\.|al\.) (?=\d)"), r"\1" + NBSP),
    (re.compile(r"(?<=\d) (?=\d{3}\b)"), NBSP),
    (re.compile(r"(?<=\d) (?=(?:mois|jours?|ans?|heures?|h|Mo|Ko|pages?)\b)"), NBSP),
)

# In other languages, French words stand in their guillemets, and numbers of articles stay whole.
_ANYWHERE: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"«[ \u202f]*(?=\S)"), "«" + NBSP),
    (re.compile(r"(?<=[^\s\u00a0])[ \u202f]*»"), NBSP + "»"),
    (re.compile(r"\b(art\.|n°|[LRD]\.\*?) (?=\d)"), r"\1" + NBSP),
)


def french(text: str) -> str:
    """`text` with French no-break spaces; already correct text comes back unchanged."""
    for pattern, replacement in _RULES:
        text = pattern.sub(replacement, text)
    return text


def spaced(text: str, lang: str) -> str:
    """`text` with the no-break spaces of its language."""
    if lang == "fr":
        return french(text)
    for pattern, replacement in _ANYWHERE:
        text = pattern.sub(replacement, text)
    return text
