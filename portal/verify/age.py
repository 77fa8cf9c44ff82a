"""Is a true copy still good? A law that changed makes an old one dangerous."""

from __future__ import annotations

import datetime as dt

from .findings import Finding
from .statement import Statement

SOON = dt.timedelta(days=14)
_UPDATE = "Installez l’édition la plus récente."


def check(statement: Statement, today: dt.date, newest: int = 0) -> list[Finding]:
    """What is late on `today`; `newest` is the number of the newest edition known, 0 when none is."""
    findings = []
    if statement.expires < today:
        message = f"Édition périmée depuis le {_day(statement.expires)}. {_UPDATE}"
        findings.append(Finding("late", "expired", "", message))
    elif statement.expires - today <= SOON:
        message = f"Édition bonne jusqu’au {_day(statement.expires)} seulement. {_UPDATE}"
        findings.append(Finding("warning", "expires-soon", "", message))
    if statement.edition < newest:
        message = f"Édition {statement.edition}, alors que l’édition {newest} est parue. {_UPDATE}"
        findings.append(Finding("late", "behind", "", message))
    if statement.date > today:
        message = f"Édition datée du {_day(statement.date)}, après aujourd’hui. Réglez l’horloge de cet ordinateur."
        findings.append(Finding("warning", "date-future", "", message))
    return findings


def _day(day: dt.date) -> str:
    return day.strftime("%d/%m/%Y")
