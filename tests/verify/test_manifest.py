"""Manifests and names: one reading, on every system."""

from __future__ import annotations

import string
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.verify.findings import Trouble
from portal.verify.manifest import parse, sizes
from portal.verify.paths import collisions, unsafe

SUM = "0" * 64
NAMES = st.lists(
    st.text(string.ascii_lowercase + "é-_.", min_size=1, max_size=6).filter(lambda part: part[-1] != "."),
    min_size=1,
    max_size=3,
).map("/".join)


@pytest.mark.parametrize(
    "name",
    ["a", "fr/index.html", "fr/a-é.html", ".htaccess", "a b/c", "q/a1/index.html", "x" * 300, "عمل.html"],
)
def test_good_names(name: str) -> None:
    assert unsafe(name) == ""


@pytest.mark.parametrize(
    "name",
    ["", "/", "/a", "a/", "a//b", ".", "..", "../a", "a/..", "a/./b", "a\\b", "C:a", "a\0", "a\n", "a\x7f", "a?", "a*",
     "a.", "a ", " a", "a /b", "e\u0301", "x" * 301, "a\u202eb", "\udc80", "a\u200b"],
)  # fmt: skip
def test_refused_names(name: str) -> None:
    assert unsafe(name)


@given(st.text(max_size=12))
def test_a_name_that_passes_stays_inside(name: str) -> None:
    if not unsafe(name):
        parts = name.split("/")
        assert all(part not in ("", ".", "..") for part in parts)
        assert not set(name) & set("\\:\0\n\r")
        assert unicodedata.normalize("NFC", name) == name
        name.encode("utf-8")


def test_names_that_some_disks_confuse() -> None:
    assert collisions(["fr/a", "FR/b"]) == [("fr", "FR")]
    assert collisions(["a.html", "A.html"]) == [("a.html", "A.html")]
    assert collisions(["straße", "STRASSE"]) == [("straße", "STRASSE")]
    assert collisions(["fr", "fr/a"]) == [("fr", "fr")]
    assert collisions(["fr/a", "fr/b", "ar/a"]) == []


@given(st.dictionaries(NAMES, st.binary(min_size=32, max_size=32).map(bytes.hex), max_size=8))
def test_what_a_release_writes_is_read(sums: dict[str, str]) -> None:
    if collisions(sums):
        return
    data = "".join(f"{sums[name]}  {name}\n" for name in sorted(sums)).encode()
    assert parse(data, "M") == sums


WRONG = {
    "not UTF-8": b"\xff",
    "a mark": b"\xef\xbb\xbf" + f"{SUM}  a\n".encode(),
    "no line end": f"{SUM}  a".encode(),
    "Windows line ends": f"{SUM}  a\r\n".encode(),
    "capitals": f"{'A' * 64}  a\n".encode(),
    "short sum": f"{'0' * 63}  a\n".encode(),
    "binary mode": f"{SUM} *a\n".encode(),
    "one space": f"{SUM} a\n".encode(),
    "escaped name": f"\\{SUM}  a\n".encode(),
    "empty line": f"{SUM}  a\n\n{SUM}  b\n".encode(),
    "comment": b"# hello\n",
    "absolute": f"{SUM}  /a\n".encode(),
    "way out": f"{SUM}  ../a\n".encode(),
    "back-slash": f"{SUM}  a\\b\n".encode(),
    "twice": f"{SUM}  a\n{SUM}  a\n".encode(),
    "out of order": f"{SUM}  b\n{SUM}  a\n".encode(),
    "case": f"{SUM}  A\n{SUM}  a\n".encode(),
    "decomposed": f"{SUM}  e\u0301\n".encode(),
    "line separator": f"{SUM}  a\u2028b\n".encode(),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_manifest_at_fault(name: str) -> None:
    with pytest.raises(Trouble) as caught:
        parse(WRONG[name], "M")
    assert caught.value.finding.code == "manifest-malformed"


@given(st.binary(max_size=200))
def test_no_manifest_breaks_the_reader(data: bytes) -> None:
    try:
        parse(data, "M")
    except Trouble as trouble:
        assert trouble.finding.level == "error"


def test_sizes_are_of_the_listed_files() -> None:
    assert sizes(b'{"a": 1, "b": 0}', ["a", "b"]) == {"a": 1, "b": 0}
    for data in (b'{"a": 1}', b'{"a": 1, "b": 1, "c": 1}', b'{"a": 1, "b": -1}', b'{"a": true, "b": 1}', b"[]"):
        with pytest.raises(Trouble):
            sizes(data, ["a", "b"])
