"""What the cases that remain possible say of a right, in words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from checker.engine.calendar import shift
from checker.engine.graph import NONE
from checker.engine.model import AT_ONCE, Case, Right, Until
from checker.engine.phrases import Phrases
from checker.grounds import certainty_text, sources_json, sources_of
from checker.rules.phrases import PHRASES, STATUT_DE

ANSWERABLE = ("kept", "conditional", "disputed")


def outcome(
    right: Right,
    found: frozenset[str],
    dates: Mapping[str, date],
    to_reread: frozenset[str],
    phrases: Phrases = PHRASES,
) -> dict[str, Any]:
    """What the cases ``found`` (labels of the graph of ``right``) say: certain when their outcome is one.

    Several cases may share the outcome: then every reason is given and nothing that holds for one only.
    What rests on a source ``to_reread`` keeps its words but is said to be verified.
    """
    cases = cases_found(right, found)
    result: dict[str, Any] = {"id": right.id, "title": right.title}
    if len({case.outcome for case in cases}) > 1:
        return result | _open(cases, phrases)
    result |= _one(cases[0], dates, phrases) if len(cases) == 1 else _several(cases, dates, phrases)
    if result["status"] in ANSWERABLE:
        result["refused"] = [answer.text for answer in right.refused]
        known = {(source["id"], source["quote"]) for source in result["sources"]}
        more = (source for answer in right.refused for source in answer.sources)
        result["sources"] += sources_json((s for s in more if (s.id, s.quote) not in known), phrases)
    return to_verify(result) if {source["id"] for source in result["sources"]} & to_reread else result


def to_verify(result: dict[str, Any]) -> dict[str, Any]:
    """The same result, whose outcome may have changed: the law moved, or the edition is out of date."""
    return result | {"status": "to_verify", "before": result["status"]}


def cases_found(right: Right, found: frozenset[str]) -> list[Case]:
    """The cases of ``right`` whose labels were found, in the order of the rules."""
    return [case for case in (*right.cases, right.otherwise) if label_of(right, case) in found]


def label_of(right: Right, case: Case) -> str:
    """The label of a case in the graph of its right."""
    return NONE if case is right.otherwise else case.id


def extremes(cases: list[Case]) -> tuple[Case, Case]:
    """The most and the least favourable case; the first in the order of the rules when several tie."""
    return max(cases, key=lambda case: case.outcome), min(cases, key=lambda case: case.outcome)


def _said(status: str, headline: str, **rest: Any) -> dict[str, Any]:
    empty: dict[str, Any] = {
        "status": status,
        "certain": True,
        "headline": headline,
        "until": None,
        "because": [],
        "deciding": [],
        "show": [],
        "sources": [],
        "certainty_text": "",
        "warnings": [],
        "steps": [],
        "refused": [],
        "lever": None,
        "settle": None,
        "alternatives": [],
        "before": None,
    }
    return empty | rest


def _one(case: Case, dates: Mapping[str, date], phrases: Phrases) -> dict[str, Any]:
    return _said(
        STATUT_DE[case.outcome],
        case.headline,
        until=until_json(case.until, dates, phrases),
        because=[case.because],
        show=list(case.show),
        certainty_text=certainty_text(case, phrases),
        **_grounds([case], phrases),
    )


def _several(cases: list[Case], dates: Mapping[str, date], phrases: Phrases) -> dict[str, Any]:
    untils = {case.until for case in cases}
    status = STATUT_DE[cases[0].outcome]
    return _said(
        status,
        phrases.say("dans_tous_les_cas", status=phrases[f"statut.{status}"]),
        until=until_json(cases[0].until, dates, phrases) if len(untils) == 1 else None,
        because=[*dict.fromkeys(case.because for case in cases)],
        **_grounds(cases, phrases),
    )


def _open(cases: list[Case], phrases: Phrases) -> dict[str, Any]:
    return _said(
        "open",
        phrases["pas_encore"],
        certain=False,
        alternatives=[
            {"status": STATUT_DE[case.outcome], "headline": case.headline, "because": case.because}
            for case in extremes(cases)
        ],
    )


def _grounds(cases: list[Case], phrases: Phrases) -> dict[str, Any]:
    return {
        "sources": sources_json(sources_of(cases), phrases),
        "warnings": [*dict.fromkeys(caution.text for case in cases for caution in case.cautions)],
        "steps": [{"text": s.text, "page": s.page} for s in dict.fromkeys(s for c in cases for s in c.steps)],
    }


def until_json(until: Until | None, dates: Mapping[str, date], phrases: Phrases) -> dict[str, Any] | None:
    """The end of a right: its date and its arithmetic when the reader gave the date, its rule in words always."""
    if until is None:
        return None
    known = dates.get(until.date) if until.date else None
    if known is None:
        return {"text": until.text, "date": None, "steps": [], "rule": until.text}
    end = shift(known, until.offset)
    moved = until.offset != AT_ONCE
    return {
        "text": phrases.say("jusqu_au", day=phrases.day(end)),
        "date": end.isoformat(),
        "steps": [phrases.addition(known, until.offset, end)] if moved else [],
        "rule": until.text,
    }
