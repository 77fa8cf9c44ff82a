"""The rule base as plain JSON values."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterator
from typing import Any

from checker import catalogue as form
from checker import dates, remedies
from checker.compiled import Compiled
from checker.engine.calendar import Offset
from checker.engine.model import Case, Caution, Dated, Deadline, Remedy, Right, RuleBase, Source, Until
from checker.outcome import label_of
from checker.rules import phrases
from checker.rules.sources import SOURCES


def catalogue(rules: Compiled) -> dict[str, Any]:
    """Questions (with the bands that dates are cut in), situations, rights with all their cases, deadlines, remedies.

    ``graph`` names the graph that says when a deadline or a remedy applies; ``None``: always."""
    base, graphs = rules.base, rules.graphs
    known = form.catalogue()
    dated = {question.id: question.dated for question in base.questions}
    rank = {source: index for variants in _by_id(base).values() for index, source in enumerate(variants)}
    return {
        "questions": [{**question, "dated": _dated(dated[question["id"]])} for question in known["questions"]],
        "dates": [{"id": entry.id, "text": entry.text} for entry in base.dates],
        "unknown": known["unknown"],
        "statuses": known["statuses"],
        "situations": [{"id": s.id, "title": s.title, "text": s.text} for s in base.situations],
        "rights": [_right(right, rank) for right in base.rights],
        "deadlines": [_deadline(deadline, rank, graphs) for deadline in base.deadlines],
        "remedies": [_remedy(remedy, rank, graphs) for remedy in base.remedies],
        "not_examined": list(base.not_examined),
    }


def sources(base: RuleBase) -> dict[str, Any]:
    """Every source that is registered or cited, once, with the extracts that are quoted from it."""
    return {
        "sources": [
            {
                "id": first.id,
                "citation": first.citation,
                "confidence": first.confidence,
                "confidence_text": phrases.CONFIANCES[first.confidence],
                "state": first.state,
                "read_on": first.read_on,
                "url": first.url,
                "extracts": [
                    {"code": s.code, "article": s.article, "paragraph": s.paragraph, "quote": s.quote}
                    for s in (first, *others)
                ],
            }
            for first, *others in _by_id(base).values()
        ]
    }


def _by_id(base: RuleBase) -> dict[str, list[Source]]:
    """For each id, the registered source, then its other extracts that the rules quote, in a fixed order."""
    found: dict[str, list[Source]] = {}
    for source in dict.fromkeys([*SOURCES.values(), *_cited(base)]):
        found.setdefault(source.id, []).append(source)
    return found


def _cited(value: Any) -> Iterator[Source]:
    """Every source held by a value of the model, at any depth, in reading order."""
    if isinstance(value, Source):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _cited(part)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from _cited(getattr(value, field.name))


def _right(right: Right, rank: dict[Source, int]) -> dict[str, Any]:
    return {
        "id": right.id,
        "title": right.title,
        "cases": [_case(label_of(right, case), case, rank) for case in (*right.cases, right.otherwise)],
        "refused": [_caution(caution, rank) for caution in right.refused],
    }


def _case(label: str, case: Case, rank: dict[Source, int]) -> dict[str, Any]:
    return {
        "id": label,
        "outcome": phrases.STATUT_DE[case.outcome],
        "headline": case.headline,
        "because": case.because,
        "certainty": case.certainty.value,
        "until": _until(case.until),
        "show": list(case.show),
        "cautions": [_caution(caution, rank) for caution in case.cautions],
        "steps": [{"text": step.text, "page": step.page} for step in case.steps],
        "sources": _references(case.sources, rank),
        "statement": _statement(case),
    }


def _statement(case: Case) -> dict[str, Any] | None:
    if case.statement is None:
        return None
    return {
        "text": case.statement.text,
        "conditions": list(case.statement.conditions),
        "sources": list(case.statement.sources),
    }


def _deadline(deadline: Deadline, rank: dict[Source, int], graphs: Collection[str]) -> dict[str, Any]:
    return {
        "id": deadline.id,
        "title": deadline.title,
        "start": deadline.start,
        "graph": _among(graphs, dates.graph_of(deadline)),
        "readings": [
            {
                "graph": _among(graphs, dates.graph_of(deadline, index)),
                "offset": _offset(reading.offset),
                "text": reading.text,
                "sources": _references((reading.source,), rank),
            }
            for index, reading in enumerate(deadline.readings)
        ],
        "cautions": [_caution(caution, rank) for caution in deadline.cautions],
    }


def _remedy(remedy: Remedy, rank: dict[Source, int], graphs: Collection[str]) -> dict[str, Any]:
    return {
        "id": remedy.id,
        "title": remedy.title,
        "text": remedy.text,
        "graph": _among(graphs, remedies.graph_of(remedy)),
        "deadline": remedy.deadline,
        "cost": remedy.cost,
        "letter": remedy.letter,
        "page": remedy.page,
        "cautions": [_caution(caution, rank) for caution in remedy.cautions],
        "sources": _references(remedy.sources, rank),
    }


def _among(graphs: Collection[str], name: str) -> str | None:
    return name if name in graphs else None


def _caution(caution: Caution, rank: dict[Source, int]) -> dict[str, Any]:
    return {"text": caution.text, "sources": _references(caution.sources, rank)}


def _references(cited: tuple[Source, ...], rank: dict[Source, int]) -> list[dict[str, Any]]:
    return [{"id": source.id, "extract": rank[source]} for source in cited]


def _until(until: Until | None) -> dict[str, Any] | None:
    if until is None:
        return None
    return {"text": until.text, "date": until.date, "offset": _offset(until.offset)}


def _dated(dated: Dated | None) -> dict[str, Any] | None:
    if dated is None:
        return None
    bands = [{"option": band.option, "until": band.until and _offset(band.until)} for band in dated.bands]
    return {"reference": dated.reference, "measured": dated.measured, "bands": bands}


def _offset(offset: Offset) -> dict[str, int]:
    return {"months": offset.months, "days": offset.days}
