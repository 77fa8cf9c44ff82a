"""The archive of the next edition, taken at an address: bounded, and taken up again where it was cut.

Nothing that comes this way is trusted: the signatures are checked after. What is bounded here is what a slow, wrong or
hostile server could do to the disk and to the evening of the host."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from portal.errors import BuildError
from portal.mirrors.asking import WRONG, Cut, opened
from portal.mirrors.durable import write_whole

PART = ".telechargement"
_ABOUT = ".telechargement.json"
_CHUNK = 1 << 16
_LENGTH = re.compile(r"[0-9]{1,15}")
_RANGE = re.compile(r"bytes (?:([0-9]{1,15})-[0-9]{1,15}|\*)/([0-9]{1,15})")


@dataclass(frozen=True)
class Limits:
    """`bytes` of an archive; `seconds` for the whole; `silence`: seconds without a byte; `attempts`, and the `pause` in
    seconds between two."""

    bytes: int = 1_000_000_000
    seconds: float = 3600
    silence: float = 30
    attempts: int = 4
    pause: float = 5


@dataclass(frozen=True)
class Fetched:
    """`file`: None when the server has nothing else than what was `seen`; `etag` and `modified`: its marks."""

    file: Path | None
    etag: str
    modified: str


def fetch(
    url: str,
    folder: Path,
    *,
    etag: str = "",
    modified: str = "",
    limits: Limits | None = None,
    plain_http: bool = False,
    sleep: Callable[[float], object] = time.sleep,
) -> Fetched:
    """Downloads `url` into `folder`, which keeps what came of a run that was cut. `etag`, `modified`: the marks of what
    was already taken there; `plain_http` allows http to this very computer.

    Raises BuildError when the server refuses, is too slow or sends too much."""
    limits = limits or Limits()
    deadline = time.monotonic() + limits.seconds
    wanted = {"If-None-Match": etag} if etag else {"If-Modified-Since": modified} if modified else {}
    for attempt in range(1, limits.attempts + 1):
        try:
            return _once(url, folder, wanted, limits, deadline, plain_http)
        except Cut as cut:
            if attempt == limits.attempts or time.monotonic() + limits.pause >= deadline:
                raise BuildError(
                    f"{url} : {cut}",
                    "relancez plus tard : le téléchargement reprendra où il en est, si le serveur le permet.",
                ) from None
        sleep(limits.pause)
    raise AssertionError


def discard(folder: Path) -> None:
    """Forgets what came: it is in use now, or of no use."""
    for name in (PART, _ABOUT):
        (folder / name).unlink(missing_ok=True)


def _once(
    url: str, folder: Path, wanted: Mapping[str, str], limits: Limits, deadline: float, plain_http: bool
) -> Fetched:
    part = folder / PART
    about = _about(folder, url)
    held = part.stat().st_size if about and part.is_file() else 0
    mark = about.get("etag") or about.get("modifie")
    asked = {"Range": f"bytes={held}-", "If-Range": mark} if held and mark else dict(wanted)
    with opened(url, asked, limits.silence, deadline, plain_http) as answer:
        found = Fetched(part, _strong(answer.headers.get("ETag", "")), answer.headers.get("Last-Modified", ""))
        if answer.status == 304:
            return Fetched(None, found.etag, found.modified)
        if answer.headers.get("Content-Encoding", "identity") != "identity":
            raise BuildError(f"{url} : le serveur a recompressé l’archive.", "demandez-lui de l’envoyer telle quelle.")
        start, total = _place(answer, held if "Range" in asked else 0)
        if answer.status == 416 and held and held == total:
            return Fetched(part, about["etag"], about["modifie"])
        if answer.status == 416 or (answer.status == 206 and start != held):
            discard(folder)
            raise Cut("le serveur reprend ailleurs qu’où le téléchargement en était.")
        if max(total, start) > limits.bytes:
            discard(folder)
            raise _too_big(url, limits)
        if not start:
            part.unlink(missing_ok=True)
            marks = {"adresse": url, "etag": found.etag, "modifie": found.modified}
            write_whole(folder / _ABOUT, json.dumps(marks, ensure_ascii=False).encode())
        with part.open("ab") as file:
            for piece in _pieces(answer, deadline):
                if file.tell() + len(piece) > limits.bytes:
                    file.truncate(0)
                    raise _too_big(url, limits)
                file.write(piece)
            size = file.tell()
    if total and size < total:
        raise Cut(f"coupé après {size} octets sur {total}.")
    return found


def _pieces(answer: Any, deadline: float) -> Iterator[bytes]:
    while True:
        try:
            piece = answer.read1(_CHUNK)
        except WRONG as error:
            raise Cut(f"coupé ({error}).") from None
        if not piece:
            return
        yield piece
        if time.monotonic() > deadline:
            raise Cut("trop lent.")


def _place(answer: Any, held: int) -> tuple[int, int]:
    """(first byte that comes, bytes of the whole, 0 when it is not said)."""
    if answer.status in (206, 416):
        match = _RANGE.fullmatch(answer.headers.get("Content-Range", ""))
        return (int(match[1] or 0), int(match[2])) if match else (-1, -1)
    length = answer.headers.get("Content-Length", "")
    return 0, int(length) if _LENGTH.fullmatch(length) else 0


def _about(folder: Path, url: str) -> dict[str, str]:
    """What is known of the part that is there, {} when it is of another address."""
    try:
        found = json.loads((folder / _ABOUT).read_bytes())
        about = {key: str(found[key]) for key in ("adresse", "etag", "modifie")}
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return {}
    return about if about["adresse"] == url else {}


def _strong(etag: str) -> str:
    """A weak mark does not say that the bytes are the same."""
    return "" if etag.startswith("W/") else etag


def _too_big(url: str, limits: Limits) -> BuildError:
    return BuildError(f"{url} : plus de {limits.bytes} octets : ce n’est pas une édition.", "vérifiez l’adresse.")
