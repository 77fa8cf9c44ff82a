"""The parts of the guide that are rules: the edition, the spaces of French, the widths of columns."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal import edition
from portal.printing import columns
from portal.printing.typography import set_text

FIXTURE = Path(__file__).parent / "print_fixture"


def test_edition_date_can_be_replaced() -> None:
    assert edition.load(FIXTURE, "2026-12-01").date.isoformat() == "2026-12-01"
    assert edition.load(FIXTURE, {"numero": 8}).number == "8"
    assert edition.load(FIXTURE).epoch == 1795392000


@pytest.mark.parametrize(
    ("raw", "printed"),
    [
        ("Quoi ?", "Quoi\u00a0?"),
        ("l'art. R. 1-1", "l’art.\u00a0R.\u00a01-1"),
        ("articles L. 2", "articles\u00a0L.\u00a02"),
        ("le 1er mars\n 2027", "le 1er\u00a0mars 2027"),
        ("n° 12, p. 3", "n°\u00a012, p.\u00a03"),
        ("1\u202f200 €", "1\u00a0200\u00a0€"),
    ],
)
def test_french_spacing(raw: str, printed: str) -> None:
    assert set_text(raw, "fr") == printed


def test_other_languages_keep_their_spacing() -> None:
    assert set_text("What  'is' it ?", "en") == "What 'is' it ?"


@given(st.text())
def test_typography_is_stable(raw: str) -> None:
    once = set_text(raw, "fr")
    assert set_text(once, "fr") == once


@given(
    st.integers(1, 6).flatmap(lambda n: st.lists(st.lists(st.text("aé \u00a0-"), min_size=n, max_size=n), min_size=1))
)
def test_every_column_has_room(rows: list[list[str]]) -> None:
    widths = columns.shares(rows)
    assert len(widths) == len(rows[0])
    for width, cells in zip(widths, zip(*rows, strict=True), strict=True):
        assert width >= max(len(word) for cell in cells for word in re.split("[ -]", cell))
