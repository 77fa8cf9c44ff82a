"""Archives made to harm whoever opens them: each is refused, and nothing is ever extracted."""

from __future__ import annotations

import io
import struct
import sys
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import zstandard

from portal.verify import tarred
from portal.verify.findings import Trouble
from portal.verify.places import TooLong
from portal.verify.zipped import Zip
from tests.mini_release import Mini, check, codes

TOP = "droits-en-attente/"
LINK = 0o120777 << 16
PIPE = 0o010644 << 16


def member(name: str, data: bytes = b"x", attributes: int = 0o100644 << 16, kind: int = zipfile.ZIP_DEFLATED):
    """Adds a member to a zip."""

    def add(archive: zipfile.ZipFile) -> None:
        info = zipfile.ZipInfo(name)
        info.create_system, info.external_attr = 3, attributes
        archive.writestr(info, data, kind)

    return add


ADDED: list[tuple[str, Callable[[zipfile.ZipFile], None], str]] = [
    ("way out", member("../evil.html"), "unsafe-name"),
    ("way out inside", member(f"{TOP}fr/../../../evil.html"), "unsafe-name"),
    ("absolute", member("/etc/evil"), "unsafe-name"),
    ("drive", member("C:/evil"), "unsafe-name"),
    ("back-slash", member(f"{TOP}fr\\..\\evil.html"), "unsafe-name"),
    ("line end", member(f"{TOP}fr/a\nb.html"), "unsafe-name"),
    ("escape", member(f"{TOP}fr/\x1b[2J.html"), "unsafe-name"),
    ("decomposed", member(f"{TOP}fr/e\u0301.html"), "unsafe-name"),
    ("link", member(f"{TOP}fr/lien.html", b"/etc/passwd", LINK), "link"),
    ("pipe", member(f"{TOP}fr/pipe", b"", PIPE), "special-file"),
    ("twice", member(f"{TOP}fr/droits.html"), "duplicate"),
    ("other case", member(f"{TOP}FR/droits.html"), "case-collision"),
    ("lzma", member(f"{TOP}fr/a.html", b"x" * 99, kind=zipfile.ZIP_LZMA), "compression"),
    ("beside", member("autre/x.html"), "outside"),
    ("two copies", member("autre/edition/edition.json"), "several-copies"),
    ("bomb", member(f"{TOP}fr/bomb.html", bytes(5_000_000)), "file-extra"),
]


@pytest.mark.parametrize(("add", "expected"), [case[1:] for case in ADDED], ids=[case[0] for case in ADDED])
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_member_added_to_a_zip(add: Callable[[zipfile.ZipFile], None], expected: str, mini: Mini) -> None:
    path, _ = mini.pack()
    with zipfile.ZipFile(path, "a") as archive:
        add(archive)
    assert_refused(mini, path, expected)


def test_a_page_that_is_a_bomb_is_not_inflated(mini: Mini) -> None:
    (mini.site / "fr/droits.html").write_bytes(bytes(5_000_000))
    path, tar = mini.pack()
    assert_refused(mini, path, "file-altered")
    assert_refused(mini, tar, "file-altered")


def test_a_zip_that_lies_on_the_size_of_a_bomb(mini: Mini) -> None:
    (mini.site / "fr/droits.html").write_bytes(bytes(5_000_000))
    path, _ = mini.pack()
    data = bytearray(path.read_bytes())
    for signature, place in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        at = 0
        while (at := data.find(signature, at + 1)) >= 0:
            if struct.unpack_from("<I", data, at + place)[0] == 5_000_000:
                struct.pack_into("<I", data, at + place, 100)
    path.write_bytes(data)
    result = check(path, mini.trust)
    assert {"archive-damaged", "file-altered"} & codes(result, "error")
    assert result.status == 1


def test_an_encrypted_member(mini: Mini) -> None:
    path, _ = mini.pack()
    data = bytearray(path.read_bytes())
    at = data.find(b"PK\x01\x02")
    data[at + 8] |= 1
    path.write_bytes(data)
    assert_refused(mini, path, "encrypted")


def test_a_damaged_member(mini: Mini) -> None:
    path, _ = mini.pack()
    data = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as archive:
        info = archive.getinfo(f"{TOP}fr/droits.html")
    data[info.header_offset + 30 + len(info.filename) + 20] ^= 0xFF
    path.write_bytes(data)
    assert_refused(mini, path, "archive-damaged")


@pytest.mark.parametrize("where", ["before", "between"])
def test_bytes_hidden_from_the_list_of_a_zip(where: str, mini: Mini) -> None:
    """A program that reads from the start would find another page there."""
    path, _ = mini.pack()
    hidden = io.BytesIO()
    with zipfile.ZipFile(hidden, "w") as archive:
        archive.writestr(f"{TOP}fr/droits.html", "<p>faux")
    extra = hidden.getvalue()[: hidden.getvalue().index(b"PK\x01\x02")]
    if where == "before":
        path.write_bytes(b"#!/bin/sh\n" + path.read_bytes())
        # As long as nothing starts like a zip, it is none for us.
        with pytest.raises(Trouble, match="Ni une archive"):
            check(path, mini.trust)
        path.write_bytes(extra + path.read_bytes()[10:])
        assert_refused(mini, path, "archive-hidden")
        return
    data = path.read_bytes()
    start = data.index(b"PK\x01\x02")
    end = data.rindex(b"PK\x05\x06")
    moved = bytearray(data[:start] + extra + data[start:])
    struct.pack_into("<I", moved, end + len(extra) + 16, start + len(extra))
    path.write_bytes(moved)
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
    assert_refused(mini, path, "archive-hidden")


