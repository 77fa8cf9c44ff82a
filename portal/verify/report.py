"""The report: lines for a person, or JSON for a program."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict

from . import plain
from .check import Result
from .findings import LEVELS, Finding

_WORDS = {
    "error": "ERREUR", "unreachable": "ILLISIBLE", "late": "EN RETARD", "warning": "attention", "info": "information",
}  # fmt: skip
_VERDICTS = {
    0: "Cette copie est fidèle et à jour.",
    1: "Cette copie n’est PAS fidèle à une édition signée. N’y envoyez personne.",
    3: "Cette copie est fidèle, mais ANCIENNE.",
    4: "Cette copie n’a pas pu être vérifiée entièrement.",
}
_MOST = 20
"""Lines of one code."""


def lines(place: str, result: Result, *, quiet: bool = False) -> Iterator[str]:
    """The report of the copy `place`, gravest first. `quiet`: nothing when the status is 0, and no warning."""
    if quiet and not result.status:
        return
    if result.statement:
        stated = result.statement
        signed = "signée" if result.signed else "NON SIGNÉE"
        yield plain.line(
            f"{place} : édition {stated.edition} du {stated.date}, {signed} ; {result.checked} fichiers fidèles"
        )
    shown: dict[str, int] = {}
    for finding in _sorted(result.findings):
        if quiet and finding.level in ("warning", "info"):
            continue
        shown[finding.code] = shown.get(finding.code, 0) + 1
        if shown[finding.code] <= _MOST:
            yield plain.line(
                " ".join(filter(None, (_WORDS[finding.level], f"[{finding.code}]", finding.path, finding.message)))
            )
    for code, number in shown.items():
        if number > _MOST:
            yield f"… et {number - _MOST} autres [{code}]"
    yield plain.line(f"{place} : {_VERDICTS[result.status]}")


def as_json(place: str, result: Result) -> str:
    """{"place", "status", "signed", "checked", "edition", "date", "expires", "findings": [{"level", "code", "path",
    "message"}]}, in ASCII."""
    stated = result.statement
    return json.dumps(
        {
            "place": place,
            "status": result.status,
            "signed": result.signed,
            "checked": result.checked,
            "edition": stated.edition if stated else None,
            "date": stated.date.isoformat() if stated else None,
            "expires": stated.expires.isoformat() if stated else None,
            "findings": [asdict(finding) for finding in _sorted(result.findings)],
        },
        indent=1,
    )


def _sorted(findings: list[Finding]) -> list[Finding]:
    return sorted(findings, key=lambda finding: LEVELS.index(finding.level))
