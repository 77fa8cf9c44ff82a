"""Requests that make the checker run every branch of its form once.

Runs both inside Pyodide, to see which modules are needed, and under CPython, to
compare answers. Standard library only; it takes the catalogue as data.
"""

from __future__ import annotations

from typing import Any

TODAY = "2026-11-23"
_DAYS = ("2026-11-02", "2024-02-29", "2026-02-30", "demain")


def requests(catalogue: dict[str, Any]) -> list[dict[str, Any]]:
    """Every option and every date of the catalogue, alone and together, bad input included."""
    questions = catalogue["questions"]
    made: list[dict[str, Any]] = [_request(), {}, {"answers": [], "dates": 3, "today": "hier"}]
    made.append(_request({question["id"]: "?" for question in questions}))
    made.append(_request({"inconnue": "inconnue"}))
    everything: dict[str, str] = {}
    for question in questions:
        for option in question["options"]:
            made.append(_request({question["id"]: option["id"]}))
            made.append(_request({**everything, question["id"]: option["id"]}))
        everything[question["id"]] = question["options"][0]["id"]
        for date in question.get("dates", []):
            made += [_request(everything, {date["id"]: day}) for day in _DAYS]
    return made


def drawn(catalogue: dict[str, Any], count: int, seed: int) -> list[dict[str, Any]]:
    """Requests drawn at random, always the same for a seed: any option, "?" or nothing for each question, or dates."""
    # Imported here: inside Pyodide, what this module imports would be counted as needed by the checker.
    import random

    source = random.Random(seed)
    made = []
    for _ in range(count):
        answers: dict[str, str] = {}
        dates: dict[str, str] = {}
        for question in catalogue["questions"]:
            options = [option["id"] for option in question["options"]]
            choice = source.choice([*options, *options, "?", None])
            if choice:
                answers[question["id"]] = choice
            for date in question["dates"] if source.random() < 0.3 else []:
                answers.pop(question["id"], None)
                year, month, day = source.randint(2025, 2028), source.randint(1, 12), source.randint(1, 28)
                dates[date["id"]] = f"{year}-{month:02}-{day:02}"
        made.append(_request(answers, dates))
    return made


def _request(answers: dict[str, str] | None = None, dates: dict[str, str] | None = None) -> dict[str, Any]:
    return {"answers": dict(answers or {}), "dates": dict(dates or {}), "today": TODAY}
