"""The JSON Schema of a request to ``checker.consult`` and of its response."""

from __future__ import annotations

from checker.engine.model import RuleBase
from checker.reading import UNKNOWN
from checker.rules import phrases
from checker.rules.sources import SOURCES
from portal.exports.shapes import DAY, FILLED, FLAG, INTEGER, TEXT, TEXTS, Schema, listing, maybe, one_of, record, ref

STATUS = one_of(phrases.STATUTS)


def definitions(base: RuleBase) -> dict[str, Schema]:
    """``request``, ``response`` and the parts of the response, by name."""
    return {
        "request": _request(base),
        "response": _response(base),
        "right": _right(base),
        "stop": record(
            {
                "title": FILLED,
                "text": FILLED,
                "warnings": TEXTS,
                "sources": listing(ref("source")),
                "steps": listing(ref("step")),
            },
            note="The situation is not one that the rules examine: see a person, at once.",
        ),
        "date": _date(),
        "trap": _trap(),
        "remedy": _remedy(),
        "source": record(
            {
                "id": one_of(sorted(SOURCES)),
                "citation": FILLED,
                "quote": maybe(FILLED),
                "confidence": one_of(phrases.CONFIANCES),
                "confidence_text": FILLED,
                "read_on": DAY,
                "state": TEXT,
                "url": maybe(FILLED),
            }
        ),
    }


def _request(base: RuleBase) -> Schema:
    answers = {q.id: one_of([*(option.id for option in q.options), UNKNOWN]) for q in base.questions}
    return record(
        {"today": DAY},
        {
            "on": {**maybe(DAY), "description": "A past day to examine instead of today."},
            "expires": {**maybe(DAY), "description": "The last day of the edition: past it, outcomes are to verify."},
            "lang": {**maybe(TEXT), "description": "The language of the words; French when it is not there."},
            "answers": record({}, answers, "A question that is missing was not asked yet; “?”: I do not know."),
            "dates": record({}, {entry.id: DAY for entry in base.dates}),
        },
    )


def _response(base: RuleBase) -> Schema:
    return record(
        {
            "today": {**maybe(DAY), "description": "The day that was examined."},
            "relevant": listing(
                one_of(question.id for question in base.questions),
                "The questions that can still change something, in the order to ask them.",
            ),
            "summary": {
                **maybe(record({"text": FILLED, "status": STATUS})),
                "description": "The first sentence: work and stay, as weak as the weaker of the two.",
            },
            "situation": maybe(
                record({"id": one_of(s.id for s in base.situations), "title": FILLED, "text": TEXT})
            ),
            "out_of_scope": maybe(ref("stop")),
            "rights": listing(ref("right")),
            "not_examined": TEXTS,
            "errors": listing(record({"field": TEXT, "message": FILLED}), "When there is one, nothing else is said."),
        },
        {"dates": listing(ref("date")), "trap": maybe(ref("trap")), "remedies": listing(ref("remedy"))},
    )


def _right(base: RuleBase) -> Schema:
    until = record({"text": FILLED, "date": maybe(DAY), "steps": TEXTS, "rule": FILLED})
    question = one_of(question.id for question in base.questions)
    lever = record(
        {"text": FILLED, "to": STATUS},
        {"id": FILLED, "question": question, "option": FILLED, "page": FILLED, "remedy": maybe(FILLED)},
        "The smallest step still open that improves the outcome.",
    )
    return record(
        {
            "id": one_of(right.id for right in base.rights),
            "title": FILLED,
            "status": STATUS,
            "before": {**maybe(STATUS), "description": "The status before it became to_verify."},
            "certain": {**FLAG, "description": "Whether every possible completion of the answers agrees."},
            "headline": FILLED,
            "until": maybe(until),
            "because": TEXTS,
            "deciding": listing(record({"question": question, "text": FILLED, "answer": FILLED})),
            "show": TEXTS,
            "sources": listing(ref("source")),
            "certainty_text": TEXT,
            "warnings": TEXTS,
            "steps": listing(ref("step")),
            "refused": TEXTS,
            "lever": maybe(lever),
            "settle": maybe(record({"question": question, "text": FILLED, "where": TEXT})),
            "alternatives": listing(record({"status": STATUS, "headline": FILLED, "because": FILLED})),
        }
    )


def _date() -> Schema:
    other = record({"date": DAY, "words": FILLED, "text": FILLED, "steps": TEXTS})
    return record(
        {
            "id": FILLED,
            "title": FILLED,
            "date": DAY,
            "words": FILLED,
            "steps": TEXTS,
            "note": maybe(FILLED),
            "others": listing(other, "Other readings of the law; the earliest date is the one given."),
            "past": FLAG,
            "sources": listing(ref("source")),
        }
    )


def _trap() -> Schema:
    return record(
        {
            "days": {**INTEGER, "description": "From the title's last day to the day a refusal may be born."},
            "text": FILLED,
            "route": one_of(("mesures_utiles", "suspension")),
            "route_text": FILLED,
            "sources": listing(ref("source")),
        }
    )


def _remedy() -> Schema:
    deadline = record({"title": FILLED, "date": maybe(DAY), "words": maybe(FILLED)})
    return record(
        {
            "id": FILLED,
            "title": FILLED,
            "text": FILLED,
            "certain": FLAG,
            "deadline": maybe(deadline),
            "cost": TEXT,
            "letter": maybe(FILLED),
            "page": FILLED,
            "warnings": TEXTS,
            "sources": listing(ref("source")),
        }
    )
