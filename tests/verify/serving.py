"""A server of a copy on this computer that can be told to misbehave."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

from portal.serve import _Handler


class Server(_Handler):
    """Serves as portal.serve, but for what `tricks` answers in its place."""

    disable_nagle_algorithm = True

    def __init__(self, *args: object, site: Path, host: Host) -> None:
        self.host = host
        super().__init__(*args, site=site)

    def do_GET(self) -> None:
        path = self.path.split("?")[0]
        self.host.asked.append(path)
        trick = self.host.tricks.get(path) or self.host.tricks.get("*")
        # The client hangs up on what it refuses.
        with suppress(ConnectionError):
            if trick:
                trick(self)
            else:
                super().do_GET()

    def honest(self) -> None:
        """The answer that would have been given."""
        super().do_GET()

    def say(self, data: bytes, status: int = 200, **headers: str) -> None:
        """An answer of `data`; headers as Content_Type=…"""
        self.send_response(status)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        for name, value in ({"Content-Length": str(len(data))} | named).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)


Trick = Callable[[Server], None]


@dataclass
class Host:
    """`tricks`: by path ("/fr/index.html"), or "*" for all, what answers in place of the file; `asked`: every path."""

    address: str = ""
    tricks: dict[str, Trick] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)


class _Quiet(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up is no news."""


@contextmanager
def serving(site: Path, tricks: dict[str, Trick] | None = None) -> Iterator[Host]:
    """Serves the folder `site` until the end of the block."""
    host = Host(tricks=tricks or {})
    server = _Quiet(("127.0.0.1", 0), partial(Server, site=site, host=host))
    host.address = f"http://127.0.0.1:{server.server_port}/"
    threading.Thread(target=partial(server.serve_forever, poll_interval=0.02), daemon=True).start()
    try:
        yield host
    finally:
        server.shutdown()
        server.server_close()
