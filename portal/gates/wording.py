"""Every French text of the rule base, with its place, and what the portal's style asks of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.engine.model import Case, Caution, RuleBase, Step
from checker.rules.vocabulaire import typographie

Text = tuple[str, str]

FORBIDDEN = re.compile(r"vous n’avez (pas le|aucun) droit|clandestin|sans-papiers", re.IGNORECASE)
TWO_SPACES = re.compile(r"  |\n|^\s|\s$")


def every_text(base: RuleBase) -> Iterator[Text]:
    """Each text that a reader may see, with the place where it stands; optional ones only when there."""
    for question in base.questions:
        yield f"question {question.id}", question.text
        yield from _there(f"question {question.id}", question.help, question.where)
        for option in question.options:
            yield f"question {question.id}/{option.id}", option.text
            yield from _there(f"question {question.id}/{option.id}", option.help)
    for date in base.dates:
        yield f"date {date.id}", date.text
    for situation in base.situations:
        yield from ((f"situation {situation.id}", text) for text in (situation.title, situation.text))
    for right in base.rights:
        yield f"right {right.id}", right.title
        yield from _cautions(f"right {right.id}", right.refused)
        for case in (*right.cases, right.otherwise):
            yield from _case(f"right {right.id}/{case.id}", case)
    for deadline in base.deadlines:
        yield f"deadline {deadline.id}", deadline.title
        yield from ((f"deadline {deadline.id}", reading.text) for reading in deadline.readings)
        yield from _cautions(f"deadline {deadline.id}", deadline.cautions)
    for remedy in base.remedies:
        yield from ((f"remedy {remedy.id}", text) for text in (remedy.title, remedy.text))
        yield from _there(f"remedy {remedy.id}", remedy.cost)
        yield from _cautions(f"remedy {remedy.id}", remedy.cautions)
    yield from ((f"lever {lever.id}", lever.text) for lever in base.levers)
    yield from (("not examined", text) for text in base.not_examined)


def faults(text: str) -> Iterator[str]:
    """What is wrong with a text, in words."""
    if not text.strip():
        yield "is empty"
        return
    if typographie(text) != text:
        yield "lacks its no-break spaces or its apostrophes"
    if TWO_SPACES.search(text):
        yield "has a stray space or line break"
    if found := FORBIDDEN.search(text):
        yield f"says “{found.group()}”"
    if "TODO" in text or "XXX" in text:
        yield "is not finished"


def addresses(base: RuleBase) -> Iterator[Text]:
    """Each page that a step, a remedy or a lever points to, from ``fr/``, with the place where it stands."""
    for right in base.rights:
        for case in (*right.cases, right.otherwise):
            yield from ((f"right {right.id}/{case.id}", step.page) for step in case.steps)
    yield from ((f"remedy {remedy.id}", remedy.page) for remedy in base.remedies)
    yield from ((f"lever {lever.id}", lever.page) for lever in base.levers)


def _case(place: str, case: Case) -> Iterator[Text]:
    yield from ((place, text) for text in (case.headline, case.because, *case.show))
    if case.until:
        yield place, case.until.text
    yield from _cautions(place, case.cautions)
    yield from _steps(place, case.steps)
    if case.statement:
        yield from ((f"{place} (to show)", text) for text in (case.statement.text, *case.statement.conditions))


def _steps(place: str, steps: tuple[Step, ...]) -> Iterator[Text]:
    yield from ((place, step.text) for step in steps)


def _cautions(place: str, cautions: tuple[Caution, ...]) -> Iterator[Text]:
    yield from ((place, caution.text) for caution in cautions)


def _there(place: str, *texts: str) -> Iterator[Text]:
    yield from ((place, text) for text in texts if text)
