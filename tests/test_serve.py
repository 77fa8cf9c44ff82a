"""The server: right file, right type, right copy, right headers, and nothing outside the site."""

from __future__ import annotations

import gzip
import http.client
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import brotli
import pytest

from portal.errors import BuildError
from portal.serve import choose_encoding, find, make_server

PAGE = "<!doctype html><title>Page</title>" + "a" * 400
CHECKER = ("/fr/verifier.html", "/assets/worker.js", "/runtime/manifest.json")
ORDINARY = ("/fr/index.html", "/assets/site.js", "/fr/travailler.html", "/")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small site, with a secret beside it."""
    site = tmp_path / "site"
    files = {
        "index.html": PAGE,
        "404.html": "<!doctype html><title>Introuvable</title>",
        "fr/index.html": PAGE,
        "fr/travailler.html": PAGE,
        "fr/verifier.html": PAGE,
        "assets/site.js": "1",
        "assets/worker.js": "1",
        "assets/module.mjs": "1",
        "assets/site.css": "a{}",
        "runtime/manifest.json": "{}",
        "runtime/pyodide.asm.wasm": "x",
        "manifest.webmanifest": "{}",
        "guides/guide.pdf": "%PDF",
        "data.unknown": "?",
    }
    for name, text in files.items():
        file = site / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    (site / "index.html.br").write_bytes(brotli.compress(PAGE.encode()))
    (site / "index.html.gz").write_bytes(gzip.compress(PAGE.encode(), mtime=0))
    (tmp_path / "secret.txt").write_text("secret", "utf-8")
    (site / "outside.txt").symlink_to(tmp_path / "secret.txt")
    return site


@pytest.fixture
def port(folder: Path) -> Iterator[int]:
    running = make_server(folder, "127.0.0.1", 0)
    thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield running.server_port
    running.shutdown()
    running.server_close()
    thread.join()


def ask(port: int, path: str, method: str = "GET", **headers: str) -> tuple[http.client.HTTPResponse, bytes]:
    """One raw request: http.client sends the path as it is, dots included."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request(method, path, headers={key.replace("_", "-"): value for key, value in headers.items()})
    response = connection.getresponse()
    body = response.read()
    connection.close()
    return response, body


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/assets/site.js", "text/javascript; charset=utf-8"),
        ("/assets/module.mjs", "text/javascript; charset=utf-8"),
        ("/assets/site.css", "text/css; charset=utf-8"),
        ("/runtime/pyodide.asm.wasm", "application/wasm"),
        ("/runtime/manifest.json", "application/json"),
        ("/manifest.webmanifest", "application/manifest+json"),
        ("/guides/guide.pdf", "application/pdf"),
        ("/data.unknown", "application/octet-stream"),
    ],
)
def test_media_type(port: int, path: str, expected: str) -> None:
    response, _ = ask(port, path)
    assert response.status == 200
    assert response.getheader("Content-Type") == expected


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("gzip, deflate, br", "br"),
        ("gzip", "gzip"),
        ("br;q=0, gzip;q=0.5", "gzip"),
        ("*", "br"),
        ("br;q=zero", None),
        ("identity", None),
        ("", None),
    ],
)
def test_compressed_copies(port: int, accepted: str, encoding: str | None) -> None:
    response, body = ask(port, "/", Accept_Encoding=accepted)
    assert response.getheader("Content-Encoding") == encoding
    assert response.getheader("Vary") == "Accept-Encoding"
    assert response.getheader("Content-Type") == "text/html; charset=utf-8"
    decode = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}[encoding]
    assert decode(body) == PAGE.encode()
    assert int(response.getheader("Content-Length") or -1) == len(body)


def test_without_a_copy_the_file_itself_is_sent(folder: Path) -> None:
    assert choose_encoding(folder / "fr" / "index.html", "br, gzip") == ""


@pytest.mark.parametrize("path", [*CHECKER, *ORDINARY, "/nowhere.html", "/fr"])
def test_security_headers_are_on_every_answer(port: int, path: str) -> None:
    response, _ = ask(port, path)
    policy = response.getheader("Content-Security-Policy") or ""
    directives = dict(part.strip().partition(" ")[::2] for part in policy.split(";"))
    assert directives["default-src"] == "'none'"
    assert directives["base-uri"] == "'none'"
    assert directives["frame-ancestors"] == "'none'"
    assert "unsafe-inline" not in policy
    assert "'unsafe-eval'" not in policy
    assert response.getheader("Referrer-Policy") == "no-referrer"
    assert response.getheader("X-Content-Type-Options") == "nosniff"
    assert "geolocation=()" in (response.getheader("Permissions-Policy") or "")
    assert response.getheader("Cross-Origin-Opener-Policy") == "same-origin"
    assert ("'wasm-unsafe-eval'" in directives["script-src"]) == (path in CHECKER)
    assert (directives["worker-src"] == "'self'") == (path in CHECKER)


def test_unsupported_method_carries_the_headers_too(port: int) -> None:
    response, _ = ask(port, "/", "POST")
    assert response.status == 501
    assert "default-src 'none'" in (response.getheader("Content-Security-Policy") or "")


def test_html_is_asked_for_again_and_not_sent_twice(port: int) -> None:
    first, _ = ask(port, "/fr/index.html")
    assert first.getheader("Cache-Control") == "no-cache"
    second, body = ask(port, "/fr/index.html", If_None_Match=first.getheader("ETag") or "")
    assert (second.status, body) == (304, b"")


def test_head_sends_no_body(port: int) -> None:
    response, body = ask(port, "/", "HEAD", Accept_Encoding="br")
    assert (response.status, body) == (200, b"")
    assert response.getheader("Content-Encoding") == "br"


def test_missing_page_shows_the_404_page(port: int) -> None:
    response, body = ask(port, "/fr/rien.html")
    assert response.status == 404
    assert b"Introuvable" in body


def test_folder_without_slash_is_redirected_inside_the_site(port: int) -> None:
    assert ask(port, "/fr")[0].getheader("Location") == "/fr/"
    # "//fr" alone would send the reader to another host called fr.
    assert ask(port, "//fr")[0].getheader("Location") == "/fr/"


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt",
        "/fr/../../secret.txt",
        "/%2e%2e/secret.txt",
        "/fr/%2e%2e%2f%2e%2e%2fsecret.txt",
        "/..%5csecret.txt",
        "//../secret.txt",
        "/outside.txt",
        "/index.html%00.txt",
        "/index.html/",
    ],
)
def test_nothing_outside_the_site(port: int, path: str) -> None:
    response, body = ask(port, path)
    assert response.status == 404
    assert b"secret" not in body


@pytest.mark.parametrize(
    ("path", "status"), [("http://[/", b" 400 "), (f"/{'a' * 5000}", b" 404 "), (f"/{'a/' * 3000}", b" 404 ")]
)
def test_an_address_that_is_none_is_answered(port: int, path: str, status: bytes) -> None:
    with socket.create_connection(("127.0.0.1", port)) as wire:
        wire.sendall(f"GET {path} HTTP/1.0\r\n\r\n".encode())
        assert status in wire.recv(100)


def test_absolute_names_stay_inside(folder: Path) -> None:
    assert find(folder, "//etc/passwd") is None
    assert find(folder, "/fr/") == folder.resolve() / "fr" / "index.html"


def test_a_port_in_use_is_told_with_its_remedy(folder: Path, port: int) -> None:
    with pytest.raises(BuildError, match=f"port {port} is in use") as caught:
        make_server(folder, "127.0.0.1", port)
    assert "--port" in caught.value.remedy
