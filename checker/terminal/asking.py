"""Requests of the terminal, in the shape of ``checker.consult``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from checker.consult import consult


@dataclass(frozen=True)
class Day:
    """The day of the consultation, the past day to examine if any, the last day of the edition if known."""

    today: date
    on: date | None = None
    expires: date | None = None


def ask(day: Day, answers: Mapping[str, Any], dates: Mapping[str, Any]) -> dict[str, Any]:
    """The response of ``consult`` for these answers on that day."""
    return consult(
        {
            "today": day.today.isoformat(),
            "on": day.on.isoformat() if day.on else None,
            "expires": day.expires.isoformat() if day.expires else None,
            "answers": dict(answers),
            "dates": dict(dates),
        }
    )
