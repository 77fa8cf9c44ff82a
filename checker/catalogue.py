"""What a form needs to ask: every question with its words, options and dates."""

from __future__ import annotations

from typing import Any

from checker.compiled import compiled
from checker.reading import TODAY, UNKNOWN
from checker.rules.phrases import STATUTS
from checker.translation import FRENCH


def catalogue(lang: str = FRENCH) -> dict[str, Any]:
    """``{"questions": [...], "statuses": {...}, "unknown": {"id": "?", "text": ...}}`` in plain JSON values.

    The words are those of ``lang``, French when none were installed."""
    base = compiled(lang).base
    texts = {entry.id: entry.text for entry in base.dates}
    return {
        "questions": [
            {
                "id": question.id,
                "text": question.text,
                "help": question.help,
                "where": question.where,
                "options": [{"id": o.id, "text": o.text, "help": o.help} for o in question.options],
                "dates": [
                    {"id": name, "text": texts[name]}
                    for name in ((question.dated.reference, question.dated.measured) if question.dated else ())
                    if name != TODAY
                ],
            }
            for question in base.questions
        ],
        "statuses": {status: base.phrases[f"statut.{status}"] for status in STATUTS},
        "unknown": {"id": UNKNOWN, "text": base.phrases["ne_sait_pas"]},
    }
