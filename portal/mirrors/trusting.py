"""Which keys a mirror folder trusts, and whether a copy in it is whole and signed by them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from pathlib import Path

from portal.errors import BuildError
from portal.mirrors.swapping import Copies
from portal.verify import keysets, layout, report
from portal.verify.check import Result, verify
from portal.verify.opening import open_place

LATE = 3
"""Exit status: true, but past its date."""


def sets(copies: Copies, given: Iterable[Path]) -> list[bytes]:
    """The sets of keys of every copy that is there, which were verified when it came, and those `given`.

    All count: a key that a newer set no longer has signs nothing, even after a rollback. Raises BuildError when two
    files say otherwise of the same set."""
    known: dict[int, bytes] = {}
    for path in [*given, *(path for name in copies.names() for path in _files(copies.path(name)))]:
        data = path.read_bytes()
        if known.setdefault(keysets.parse(data, str(path)).version, data) != data:
            raise BuildError(
                f"{path} : ce jeu de clés en contredit un autre de même numéro.",
                "comparez-les au jeu publié à une adresse connue ; pour changer de clés, repartez d’un dossier neuf.",
            )
    return [data for _, data in sorted(known.items())]


def of(copy: Path) -> list[bytes]:
    """The sets of keys that the copy brings: to know whether it is still as it was when it was verified."""
    return [path.read_bytes() for path in _files(copy)]


def verified(place: Path, trusted: Sequence[bytes], today: dt.date) -> Result:
    """What portal.verify says of the folder or archive `place`. Raises Trouble when it can not be read."""
    with closing(open_place(str(place))) as opened:
        return verify(opened, trusted, today)


def whole(result: Result) -> bool:
    """Whether the copy is whole and signed, be it past its date."""
    return result.signed and result.status in (0, LATE)


def age(result: Result, today: dt.date, say: Callable[[str], object]) -> int:
    """The exit status for the copy in use, of which `result` is known; says when it is not whole or past its date."""
    if result.statement is None or not whole(result):
        say("La copie en place n’est plus entière : prenez l’édition suivante dès qu’elle paraît.")
        return 1
    if result.statement.expires < today:
        say(f"Édition périmée depuis le {result.statement.expires:%d/%m/%Y} : prenez la suivante dès qu’elle paraît.")
        return LATE
    return 0


def refuse(place: str, result: Result) -> None:
    """Raises BuildError, with the findings, unless the copy is whole."""
    if whole(result):
        return
    raise BuildError(
        "\n".join(report.lines(place, result)), "n’utilisez pas cette archive ; rien n’a changé pour les lecteurs."
    )


def _files(copy: Path) -> list[Path]:
    return sorted((copy / layout.KEYS).glob("*.json"))
