"""At least one person in plain words for each situation and each outcome of each right; each is told what is expected.

Does not prove: that the expectation is right. No lawyer has reviewed these people yet (``relu_par`` is empty).
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.consult import OUT_OF_SCOPE, consult
from checker.rules.phrases import STATUT_DE
from portal.gates.cases import PlainCase, read_cases
from portal.gates.context import Context

TITLE = "A person in plain words for each situation and outcome"


def run(context: Context) -> list[str]:
    """The people who are not told what they expect, and the situations and outcomes that nobody is in."""
    cases = read_cases(context.root)
    problems = [problem for case in cases for problem in wrong(case)]
    seen = {case.expected.get("situation") for case in cases}
    for situation in context.base.situations:
        if situation.id not in seen:
            problems.append(f"situation {situation.id}: nobody in tests/cases is in it. Add a person.")
    told = {
        (right, wanted["statut"])
        for case in cases
        for right, wanted in case.expected.items()
        if isinstance(wanted, dict) and "statut" in wanted
    }
    outcomes = [
        (right.id, status)
        for right in context.base.rights
        for status in dict.fromkeys(STATUT_DE[case.outcome] for case in right.cases if case.id != OUT_OF_SCOPE)
    ]
    for right, status in outcomes:
        if (right, status) not in told:
            problems.append(f"right “{right}”: nobody in tests/cases is told “{status}”. Add a person.")
    context.count(len(cases), "people")
    context.count(len(context.base.situations) + len(outcomes), "situations and outcomes")
    return problems


def wrong(case: PlainCase) -> Iterator[str]:
    """What the engine does not say as the case expects."""
    response = consult(case.request)
    if response["errors"]:
        yield f"tests/cases/{case.name}.yml: {response['errors'][0]['field']}: {response['errors'][0]['message']}"
        return
    found = "hors_champ" if response.get("out_of_scope") else (response["situation"] or {}).get("id")
    if found != case.expected.get("situation"):
        yield f"tests/cases/{case.name}.yml: the situation is {found}, not {case.expected.get('situation')}."
    for right in response["rights"]:
        wanted = case.expected.get(right["id"], {})
        if "statut" in wanted and right["status"] != wanted["statut"]:
            yield f"tests/cases/{case.name}.yml: {right['id']} is {right['status']}, not {wanted['statut']}."


def resting_sources(case: PlainCase) -> set[str]:
    """The ids of the sources that the result of a person cites, dates and remedies too."""
    response = consult(case.request)
    parts = [*response["rights"], *response.get("dates", ()), *response.get("remedies", ())]
    if stop := response.get("out_of_scope"):
        parts.append(stop)
    return {source["id"] for part in parts for source in part["sources"]}
