"""What a copy answers to a program: portal.verify's checks of every signed file, or of another share each day."""

from __future__ import annotations

import datetime as dt
import hashlib
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field

from portal.mirrors.record import Past
from portal.mirrors.registry import Copy
from portal.verify import branding, check, layout, manifest
from portal.verify.findings import Finding, Trouble
from portal.verify.memory import Memory
from portal.verify.places import Missing, TooLong
from portal.verify.statement import Statement
from portal.verify.web import Limits, Web

AGENT = "droits-en-attente-prober/1"
"""What servers are told: the program, and nothing of who runs it."""
SHARE = 400
"""Signed files of one day, when not all are asked for: each is read again after files / SHARE days."""


@dataclass(frozen=True)
class Pace:
    """How a copy is visited. `limits`: of requests (see portal.verify.web); `seconds`: of the whole reading."""

    limits: Limits = field(default_factory=lambda: Limits(rate=100_000, pause=0.2, requests=2_500))
    seconds: float = 1_200
    share: int = SHARE


FULL = Pace(Limits(rate=100_000, pause=0.1, requests=30_000), 7_200)
"""When every file is asked for."""


@dataclass(frozen=True)
class Reading:
    """`number`, `digest`: of its statement when that is well signed, else 0 and ""; `files`: signed files found good;
    `sums`: SHA-256 of what a browser may get there, by path, None when unknown."""

    statement: Statement | None
    number: int
    digest: str
    files: int
    findings: Sequence[Finding]
    sums: Mapping[str, str] | None


def read(
    copy: Copy, past: Past, trusted: Sequence[bytes], today: dt.date, *, full: bool, seed: str, pace: Pace
) -> Reading:
    """Reads `copy`. `trusted`: sets of keys, whole files; `seed`: changes which share of the files each day takes.

    Raises Trouble when its address is none; what the copy does wrong is in the findings."""
    with closing(Web(copy.address, pace.limits, AGENT, _until(time.monotonic() + pace.seconds))) as place:
        seen = _Seen(place, copy.address, past, None if full else (pace.share, seed))
        result = check.verify(place, trusted, today, memory=seen, every_encoding=full)
        return Reading(
            statement=result.statement,
            number=seen.number,
            digest=seen.digest,
            files=result.checked - seen.left_out,
            findings=result.findings,
            sums={**seen.sums, **_branded(place)} if seen.sums else None,
        )


def share(names: Sequence[str], today: dt.date, size: int, seed: str) -> set[str]:
    """The files to read on `today`, about `size` of them: every file has its day, over as many days as it takes."""
    days = -(-len(names) // size)
    turn = today.toordinal() % max(days, 1)
    return {name for name in names if int(hashlib.sha256(f"{seed} {name}".encode()).hexdigest(), 16) % days == turn}


class _Seen(Memory):
    """What earlier checks saw of a copy, for portal.verify, which tells it what it sees. `share`: files a day and seed,
    or None for every file."""

    def __init__(self, place: Web, address: str, past: Past, share: tuple[int, str] | None) -> None:
        super().__init__(None, address)
        self._data["editions"] = {str(number): digest for number, digest in past.editions.items()}
        self._data["places"] = {address: past.highest.get(address, 0)}
        self._source, self._share = place, share
        self.number, self.digest, self.left_out = 0, "", 0
        self.sums: Mapping[str, str] | None = None

    @property
    def newest(self) -> int:
        """None yet: copies are compared with each other when all are read."""
        return 0

    def note(self, number: int, digest: str) -> None:
        self.number, self.digest = number, digest

    def resume(self, manifest: str, today: dt.date) -> set[str]:
        """The files that are not read today, as if an earlier run had."""
        self.sums = _listed(self._source, layout.MANIFEST, manifest) or None
        if not self._share or not self.sums:
            return set()
        left_out = self.sums.keys() - share(list(self.sums), today, *self._share)
        self.left_out = len(left_out)
        return left_out


def _listed(place: Web, path: str, digest: str | None = None) -> Mapping[str, str]:
    """What the manifest `path` lists; nothing when it can not be read, or has another SHA-256."""
    try:
        data = place.read(path, layout.LIMITS[layout.MANIFEST])
        good = digest in (None, hashlib.sha256(data).hexdigest())
        return manifest.parse(data, path) if good else {}
    except (Missing, TooLong, Trouble):
        return {}


def _branded(place: Web) -> Mapping[str, str]:
    """What the host wrote. That it follows from its data is checked by portal.verify."""
    return {branding.MANIFEST: "", **_listed(place, branding.MANIFEST)}


def _until(end: float) -> Callable[[float], None]:
    """The pause between two requests, which is also where a reading that lasts too long ends."""

    def pause(seconds: float) -> None:
        if time.monotonic() > end:
            message = "Trop lent : contrôle arrêté avant sa fin. Recommencez plus tard."
            raise Trouble("unreachable", "too-slow", "", message)
        time.sleep(seconds)

    return pause
