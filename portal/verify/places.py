"""Where a copy is read from: one interface for a folder, an archive and an address."""

from __future__ import annotations

import abc
import hashlib
from collections.abc import Callable, Mapping

from .findings import Finding, Trouble

CHUNK = 1 << 16
MOST_FILES = 100_000
BIGGEST_FILE = 300_000_000
"""Bytes of one file of an archive, before any manifest says its size."""
MOST_BYTES = 3_000_000_000
Sink = Callable[[bytes], object]


class Missing(Exception):
    """The place has no such file."""


class TooLong(Exception):
    """The file is longer than it may be; no more of it was read."""


class Place(abc.ABC):
    """A copy, read only. `whole`: it lists all its files; `faults`: what is wrong with the place itself."""

    whole = True
    attempts = 1

    def __init__(self) -> None:
        self.faults: list[Finding] = []

    @abc.abstractmethod
    def names(self) -> Mapping[str, int]:
        """Every file, from the top of the copy, and its size in bytes; empty when the place is not `whole`."""

    @abc.abstractmethod
    def pump(self, name: str, limit: int, sink: Sink) -> None:
        """Gives the bytes of `name` to `sink`, piece by piece.

        Raises Missing, TooLong after at most `limit` bytes, or Trouble."""

    def read(self, name: str, limit: int) -> bytes:
        """The bytes of `name`; raises like `pump`."""
        pieces: list[bytes] = []

        def start() -> Sink:
            pieces.clear()
            return pieces.append

        self._again(name, limit, start)
        return b"".join(pieces)

    def digest(self, name: str, limit: int) -> str:
        """The SHA-256 of `name` in hexadecimal; raises like `pump`."""
        made = hashlib.sha256()

        def start() -> Sink:
            nonlocal made
            made = hashlib.sha256()
            return made.update

        self._again(name, limit, start)
        return made.hexdigest()

    def close(self) -> None:  # noqa: B027 (a place may have nothing to let go of)
        """Lets go of files and connections."""

    def _again(
        self,
        name: str,
        limit: int,
        start: Callable[[], Sink],
        pump: Callable[[str, int, Sink], None] | None = None,
    ) -> None:
        """Pumps into what `start` makes, again from its beginning when the place does not answer."""
        for attempt in range(1, self.attempts + 1):
            try:
                (pump or self.pump)(name, limit, start())
                return
            except Trouble as trouble:
                if attempt == self.attempts or trouble.finding.level != "unreachable":
                    raise


class Bounded:
    """A sink that raises TooLong before it passes on more than `limit` bytes."""

    def __init__(self, sink: Sink, limit: int) -> None:
        self._sink, self._left = sink, limit

    def __call__(self, piece: bytes) -> None:
        """Passes `piece` on, whole, or raises TooLong."""
        self._left -= len(piece)
        if self._left < 0:
            raise TooLong
        self._sink(piece)


def top_of(names: Mapping[str, object], statement: str) -> str:
    """The folder that holds the copy, with its slash: "" when `statement` stands at the top, or nowhere.

    Raises Trouble when several folders hold a copy."""
    if statement in names:
        return ""
    tops = {name[: -len(statement)] for name in names if name.endswith(f"/{statement}") and name.count("/") == 2}
    if len(tops) > 1:
        raise Trouble("error", "several-copies", "", "Plusieurs dossiers contiennent une copie. Gardez-en un seul.")
    return tops.pop() if tops else ""
