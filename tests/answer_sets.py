"""Requests drawn from a seed: mostly answers that agree with each other, as a reader gives them, with dates."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

from checker.compiled import SITUATION, compiled
from checker.consult import OUT_OF_SCOPE
from checker.engine.bands import band_of
from checker.engine.evaluation import labels, start
from checker.engine.model import Question
from checker.reading import TODAY

FIRST, LAST = date(2025, 6, 1), date(2027, 6, 1)
VARIATIONS, TRIES = 9, 8
UNREADABLE = ("2026-02-30", "demain", "", "1789-07-14")


def answer_sets(count: int, seed: int) -> list[dict[str, Any]]:
    """`count` requests: one in ten without any care for sense, the others complete but for some unknowns."""
    dice = random.Random(seed)
    made: list[dict[str, Any]] = []
    while len(made) < count:
        answers = _complete(dice)
        made += [_sensible(answers, dice) for _ in range(VARIATIONS)]
        made.append(_careless(dice))
    return made[:count]


def _complete(dice: random.Random) -> dict[str, str]:
    """An answer to every question; together they contradict nothing, and are mostly in the scope of the tool."""
    graph = compiled().graphs[SITUATION]
    at = start(graph)
    answers: dict[str, str] = {}
    for question in compiled().base.questions:
        options = [option.id for option in question.options]
        dice.shuffle(options)
        possible = {option: labels(graph, at, {**answers, question.id: option}) - {"impossible"} for option in options}
        kept = [option for option in options if possible[option]]
        answers[question.id] = next((option for option in kept if possible[option] != {OUT_OF_SCOPE}), kept[0])
    return answers


def _sensible(answers: dict[str, str], dice: random.Random) -> dict[str, Any]:
    """`answers` with some unknown, some not asked yet, and days that agree with them where there is one."""
    today = _day(dice)
    given, dates = dict(answers), {TODAY: today}
    share = dice.choice((0.0, 0.1, 0.4))
    for question in compiled().base.questions:
        if question.dated and dice.random() < 0.8 and (found := _dates(question, answers[question.id], dates, dice)):
            dates = found
        elif dice.random() < share:
            given[question.id] = "?"
        elif dice.random() < share:
            del given[question.id]
    return _request(given, {name: day.isoformat() for name, day in dates.items() if name != TODAY}, today, dice)


def _careless(dice: random.Random) -> dict[str, Any]:
    """Any option of any question, any day, and some mistakes."""
    base = compiled().base
    answers = {
        question.id: dice.choice([*(option.id for option in question.options), "?", "rien"])
        for question in base.questions
        if dice.random() < 0.7
    }
    dates = {
        entry.id: dice.choice(UNREADABLE) if dice.random() < 0.1 else _day(dice).isoformat()
        for entry in base.dates
        if dice.random() < 0.5
    }
    return _request(answers, dates, _day(dice), dice)


def _dates(question: Question, option: str, known: dict[str, date], dice: random.Random) -> dict[str, date]:
    """`known` with days for the dates of `question` that make `option` the answer; empty when none was drawn."""
    assert question.dated
    names = [name for name in (question.dated.measured, question.dated.reference) if name not in known]
    for _ in range(TRIES):
        drawn = {**known, **{name: known[TODAY] + timedelta(days=dice.randint(-700, 400)) for name in names}}
        if band_of(question.dated, drawn) == option:
            return drawn
    return {}


def _request(answers: dict[str, str], dates: dict[str, str], today: date, dice: random.Random) -> dict[str, Any]:
    request: dict[str, Any] = {"answers": answers, "dates": dates, "today": today.isoformat()}
    if dice.random() < 0.2:
        request["expires"] = _day(dice).isoformat()
    if dice.random() < 0.1:
        request["on"] = (today - timedelta(days=dice.randint(1, 300))).isoformat()
    return request


def _day(dice: random.Random) -> date:
    return FIRST + timedelta(days=dice.randrange((LAST - FIRST).days))
