"""A local server that behaves like a good static host: media types, compressed copies, security headers."""

from __future__ import annotations

import errno
import html
import threading
import urllib.parse
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from portal.errors import BuildError
from portal.headers import CACHE_CONTROL, media_type, security_headers
from portal.watching import newest, rebuild, watch_forever

SUFFIX_OF = {"br": ".br", "gzip": ".gz"}


def serve(root: Path, host: str, port: int, *, watch: bool) -> int:
    """Serves root/site until Ctrl-C; builds first when there is no site, or (with `watch`) an older one."""
    site = root / "site"
    if not site.is_dir() or (watch and newest(root) > site.stat().st_mtime):
        code = rebuild(root)
        if not site.is_dir():
            return code
    server = make_server(site, host, port)
    address = f"http://{_bracketed(host)}:{server.server_port}/"
    print(f"Serving {site} at {address}" + (", building again on each change." if watch else "."), flush=True)
    print("Stop with Ctrl-C.", flush=True)
    if watch:
        threading.Thread(target=watch_forever, args=(root,), daemon=True).start()
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        print("\nstopped")
    finally:
        server.server_close()
    return 0


def make_server(site: Path, host: str, port: int) -> ThreadingHTTPServer:
    """A server of the folder `site`, not started yet; port 0 takes a free one (`server_port` tells which).

    Raises BuildError when the address cannot be had."""
    try:
        return _Server((host, port), partial(_Handler, site=site))
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise BuildError(f"port {port} is in use.", f"python3 build.py serve --port {port + 1}") from None
        raise BuildError(f"cannot listen on {host}:{port}: {error.strerror}.", "another --host or --port.") from None


class _Server(ThreadingHTTPServer):
    daemon_threads = True


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "portal"
    sys_version = ""

    def __init__(self, *args: object, site: Path) -> None:
        self.site = site
        super().__init__(*args)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        self._answer(body=True)

    def do_HEAD(self) -> None:
        self._answer(body=False)

    def _answer(self, *, body: bool) -> None:
        try:
            path = urllib.parse.urlsplit(self.path).path
        except ValueError:
            # "http://[/": no address, and no reason to stop.
            return self.send_error(HTTPStatus.BAD_REQUEST)
        file = find(self.site, path)
        if file is None:
            self._not_found(body)
        elif file.is_dir():
            self._redirect(path)
        else:
            self._send(HTTPStatus.OK, file, body)
        return None

    def _send(self, status: HTTPStatus, file: Path, body: bool) -> None:
        name = file.relative_to(self.site.resolve()).as_posix()
        encoding = choose_encoding(file, self.headers.get("Accept-Encoding", ""))
        sent = file.with_name(file.name + SUFFIX_OF[encoding]) if encoding else file
        data = sent.read_bytes()
        tag = f'"{sent.stat().st_mtime_ns:x}-{len(data):x}{encoding}"'
        fresh = status is HTTPStatus.OK and self.headers.get("If-None-Match") == tag
        self.send_response(HTTPStatus.NOT_MODIFIED if fresh else status)
        for key, value in security_headers(name).items():
            self.send_header(key, value)
        self.send_header("Cache-Control", CACHE_CONTROL)
        self.send_header("Vary", "Accept-Encoding")
        self.send_header("ETag", tag)
        if not fresh:
            self.send_header("Content-Type", media_type(name))
            self.send_header("Content-Length", str(len(data)))
            if encoding:
                self.send_header("Content-Encoding", encoding)
        self.end_headers()
        if body and not fresh:
            self.wfile.write(data)

    def _not_found(self, body: bool) -> None:
        page = self.site.resolve() / "404.html"
        if page.is_file():
            self._send(HTTPStatus.NOT_FOUND, page, body)
        else:
            self.send_error(HTTPStatus.NOT_FOUND)

    def _redirect(self, path: str) -> None:
        self.send_response(HTTPStatus.MOVED_PERMANENTLY)
        for key, value in security_headers("").items():
            self.send_header(key, value)
        # One slash in front, whatever was asked: "//host" in a Location would lead elsewhere.
        self.send_header("Location", "/" + path.strip("/") + "/")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Errors carry the security headers too; nothing of the request is repeated."""
        text = message or HTTPStatus(code).phrase
        data = f"<!doctype html><title>{code}</title><p>{code} {html.escape(text)}</p>\n".encode()
        self.send_response(code)
        for key, value in security_headers("").items():
            self.send_header(key, value)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Connection", "close")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:
        """Silent: what a reader looks at is written nowhere."""


def find(site: Path, path: str) -> Path | None:
    """The file of `site` that the URL path names; a folder when its last slash is missing; None when there is none.

    Nothing outside `site` is ever found, by dots, encoded dots, back-slashes or symbolic links."""
    name = urllib.parse.unquote(path)
    if "\0" in name or "\\" in name or ".." in name.split("/"):
        return None
    base = site.resolve()
    try:
        file = (base / name.lstrip("/")).resolve()
        if not file.is_relative_to(base):
            return None
        if file.is_dir():
            index = file / "index.html"
            return (index if name.endswith("/") else file) if index.is_file() else None
        return file if file.is_file() and not name.endswith("/") else None
    except (OSError, ValueError):
        # A name longer than a disk takes, or that it cannot write.
        return None


def choose_encoding(file: Path, accepted: str) -> str:
    """"br", "gzip" or "": the best that the browser takes (Accept-Encoding) and that lies beside `file`."""
    weights: dict[str, float] = {}
    for item in accepted.lower().split(","):
        name, _, parameter = item.partition(";")
        weights[name.strip()] = _quality(parameter)
    for encoding, suffix in SUFFIX_OF.items():
        if weights.get(encoding, weights.get("*", 0.0)) > 0 and file.with_name(file.name + suffix).is_file():
            return encoding
    return ""


def _quality(parameter: str) -> float:
    name, _, value = parameter.partition("=")
    if name.strip() != "q":
        return 1.0
    try:
        return float(value)
    except ValueError:
        return 0.0


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host
