"""mirrors.json: what the last check found of each copy. The next check reads it: no copy may go back.

    {"format": 1, "checked": day, "newest": number, "editions": {number: SHA-256 of its signed statement},
     "copies": [{"address", "name", "languages", "status", "since": first day of that status, "edition", "date",
                 "expires": of the edition it holds, or null, "highest": the highest signed edition ever seen there,
                 "files": found good this time, "findings": [{"level", "code", "path", "message", "count"}]}]}
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from portal.errors import BuildError
from portal.mirrors.registry import Copy
from portal.verify.statement import Statement

FORMAT = 1
NAME = "mirrors.json"


@dataclass(frozen=True)
class Note:
    """One thing found: `path` is the first of the `count` files that have it. The rest as in a Finding."""

    level: str
    code: str
    path: str
    message: str
    count: int


@dataclass(frozen=True)
class Outcome:
    """What is said of a copy. `statement`: None when it could not be read; `files`: how many were found good."""

    copy: Copy
    status: str
    since: str
    statement: Statement | None
    highest: int
    files: int
    notes: Sequence[Note]


@dataclass(frozen=True)
class Past:
    """What earlier checks saw: signed editions, {number: SHA-256}; by address, the highest edition, and the status with
    its first day."""

    editions: Mapping[int, str] = field(default_factory=dict)
    highest: Mapping[str, int] = field(default_factory=dict)
    status: Mapping[str, tuple[str, str]] = field(default_factory=dict)


def load(path: Path) -> Past:
    """What `path` says; nothing when there is no such file. Raises BuildError when it is damaged."""
    if not path.exists():
        return Past()
    try:
        data = json.loads(path.read_text("utf-8"))
        if data["format"] != FORMAT:
            raise ValueError("format")
        copies = data["copies"]
        return Past(
            {int(number): str(digest) for number, digest in data["editions"].items()},
            {str(copy["address"]): int(copy["highest"]) for copy in copies},
            {str(copy["address"]): (str(copy["status"]), str(copy["since"])) for copy in copies},
        )
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        remedy = "remettez le fichier du dernier contrôle ; sans lui, un retour en arrière ne se verrait pas."
        raise BuildError(f"{path} : ce n’est pas ce qu’a écrit un contrôle.", remedy) from None


def text(outcomes: Sequence[Outcome], editions: Mapping[int, str], newest: int, today: str) -> str:
    """The new mirrors.json: same findings, same bytes."""
    data = {
        "format": FORMAT,
        "checked": today,
        "newest": newest,
        "editions": {str(number): editions[number] for number in sorted(editions)},
        "copies": [_copy(outcome) for outcome in outcomes],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _copy(outcome: Outcome) -> dict[str, Any]:
    stated = outcome.statement
    return {
        "address": outcome.copy.address,
        "name": outcome.copy.name,
        "languages": list(outcome.copy.languages),
        "status": outcome.status,
        "since": outcome.since,
        "edition": stated.edition if stated else None,
        "date": stated.date.isoformat() if stated else None,
        "expires": stated.expires.isoformat() if stated else None,
        "highest": outcome.highest,
        "files": outcome.files,
        "findings": [asdict(note) for note in outcome.notes],
    }
