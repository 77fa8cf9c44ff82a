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


def _request(answers: dict[str, str] | None = None, dates: dict[str, str] | None = None) -> dict[str, Any]:
    return {"answers": dict(answers or {}), "dates": dict(dates or {}), "today": TODAY}
