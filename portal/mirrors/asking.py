"""One request to the server of the editions, by the standard library."""

from __future__ import annotations

import http.client
import socket
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from portal.errors import BuildError

WRONG = (OSError, http.client.HTTPException, ValueError)
"""What a server that fails raises."""
AGENT = "droits-en-attente-mirror/1"
_TOLD = (304, 416)
_AGAIN = (408, 425, 429, 500, 502, 503, 504)
_HERE = ("localhost", "127.0.0.1", "::1")


class Cut(Exception):
    """The server failed in a way that may pass: in French, what it did."""


@contextmanager
def opened(url: str, headers: Mapping[str, str], silence: float, deadline: float, plain_http: bool) -> Iterator[Any]:
    """The answer to a GET of `url`: 200, 206, 304 or 416. `silence`: seconds without a byte; `deadline`: of the
    monotonic clock, for the headers. Raises Cut, or BuildError when asking again is of no use."""
    _allowed(url, plain_http)
    connections: list[http.client.HTTPConnection] = []
    opener = urllib.request.build_opener(_Plain(connections), _Secure(connections), _Redirects(plain_http))
    request = urllib.request.Request(url, headers={"User-Agent": AGENT, "Accept-Encoding": "identity", **headers})
    timer = threading.Timer(max(0.1, deadline - time.monotonic()), _cut_all, [connections])
    timer.daemon = True
    timer.start()
    try:
        answer = _asked(opener, request, silence)
    finally:
        timer.cancel()
    with answer:
        yield answer


def _asked(opener: urllib.request.OpenerDirector, request: urllib.request.Request, silence: float) -> Any:
    try:
        answer = opener.open(request, timeout=silence)
    except urllib.error.HTTPError as error:
        if error.code in _TOLD:
            return error
        error.close()
        if error.code in _AGAIN:
            raise Cut(f"le serveur répond {error.code}.") from None
        raise BuildError(f"{request.full_url} : le serveur répond {error.code}.", "vérifiez l’adresse.") from None
    except WRONG as error:
        raise Cut(f"pas de réponse ({getattr(error, 'reason', error)}).") from None
    if answer.status not in (200, 206):
        answer.close()
        raise BuildError(f"{request.full_url} : le serveur répond {answer.status}.", "vérifiez l’adresse.")
    return answer


def _allowed(url: str, plain_http: bool) -> None:
    """Raises BuildError unless `url` is in https, or `plain_http` and of this computer."""
    try:
        parts = urllib.parse.urlsplit(url)
        good = parts.scheme == "https" or (plain_http and parts.scheme == "http" and parts.hostname in _HERE)
        good = good and bool(parts.hostname) and parts.username is None and parts.port != 0
    except ValueError:
        good = False
    if not good:
        raise BuildError(f"{url} : ce n’est pas une adresse https.", "donnez l’adresse https d’une archive.")


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows a few, never out of https."""

    max_redirections = 5

    def __init__(self, plain_http: bool) -> None:
        self._plain_http = plain_http

    def redirect_request(self, req: Any, fp: Any, code: int, msg: str, headers: Any, newurl: str) -> Any:
        _allowed(newurl, self._plain_http)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


class _Plain(urllib.request.HTTPHandler):
    """Keeps each connection in a list, so that it can be cut."""

    def __init__(self, made: list[http.client.HTTPConnection]) -> None:
        super().__init__()
        self._made = made

    def http_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(_kept(http.client.HTTPConnection, self._made), req)


class _Secure(urllib.request.HTTPSHandler):
    """The same over TLS."""

    def __init__(self, made: list[http.client.HTTPConnection]) -> None:
        super().__init__()
        self._made = made

    def https_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(_kept(http.client.HTTPSConnection, self._made), req)


def _kept(kind: type[http.client.HTTPConnection], made: list[http.client.HTTPConnection]) -> Callable[..., Any]:
    def connection(*args: Any, **options: Any) -> http.client.HTTPConnection:
        made.append(kind(*args, **options))
        return made[-1]

    return connection


def _cut_all(connections: list[http.client.HTTPConnection]) -> None:
    for connection in list(connections):
        if isinstance(connection.sock, socket.socket):
            try:
                # Not the method of a TLS socket, which would free what the reader still uses.
                socket.socket.shutdown(connection.sock, socket.SHUT_RDWR)
            except OSError:
                continue
