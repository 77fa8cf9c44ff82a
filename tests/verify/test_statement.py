"""The statement and the sets of keys: one writing only, and no value that means two things."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.verify import keysets, statement
from portal.verify.findings import Trouble
from tests.mini_release import Mini

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


def text(data: Any) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def test_the_statement_of_a_release_is_read(good: Mini) -> None:
    found = statement.parse((good.site / "edition/edition.json").read_bytes())
    assert (found.edition, found.languages, found.files) == (7, ("fr", "ar"), 22)
    assert found.fingerprints == {"fr": "3f2a 90b1 77c4 0e5d"}


@pytest.mark.parametrize(
    ("key", "value"),
    [("format", 0), ("format", True), ("name", "autre"), ("edition", 0), ("edition", -1), ("edition", "7"),
     ("edition", True), ("edition", 1 << 60), ("date", "2026-13-01"), ("date", "20261123"), ("date", "2026-W48-1"),
     ("date", 20261123), ("date", "2028-01-01"), ("expires", "2026-11-23"), ("law_checked", "2027-01-01"),
     ("rules", "0"), ("rules", "0" * 63 + "G"), ("manifest", None), ("compressed", "0" * 65), ("languages", []),
     ("languages", ["ar"]), ("languages", ["fr", "fr"]), ("languages", "fr"), ("languages", ["fr", "../x"]),
     ("languages", {"fr": 1}), ("fingerprints", []), ("fingerprints", {"fr": "x"}), ("files", 0), ("bytes", 1.5)],
)  # fmt: skip
def test_a_value_at_fault(key: str, value: object, good: Mini) -> None:
    data = json.loads((good.site / "edition/edition.json").read_bytes())
    with pytest.raises(Trouble) as caught:
        statement.parse(text({**data, key: value}))
    assert caught.value.finding.code == "statement-malformed"


def test_a_newer_format_is_not_called_an_alteration(good: Mini) -> None:
    data = json.loads((good.site / "edition/edition.json").read_bytes())
    with pytest.raises(Trouble) as caught:
        statement.parse(text({**data, "format": 2, "more": 1}))
    assert (caught.value.finding.level, caught.value.finding.code) == ("unreachable", "statement-newer")


@given(st.text(st.sampled_from("abcdefghijklm"), min_size=1, max_size=8), JSON)
def test_no_value_breaks_the_reader(key: str, value: object) -> None:
    whole = dict.fromkeys(["format", "name", *statement.Statement.__dataclass_fields__], value)
    for data in (whole, {**whole, "format": 1, "name": statement.NAME}, {key: value}):
        for read in (statement.parse, lambda raw: keysets.parse(raw, "x")):
            with pytest.raises(Trouble):
                read(text(data))


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"1", b"NaN", b'{"a": 1.5}', b"\xff", b"9" * 5000, b'{"a":' * 9999])
def test_rubbish_is_refused(data: bytes) -> None:
    for read in (statement.parse, lambda raw: keysets.parse(raw, "x")):
        with pytest.raises(Trouble):
            read(data)


def _key(**other: object) -> dict[str, object]:
    public = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGRl"
    return {"id": "a", "role": "", "public": public, "from": "2026-01-01", "until": "2027-01-01"} | other


def test_a_set_of_keys_is_read() -> None:
    found = keysets.parse(text({"format": 1, "version": 3, "threshold": 1, "keys": [_key()]}), "x")
    assert (found.version, found.threshold, found.keys[0].id) == (3, 1, "a")


@pytest.mark.parametrize(
    ("other", "keys"),
    [({"threshold": 0}, [_key()]), ({"threshold": 2}, [_key()]), ({"version": 0}, [_key()]), ({"format": 2}, [_key()]),
     ({"threshold": True}, [_key()]), ({}, []), ({}, [_key(), _key()]), ({}, [_key(), _key(id="b")]),
     ({}, [_key(id="A")]), ({}, [_key(id="../x")]), ({}, [_key(public="ssh-rsa AAAA")]),
     ({}, [_key(public="ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGRm comment")]),
     ({}, [_key(public="ssh-ed25519 AAAA")]), ({}, [_key(public="ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGR=")]),
     ({}, [_key(public='ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGRl\nb ssh-ed25519 AAAA')]),
     ({}, [_key(until="2025-01-01")]), ({}, [_key(**{"from": "hier"})]), ({}, [_key(more="")]), ({}, ["a"]),
     ({}, [[*_key()]])],
)  # fmt: skip
def test_a_set_of_keys_at_fault(other: dict[str, object], keys: list[object]) -> None:
    data = {"format": 1, "version": 1, "threshold": 1, "keys": keys} | other
    with pytest.raises(Trouble) as caught:
        keysets.parse(text(data), "x")
    assert caught.value.finding.code == "keys-malformed"
