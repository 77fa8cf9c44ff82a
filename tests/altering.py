"""A host that serves the site as a browser of another age, or an attacker, would have it.

Every page loads a first script, `/temoin.js`, from the site itself as the policy wants: it notes errors and breaches of
the policy, then runs `before`, which may take away what an old browser lacks."""

from __future__ import annotations

import urllib.parse
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http import HTTPStatus
from http.server import ThreadingHTTPServer
from pathlib import Path

from portal.headers import POLICY, media_type, security_headers
from portal.serve import _Handler
from tests.loopback import running

WITNESS = "/temoin.js"
# An empty page without any policy, in which a test may put a frame of the width it wants.
EMPTY = "/vide.html"
NOTES = """self.noted = { errors: [], violations: [] };
addEventListener("error", ({ message, target }) => {
  noted.errors.push(message || `not loaded: ${target.src ?? target.href}`);
}, true);
addEventListener("unhandledrejection", ({ reason }) => noted.errors.push(`unhandled: ${reason}`));
document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => {
  noted.violations.push(`${effectiveDirective} ${blockedURI}`);
});
"""
# What follows the name stands for something that no browser knows, as the new thing does for an old one.
UNKNOWN = "inconnu-"


@dataclass
class Alteration:
    """What changes on the way, for the pages that follow.

    `before`: JavaScript run first in each page. `worker`: the same in worker.js. `modules`: whether `type="module"` is
    known. `scripts`: whether the browser runs any. `old`: it can read no script of the site. `selectors`: names of CSS
    that it does not know, such as `:has(`. `end`: HTML written at the foot of each page. `framed`: whether pages may
    stand in a frame."""

    address: str = ""
    before: str = ""
    worker: str = ""
    modules: bool = True
    scripts: bool = True
    old: bool = False
    selectors: tuple[str, ...] = ()
    end: str = ""
    framed: bool = False
    asked: list[str] = field(default_factory=list)

    def reset(self) -> None:
        """The site as it is; nothing asked yet."""
        fresh = Alteration(self.address)
        self.__dict__.update(fresh.__dict__)

    def change(self, path: str, text: str) -> str:
        """The text of the file at `path`, once altered."""
        if path.endswith(".html"):
            text = text.replace("<head>", f'<head><script src="{WITNESS}"></script>', 1)
            text = text.replace("</body>", f"{self.end}</body>", 1)
            return text if self.modules else text.replace('type="module"', f'type="{UNKNOWN}module"')
        if path.endswith(".css"):
            for name in self.selectors:
                text = text.replace(name, f":{UNKNOWN}{name.lstrip(':')}")
            return text
        return "(" if self.old else f"{self.worker}\n{text}"


class _Altering(_Handler):
    def __init__(self, *args: object, host: Alteration, site: Path) -> None:
        self.host = host
        super().__init__(*args, site=site)

    def _answer(self, *, body: bool) -> None:
        path = urllib.parse.urlsplit(self.path).path
        self.host.asked.append(path)
        if path == WITNESS:
            self._text(path, NOTES + self.host.before)
        elif path == EMPTY:
            self._text(path, "<!doctype html><title>vide</title>")
        else:
            super()._answer(body=body)

    def _send(self, status: HTTPStatus, file: Path, body: bool) -> None:
        name = file.relative_to(self.site.resolve()).as_posix()
        script = file.name == "worker.js" or (self.host.old and file.suffix == ".js")
        if not script and file.suffix not in (".html", ".css"):
            super()._send(status, file, body)
            return
        headers = security_headers(name)
        if self.host.framed:
            del headers[POLICY]
        self._text(name, self.host.change(name, file.read_text("utf-8")), headers, status)

    def _text(
        self, name: str, text: str, headers: dict[str, str] | None = None, status: HTTPStatus = HTTPStatus.OK
    ) -> None:
        data = text.encode()
        self.send_response(status)
        for key, value in (headers or {}).items():
            self.send_header(key, value)
        if not self.host.scripts:
            self.send_header(POLICY, "script-src 'none'")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Content-Type", media_type(name))
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


@contextmanager
def altering(site: Path) -> Iterator[Alteration]:
    """Serves the folder `site`, which no test may change, on a free port until the end of the block."""
    host = Alteration()
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Altering, host=host, site=site))
    server.daemon_threads = True
    with running(server) as host.address:
        yield host
