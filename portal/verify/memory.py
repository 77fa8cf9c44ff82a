"""What earlier runs saw, in one small file: the editions, so that none goes backwards, and where a run was cut."""

from __future__ import annotations

import datetime as dt
import json
import os
from pathlib import Path
from typing import Any

from .findings import Finding, Trouble

_LONGEST = 16_000_000
_EVERY = 200
"""Files between two writings."""


class Memory:
    """`file` holds {"format": 1, "editions": {number: SHA-256 of edition.json}, "places": {place: number},
    "cut": {"place", "manifest", "day", "done"}}. Nothing is kept when `file` is None."""

    def __init__(self, file: Path | None, place: str) -> None:
        self._file, self._place = file, place
        self._data: dict[str, Any] = {"format": 1, "editions": {}, "places": {}, "cut": {}}
        self._unsaved = 0
        if file and file.exists():
            self._data = self._load(file)

    @property
    def newest(self) -> int:
        """The highest number seen anywhere; 0 when none was."""
        return max(map(int, self._data["editions"]), default=0)

    def judge(self, number: int, digest: str) -> list[Finding]:
        """Whether the signed edition `number`, whose statement has the SHA-256 `digest`, may follow what was seen."""
        findings = []
        last = self._data["places"].get(self._place, 0)
        if number < last:
            message = f"Retour en arrière : l’édition {last} était ici. Remettez-la, et cherchez qui l’a remplacée."
            findings.append(Finding("error", "rollback", "", message))
        if self._data["editions"].get(str(number), digest) != digest:
            message = (
                f"Une autre édition {number}, signée elle aussi, a été vue. Prévenez ceux qui publient les éditions."
            )
            findings.append(Finding("error", "two-editions", "", message))
        return findings

    def note(self, number: int, digest: str) -> None:
        """Keeps a signed edition. The highest of a place stays."""
        self._data["editions"].setdefault(str(number), digest)
        places = self._data["places"]
        places[self._place] = max(number, places.get(self._place, 0))
        self._save()

    def resume(self, manifest: str, today: dt.date) -> set[str]:
        """The files found good by a run of the same day on the same place and `manifest` that was cut."""
        run = {"place": self._place, "manifest": manifest, "day": today.isoformat()}
        cut = self._data["cut"]
        if {key: cut.get(key) for key in run} != run:
            cut = self._data["cut"] = {**run, "done": []}
        return set(cut["done"])

    def done(self, name: str) -> None:
        """Keeps that the file `name` is good, for a run that would be cut later."""
        if self._file:
            self._data["cut"]["done"].append(name)
            self._unsaved += 1
            if self._unsaved >= _EVERY:
                self._save()

    def finish(self, complete: bool) -> None:
        """Ends the run: `complete`, nothing is to be resumed."""
        if complete:
            self._data["cut"] = {}
        self._save()

    def _save(self) -> None:
        self._unsaved = 0
        if self._file:
            new = self._file.with_name(f".{self._file.name}.{os.getpid()}.new")
            try:
                new.write_text(json.dumps(self._data, indent=1) + "\n", "utf-8")
                new.replace(self._file)
            except OSError as error:
                new.unlink(missing_ok=True)
                message = f"Ne peut pas être écrit ({error.strerror}). Donnez un autre --state."
                raise Trouble("unreachable", "state", str(self._file), message) from None

    def _load(self, file: Path) -> dict[str, Any]:
        try:
            data: dict[str, Any] = json.loads(file.read_bytes() if file.stat().st_size <= _LONGEST else b"{}")
            editions, places, cut = (data[name] for name in ("editions", "places", "cut"))
            done = cut["done"] if cut else []
            right = (
                data["format"] == 1
                and isinstance(cut, dict)
                and all(map(int, editions.keys()))
                and all(type(number) is int for number in places.values())
                and isinstance(done, list)
                and all(isinstance(name, str) for name in done)
            )
        except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
            right = False
        if not right:
            message = "N’est pas un fichier d’état de verify. Donnez un autre --state, ou supprimez ce fichier."
            raise Trouble("unreachable", "state", str(file), message)
        return data
