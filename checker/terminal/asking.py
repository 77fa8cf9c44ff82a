"""Requests of the terminal, in the shape of ``checker.consult``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from checker.consult import consult


@dataclass(frozen=True)
class Day:
    """The day of the consultation, the past day to examine if any, the last day of the edition if known.

    ``on`` may come from a file as it is: ``consult`` says what is wrong with it.
    """

    today: date
    on: Any = None
    expires: date | None = None


def ask(day: Day, answers: Mapping[str, Any], dates: Mapping[str, Any]) -> dict[str, Any]:
    """The response of ``consult`` for these answers on that day."""
    return consult(request(day, answers, dates))


def request(day: Day, answers: Mapping[str, Any], dates: Mapping[str, Any]) -> dict[str, Any]:
    """The request for these answers on that day."""
    return {
        "today": day.today.isoformat(),
        "on": day.on,
        "expires": day.expires.isoformat() if day.expires else None,
        "answers": dict(answers),
        "dates": dict(dates),
    }
