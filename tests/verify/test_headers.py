"""What our own server sends is what a verifier expects of a host."""

from __future__ import annotations

import json

import pytest

from portal.headers import CACHE_CONTROL, media_type, security_headers
from portal.hosting import expected_headers
from portal.verify.findings import Trouble
from portal.verify.headers import check, parse

EXPECTED = parse(json.dumps(expected_headers()).encode())
NAMES = (
    "index.html",
    "fr/verifier.html",
    "guides/fr.html",
    "sw.js",
    "assets/worker.js",
    "runtime/x.wasm",
    "a.zim",
    "LICENSE",
)


def sent(name: str) -> list[tuple[str, str]]:
    return [("content-type", media_type(name)), ("Cache-Control", CACHE_CONTROL), *security_headers(name).items()]


@pytest.mark.parametrize("name", NAMES)
def test_our_own_headers_are_right(name: str) -> None:
    assert check(EXPECTED, name, sent(name)) == []


@pytest.mark.parametrize("name", NAMES)
def test_no_header_at_all(name: str) -> None:
    assert {finding.code for finding in check(EXPECTED, name, [])} == {"mime-wrong", "header-missing"}


def test_the_policy_of_another_class_is_weak() -> None:
    headers = [*sent("fr/verifier.html")]
    assert {finding.code for finding in check(EXPECTED, "fr/index.html", headers)} == {"header-weak"}


def test_a_second_policy_does_no_harm_but_a_second_other_header_does() -> None:
    again = [*sent("index.html"), ("Content-Security-Policy", "default-src *")]
    assert check(EXPECTED, "index.html", again) == []
    again = [*sent("index.html"), ("Referrer-Policy", "unsafe-url")]
    assert {finding.code for finding in check(EXPECTED, "index.html", again)} == {"header-weak"}


def test_older_names_of_the_same_type_pass() -> None:
    headers = [("Content-Type", "application/javascript"), *sent("sw.js")[1:]]
    assert check(EXPECTED, "sw.js", headers) == []


@pytest.mark.parametrize(
    "data",
    [b"", b"[]", b"{}", b'{"types": {}, "always": {}, "policies": [["x"]]}',
     b'{"types": {"a": 1}, "always": {}, "policies": []}'],
)  # fmt: skip
def test_a_file_of_another_form(data: bytes) -> None:
    with pytest.raises(Trouble):
        parse(data)
