"""An edition that is offered to a mirror: what it is, and what it would change."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from portal.errors import BuildError
from portal.mirrors import changes, page_changes, trusting
from portal.verify import layout, manifest
from portal.verify.check import verify
from portal.verify.findings import Trouble
from portal.verify.folder import Folder
from portal.verify.opening import open_place
from portal.verify.places import BIGGEST_FILE, Missing, Place, TooLong
from portal.verify.statement import Statement


@dataclass(frozen=True)
class Offer:
    """`digest`: SHA-256 of its edition.json; `lines`: what it is and what it changes, for the host."""

    statement: Statement
    digest: str
    lines: tuple[str, ...]

    @property
    def number(self) -> int:
        """The number of the edition, which only grows."""
        return self.statement.edition

    def expired(self, today: dt.date) -> bool:
        """Whether it is past its date."""
        return self.statement.expires < today


def offered(archive: Path, trusted: Sequence[bytes], today: dt.date, current: Path | None) -> Offer:
    """The edition that `archive` (a file or a folder) holds, against the copy in the folder `current`.

    Raises BuildError unless it is whole and signed by enough of the keys `trusted`."""
    if not archive.exists():
        raise BuildError(f"{archive} : ce fichier n’existe pas.", "donnez un .zip, un .tar.zst ou une adresse https.")
    with closing(open_place(str(archive))) as place:
        result = verify(place, trusted, today)
        trusting.refuse(archive.name, result)
        if result.statement is None:
            raise AssertionError
        stated = result.statement
        head = f"Édition {stated.edition} du {stated.date:%d/%m/%Y}, signée, bonne jusqu’au {stated.expires:%d/%m/%Y}."
        found = hashlib.sha256(_reader(place)(layout.STATEMENT)).hexdigest()
        return Offer(stated, found, (head, *_changes(current, place, stated)))


def digest(copy: Path) -> str:
    """SHA-256 of the statement of the copy in a folder."""
    return hashlib.sha256((copy / layout.STATEMENT).read_bytes()).hexdigest()


def _changes(current: Path | None, place: Place, stated: Statement) -> list[str]:
    if current is None:
        return ["Première édition ici : rien à comparer."]
    old, new = _reader(Folder(current)), _reader(place)
    try:
        sums = manifest.parse(old(layout.MANIFEST), layout.MANIFEST)
    except Trouble:
        return ["La copie en place est abîmée : rien n’a été comparé."]
    return [
        *changes.in_law(old, new),
        *page_changes.in_pages(sums, manifest.parse(new(layout.MANIFEST), layout.MANIFEST), stated.languages),
    ]


def _reader(place: Place) -> Callable[[str], bytes]:
    def read(name: str) -> bytes:
        try:
            return place.read(name, BIGGEST_FILE)
        except (Missing, TooLong, Trouble):
            return b""

    return read
