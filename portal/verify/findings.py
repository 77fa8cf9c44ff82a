"""What a verification found, and the exit status that cron reads."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

STATUS = {"error": 1, "unreachable": 4, "late": 3}
"""Exit status by level, the gravest first. "warning" and "info" leave 0."""
LEVELS = (*STATUS, "warning", "info")
USAGE = 2


@dataclass(frozen=True)
class Finding:
    """One fact. `level`: one of LEVELS; `code`: a fixed word for programs; `path`: the file, "" for the whole copy;
    `message`: a French line that says what to do."""

    level: str
    code: str
    path: str
    message: str


class Trouble(Exception):
    """What can not be read, or must not be read further."""

    def __init__(self, level: str, code: str, path: str, message: str) -> None:
        super().__init__(message)
        self.finding = Finding(level, code, path, message)


def status(findings: Iterable[Finding]) -> int:
    """The exit status: that of the gravest level, 0 when nothing is wrong."""
    levels = {finding.level for finding in findings}
    return next((code for level, code in STATUS.items() if level in levels), 0)
