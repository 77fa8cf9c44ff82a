"""From what was found of every copy to one word for each: they are judged together, for the newest edition is the
newest that one of them shows."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from portal.mirrors.reading import Reading
from portal.mirrors.record import Note, Outcome, Past
from portal.mirrors.registry import Copy
from portal.verify import age
from portal.verify.findings import LEVELS, STATUS, Finding
from portal.verify.statement import Statement

FRESH, LATE, EXPIRED, UNREACHABLE, ALTERED = "à jour", "en retard", "périmée", "injoignable", "modifiée"
ORDER = (FRESH, LATE, EXPIRED, UNREACHABLE, ALTERED)
"""As a reader wants them: the copies to go to first."""
_EXIT = {FRESH: 0, LATE: STATUS["late"], EXPIRED: STATUS["late"], UNREACHABLE: STATUS["unreachable"], ALTERED: 1}


def judge(
    copies: Sequence[Copy], readings: Mapping[Copy, Reading], past: Past, today: dt.date, newest: int
) -> tuple[list[Outcome], dict[int, str], int]:
    """The outcome of each copy, every signed edition known (number → SHA-256), and the newest number.

    `newest`: that of an edition known otherwise, or 0. A statement whose signatures are wrong is no edition."""
    signed = {(r.number, r.digest) for r in readings.values() if r.number}
    editions = {**dict(sorted(signed, reverse=True)), **past.editions}
    newest = max(newest, *editions, 0)
    doubled = {number for number, times in Counter(number for number, _ in signed).items() if times > 1}
    outcomes = []
    for copy in copies:
        reading = readings[copy]
        findings = list(reading.findings)
        if reading.number in doubled and all(finding.code != "two-editions" for finding in findings):
            message = f"Deux éditions {reading.number} différentes, signées, circulent. Prévenez ceux qui les publient."
            findings.append(Finding("error", "two-editions", "", message))
        if reading.statement:
            findings += [f for f in age.check(reading.statement, today, newest) if f.code == "behind"]
        word = status(findings, reading.statement)
        before = past.status.get(copy.address, ("", ""))
        since = before[1] if before[0] == word else today.isoformat()
        highest = max(past.highest.get(copy.address, 0), reading.number)
        outcomes.append(Outcome(copy, word, since, reading.statement, highest, reading.files, grouped(findings)))
    return outcomes, editions, newest


def status(findings: Iterable[Finding], statement: Statement | None) -> str:
    """The word for a copy, the gravest that `findings` give."""
    levels = {finding.level for finding in findings}
    if "error" in levels:
        return ALTERED
    if "unreachable" in levels or statement is None:
        return UNREACHABLE
    if any(finding.code == "expired" for finding in findings):
        return EXPIRED
    return LATE if "late" in levels else FRESH


def exit_status(outcomes: Iterable[Outcome]) -> int:
    """0: all are up to date; 1: one is altered; else 4: one is out of reach; else 3: one is late or expired."""
    found = {_EXIT[outcome.status] for outcome in outcomes}
    return next((code for code in STATUS.values() if code in found), 0)


def grouped(findings: Iterable[Finding]) -> list[Note]:
    """The findings, gravest first, those that say the same of several files as one."""
    found: dict[tuple[str, str, str], list[str]] = {}
    for finding in findings:
        found.setdefault((finding.level, finding.code, finding.message), []).append(finding.path)
    notes = [
        Note(level, code, min(paths), message, len(paths)) for (level, code, message), paths in found.items()
    ]  # fmt: skip
    return sorted(notes, key=lambda note: (LEVELS.index(note.level), note.code, note.path, note.message))
