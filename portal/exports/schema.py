"""The JSON Schema (2020-12) of the public files; ``exchange`` describes what ``checker.consult`` takes and gives."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from checker.applying import NO, YES
from checker.compiled import compiled
from checker.engine.graph import CONFLICT, IMPOSSIBLE, NONE
from checker.engine.model import Certainty, RuleBase
from checker.rules import phrases
from checker.rules.sources import SOURCES
from portal.exports import exchange
from portal.exports.shapes import (
    DAY,
    FILLED,
    INTEGER,
    TEXT,
    TEXTS,
    Schema,
    listing,
    maybe,
    one_of,
    record,
    ref,
)

DIALECT = "https://json-schema.org/draft/2020-12/schema"
CONFIDENCE = one_of(phrases.CONFIANCES)


def schema(base: RuleBase, head: Mapping[str, Any]) -> Schema:
    """The whole schema; ``head`` is what every file begins with."""
    definitions = {
        "catalogue": _file("catalogue", _catalogue(base)),
        "graphes": _file("graphes", {"graphs": _graphs()}),
        "sources": _file("sources", {"sources": listing(_source())}),
        **exchange.definitions(base),
        "edition": record({"number": INTEGER, "date": DAY, "expires": DAY}),
        "offset": record({"months": INTEGER, "days": INTEGER}, note="Whole months first, then days."),
        "cited": record(
            {"id": one_of(sorted(SOURCES)), "extract": {"type": "integer", "minimum": 0}},
            note="A source of sources.json, and the rank of its extract, from 0.",
        ),
        "caution": record({"text": FILLED, "sources": listing(ref("cited"))}),
        "step": record({"text": FILLED, "page": FILLED}, note="page: address on the site, from fr/."),
    }
    return {"$schema": DIALECT, "title": "Droits en attente", **head, "$defs": definitions}


def _file(name: str, parts: Mapping[str, Schema]) -> Schema:
    head: dict[str, Schema] = {
        "schema": {"const": f"schema.json#/$defs/{name}"},
        "version": {"const": 1},
        "edition": ref("edition"),
        "rules": {"type": "string", "pattern": "^[0-9a-f]{64}$", "description": "Fingerprint of the rules (sha256)."},
    }
    return record({**head, **parts})


def _catalogue(base: RuleBase) -> dict[str, Schema]:
    return {
        "questions": listing(_question(base), "In the order in which they are asked."),
        "dates": listing(record({"id": FILLED, "text": FILLED})),
        "unknown": record({"id": {"const": "?"}, "text": FILLED}),
        "statuses": record(dict.fromkeys(phrases.STATUTS, FILLED)),
        "situations": listing(record({"id": FILLED, "title": FILLED, "text": TEXT})),
        "rights": listing(_right()),
        "deadlines": listing(_deadline()),
        "remedies": listing(_remedy(), "From the mildest to the strongest."),
        "not_examined": TEXTS,
    }


def _question(base: RuleBase) -> Schema:
    band = record(
        {"option": FILLED, "until": maybe(ref("offset"))},
        note="Chosen when measured is at most reference + until, and no earlier band is; null takes every later day.",
    )
    dated = record({"reference": FILLED, "measured": FILLED, "bands": listing(band)})
    return record(
        {
            "id": one_of(question.id for question in base.questions),
            "text": FILLED,
            "help": TEXT,
            "where": TEXT,
            "options": listing(record({"id": FILLED, "text": FILLED, "help": TEXT})),
            "dates": listing(record({"id": FILLED, "text": FILLED}), "The dates to give instead of an answer."),
            "dated": maybe(dated),
        }
    )


def _right() -> Schema:
    until = record({"text": FILLED, "date": maybe(FILLED), "offset": ref("offset")})
    statement = record(
        {"text": FILLED, "conditions": TEXTS, "sources": listing(one_of(sorted(SOURCES)))},
        note="What may be handed over to a clerk, in the third person, and the sources of the case it rests on.",
    )
    case = record(
        {
            "id": FILLED,
            "outcome": one_of(phrases.STATUT_DE.values()),
            "headline": FILLED,
            "because": FILLED,
            "certainty": one_of(certainty.value for certainty in Certainty),
            "until": maybe(until),
            "show": TEXTS,
            "cautions": listing(ref("caution")),
            "steps": listing(ref("step")),
            "sources": listing(ref("cited")),
            "statement": maybe(statement),
        },
        note=f"The id is the label of a leaf of the right's graph; “{NONE}” is said when no other case applies.",
    )
    return record({"id": FILLED, "title": FILLED, "cases": listing(case), "refused": listing(ref("caution"))})


def _deadline() -> Schema:
    reading = record(
        {"graph": maybe(FILLED), "offset": ref("offset"), "text": FILLED, "sources": listing(ref("cited"))},
        note="One way to count; when several are open, the earliest date is given and the others are named.",
    )
    return record(
        {
            "id": FILLED,
            "title": FILLED,
            "start": {**FILLED, "description": "A date of the reader, or another deadline."},
            "graph": {**maybe(FILLED), "description": "Says to whom it applies; null: always."},
            "readings": listing(reading),
            "cautions": listing(ref("caution")),
        }
    )


def _remedy() -> Schema:
    return record(
        {
            "id": FILLED,
            "title": FILLED,
            "text": FILLED,
            "graph": {**maybe(FILLED), "description": "Says to whom it applies; null: always."},
            "deadline": maybe(FILLED),
            "cost": TEXT,
            "letter": maybe(FILLED),
            "page": FILLED,
            "cautions": listing(ref("caution")),
            "sources": listing(ref("cited")),
        }
    )


def _graphs() -> Schema:
    leaf = {
        "type": "array",
        "items": FILLED,
        "minItems": 1,
        "description": f"A leaf: its label, a situation or a case, or “{IMPOSSIBLE}” when the answers contradict each "
        f"other. “{CONFLICT}”, followed by the rows, never appears in a published file.",
    }
    branch = {"type": "array", "prefixItems": [FILLED, INTEGER], "items": False, "minItems": 2}
    node = record({"q": FILLED, "to": listing(branch, "[option, index of the next node], one for each option.")})
    graph = record({"root": INTEGER, "nodes": listing({"anyOf": [leaf, node]})})
    return record(
        dict.fromkeys(compiled().graphs, graph),
        note="“situation”, one graph for each right, then those that say whether a deadline, one of its readings or a "
        f"remedy is open (leaves “{YES}” and “{NO}”). Start at nodes[root]; an unknown answer takes every branch.",
    )


def _source() -> Schema:
    extract = record(
        {"code": maybe(FILLED), "article": maybe(FILLED), "paragraph": maybe(INTEGER), "quote": maybe(FILLED)},
        note="quote: word for word, in that paragraph of the article.",
    )
    return record(
        {
            "id": one_of(sorted(SOURCES)),
            "citation": FILLED,
            "confidence": CONFIDENCE,
            "confidence_text": FILLED,
            "state": TEXT,
            "read_on": DAY,
            "url": maybe(FILLED),
            "extracts": {**listing(extract), "minItems": 1},
        }
    )