@pytest.mark.parametrize("kind", [0, 1])
def test_a_truncated_archive_can_not_be_read(kind: int, mini: Mini) -> None:
    path = mini.pack()[kind]
    path.write_bytes(path.read_bytes()[:-400])
    with pytest.raises(Trouble) as caught:
        check(path, mini.trust)
    assert (caught.value.finding.level, caught.value.finding.code) == ("unreachable", "archive-damaged")


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"\x28\xb5\x2f\xfd", b"PK\x05\x06" + bytes(18), b"<html>"])
def test_rubbish_is_no_archive(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    (file := tmp_path / "x" / "copie.zip").write_bytes(data)
    with pytest.raises(Trouble) as caught:
        check(file, None)
    assert caught.value.finding.level == "unreachable"


def test_an_archive_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(Trouble) as caught:
        check(str(tmp_path / "rien.zip"), None)
    assert caught.value.finding.code == "no-place"


def test_a_member_longer_than_asked_is_not_read(mini: Mini) -> None:
    place = Zip(mini.pack()[0])
    with pytest.raises(TooLong):
        place.read("fr/droits.html", 10)
    place.close()


def entry(name: str, data: bytes = b"x", kind: bytes = tarfile.REGTYPE, link: str = "") -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    info.size, info.type, info.linkname = len(data) if kind == tarfile.REGTYPE else 0, kind, link
    return info


TARRED: list[tuple[tarfile.TarInfo, str]] = [
    (entry("../evil.html"), "unsafe-name"),
    (entry("/etc/evil"), "unsafe-name"),
    (entry(f"{TOP}fr/../../x"), "unsafe-name"),
    (entry(f"{TOP}fr/lien", kind=tarfile.SYMTYPE, link="/etc/passwd"), "link"),
    (entry(f"{TOP}fr/lien", kind=tarfile.LNKTYPE, link=f"{TOP}index.html"), "link"),
    (entry(f"{TOP}fr/pipe", kind=tarfile.FIFOTYPE), "special-file"),
    (entry(f"{TOP}fr/disque", kind=tarfile.BLKTYPE), "special-file"),
    (entry(f"{TOP}fr/droits.html"), "duplicate"),
    (entry("autre/x.html"), "outside"),
]


def retar(path: Path, change: Callable[[tarfile.TarFile], None], after: bytes = b"") -> None:
    """Writes a .tar.zst again, with more in it."""
    plain = io.BytesIO(zstandard.ZstdDecompressor().stream_reader(path.read_bytes()).read())
    made = io.BytesIO()
    with tarfile.open(fileobj=plain) as old, tarfile.open(fileobj=made, mode="w") as new:
        for info in old:
            new.addfile(info, old.extractfile(info))
        change(new)
    path.write_bytes(zstandard.compress(made.getvalue() + after))


@pytest.mark.parametrize(("info", "expected"), TARRED, ids=lambda value: getattr(value, "name", ""))
def test_a_member_added_to_a_tar(info: tarfile.TarInfo, expected: str, mini: Mini) -> None:
    _, path = mini.pack()
    retar(path, lambda archive: archive.addfile(info, io.BytesIO(b"x")))
    assert_refused(mini, path, expected)


def test_a_tar_written_by_another_program_is_as_good(mini: Mini) -> None:
    _, path = mini.pack()
    retar(path, lambda archive: None)
    assert check(path, mini.trust).status == 0


@pytest.mark.parametrize("after", [b"hidden", b"\0" * 99_999 + b"hidden"])
def test_bytes_after_the_end_of_a_tar(after: bytes, mini: Mini) -> None:
    _, path = mini.pack()
    retar(path, lambda archive: None, after)
    with pytest.raises(Trouble, match="abîmée"):
        check(path, mini.trust)


def test_a_second_frame_after_the_first_is_seen(mini: Mini) -> None:
    _, path = mini.pack()
    path.write_bytes(path.read_bytes() + zstandard.compress(b"hidden" * 1000))
    with pytest.raises(Trouble, match="abîmée"):
        check(path, mini.trust)


def test_a_tar_of_a_size_without_end(mini: Mini, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tarred, "MOST_BYTES", 1_000_000)
    (mini.site / "bombe").write_bytes(bytes(5_000_000))
    with pytest.raises(Trouble, match="trop grande"):
        check(mini.pack()[1], mini.trust)


def test_a_header_that_would_fill_the_memory(mini: Mini) -> None:
    _, path = mini.pack()
    retar(path, lambda archive: archive.addfile(entry("x" * 200_000)))
    with pytest.raises(Trouble, match="abîmée"):
        check(path, mini.trust)


def test_without_zstandard_the_zip_is_proposed(mini: Mini, monkeypatch: pytest.MonkeyPatch) -> None:
    _, path = mini.pack()
    monkeypatch.setitem(sys.modules, "zstandard", None)
    with pytest.raises(Trouble, match=r"\.zip") as caught:
        check(path, mini.trust)
    assert caught.value.finding.code == "no-zstandard"


def test_a_large_file_of_a_tar_is_read_again(mini: Mini, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only small files are kept: what an altered page loads is still said."""
    monkeypatch.setattr(tarred, "_KEPT", 300)
    monkeypatch.setattr(tarred, "_ALL_KEPT", 3000)
    with (mini.site / "fr/droits.html").open("a", encoding="utf-8") as file:
        file.write("<script>1</script>")
    assert_refused(mini, mini.pack()[1], "injected")


def assert_refused(mini: Mini, path: Path, expected: str) -> None:
    try:
        result = check(path, mini.trust)
    except Trouble as trouble:
        assert (trouble.finding.level, trouble.finding.code) == ("error", expected)
        return
    assert expected in codes(result, "error"), result.findings
    assert result.status == 1
