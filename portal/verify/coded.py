"""Compressed answers of a server: those that browsers read."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping

from .findings import Finding, Trouble
from .places import Missing, TooLong
from .web import Web

_SAMPLE = 40
"""Pages asked for in each encoding; style sheets and scripts all are."""
_CODINGS = ("gzip", "br")
_PIECE = 16


def check(
    place: Web,
    sums: Mapping[str, str],
    compressed: Mapping[str, str],
    sizes: Mapping[str, int],
    today: dt.date,
    *,
    every: bool = False,
) -> list[Finding]:
    """What differs when a browser accepts gzip or brotli. With `every`, each page is asked for, not only _SAMPLE of
    them, which `today` chooses."""
    return [
        finding
        for name in _chosen(sums, sizes, today, every)
        for coding in _CODINGS
        for finding in _encoded(place, name, coding, sums, compressed, sizes)
    ]


def _chosen(sums: Mapping[str, str], sizes: Mapping[str, int], today: dt.date, every: bool) -> list[str]:
    pages = [name for name in sums if name.endswith(".html") and name in sizes]
    # Another choice each day, which no server can foresee for long.
    pages.sort(key=lambda name: hashlib.sha256(f"{today} {name}".encode()).digest())
    code = [name for name in sums if name.endswith((".js", ".mjs", ".css")) and name in sizes]
    return code + (pages if every else pages[:_SAMPLE])


def _encoded(
    place: Web,
    name: str,
    coding: str,
    sums: Mapping[str, str],
    compressed: Mapping[str, str],
    sizes: Mapping[str, int],
) -> list[Finding]:
    """Browsers ask for compressed answers: those must be the same file."""
    beside = f"{name}.br"
    try:
        # A compressed answer may be a little longer than what it holds.
        given, data = place.fetch(name, sizes[name] + sizes.get(beside, 0) + 1000, coding)
    except (Missing, TooLong):
        given, data = {}, b""
    except Trouble as trouble:
        return [trouble.finding]
    digest = hashlib.sha256(data).hexdigest()
    if given.get("content-encoding", "").lower() == "br" and digest != compressed.get(beside):
        plain = _unpacked(data, sizes[name])
        if plain is None:
            message = (
                "Réponse en brotli faite par le serveur, illisible par ce Python. Servez les copies .br de l’archive, "
                "ou installez le module : python3 -m pip install brotli"
            )
            return [Finding("unreachable", "brotli-unknown", name, message)]
        digest = hashlib.sha256(plain).hexdigest()
    elif given.get("content-encoding", "").lower() == "br":
        return []
    if digest == sums[name]:
        return []
    message = (
        f"Autre contenu quand le navigateur accepte « {coding} ». Supprimez les copies compressées, videz les caches, "
        "remettez les fichiers de l’archive."
    )
    return [Finding("error", "compressed-altered", name, message)]


def _unpacked(data: bytes, limit: int) -> bytes | None:
    """`data` without its brotli, at most a little more than `limit` bytes; None when this Python can not."""
    try:
        import brotli
    except ImportError:
        return None
    reader, found = brotli.Decompressor(), bytearray()
    try:
        # Few bytes at a time: each can hold at most some tens of megabytes.
        for start in range(0, len(data), _PIECE):
            found += reader.process(data[start : start + _PIECE])
            if len(found) > limit:
                break
    except brotli.error:
        return b""
    return bytes(found)
