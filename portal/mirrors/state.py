"""What a mirror folder remembers, in etat.json: no edition goes backwards, and a way back is kept.

    {"format": 1,
     "editions": {"8": "<SHA-256 of its edition.json>"}     every edition that was put here, even if taken back since
     "journal": [{"jour", "geste", "copie"}],               which copy came into use, the newest last
     "source": {"adresse", "etag", "modifie", "copie"}}     where the last one was taken, to ask only for another

It is written before the link changes; a run that is cut between the two leaves an entry that never happened, which
`load` drops."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from dataclasses import dataclass, field
from typing import Any

from portal.mirrors.durable import write_whole
from portal.mirrors.swapping import Copies, order
from portal.verify.layout import STATEMENT

FILE = "etat.json"
_MOST = 50
_SOURCE = ("adresse", "etag", "modifie", "copie")


@dataclass
class State:
    """See above. `warning`: a French line when the file could not be read."""

    editions: dict[str, str] = field(default_factory=dict)
    journal: list[dict[str, str]] = field(default_factory=list)
    source: dict[str, str] = field(default_factory=dict)
    warning: str = ""

    @property
    def highest(self) -> int:
        """The highest edition ever put here, 0 when there is none."""
        return max(map(int, self.editions), default=0)

    def previous(self, current: str, names: list[str]) -> str:
        """The copy in use before `current` among those that are there (`names`), or ""."""
        used = [entry["copie"] for entry in self.journal]
        while used and used[-1] != current:
            used.pop()
        return next((name for name in reversed(used) if name != current and name in names), "")

    def aside(self, current: str, names: list[str]) -> str:
        """The newer copy that a rollback has set aside, or ""."""
        before = self.previous(current, names)
        return before if before and order(before) > order(current) else ""

    def note(self, name: str, gesture: str, today: dt.date) -> None:
        """Adds that the copy `name` comes into use."""
        self.journal = [*self.journal, {"jour": today.isoformat(), "geste": gesture, "copie": name}][-_MOST:]

    def save(self, copies: Copies) -> None:
        """Writes the file."""
        kept = dict(sorted(self.editions.items(), key=lambda item: int(item[0]))[-_MOST:])
        data = {"format": 1, "editions": kept, "journal": self.journal, "source": self.source}
        write_whole(copies.to / FILE, (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode(errors="replace"))


def load(copies: Copies, current: str) -> State:
    """What the folder remembers. What the file lacks, or the whole when it is missing or faulty, is made again from the
    copies that are there."""
    try:
        state = _read(json.loads((copies.to / FILE).read_bytes()))
    except (FileNotFoundError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        state = State()
    while state.journal and state.journal[-1]["copie"] != current:
        state.journal.pop()
    if current and not state.journal:
        _remake(state, copies, current)
    return state


def _read(data: dict[str, Any]) -> State:
    journal = [{key: str(entry[key]) for key in ("jour", "geste", "copie")} for entry in data["journal"]]
    editions = {str(int(number)): str(digest) for number, digest in data["editions"].items()}
    source = {key: str(data["source"].get(key, "")) for key in _SOURCE} if data["source"] else {}
    return State(editions, journal, source)


def _remake(state: State, copies: Copies, current: str) -> None:
    names = [*(name for name in copies.names() if name != current), current]
    for name in names:
        statement = copies.path(name) / STATEMENT
        if statement.is_file():
            digest = hashlib.sha256(statement.read_bytes()).hexdigest()
            state.editions.setdefault(str(order(name)[0]), digest)
        state.journal.append({"jour": "", "geste": "retrouvée", "copie": name})
    state.warning = f"{FILE} manquait ou était abîmé : refait d’après les copies présentes ({', '.join(names)})."
