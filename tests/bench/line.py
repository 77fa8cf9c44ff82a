"""A site served over a line as slow as one likes, in brotli, that counts what passes.

The server itself is the line: Chromium's network emulation (CDP) does not reach the requests of a worker."""

from __future__ import annotations

import http.server
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from portal import compress
from portal.headers import media_type
from tests.bench.registry import ROOT

PIECE = 8192
# Bits per second, seconds of round trip: the values of Chromium's presets.
LINES = {"Slow 4G": (1_600_000, 0.150), "Fast 4G": (9_000_000, 0.060)}
FULL_SPEED = (1e10, 0.0)


class Line:
    """One line shared by all connections: each piece waits until the ones before it have passed. Counts the bytes of
    bodies, and the requests."""

    def __init__(self, rate: float, trip: float) -> None:
        self.rate, self.trip, self.free, self.sent, self.requests = rate, trip, 0.0, 0, 0
        self.lock = threading.Lock()

    def wait(self, size: int) -> None:
        with self.lock:
            self.free = max(time.monotonic(), self.free) + size * 8 / self.rate
            self.sent += size
            until = self.free
        time.sleep(max(0.0, until - time.monotonic()))


class Handler(http.server.SimpleHTTPRequestHandler):
    """Sends in brotli every file that gains from it, over the current line; knows what the browser has kept."""

    protocol_version = "HTTP/1.1"
    line = Line(*FULL_SPEED)

    def do_GET(self) -> None:
        file = Path(self.translate_path(self.path))
        time.sleep(self.line.trip)
        self.line.requests += 1
        if not file.is_file():
            self.send_error(404)
            return
        whole = file.read_bytes()
        data = in_brotli(file, whole)
        tag = f'"{file.stat().st_mtime_ns:x}"'
        kept = self.headers.get("If-None-Match") == tag
        self.send_response(304 if kept else 200)
        self.send_header("Cache-Control", "no-cache")
        self.send_header("ETag", tag)
        if not kept:
            self.send_header("Content-Type", media_type(file.name))
            self.send_header("Content-Length", str(len(data)))
            if data is not whole:
                self.send_header("Content-Encoding", "br")
        self.end_headers()
        try:
            for start in range(0, 0 if kept else len(data), PIECE):
                self.line.wait(len(data[start : start + PIECE]))
                self.wfile.write(data[start : start + PIECE])
        except (BrokenPipeError, ConnectionResetError):
            # The page was closed before the end.
            self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:
        pass


def in_brotli(file: Path, data: bytes) -> bytes:
    """The `data` of `file` as a host sends it: in brotli when it is a text or a program, and smaller so."""
    ready = file.with_name(file.name + ".br")
    if ready.is_file():
        return ready.read_bytes()
    if file.suffix not in compress.SUFFIXES or len(data) < compress.SMALLEST:
        return data
    return min(compress.brotli_bytes(ROOT, data), data, key=len)


def compress_all(site: Path) -> None:
    """Compresses what pages load, before anybody waits for it: at its best level brotli takes half a minute for
    Pyodide's WebAssembly. Kept in .build/, as those of a build."""
    files = [path for path in site.rglob("*") if path.is_file() and path.suffix in compress.SUFFIXES - {".html"}]
    with ThreadPoolExecutor() as pool:
        list(pool.map(lambda file: in_brotli(file, file.read_bytes()), files))


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The address of `site` on the line."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=site))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


def use(line: tuple[float, float]) -> Line:
    """Makes `line` the current one, empty, and returns it."""
    Handler.line = Line(*line)
    return Handler.line
