"""What an answer rests on: its sources, and how firm the ground is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from checker.engine.model import Case, Certainty, Outcome, Source
from checker.engine.phrases import Phrases


def sources_of(cases: Iterable[Case]) -> list[Source]:
    """Every source of the cases and of their reserves, once, in reading order."""
    return list(
        dict.fromkeys(
            source
            for case in cases
            for group in (case.sources, *(caution.sources for caution in case.cautions))
            for source in group
        )
    )


def source_json(source: Source, phrases: Phrases) -> dict[str, Any]:
    """The SOURCE of the response: its citation, quote, confidence, and the day on which it was read (ISO)."""
    return {
        "id": source.id,
        "citation": source.citation,
        "quote": source.quote,
        "confidence": source.confidence,
        "confidence_text": phrases[f"confiance.{source.confidence}"],
        "read_on": source.read_on,
        "state": source.state,
        "url": source.url,
    }


def sources_json(sources: Iterable[Source], phrases: Phrases) -> list[dict[str, Any]]:
    """Each source once, in order."""
    return [source_json(source, phrases) for source in dict.fromkeys(sources)]


def certainty_text(case: Case, phrases: Phrases) -> str:
    """How firm the ground is, in words; empty where nothing is established, for nothing is then claimed."""
    if case.outcome is Outcome.NOT_ESTABLISHED:
        return ""
    if case.outcome is Outcome.DISPUTED and case.certainty is Certainty.LAW:
        return phrases["non_tranche"]
    if case.certainty is Certainty.LAW and any(source.confidence != "high" for source in case.sources):
        return phrases["a_confirmer"]
    return phrases[f"certitude.{case.certainty.value}"]
