"""Archives taken from servers that are cut, slow, endless or wrong."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from portal.errors import BuildError
from portal.mirrors.fetching import PART, Fetched, Limits, discard, fetch
from tests.mirror_server import Server, cut_after, endless, serving, silent, status, trickle

DATA = bytes(range(256)) * 1000
LIMITS = Limits(bytes=400_000, seconds=20, silence=1, attempts=3, pause=0.01)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    (tmp_path / "served").mkdir()
    (tmp_path / "served/a.zip").write_bytes(DATA)
    with serving(tmp_path / "served") as made:
        yield made


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "m").mkdir()
    return tmp_path / "m"


def take(server: Server, folder: Path, limits: Limits = LIMITS, **options: str) -> Fetched:
    return fetch(f"{server.address}a.zip", folder, limits=limits, plain_http=True, **options)


def statuses(server: Server) -> list[int]:
    return [code for _, _, code in server.asked]


def test_whole(server: Server, folder: Path) -> None:
    found = take(server, folder)
    assert found.file is not None
    assert found.file.read_bytes() == DATA
    assert take(server, folder, etag=found.etag).file == found.file
    discard(folder)
    assert list(folder.iterdir()) == []
    assert take(server, folder, etag=found.etag).file is None
    assert "Range" not in server.asked[-1][1]


@pytest.mark.parametrize("ranges", [True, False])
def test_taken_up_again_in_the_same_run(server: Server, folder: Path, ranges: bool) -> None:
    server.behaviours = [cut_after(1000), status(503)]
    server.ranges = ranges
    found = take(server, folder)
    assert found.file is not None
    assert found.file.read_bytes() == DATA
    assert statuses(server) == [200, 503, 206 if ranges else 200]
    assert server.asked[-1][1]["Range"] == "bytes=1000-"


def test_taken_up_again_by_the_next_run(server: Server, folder: Path) -> None:
    server.behaviours = [cut_after(1000), status(503), status(503)]
    with pytest.raises(BuildError, match="503") as error:
        take(server, folder)
    assert "reprendra" in error.value.remedy
    assert (folder / PART).stat().st_size == 1000
    take(server, folder)
    assert (folder / PART).read_bytes() == DATA


def test_other_archive_meanwhile(server: Server, folder: Path) -> None:
    server.behaviours = [cut_after(1000), status(503), status(503)]
    with pytest.raises(BuildError):
        take(server, folder)
    (server.folder / "a.zip").write_bytes(b"other" * 400)
    take(server, folder)
    assert (folder / PART).read_bytes() == b"other" * 400


def test_part_of_another_address(server: Server, folder: Path) -> None:
    (server.folder / "b.zip").write_bytes(b"b" * 2000)
    server.behaviours = [cut_after(1000), status(503), status(503)]
    with pytest.raises(BuildError):
        take(server, folder)
    fetch(f"{server.address}b.zip", folder, limits=LIMITS, plain_http=True)
    assert (folder / PART).read_bytes() == b"b" * 2000


@pytest.mark.parametrize("where", ["bytes 5-255999/256000", "bytes 1000-255999/999999999", "words"])
def test_server_that_takes_up_elsewhere(server: Server, folder: Path, where: str) -> None:
    lie = status(206, Content_Range=where)
    server.behaviours = [cut_after(1000), lie, lie]
    with pytest.raises(BuildError):
        take(server, folder)
    take(server, folder)
    assert (folder / PART).read_bytes() == DATA


@pytest.mark.parametrize("headers", [{"Content_Range": "bytes */0"}, {"Content_Range": f"bytes */{'9' * 5000}"}, {}])
def test_server_that_has_nothing_left_when_nothing_was_asked_again(
    server: Server, folder: Path, headers: dict[str, str]
) -> None:
    server.behaviours = [status(416, **headers)] * 3
    with pytest.raises(BuildError, match="reprend ailleurs"):
        take(server, folder)


def test_a_length_of_more_figures_than_python_reads(server: Server, folder: Path) -> None:
    server.behaviours = [status(200, Content_Length="9" * 5000)]
    assert take(server, folder).file is not None


def test_always_cut(server: Server, folder: Path) -> None:
    server.ranges = False
    server.behaviours = [cut_after(1000)] * 3
    with pytest.raises(BuildError, match="coupé après 1000 octets sur 256000"):
        take(server, folder)


def test_slow(server: Server, folder: Path) -> None:
    server.behaviours = [trickle(0.05)]
    began = time.monotonic()
    with pytest.raises(BuildError, match="trop lent"):
        take(server, folder, Limits(seconds=0.6, silence=1, attempts=1))
    assert time.monotonic() - began < 3


def test_silent(server: Server, folder: Path) -> None:
    server.behaviours = [silent]
    began = time.monotonic()
    with pytest.raises(BuildError, match="pas de réponse"):
        take(server, folder, Limits(silence=0.3, attempts=1))
    assert time.monotonic() - began < 2


def test_headers_by_drops(server: Server, folder: Path) -> None:
    def drops(handler: object, data: bytes) -> bool:
        for byte in b"HTTP/1.1 200 OK\r\nX-Long: " + b"x" * 100:
            handler.wfile.write(bytes([byte]))  # type: ignore[attr-defined]
            time.sleep(0.05)
        return True

    server.behaviours = [drops]
    began = time.monotonic()
    with pytest.raises(BuildError, match="pas de réponse"):
        take(server, folder, Limits(seconds=0.5, silence=1, attempts=1))
    assert time.monotonic() - began < 3


@pytest.mark.parametrize("kind", ["said", "unsaid"])
def test_too_big(server: Server, folder: Path, kind: str) -> None:
    server.behaviours = [endless if kind == "unsaid" else status(200, Content_Length="999999999")]
    with pytest.raises(BuildError, match="plus de 400000 octets"):
        take(server, folder)
    assert not (folder / PART).exists() or (folder / PART).stat().st_size == 0


def test_redirect(server: Server, folder: Path) -> None:
    server.behaviours = [status(302, Location="/a.zip")]
    assert take(server, folder).file is not None
    discard(folder)
    server.behaviours = [status(302, Location="/a.zip")] * 9
    with pytest.raises(BuildError, match="30"):
        take(server, folder)


@pytest.mark.parametrize("to", ["http://exemple.org/a.zip", "file:///etc/passwd", "ftp://exemple.org/a", "data:,a"])
def test_redirect_out_of_https(server: Server, folder: Path, to: str) -> None:
    server.behaviours = [status(302, Location=to)]
    with pytest.raises(BuildError, match=r"https|30"):
        take(server, folder)


@pytest.mark.parametrize("code", [403, 404, 410, 204])
def test_refused(server: Server, folder: Path, code: int) -> None:
    server.behaviours = [status(code)]
    with pytest.raises(BuildError, match=f"répond {code}"):
        take(server, folder)
    assert len(server.asked) == 1


def test_recompressed(server: Server, folder: Path) -> None:
    server.behaviours = [status(200, Content_Encoding="gzip")]
    with pytest.raises(BuildError, match="recompressé"):
        take(server, folder)


@pytest.mark.parametrize(
    "url",
    [
        "http://exemple.org/a.zip", "ftp://exemple.org/a.zip", "file:///etc/passwd", "https://", "https://a:b@c.org/",
        "https://exemple.org:99999/", "//exemple.org/a.zip", "https:a.zip",
    ],
)  # fmt: skip
def test_addresses(folder: Path, url: str) -> None:
    with pytest.raises(BuildError, match="https"):
        fetch(url, folder, limits=LIMITS, plain_http=True)


def test_http_even_here_must_be_asked_for(server: Server, folder: Path) -> None:
    with pytest.raises(BuildError, match="https"):
        fetch(f"{server.address}a.zip", folder, limits=LIMITS)
    assert server.asked == []
