"""The folded leaflet and the poster: their size, their folds, their words, and a code that survives a photocopy."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from portal import edition, printing
from portal.errors import BuildError
from portal.printing import apart, content, folded
from portal.printing.engine import Press
from tests.print_reading import on_paper, qr_codes, text, words
from tests.print_sheets import FOLDED, assert_legible, assert_pages, assert_sound, folded_words, shown, text_within

# Where the sheet is folded, in millimetres from the left, outside then inside: the flap goes in, so it is narrower.
FOLDS = ((98, 197.5), (99.5, 199))
CLEAR = 5
"""Millimetres without a letter on each side of a fold."""


@pytest.fixture(scope="module")
def made(root: Path, site: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    target = tmp_path_factory.mktemp("guides")
    files = printing.write(root, site, root / "node_modules", only=["depliant", "affiche"], folder=target)
    return {file.stem.rpartition("-")[2]: file for file in files}


@pytest.fixture(scope="module")
def read(root: Path, site: Path) -> content.Content:
    return content.load(root, site, edition.load(root))


def test_sizes(made: dict[str, Path]) -> None:
    assert_pages(made["depliant"], 2, 297, 210)
    assert_pages(made["affiche"], 1, 297, 420)


@pytest.mark.parametrize("name", ["depliant", "affiche"])
def test_sound_and_legible(name: str, made: dict[str, Path], root: Path) -> None:
    assert_sound(made[name])
    assert_legible(made[name])
    chosen = edition.load(root)
    assert qr_codes(made[name], 100) == [(1, on_paper(root, "fr/index.html"))]
    said = text(made[name]).replace("\u00a0", " ")
    assert "Vérifié le" in said and f"Édition n° {chosen.number}" in said and "À jeter après le" in said


def test_nothing_is_printed_on_a_fold(made: dict[str, Path]) -> None:
    pdf = made["depliant"]
    for number, folds in enumerate(FOLDS):
        panels = [0, *folds, 297]
        for fold in folds:
            assert text_within(pdf, number, (fold - CLEAR, 0, fold + CLEAR, 210)).strip() == ""
        for left, right in pairwise(panels):
            assert len(text_within(pdf, number, (left, 0, right, 210))) > 200
        assert min(right - left for left, right in pairwise(panels)) == 98


@pytest.mark.parametrize("name", FOLDED)
def test_every_part_is_whole(name: str, made: dict[str, Path], read: content.Content) -> None:
    expected = folded_words(read, name)
    assert expected.total() > 20
    assert not expected - words(text(made["depliant"]))


def test_the_poster_says_the_short_version_of_the_home_page(made: dict[str, Path], read: content.Content) -> None:
    short = apart.one(read, "fr/index.html", "en-bref")["body"]
    points = next(node for node in short if node["t"] == "list")
    said = words(text(made["affiche"]))
    assert not words(shown(points)) - said
    assert not words(read.pages["fr/index.html"].title) - said


def test_a_missing_part_is_named(read: content.Content) -> None:
    with pytest.raises(BuildError, match=r"fr/index\.html: no section #absent"):
        apart.one(read, "fr/index.html", "absent")
    with pytest.raises(BuildError, match=r"fr/absent\.html: no section #en-bref"):
        apart.one(read, "fr/absent.html", "en-bref")


def test_a_panel_too_long_is_refused(root: Path, read: content.Content) -> None:
    data = folded.build(read)
    longest = data["parts"]["trap"]["body"][0]
    longest["items"] = longest["items"] * 20
    with pytest.raises(BuildError, match="folded leaflet: a panel is too long"):
        Press(root / "node_modules", read.edition.epoch).pdf("folded.typ", data)
