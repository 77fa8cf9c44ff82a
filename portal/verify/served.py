"""What only a server can get wrong: addresses of folders, absent pages, compressed answers, headers."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Collection, Mapping

from . import coded, headers, injected, layout
from .findings import Finding, Trouble
from .places import Missing, TooLong
from .web import Web

_ABSENT = "edition/cette-page-n-existe-pas"
_LONGEST_ABSENT = 1_000_000


def check(
    place: Web,
    sums: Mapping[str, str],
    compressed: Mapping[str, str],
    sizes: Mapping[str, int],
    today: dt.date,
    *,
    signed: bool,
    every: bool = False,
) -> list[Finding]:
    """What is wrong with how `place` serves the files of `sums` (those that it must hold).

    `signed`: whether the edition is; its headers are then judged by a file of it. `every`: each page is asked for in
    each encoding (see coded.py)."""
    findings = [*_absent(place)]
    for name in sums:
        if name == "index.html" or name.endswith("/index.html"):
            findings += _same(place, name.removesuffix("index.html"), name, sums, sizes)
    findings += coded.check(place, sums, compressed, sizes, today, every=every)
    return findings + (_headers(place, sums, sizes) if signed else [])


def _absent(place: Web) -> list[Finding]:
    try:
        place.fetch(_ABSENT, _LONGEST_ABSENT)
    except (Missing, TooLong):
        return []
    except Trouble as trouble:
        return [trouble.finding]
    message = "Une page absente est servie comme si elle existait (200). Réglez le serveur pour qu’il réponde 404."
    return [Finding("warning", "soft-404", _ABSENT, message)]


def _same(place: Web, address: str, name: str, sums: Mapping[str, str], sizes: Mapping[str, int]) -> list[Finding]:
    """The address of a folder must give its index.html: that is where readers go."""
    where = address or "/"
    try:
        if place.digest(address, sizes[name]) == sums[name]:
            return []
    except Missing:
        message = "L’adresse du dossier ne mène à rien. Réglez le serveur pour qu’il y donne index.html."
        return [Finding("error", "folder-address", where, message)]
    except TooLong:
        pass
    except Trouble as trouble:
        return [trouble.finding]
    message = f"L’adresse du dossier donne autre chose que {name}. Cherchez qui l’a changée."
    return [Finding("error", "file-altered", where, message), *_injected(place, address, name, sums)]


def _injected(place: Web, address: str, name: str, known: Collection[str]) -> list[Finding]:
    try:
        page = place.read(address, injected.LONGEST).decode("utf-8", "replace")
    except (Missing, TooLong, Trouble):
        return []
    lines = injected.describe(page, name, known)
    return [Finding("error", "injected", address or "/", line) for line in lines]


def _headers(place: Web, sums: Mapping[str, str], sizes: Mapping[str, int]) -> list[Finding]:
    """What the headers of all that was read lack: one finding a fault, with the first file and how many have it."""
    if layout.HEADERS not in sums:
        return []
    try:
        data = place.read(layout.HEADERS, sizes[layout.HEADERS])
    except (Missing, TooLong, Trouble):
        data = b""
    if hashlib.sha256(data).hexdigest() != sums[layout.HEADERS]:
        # Already said of the file itself.
        return []
    expected = headers.parse(data)
    found: dict[tuple[str, str, str], list[str]] = {}
    for address, given in sorted(place.headers.items()):
        name = address if address and not address.endswith("/") else f"{address}index.html"
        if name in sums or name.startswith(layout.LOCAL):
            for one in headers.check(expected, name, given):
                found.setdefault((one.level, one.code, one.message), []).append(address or "/")
    return [
        Finding(level, code, where[0], message + (f" ({len(where)} fichiers.)" if len(where) > 1 else ""))
        for (level, code, message), where in found.items()
    ]
