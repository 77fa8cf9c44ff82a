"""A copy at an address. The server may be slow, wrong or hostile: everything that it does is bounded."""

from __future__ import annotations

import http.client
import re
import socket
import threading
import time
import urllib.parse
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from . import answers
from .findings import Finding, Trouble
from .places import Place, Sink

_REDIRECTS = {301, 302, 303, 307, 308}
_MOST_REDIRECTS = 5
_HOST = re.compile(r"[a-z0-9.:-]+")
AGENT = "droits-en-attente-verify/1"


@dataclass(frozen=True)
class Limits:
    """`silence`: seconds without a byte; `base`, `rate`: a request may last base + its bytes / rate seconds; `pause`:
    seconds between two requests; `requests`: of the whole run."""

    silence: float = 20
    base: float = 40
    rate: float = 20_000
    pause: float = 0.02
    requests: int = 60_000


class Web(Place):
    """The copy whose top is the address `base`. `headers` keeps what came with each file that was read."""

    whole = False
    attempts = 2

    def __init__(
        self, base: str, limits: Limits | None = None, agent: str = AGENT, sleep: Callable[[float], object] = time.sleep
    ) -> None:
        super().__init__()
        self._limits, self._agent, self._sleep = limits or Limits(), agent, sleep
        self._scheme, self._netloc, path = _split(base)
        # The address of its first page leads to the copy too.
        self._path = path[: path.rindex("/") + 1] if path.endswith(("/index.html", "/")) else f"{path}/"
        self._connection: http.client.HTTPConnection | None = None
        self._asked = 0
        self.headers: dict[str, list[tuple[str, str]]] = {}
        if self._scheme == "http" and not _private(self._netloc):
            message = "Adresse en http : le réseau peut tout lire et tout changer. Servez cette copie en https."
            self.faults.append(Finding("warning", "plain-http", "", message))

    def names(self) -> Mapping[str, int]:
        """Nothing: an address does not list its files, and only those of the manifest are asked for."""
        return {}

    def pump(self, name: str, limit: int, sink: Sink) -> None:
        """As in Place, without compression; a server that does not answer is a Trouble that may be tried again."""
        self.headers[name] = self._get(name, limit, sink, "identity")

    def fetch(self, name: str, limit: int, encoding: str = "identity") -> tuple[dict[str, str], bytes]:
        """The headers (names in lower case) and bytes of `name`, asked for in `encoding` ("gzip", "br"). What comes in
        gzip is decoded, what comes in another encoding given as it is. Raises like `pump`."""
        pieces: list[bytes] = []
        given: list[tuple[str, str]] = []

        def start() -> Sink:
            pieces.clear()
            return pieces.append

        def pump(name: str, limit: int, sink: Sink) -> None:
            given[:] = self._get(name, limit, sink, encoding)

        self._again(name, limit, start, pump)
        return {key.lower(): value.strip() for key, value in given}, b"".join(pieces)

    def close(self) -> None:
        """Ends the connection; the next request would open another."""
        if self._connection:
            self._connection.close()
            self._connection = None

    def _get(self, name: str, limit: int, sink: Sink, encoding: str) -> list[tuple[str, str]]:
        path = self._path + urllib.parse.quote(name)
        for _ in range(_MOST_REDIRECTS + 1):
            found = self._once(name, path, limit, sink, encoding)
            if not isinstance(found, str):
                return found
            path = found
        raise Trouble("error", "redirect-loop", name, "Le serveur renvoie sans fin. Corrigez ses redirections.")

    def _once(self, name: str, path: str, limit: int, sink: Sink, encoding: str) -> str | list[tuple[str, str]]:
        """One request: the headers, or the path where it is moved to."""
        if self._asked >= self._limits.requests:
            raise Trouble(
                "unreachable", "too-many-requests", name, "Trop de requêtes : arrêt. Vérifiez l’archive plutôt."
            )
        if self._asked:
            self._sleep(self._limits.pause)
        self._asked += 1
        timer = None
        late = threading.Event()
        whole = False
        try:
            connection = self._connect()
            seconds = self._limits.base + limit / self._limits.rate
            timer = threading.Timer(seconds, _cut, [connection.sock, late])
            timer.daemon = True
            timer.start()
            asked = {"User-Agent": self._agent, "Accept-Encoding": encoding, "Accept": "*/*"}
            connection.request("GET", path, headers=asked)
            answer = connection.getresponse()
            if answer.status in _REDIRECTS:
                return self._moved(name, path, answer.getheader("Location", ""))
            answers.refuse(name, answer.status)
            answers.body(name, answer, limit, sink)
            # A body whose length was not said ends when it is cut.
            if late.is_set():
                raise TimeoutError
            whole = not answer.will_close
            return answer.getheaders()
        except Trouble:
            if late.is_set():
                raise answers.silent(name, TimeoutError()) from None
            raise
        except (OSError, http.client.HTTPException, ValueError, zlib.error) as error:
            raise answers.silent(name, TimeoutError() if late.is_set() else error) from None
        finally:
            if timer:
                timer.cancel()
            if not whole:
                self.close()

    def _connect(self) -> http.client.HTTPConnection:
        if self._connection is None or self._connection.sock is None:
            self.close()
            kind = http.client.HTTPSConnection if self._scheme == "https" else http.client.HTTPConnection
            self._connection = kind(self._netloc, timeout=self._limits.silence)
            self._connection.connect()
        return self._connection

    def _moved(self, name: str, path: str, location: str) -> str:
        target = urllib.parse.urlsplit(urllib.parse.urljoin(f"{self._scheme}://{self._netloc}{path}", location))
        if (target.scheme.lower(), target.netloc.lower()) != (self._scheme, self._netloc):
            where = f"{target.scheme}://{target.netloc}"
            message = f"Le serveur renvoie ailleurs : {where}. Vérifiez cette adresse-là, ou corrigez."
            raise Trouble("error", "redirect-elsewhere", name, message)
        return urllib.parse.quote(target.path or "/", safe="/%") + (f"?{target.query}" if target.query else "")


def _split(base: str) -> tuple[str, str, str]:
    """The scheme, host with port, and quoted path of the address `base`."""
    try:
        parts = urllib.parse.urlsplit(base)
        good = bool(_HOST.fullmatch(parts.hostname or "")) and parts.port != 0 and parts.username is None
    except ValueError:
        good = False
    if not good or parts.scheme not in ("http", "https") or parts.query or parts.fragment:
        message = "N’est pas l’adresse d’une copie. Donnez https://, le domaine et le dossier."
        raise Trouble("unreachable", "address", base, message)
    return parts.scheme, parts.netloc.lower(), urllib.parse.quote(parts.path or "/", safe="/%")


def _private(netloc: str) -> bool:
    """Whether nobody stands between: this computer, or an onion address, which authenticates itself."""
    host = netloc.rpartition(":")[0] if re.search(r":[0-9]+$", netloc) else netloc
    return host in ("localhost", "127.0.0.1", "[::1]") or host.endswith(".onion")


def _cut(kept: socket.socket, late: threading.Event) -> None:
    late.set()
    # Not the method of a TLS socket, which would free what the reader still uses.
    try:
        socket.socket.shutdown(kept, socket.SHUT_RDWR)
    except OSError:
        return
