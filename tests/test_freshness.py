"""Pages past their age, or resting on a text that changed, are told from the others."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from portal import freshness, law
from portal.frontmatter import Front, read_all

FRONT = Front("Titre", "D", "S", "2026-08-25", ("a", "b"), (), 1)


@pytest.mark.parametrize(
    ("edition", "changed", "expected"),
    [
        ("2026-11-23", frozenset(), ""),
        ("2026-11-24", frozenset(), freshness.OLD),
        ("2026-11-23", frozenset({"b"}), freshness.CHANGED),
        ("2027-11-23", frozenset({"b"}), freshness.CHANGED),
        ("2026-11-23", frozenset({"c"}), ""),
    ],
)
def test_stale(edition: str, changed: frozenset[str], expected: str) -> None:
    assert freshness.stale(FRONT, edition, 90, changed) == expected


@pytest.mark.parametrize(("day", "days", "last"), [("2026-11-23", 90, "2027-02-21"), ("2028-02-28", 1, "2028-02-29")])
def test_review(day: str, days: int, last: str) -> None:
    """A page is read again at the latest on the last day on which it is not `stale`."""
    assert freshness.review(day, days) == last
    assert freshness.stale(replace(FRONT, verified_on=day), last, days, frozenset()) == ""


def test_listing_names_the_file_and_the_remedy() -> None:
    later = replace(FRONT, verified_on="2026-11-01")
    fronts = {"fr/a.md": FRONT, "fr/b.md": later, "fr/c.md": replace(FRONT, sources=())}
    assert list(freshness.listing(fronts, "2026-12-01", 90, frozenset({"a"}))) == [
        "docs/fr/a.md: a changed since it was read. Read both again, and date `verifie_le`.",
        "docs/fr/b.md: a changed since it was read. Read both again, and date `verifie_le`.",
        "docs/fr/c.md: read on 2026-08-25, over 90 days before the edition. Read it again.",
    ]


def test_this_edition_is_fresh(root: Path) -> None:
    edition = law.data(root)["edition"]
    fronts = read_all(root / "docs", law.sources())
    assert list(freshness.listing(fronts, str(edition["date"]), edition["relecture_jours"])) == []
