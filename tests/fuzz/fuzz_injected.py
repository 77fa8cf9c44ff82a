"""A page of a copy that is no page of ours: what it loads is told, whatever it is made of."""

from __future__ import annotations

from collections.abc import Iterator

from portal.verify import plain
from portal.verify.injected import describe
from tests.fuzz.words import MARKS

WORDS = (
    *MARKS, b"<script src=", b"<base href=", b"<meta http-equiv=refresh", b"<iframe", b" onerror=", b' style="url(',
    b"<!DOCTYPE", b"<![CDATA[", b"<!ELEMENT", b"&#x110000;", b"&#0;", b"&nosuch", b"https://[", b"//\xe2\x84\x80",
    b"<svg xlink:href=", b"<plaintext>", b"<textarea>", b"<![", b"<![if", b"<?php", b"</", b"<!",
)  # fmt: skip
_KNOWN = ("assets/site.js", "fr/index.html")


def seeds() -> Iterator[bytes]:
    yield b"<!doctype html><script src=../assets/site.js></script><p>Droits<a href=https://a.fr/>a</a>"
    yield b"<img src=//t.invalid/a.png onerror=x style='a:url(b)'><form action=/x><iframe srcdoc=y></iframe>"
    yield b"<svg><a xlink:href='javascript:1'/></svg><![CDATA[ x ]]><!-- <script> -->"


def one(data: bytes) -> None:
    lines = describe(data.decode("utf-8", "replace"), "fr/a.html", _KNOWN)
    assert len(lines) <= 20
    for line in lines:
        assert line.endswith((".", ").")), line
        assert len(plain.line(line)) < 2_000
