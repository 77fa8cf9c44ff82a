"""People invented at random: consistent answers to the questions that the checker would ask them, one by one."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from checker.compiled import SITUATION, compiled
from checker.consult import OUT_OF_SCOPE, consult, relevant
from checker.engine.evaluation import labels, start
from checker.reading import TODAY, UNKNOWN, read

RULES = compiled()
STOP = frozenset({OUT_OF_SCOPE})
QUESTIONS = {question.id: question for question in RULES.base.questions}


@dataclass
class Journey:
    """The steps of one person, in order: ``(question, option)``, or ``(question, {date: day})`` for typed dates."""

    steps: list[tuple[str, str | dict[str, date]]] = field(default_factory=list)
    answers: dict[str, str] = field(default_factory=dict)
    dates: dict[str, str] = field(default_factory=dict)

    def response(self, today: str) -> dict[str, Any]:
        """What the engine says at the end."""
        found = consult({"answers": self.answers, "dates": self.dates, "today": today})
        assert found["errors"] == []
        return found


def journeys(count: int, today: date, *, dates: bool = True, unknown: bool = True) -> list[Journey]:
    """``count`` journeys, each to its end, always the same for the same day.

    ``dates``: some dated questions are answered by dates. ``unknown``: some answers are "I do not know"."""
    return [_journey(random.Random(f"journey {number}"), today, dates, unknown) for number in range(count)]


def _journey(chance: random.Random, today: date, dates: bool, unknown: bool) -> Journey:
    made = Journey()
    while remaining := _remaining(made, today):
        question = QUESTIONS[remaining[0]]
        if dates and question.dated and chance.random() < 0.4 and _dated(made, question.id, chance, today):
            continue
        possible = {option.id: _situations(made, {question.id: option.id}, {}, today) for option in question.options}
        # Situations that stop the journey at once teach nothing about what follows.
        options = [
            option for option, found in possible.items() if found and (found != STOP or chance.random() < 0.1)
        ] or [option for option, found in possible.items() if found]
        option = UNKNOWN if unknown and chance.random() < 0.08 else chance.choice(options)
        made.answers[question.id] = option
        made.steps.append((question.id, option))
    return made


def _remaining(made: Journey, today: date) -> list[str]:
    reading = read(RULES.base, _request(made, {}, {}, today))
    if _situations(made, {}, {}, today) == STOP:
        return []
    return relevant(RULES, reading.answers, reading.unknown)


def _dated(made: Journey, question: str, chance: random.Random, today: date) -> bool:
    """Answers ``question`` by dates drawn around today; False when those drawn contradict what was said."""
    dated = QUESTIONS[question].dated
    assert dated
    named = [name for name in (dated.reference, dated.measured) if name != TODAY]
    drawn = {
        name: date.fromisoformat(made.dates[name])
        if name in made.dates
        else today + timedelta(days=chance.randint(-240, 0 if name == "depot" else 160))
        for name in named
    }
    added = {name: day.isoformat() for name, day in drawn.items()}
    if not _situations(made, {}, added, today):
        return False
    made.dates |= added
    made.steps.append((question, drawn))
    return True


def _situations(made: Journey, answers: dict[str, str], dates: dict[str, str], today: date) -> frozenset[str]:
    """The situations left once ``answers`` and ``dates`` are added: none when they contradict what was said."""
    reading = read(RULES.base, _request(made, answers, dates, today))
    graph = RULES.graphs[SITUATION]
    return frozenset() if reading.problems else labels(graph, start(graph), reading.answers)


def _request(made: Journey, answers: dict[str, str], dates: dict[str, str], today: date) -> dict[str, Any]:
    return {"answers": made.answers | answers, "dates": made.dates | dates, "today": today.isoformat()}
