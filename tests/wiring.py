"""Shared by the tests of dates and of remedies: reading answers, and naive evaluation of the conditions."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

from checker.compiled import compiled
from checker.engine.conditions import holds
from checker.reading import Reading, read

TODAY = "2026-11-23"
RULES = compiled()


def reading(today: str = TODAY, dates: dict[str, str] | None = None, **answers: Any) -> Reading:
    """What is read from these answers and dates; a mistake in a test is an error, not an empty reading."""
    found = read(RULES.base, {"today": today, "answers": answers, "dates": dates or {}})
    assert found.problems == ()
    return found


def combinations(count: int, seed: int) -> Iterator[dict[str, str]]:
    """Consistent complete answers drawn at random, with the situation that the conditions give them."""
    dice = random.Random(seed)
    while count:
        drawn = {question.id: dice.choice(question.options).id for question in RULES.base.questions}
        if holds(RULES.base.impossible, drawn):
            continue
        count -= 1
        (situation,) = [s.id for s in RULES.base.situations if holds(s.when, drawn)]
        yield drawn | {"situation": situation}
