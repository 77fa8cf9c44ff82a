"""The kits on the real servers, at the root and in a sub-folder: headers, types, compressed copies, 404, no listing."""

from __future__ import annotations

import urllib.parse
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.hosted import AS_IT_IS, FILES, SERVERS, ask, check_headers, small_copy
from tests.servers import nginx, public_folder, publish

pytestmark = pytest.mark.whole

# A folder of the host may have the name of one of ours.
PREFIXES = ("/", "/guides/droits/")


@pytest.fixture(scope="module")
def copy(root: Path) -> Iterator[Path]:
    with small_copy(root) as folder:
        yield folder


@pytest.fixture(scope="module", params=[(name, prefix) for name in SERVERS for prefix in PREFIXES], ids="".join)
def address(request: pytest.FixtureRequest, copy: Path) -> Iterator[str]:
    name, prefix = request.param
    with SERVERS[name](copy, prefix) as running:
        yield running


def test_each_file_has_its_headers_and_its_type(address: str, copy: Path) -> None:
    for name in FILES:
        answer = ask(address, name)
        assert answer.status == 200, name
        assert answer.one("Content-Encoding") is None, name
        assert answer.body == (copy / name).read_bytes(), name
        check_headers(answer, name)


@pytest.mark.parametrize(
    ("accepted", "encoding", "suffix"),
    [("gzip, deflate, br, zstd", "br", ".br"), ("gzip", "gzip", ".gz"), ("br;q=0, gzip;q=0.5", "gzip", ".gz")],
)
def test_the_compressed_copy_is_sent_as_it_lies(
    address: str, copy: Path, accepted: str, encoding: str, suffix: str
) -> None:
    for name in FILES:
        if name.endswith(AS_IT_IS):
            continue
        answer = ask(address, name, accepted)
        assert answer.status == 200, name
        assert answer.one("Content-Encoding") == encoding, name
        assert answer.body == (copy / f"{name}{suffix}").read_bytes(), name
        assert "accept-encoding" in (answer.one("Vary") or "").lower(), name
        assert answer.one("Content-Language") is None, name
        check_headers(answer, name)


def test_what_has_no_compressed_copy_is_sent_as_it_is(address: str, copy: Path) -> None:
    for name in FILES:
        if name.endswith((".png", ".webp", ".epub", ".pdf")):
            answer = ask(address, name, "gzip, br")
            assert answer.body == (copy / name).read_bytes(), name
            check_headers(answer, name)


def test_a_folder_answers_by_its_page(address: str, copy: Path) -> None:
    for path, name in (("", "index.html"), ("fr/", "fr/index.html")):
        for accepted in ("", "br", "gzip"):
            answer = ask(address, path, accepted)
            assert answer.status == 200
            assert answer.plain() == (copy / name).read_bytes()
            check_headers(answer, name)


def test_a_folder_without_its_last_slash_leads_to_it(address: str) -> None:
    top = urllib.parse.urlsplit(address).path
    for path in ("fr", *([] if top == "/" else [""])):
        asked = address + path if path else address.rstrip("/")
        answer = ask(asked)
        assert answer.status in (301, 308), asked
        assert urllib.parse.urljoin(asked, answer.one("Location")) == f"{asked}/"


@pytest.mark.parametrize(
    "path", ["fr/absente.html", "runtime/absent.wasm", "absent", "guides/absent.html", "fr/index.html/x", "fr//x"]
)
def test_what_is_not_there_is_told_by_our_page(address: str, copy: Path, path: str) -> None:
    for accepted in ("", "br", "gzip"):
        answer = ask(address, path, accepted)
        assert answer.status == 404
        assert answer.plain() == (copy / "404.html").read_bytes()
        check_headers(answer, "404.html")


@pytest.mark.parametrize("path", ["assets/", "runtime/", "runtime/small/", "guides/", "local/", "edition/"])
def test_no_folder_is_listed(address: str, copy: Path, path: str) -> None:
    answer = ask(address, path)
    assert answer.status == 404
    assert answer.plain() == (copy / "404.html").read_bytes()


def test_nothing_above_the_copy_is_served(address: str) -> None:
    for path in ("../absent", "..%2fabsent", "%2e%2e/%2e%2e/%2e%2e/etc/passwd", "fr/../../../etc/passwd", "%00"):
        answer = ask(address, path)
        # Beside the sub-folder, Caddy answers 200 and nothing until the host's own site is there.
        assert answer.status >= 400 or not answer.body, path


def test_the_server_says_no_version(address: str) -> None:
    """Apache's is set by the host alone: no .htaccess can."""
    server = ask(address, "index.html").one("Server") or ""
    assert server in ("", "nginx") or server.startswith("Apache")


@pytest.mark.parametrize("prefix", PREFIXES)
def test_nginx_without_brotli_sends_gzip(copy: Path, prefix: str) -> None:
    with nginx(copy, prefix) as address:
        answer = ask(address, "fr/verifier.html", "gzip, br")
        assert answer.one("Content-Encoding") == "gzip"
        assert answer.body == (copy / "fr/verifier.html.gz").read_bytes()
        check_headers(answer, "fr/verifier.html")


@pytest.mark.parametrize("name", SERVERS)
def test_without_compressed_copies_the_server_compresses(copy: Path, name: str) -> None:
    """The .zip of a release holds none."""
    with public_folder() as public:
        light = publish(copy, public / "copie")
        for file in [*light.rglob("*.br"), *light.rglob("*.gz")]:
            file.unlink()
        with SERVERS[name](light, "/droits/") as address:
            for path in ("fr/index.html", "assets/site.css", "runtime/small/pyodide.asm.wasm"):
                answer = ask(address, path, "gzip, br")
                assert answer.one("Content-Encoding") == "gzip", path
                assert answer.plain() == (light / path).read_bytes(), path
                assert "accept-encoding" in (answer.one("Vary") or "").lower(), path
                check_headers(answer, path)
