"""A host that can go down, cut a body short or change one, and that remembers what it was asked."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http import HTTPStatus
from http.server import ThreadingHTTPServer
from pathlib import Path

from portal.serve import _Handler
from tests.loopback import running


@dataclass
class Host:
    """`off`: no answer at all. `cut`: paths whose body stops half-way. `asked`: every path, in order.

    `held`: the end of the paths that get no answer yet, until it is emptied.
    """

    address: str = ""
    off: bool = False
    held: str = ""
    cut: set[str] = field(default_factory=set)
    asked: list[str] = field(default_factory=list)

    def take(self) -> list[str]:
        """What was asked since the last call."""
        asked, self.asked = self.asked, []
        return asked


class _Switched(_Handler):
    def __init__(self, *args: object, host: Host, site: Path) -> None:
        self.host = host
        super().__init__(*args, site=site)

    def _answer(self, *, body: bool) -> None:
        path = self.path.split("?")[0]
        if self.host.off:
            self.close_connection = True
            return
        self.host.asked.append(path)
        while self.host.held and path.endswith(self.host.held):
            time.sleep(0.05)
        super()._answer(body=body)

    def _send(self, status: HTTPStatus, file: Path, body: bool) -> None:
        if self.path.split("?")[0] in self.host.cut:
            self.close_connection = True
            data = file.read_bytes()
            self.send_response(HTTPStatus.OK)
            self.send_header("Content-Type", "application/octet-stream")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data[: len(data) // 2])
            return
        super()._send(status, file, body)


@contextmanager
def hosting(site: Path) -> Iterator[Host]:
    """Serves the folder `site` until the end of the block."""
    host = Host()
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Switched, host=host, site=site))
    server.daemon_threads = True
    with running(server) as host.address:
        yield host
        host.off, host.held = True, ""


def copy_site(site: Path, to: Path) -> Path:
    """A copy of the site by hard links, without the static questions."""
    shutil.copytree(site, to, copy_function=os.link, ignore=shutil.ignore_patterns("q", "donnees"))
    return to


def change(file: Path, old: str, new: str) -> None:
    """Replaces a text, once, in a file of a copy, without touching the site it is linked to."""
    text = file.read_text("utf-8")
    assert old in text, (file.name, old)
    file.unlink()
    file.write_text(text.replace(old, new, 1), "utf-8")
    for suffix in (".br", ".gz"):
        file.with_name(file.name + suffix).unlink(missing_ok=True)
