"""Bytes that a server answers, to the verifier and to the download of an update: a file, or what is wrong, in words."""

from __future__ import annotations

import gzip
import http.client
import io
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from portal.errors import BuildError
from portal.mirrors import fetching
from portal.verify.findings import Trouble
from portal.verify.places import Missing, TooLong
from portal.verify.web import Limits, Web

WORDS = (
    b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 206 Partial\r\n", b"HTTP/1.1 302 Found\r\n", b"HTTP/1.1 304 Not\r\n",
    b"HTTP/1.1 416 No\r\n", b"HTTP/1.1 100 Continue\r\n\r\n", b"Content-Length: ",
    b"Content-Range: bytes 5-9/10\r\n", b"Content-Encoding: gzip\r\n", b"Transfer-Encoding: chunked\r\n",
    b"Location: ", b"http://[", b"//b.invalid/", b"file:///etc/passwd", b"ETag: W/\"a\"\r\n", b"Last-Modified: ",
    b"\r\n\r\n", b"\r\n", b"\0", b"9" * 5000, b"ffffffff\r\n", b"-1", b"\x1b[2J", b"\xe2\x80\xae",
    b"Connection: close\r\n",
)  # fmt: skip
_BODY = b"<p>Droits"
_LIMIT = 2_000
_BASE = "http://127.0.0.1:9/droits/"
_QUICK = Limits(silence=1, base=5, rate=1, pause=0, requests=12)
# What follows one answer on a connection, whoever asks.
_MOST_ANSWERS = 8


def seeds() -> Iterator[bytes]:
    yield b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\nETag: \"a\"\r\n\r\n" + _BODY
    yield b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\n" + _BODY + b"\r\n0\r\n\r\n"
    yield b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + gzip.compress(_BODY, mtime=0)
    yield b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + gzip.compress(bytes(10 * _LIMIT), mtime=0)
    yield b"HTTP/1.1 206 Partial\r\nContent-Range: bytes 0-8/9\r\nContent-Length: 9\r\n\r\n" + _BODY
    moved = b"HTTP/1.1 302 Found\r\nLocation: /droits/b\r\nContent-Length: 0\r\n\r\n"
    yield moved + b"HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n"
    for status in (304, 416, 410, 503):
        yield b"HTTP/1.1 %d x\r\nContent-Range: bytes */9\r\n\r\n" % status


class _Wire:
    """A socket that gives `data`, whatever it is sent."""

    def __init__(self, data: bytes) -> None:
        self._data = io.BytesIO(data)
        self._asked = 0

    def makefile(self, mode: str) -> Any:
        self._asked += 1
        if self._asked > _MOST_ANSWERS:
            raise ConnectionResetError
        return _Kept(self._data)

    def sendall(self, data: Any) -> None:
        assert b"\r\n\r\n" in bytes(data)

    def close(self) -> None: ...

    def settimeout(self, seconds: float) -> None: ...


class _Kept(io.BufferedReader):
    """A reader that leaves what it wraps open, for the next answer."""

    def __init__(self, raw: io.BytesIO) -> None:
        super().__init__(raw)  # type: ignore[arg-type]

    def close(self) -> None: ...


@contextmanager
def _answering(data: bytes) -> Iterator[None]:
    connect = http.client.HTTPConnection.connect
    wire = _Wire(data)
    http.client.HTTPConnection.connect = lambda self: setattr(self, "sock", wire)  # type: ignore[method-assign]
    try:
        yield
    finally:
        http.client.HTTPConnection.connect = connect  # type: ignore[method-assign]


def one(data: bytes) -> None:
    with _answering(data):
        _verified()
    with _answering(data):
        _downloaded()


def _verified() -> None:
    place = Web(_BASE, _QUICK, sleep=lambda seconds: None)
    for encoding in ("identity", "br"):
        try:
            headers, body = place.fetch("fr/a.html", _LIMIT, encoding)
            assert len(body) <= _LIMIT and all(isinstance(value, str) for value in headers.values())
        except (Missing, TooLong):
            continue
        except Trouble as trouble:
            assert trouble.finding.message
    place.close()


def _downloaded() -> None:
    folder = Path(tempfile.gettempdir(), "download")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    limits = fetching.Limits(bytes=_LIMIT, seconds=60, silence=1, attempts=2, pause=0)
    try:
        address = f"{_BASE}a.zip"
        found = fetching.fetch(address, folder, etag='"b"', limits=limits, plain_http=True, sleep=lambda seconds: None)
    except BuildError as error:
        assert str(error) and error.remedy
    else:
        assert found.file is None or found.file.parent == folder
    assert sum(path.stat().st_size for path in folder.iterdir()) <= _LIMIT + 1_000
    assert {path.name for path in folder.iterdir()} <= {fetching.PART, f"{fetching.PART}.json"}
