"""The last pass on a PDF: no stream ends with a carriage return, whatever its content; nothing else changes."""

from __future__ import annotations

import io
import re
import zlib

import page
import pikepdf
import pytest

from portal.printing import finish

STREAMS = 120


def document(seed: int) -> bytes:
    """A PDF with many small objects, so that some of their streams end badly, and a page whose content does."""
    pdf = pikepdf.new()
    pdf.add_blank_page()
    content = b"q Q"
    while zlib.adler32(content) & 0xFF != 0x0D:
        content += b" "
    pdf.pages[0].Contents = pdf.make_stream(content)
    values = [pdf.make_indirect(pikepdf.Dictionary(A=seed * 7919 + n, B=f"{seed}-{n}")) for n in range(100 * STREAMS)]
    pdf.Root.Many = pikepdf.Array(values)
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()


@pytest.fixture(scope="module")
def source() -> bytes:
    return document(1)


def test_the_trap_is_there_without_the_pass(source: bytes) -> None:
    """Otherwise the next test would prove nothing."""
    with pikepdf.open(io.BytesIO(source)) as pdf:
        saved = finish._saved(pdf)
    assert saved.count(b"/ObjStm") >= STREAMS
    assert finish._TRAP in saved


def test_no_stream_ends_badly_and_every_object_is_kept(source: bytes) -> None:
    made = finish.finish(source)
    assert not re.search(rb"\r\nendstream", made)
    with pikepdf.open(io.BytesIO(made)) as after, pikepdf.open(io.BytesIO(source)) as before:
        assert after.check_pdf_syntax() == []
        assert list(after.Root.Many) == list(before.Root.Many)
        assert after.pages[0].Contents.read_bytes().split() == [b"q", b"Q"]


def test_the_validator_finds_every_length_right(source: bytes) -> None:
    report = page.validate_pdf_bytes(finish.finish(source), profile=page.ValidationProfile.PDF_A_2B)
    assert not [fault for fault in report.failures if "STREAM-LENGTH" in fault.rule_id]


def test_same_bytes_twice(source: bytes) -> None:
    assert finish.finish(source) == finish.finish(source)
