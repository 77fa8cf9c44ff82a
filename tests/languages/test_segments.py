"""A page cut line by line is the page again."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.cli import ROOT
from portal.languages.segments import HEAD, lines, parts, split

PAGES = sorted((ROOT / "docs").glob("*/**/*.md"))


def test_there_are_pages() -> None:
    assert len(PAGES) > 100


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT / "docs").as_posix())
def test_a_page_is_its_lines_and_its_parts(path: Path) -> None:
    _, body, _ = split(path.read_text("utf-8"))
    cut = [*lines(body)]
    assert "\n".join("".join(line.pieces) for line in cut) == body
    assert "".join(parts(body).values()) == body
    assert all(len(line.pieces) % 2 for line in cut)
    # What stays holds no word to translate, but code and ids.
    for line in cut:
        if len(line.pieces) > 1:
            assert not any(c.isalpha() for piece in line.skeleton for c in piece.split("{#")[0].split("[!")[0]), line


@pytest.mark.parametrize("row", ["|1 0\\|", "|\\|", "|a|b\\|", "|"])
def test_no_word_of_a_row_that_is_not_closed_is_lost(row: str) -> None:
    """Its last bar is a sign of the text: a page that went through a PO file lost the cell."""
    assert ["".join(line.pieces) for line in lines(row)] == [row]


@given(st.text())
def test_any_text_is_its_lines(text: str) -> None:
    assert "\n".join("".join(line.pieces) for line in lines(text)) == text


@pytest.mark.parametrize(
    ("line", "texts"),
    [
        ("## Titre {#t}", ("Titre",)),
        ("- [ ] une case", ("une case",)),
        ("3. trois", ("trois",)),
        ("> [!NOTE]- Plus loin", ("Plus loin",)),
        ("> [!DANGER]", ()),
        ("> > - a", ("a",)),
        ("| a | [b](c) |", ("a", "[b](c)")),
        ("| --- | :-: |", ()),
        ("[[ suivi() ]]", ()),
        ('[[ extrait("x") ]]', ()),
        ("[[%- set a = etat(b='c') -%]]", ()),
        ('[[ dessin("x", "Une légende.") ]]', ('[[ dessin("x", "Une légende.") ]]',)),
        ("", ()),
    ],
)
def test_what_is_translated_in_a_line(line: str, texts: tuple[str, ...]) -> None:
    (cut,) = lines(line)
    assert cut.texts == texts
    assert cut.with_texts(tuple("X" for _ in texts)).count("X") == len(texts)


def test_sections_by_their_id() -> None:
    assert parts("a\n\n## Un {#un}\n\nb\n\n### Deux {#deux}\n") == {
        HEAD: "a\n\n",
        "un": "## Un {#un}\n\nb\n\n### Deux {#deux}\n",
    }
