"""Each person of tests/cases is evaluated around every day on which an answer can change: nothing else changes it.

Does not prove: that a text was in force on a day. The dossier rarely says when a text began or ends, so the rules carry
no such dates; what stands in for them is the day on which each source was read, and the end of the edition.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from checker.consult import consult
from checker.engine.calendar import shift
from checker.engine.model import RuleBase
from checker.reading import TODAY
from checker.rules.sources import SOURCES
from portal.gates.cases import PlainCase, read_cases
from portal.gates.context import Context
from portal.law import data

TITLE = "Temporal coverage"

DAY = timedelta(days=1)
# Days that the dossier asks to watch: terms of the decision of 5 May 2026, end of L. 435-4, new fees.
WATCHED = ("2026-11-05", "2026-12-31", "2027-01-01", "2027-05-05")
# Around these the person is followed, before and after the day of the file.
SPAN = timedelta(days=400)
LONGEST_UNREAD = timedelta(days=365)


def run(context: Context) -> list[str]:
    """The sources read too long ago, a wrong end of edition, and the people whose answer changes on another day."""
    edition = data(context.root)["edition"]
    day, end = date.fromisoformat(str(edition["date"])), date.fromisoformat(str(edition["expire_le"]))
    problems = list(_sources(day))
    if not day < end <= day + LONGEST_UNREAD:
        problems.append(f"docs/_data/edition.yml: edition of {day} ends on {end}. Write a later day within a year.")
    days = 0
    for case in read_cases(context.root):
        followed = changes(context.base, case, [day, end, *map(date.fromisoformat, WATCHED)])
        days += 2 * len(followed)
        problems += _follow(case, followed)
    context.count(len(SOURCES), "sources")
    context.count(days, "days")
    return problems


def _sources(edition: date) -> Iterator[str]:
    for source in SOURCES.values():
        read = date.fromisoformat(source.read_on)
        if read > edition:
            yield f"source {source.id}: read on {read}, after the edition of {edition}. Change the edition's date."
        elif edition - read > LONGEST_UNREAD:
            yield f"source {source.id}: last read on {read}, over a year before the edition. Read it again."
        if not source.state:
            yield f"source {source.id}: its state is not said. Say which state of the text was read."


def changes(base: RuleBase, case: PlainCase, others: list[date]) -> list[date]:
    """The days, in order, from which the answers of ``case`` may differ from those of the day before."""
    given = {name: date.fromisoformat(str(day)) for name, day in case.request["dates"].items()}
    today = date.fromisoformat(case.request["today"])
    limits = {
        shift(given[question.dated.reference], band.until) + DAY
        for question in base.questions
        if question.dated and question.dated.measured == TODAY and question.dated.reference in given
        for band in question.dated.bands
        if band.until is not None
    }
    first = max([today - SPAN, *(given[name] for name in ("depot",) if name in given)])
    return sorted({first, *(limit for limit in {*limits, *others} if first < limit <= today + SPAN)})


def _follow(case: PlainCase, starts: list[date]) -> Iterator[str]:
    """Between two days of change the result is the same on the first and on the last day; never an error."""
    for start, following in zip(starts, [*starts[1:], starts[-1] + SPAN], strict=True):
        one, other = _result(case, start), _result(case, following - DAY)
        for response, day in ((one, start), (other, following - DAY)):
            for error in response["errors"]:
                # Answers given once and for all may contradict a date that has passed since: that is said, not hidden.
                if error["field"] in case.request["dates"]:
                    yield f"tests/cases/{case.name}.yml on {day}: {error['field']}: {error['message']}"
        if _statuses(one) != _statuses(other):
            yield f"tests/cases/{case.name}.yml: the result changes between {start} and {following}, on no known limit."


def _result(case: PlainCase, day: date) -> dict[str, Any]:
    return consult({**case.request, "today": day.isoformat()})


def _statuses(response: dict[str, Any]) -> tuple[Any, ...]:
    situation = (response["situation"] or {}).get("id")
    return situation, bool(response["errors"]), [(right["id"], right["status"]) for right in response["rights"]]
