"""Archives that make Python's own readers of archives stumble: refused in words, by who verifies and by who unpacks."""

from __future__ import annotations

import io
import struct
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import zstandard

from portal.errors import BuildError
from portal.mirrors.unpack import unpack
from portal.verify.findings import Trouble
from portal.verify.opening import open_place


def zipped(method: int = zipfile.ZIP_DEFLATED, name: str = "fr/index.html") -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive:
        archive.writestr(name, b"x" * 100)
    return made.getvalue()


def nameless() -> bytes:
    """A list whose only entry has no name, where a file had one of a sign."""
    data = bytearray(zipped(name="a"))
    entry = data.index(b"PK\x01\x02")
    data[entry + 28 : entry + 30], data[entry + 30 : entry + 32] = b"\0\0", b"\x01\0"
    return bytes(data)


def far(size: int) -> bytes:
    """A list said to be longer than any file, in the form of large archives."""
    data = zipped()
    end = data.index(b"PK\x05\x06")
    record = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, 1, 1, size, 0)
    locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, end, 1)
    return data[:end] + record + locator + data[end : end + 12] + b"\xff" * 8 + b"\0\0"


def tarred(blocks: bytes) -> bytes:
    return zstandard.compress(blocks + bytes(1024))


def header(kind: bytes, size: int) -> bytes:
    info = tarfile.TarInfo("x")
    info.type, info.size = kind, size
    return info.tobuf(tarfile.GNU_FORMAT)


def names_in_names(count: int) -> bytes:
    """Headers which each say the name of the next: Python's reader calls itself for each."""
    return b"".join(header(tarfile.GNUTYPE_LONGNAME, 2) + b"a\0" + bytes(510) for _ in range(count))


def hostile() -> Iterator[tuple[str, bytes]]:
    yield "nameless", nameless()
    yield "far", far((1 << 64) - 1)
    yield "before the start", far(1 << 40)
    yield "lzma", zipped(zipfile.ZIP_LZMA)
    yield "bzip2", zipped(zipfile.ZIP_BZIP2)
    yield "names in names", tarred(names_in_names(3000))
    yield "negative", tarred(header(tarfile.REGTYPE, -1))
    yield "long pax header", tarred(header(tarfile.XHDTYPE, 60_000) + b"1" * 60_416)


CASES = dict(hostile())


@pytest.fixture(params=CASES)
def archive(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    data = CASES[request.param]
    path = tmp_path / ("a.zip" if data.startswith(b"PK") else "a.tar.zst")
    path.write_bytes(data)
    return path


def test_who_unpacks_says_what_is_wrong(archive: Path, tmp_path: Path) -> None:
    with pytest.raises(BuildError, match=archive.name) as caught:
        unpack(archive, tmp_path / "to")
    assert caught.value.remedy
    assert {path.name for path in tmp_path.iterdir()} <= {archive.name, "to"}


def test_who_verifies_says_what_is_wrong(archive: Path) -> None:
    try:
        place = open_place(str(archive))
    except Trouble as trouble:
        assert trouble.finding.message
        return
    assert place.faults or not place.names()
    place.close()


def test_the_disk_is_not_taken_for_the_archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.zip").write_bytes(zipped())

    def full(*arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("portal.mirrors.unpack.shutil.copyfileobj", full)
    with pytest.raises(OSError, match="No space"):
        unpack(tmp_path / "a.zip", tmp_path / "to")
