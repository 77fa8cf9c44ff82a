"""What a copy says of itself, read before any signature is checked: statement, keys, manifests, headers; and what this
computer kept of earlier visits, which a hand may have touched."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from portal.errors import BuildError
from portal.hosting import expected_headers
from portal.mirrors import record, state
from portal.mirrors.swapping import Copies
from portal.verify import headers, keysets, manifest, paths, statement
from portal.verify.findings import Trouble
from portal.verify.memory import Memory
from tests.fuzz.trees import edited
from tests.fuzz.words import JSON

WORDS = (
    *JSON, b'"format": 1', b'["id", "role", "public", "from", "until"]', b"2026-W48-1", b"../", b"ssh-ed25519 AAAA",
    b"  a/b\n", b'"editions": []', b'"places": []', b'"cut": []', b'"done": ',
)  # fmt: skip
_HEX = "0" * 64
STATEMENT = {
    "format": 1, "name": statement.NAME, "edition": 7, "date": "2026-11-23", "law_checked": "2026-11-20",
    "expires": "2027-02-21", "rules": _HEX, "fingerprints": {"fr": "3f2a 90b1 77c4 0e5d"}, "languages": ["fr", "ar"],
    "files": 2, "bytes": 9, "manifest": _HEX, "compressed": _HEX,
}  # fmt: skip
_PUBLIC = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGRl"
_KEY = {"id": "a", "role": "", "public": _PUBLIC, "from": "2026-01-01", "until": "2027-01-01"}
KEYS = {"format": 1, "version": 1, "threshold": 1, "keys": [_KEY]}
_CUT = {"place": "x", "manifest": _HEX, "day": "2026-12-01", "done": ["a"]}
_MEMORY = {"format": 1, "editions": {"7": _HEX}, "places": {"x": 7}, "cut": _CUT}
_COPY = {"address": "https://a.fr/", "status": "à jour", "since": "2026-11-23", "highest": 7}
_RECORD = {"format": 1, "checked": "2026-12-01", "newest": 7, "editions": {"7": _HEX}, "copies": [_COPY]}
_ENTRY = {"jour": "2026-12-01", "geste": "mise à jour", "copie": "7"}
_STATE = {"format": 1, "editions": {"7": _HEX}, "journal": [_ENTRY],
          "source": {"adresse": "https://a.fr/", "etag": '"a"', "modifie": "", "copie": "7"}}  # fmt: skip


def _statement(data: bytes) -> None:
    assert "fr" in statement.parse(data).languages


def _keys(data: bytes) -> None:
    found = keysets.parse(data, "x")
    assert 1 <= found.threshold <= len(found.keys)
    assert all("\n" not in key.public and key.since <= key.until for key in found.keys)


def _manifest(data: bytes) -> None:
    found = manifest.parse(data, "x")
    assert not any(paths.unsafe(name) for name in found) and list(found) == sorted(found)


def _sizes(data: bytes) -> None:
    manifest.sizes(data, ["a", "b"])


def _headers(data: bytes) -> None:
    expected = headers.parse(data)
    # Patterns are followed in a signed file only: they may take for ever.
    safe = headers.Expected(expected.types, expected.always, [])
    headers.check(safe, "fr/index.html", [("Content-Type", "text/html")])


def _memory(data: bytes) -> None:
    path = Path(tempfile.gettempdir(), "memory.json")
    path.write_bytes(data)
    seen = Memory(path, "x")
    seen.judge(seen.newest, _HEX)
    seen.note(7, _HEX)
    seen.resume(_HEX, statement.dt.date(2026, 12, 1))
    seen.done("b")
    seen.finish(complete=False)
    assert Memory(path, "x").newest >= 7


def _record(data: bytes) -> None:
    path = Path(tempfile.gettempdir(), record.NAME)
    path.write_bytes(data)
    record.load(path)


def _state(data: bytes) -> None:
    copies = Copies(Path(tempfile.gettempdir()))
    (copies.to / state.FILE).write_bytes(data)
    found = state.load(copies, "")
    assert found.highest >= 0
    found.save(copies)


def _written(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "surrogatepass")


_READERS: tuple[tuple[Callable[[bytes], None], object], ...] = (
    (_statement, STATEMENT), (_keys, KEYS), (_manifest, None), (_sizes, {"a": 1, "b": 2}),
    (_headers, expected_headers()), (_memory, _MEMORY), (_record, _RECORD), (_state, _STATE),
)  # fmt: skip


# From here on, the byte says that what follows is the text of the file.
_TEXT = 128


def seeds() -> Iterator[bytes]:
    for rank, (_, good) in enumerate(_READERS):
        yield bytes([rank])
        yield bytes([_TEXT + rank]) + (_written(good) if good else f"{_HEX}  a/b.html\n{_HEX}  é.html\n".encode())


def one(data: bytes) -> None:
    which = data[0] if data else 0
    reader, good = _READERS[which % _TEXT % len(_READERS)]
    try:
        reader(_written(edited(good, data[1:])) if which < _TEXT and good else data[1:])
    except Trouble as trouble:
        assert trouble.finding.level in ("error", "unreachable") and trouble.finding.message
    except BuildError as error:
        assert str(error) and error.remedy
