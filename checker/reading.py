"""Read what a form, a file or a terminal sends: check it, and turn dates into answers.

Every problem is a ``Problem`` that names the field; nothing here raises on bad input.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from checker.engine.bands import band_of
from checker.engine.model import RuleBase

TODAY = "aujourd_hui"
UNKNOWN = "?"

FIRST_YEAR, LAST_YEAR = 1900, 2200

# The longest title lasts ten years: a request made before that was for an earlier title.
LONGEST_TITLE = timedelta(days=366 * 10)

# No title of residence was issued, nor will be asked about, outside these years either side.
FARTHEST = timedelta(days=366 * 20)


@dataclass(frozen=True)
class Problem:
    """Something wrong in a field, in words for the reader."""

    field: str
    message: str


@dataclass(frozen=True)
class Reading:
    """Checked input: ``answers`` (question -> option, unknown ones left out), ``unknown`` questions, dates.

    ``dates[TODAY]`` is the day that is examined. ``frozen`` says that the edition of the rules has expired.
    """

    answers: dict[str, str]
    unknown: frozenset[str]
    dates: dict[str, date]
    problems: tuple[Problem, ...]
    frozen: bool = False


def read(base: RuleBase, request: Any) -> Reading:
    """Check ``request`` (see ``checker.consult``) against the questions of ``base``."""
    if not isinstance(request, dict):
        return Reading({}, frozenset(), {}, (Problem("", base.phrases["demande_illisible"]),))
    problems: list[Problem] = []
    dates = _dates(base, request, problems)
    answers, unknown = _answers(base, request.get("answers", {}), problems)
    for question in base.questions:
        if question.dated and TODAY in dates and (band := band_of(question.dated, dates)):
            answers[question.id] = band
            unknown.discard(question.id)
    frozen = _frozen(base, request, problems)
    ordered = {question.id: answers[question.id] for question in base.questions if question.id in answers}
    return Reading(ordered, frozenset(unknown), dates, tuple(problems), frozen)


def _dates(base: RuleBase, request: dict[str, Any], problems: list[Problem]) -> dict[str, date]:
    today = _parse(request.get("today"))
    if today is None:
        problems.append(Problem("today", base.phrases["date_illisible"]))
        return {}
    real_today = today
    if request.get("on") is not None:
        examined = _parse(request["on"])
        if examined is None:
            problems.append(Problem("on", base.phrases["date_illisible"]))
        elif examined > real_today:
            problems.append(Problem("on", base.phrases["date_future"]))
        elif real_today - examined > FARTHEST:
            problems.append(Problem("on", base.phrases["date_lointaine"]))
        else:
            today = examined
    given = request.get("dates", {})
    if not isinstance(given, dict):
        problems.append(Problem("dates", base.phrases["demande_illisible"]))
        return {TODAY: today}
    dates = {TODAY: today}
    known = {entry.id for entry in base.dates}
    for name, text in given.items():
        day = _parse(text)
        if name not in known:
            problems.append(Problem(str(name), base.phrases["date_inconnue"]))
        elif day is None:
            problems.append(Problem(name, base.phrases["date_illisible"]))
        elif abs(day - today) > FARTHEST:
            problems.append(Problem(name, base.phrases["date_lointaine"]))
        elif name == "depot" and day > today:
            problems.append(Problem(name, base.phrases["date_future" if day > real_today else "date_apres"]))
        else:
            dates[name] = day
    if "depot" in dates and "expiration" in dates and dates["expiration"] - dates["depot"] > LONGEST_TITLE:
        problems.append(Problem("depot", base.phrases["depot_avant_le_titre"]))
    return dates


def _frozen(base: RuleBase, request: dict[str, Any], problems: list[Problem]) -> bool:
    """True when the real day is past the end of the edition that the caller announces."""
    if request.get("expires") is None:
        return False
    expires, today = _parse(request["expires"]), _parse(request.get("today"))
    if expires is None:
        problems.append(Problem("expires", base.phrases["date_illisible"]))
    return expires is not None and today is not None and today > expires


def _parse(text: Any) -> date | None:
    try:
        day = date.fromisoformat(text) if isinstance(text, str) and len(text) == 10 else None
    except ValueError:
        return None
    # Python also reads weeks ("2026-W48-1"), which no form writes.
    if day and day.isoformat() != text:
        return None
    # Other years are mistakes, and near the ends of the calendar no deadline could be added.
    return day if day and FIRST_YEAR <= day.year <= LAST_YEAR else None


def _answers(base: RuleBase, given: Any, problems: list[Problem]) -> tuple[dict[str, str], set[str]]:
    answers: dict[str, str] = {}
    unknown: set[str] = set()
    if not isinstance(given, dict):
        problems.append(Problem("answers", base.phrases["demande_illisible"]))
        return answers, unknown
    options = {question.id: {option.id for option in question.options} for question in base.questions}
    for name, value in given.items():
        if name not in options:
            problems.append(Problem(str(name), base.phrases["question_inconnue"]))
        elif value == UNKNOWN:
            unknown.add(name)
        elif not isinstance(value, str) or value not in options[name]:
            problems.append(Problem(name, base.phrases["reponse_inconnue"]))
        else:
            answers[name] = value
    return answers, unknown
