"""Put the result for one right in words, from what its graph still allows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from datetime import date
from typing import Any

from checker.compiled import Compiled
from checker.engine.calendar import shift
from checker.engine.evaluation import labels, pending, start
from checker.engine.explanation import deciding, settling
from checker.engine.graph import NONE
from checker.engine.lever import lever
from checker.engine.model import AT_ONCE, Case, Certainty, Outcome, Question, Right, Source, Until
from checker.engine.phrases import Phrases
from checker.engine.what_if import what_if
from checker.reading import Reading
from checker.rules.phrases import PHRASES, STATUT_DE


def right_result(rules: Compiled, right: Right, reading: Reading) -> dict[str, Any]:
    """The result of ``right`` for what was read, with the answers that decide it or the one that would."""
    graph = rules.graphs[right.id]
    found = labels(graph, start(graph), reading.answers)
    result = outcome(right, found, reading.dates, rules.base.to_reread, rules.base.phrases)
    open_questions = [] if result["certain"] else _open_questions(rules, right, reading)
    supposed = [{question.id: option.id} for question in open_questions for option in question.options]
    changes = [dict(lever.changes) for lever in rules.base.levers]
    # One walk serves the question that would settle it and the levers: walks are what an answer costs.
    left = what_if(graph, [reading.answers | added for added in (*supposed, *changes)])
    result["lever"] = _lever(rules, right, found, left[len(supposed) :])
    if not result["certain"]:
        result["settle"] = _settle(open_questions, left)
    elif len(found) == 1:
        result["deciding"] = _answers(rules, deciding(graph, reading.answers), reading)
    return _expired(result) if reading.frozen else result


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
        more = [source for answer in right.refused for source in answer.sources]
        known = {(source["id"], source["quote"]) for source in result["sources"]}
        result["sources"] += [source_json(s, phrases) for s in dict.fromkeys(more) if (s.id, s.quote) not in known]
    return to_verify(result) if {source["id"] for source in result["sources"]} & to_reread else result


def to_verify(result: dict[str, Any]) -> dict[str, Any]:
    """The same result, whose outcome may have changed: the law moved, or the edition is out of date."""
    return result | {"status": "to_verify", "before": result["status"]}


def _expired(result: dict[str, Any]) -> dict[str, Any]:
    """The same result from an edition out of date: no status it names, even of what is only possible, holds."""
    unsure = {"status": "to_verify"}
    result = result | {"alternatives": [other | unsure for other in result["alternatives"]]}
    if result["lever"]:
        result["lever"] = result["lever"] | {"to": "to_verify"}
    return to_verify(result) if result["certain"] and not result["before"] else result


ANSWERABLE = ("kept", "conditional", "disputed")


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


def certainty_text(case: Case, phrases: Phrases) -> str:
    """How firm the ground is, in words; empty where nothing is established, for nothing is then claimed."""
    if case.outcome is Outcome.NOT_ESTABLISHED:
        return ""
    if case.outcome is Outcome.DISPUTED and case.certainty is Certainty.LAW:
        return phrases["non_tranche"]
    if case.certainty is Certainty.LAW and any(source.confidence != "high" for source in case.sources):
        return phrases["a_confirmer"]
    return phrases[f"certitude.{case.certainty.value}"]


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
        "sources": [source_json(source, phrases) for source in sources(cases)],
        "warnings": [*dict.fromkeys(caution.text for case in cases for caution in case.cautions)],
        "steps": [{"text": s.text, "page": s.page} for s in dict.fromkeys(s for c in cases for s in c.steps)],
    }


def _open_questions(rules: Compiled, right: Right, reading: Reading) -> list[Question]:
    """The questions that can still change the label, in order; those answered "I do not know" only if alone."""
    ask = rules.asking[right.id]
    still = pending(ask, start(ask.graph), reading.answers)
    questions = [question for question in rules.base.questions if question.id in still]
    return [question for question in questions if question.id not in reading.unknown] or questions


def _settle(questions: list[Question], left: Sequence[Set[str]]) -> dict[str, str] | None:
    """``left`` holds the labels left by each option of each of ``questions``, in order."""
    each = iter(left)
    name = settling({question.id: [next(each) for _ in question.options] for question in questions})
    found = next((question for question in questions if question.id == name), None)
    return {"question": found.id, "text": found.text, "where": found.where} if found else None


def _lever(
    rules: Compiled, right: Right, now: Set[str], then: Sequence[Set[str]]
) -> dict[str, str | None] | None:
    """``now`` holds the labels that the answers allow, ``then`` those that each lever would leave."""
    outcomes = {label_of(right, case): case.outcome for case in (*right.cases, right.otherwise)}
    found = lever(now, zip(rules.base.levers, then, strict=True), outcomes)
    if found is None:
        return None
    step, better = found
    return {
        "id": step.id,
        "text": step.text,
        "to": STATUT_DE[better],
        "page": step.page,
        "remedy": step.remedy,
    }


def sources(cases: list[Case]) -> list[Source]:
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


def _answers(rules: Compiled, ids: tuple[str, ...], reading: Reading) -> list[dict[str, str]]:
    questions = {question.id: question for question in rules.base.questions}
    return [
        {
            "question": name,
            "text": questions[name].text,
            "answer": next(o.text for o in questions[name].options if o.id == reading.answers[name]),
        }
        for name in ids
    ]
