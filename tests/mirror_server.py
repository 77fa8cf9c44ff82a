"""A server of archives on this computer, which may be cut, slow, endless or wrong."""

from __future__ import annotations

import contextlib
import hashlib
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

Behaviour = Callable[["Handler", bytes], bool]
"""Answers the request by itself and returns True, or returns False for the honest answer."""


class Server(ThreadingHTTPServer):
    """Serves the files of `folder`; `asked` keeps (path, headers, status) of each request; `behaviours` answer the
    requests one after the other, the honest answer follows."""

    daemon_threads = True

    def __init__(self, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.folder = folder
        self.asked: list[tuple[str, dict[str, str], int]] = []
        self.behaviours: list[Behaviour] = []
        self.ranges = True

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/"

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up is what these tests are about."""


class Handler(BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        file = self.server.folder / self.path.lstrip("/")
        data = file.read_bytes() if file.is_file() else b""
        self.close_connection = True
        if self.server.behaviours and self.server.behaviours.pop(0)(self, data):
            return
        if not file.is_file():
            self.head(404, {"Content-Length": "0"})
            return
        etag = f'"{hashlib.sha256(data).hexdigest()[:16]}"'
        marks = {"ETag": etag}
        if self.headers.get("If-None-Match") == etag:
            self.head(304, marks)
            return
        start = 0
        if self.server.ranges and self.headers.get("If-Range") == etag:
            start = int(self.headers["Range"].removeprefix("bytes=").removesuffix("-"))
        if start >= len(data):
            self.head(416, {**marks, "Content-Range": f"bytes */{len(data)}", "Content-Length": "0"})
            return
        if start:
            marks["Content-Range"] = f"bytes {start}-{len(data) - 1}/{len(data)}"
        self.head(206 if start else 200, {**marks, "Content-Length": str(len(data) - start)})
        self.wfile.write(data[start:])

    def head(self, status: int, headers: dict[str, str]) -> None:
        """Sends the status and `headers`, and keeps what was asked."""
        self.server.asked.append((self.path, dict(self.headers), status))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Nothing on the terminal."""


@contextlib.contextmanager
def serving(folder: Path) -> Iterator[Server]:
    """The server of `folder`, for the time of a test."""
    server = Server(folder)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def cut_after(size: int) -> Behaviour:
    """Says the whole length, sends `size` bytes and hangs up."""

    def answer(handler: Handler, data: bytes) -> bool:
        etag = f'"{hashlib.sha256(data).hexdigest()[:16]}"'
        handler.head(200, {"ETag": etag, "Content-Length": str(len(data))})
        handler.wfile.write(data[:size])
        return True

    return answer


def status(code: int, **headers: str) -> Behaviour:
    """Answers `code` and nothing else."""

    def answer(handler: Handler, data: bytes) -> bool:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        handler.head(code, {"Content-Length": "0", **named})
        return True

    return answer


def trickle(pause: float) -> Behaviour:
    """One byte at a time."""

    def answer(handler: Handler, data: bytes) -> bool:
        handler.head(200, {"Content-Length": str(len(data))})
        for byte in data:
            handler.wfile.write(bytes([byte]))
            time.sleep(pause)
        return True

    return answer


def endless(handler: Handler, data: bytes) -> bool:
    """A body without length nor end."""
    handler.head(200, {})
    with contextlib.suppress(OSError):
        while True:
            handler.wfile.write(bytes(1 << 16))
    return True


def silent(handler: Handler, data: bytes) -> bool:
    """Takes the request, and says nothing."""
    time.sleep(3)
    return True
