"""A page, and a catalogue, go to a PO file and come back byte for byte: every one of them."""

from __future__ import annotations

from pathlib import Path

import polib
import pytest

from portal.cli import ROOT
from portal.errors import BuildError
from portal.languages import catalogue, po
from portal.languages.fingerprint import sections
from portal.languages.stamp import stamped

PAGES = [
    (
        path.relative_to(ROOT / "docs").parts[0],
        path.relative_to(ROOT / "docs" / path.relative_to(ROOT / "docs").parts[0]),
    )
    for lang in catalogue.languages(ROOT)[1:]
    for path in sorted((ROOT / "docs" / lang).rglob("*.md"))
    if not path.name.startswith("_")
]


def test_there_are_translations() -> None:
    assert {lang for lang, _ in PAGES} >= {"en", "ar"}


@pytest.mark.parametrize(("lang", "page"), PAGES, ids=str)
def test_every_page_comes_back(lang: str, page: Path) -> None:
    name = page.as_posix()
    text = po.export_page(ROOT, lang, name)
    assert po.import_page(ROOT, lang, name, text) == (ROOT / "docs" / lang / name).read_text("utf-8")
    assert not [entry for entry in polib.pofile(text) if not entry.msgstr or entry.fuzzy]


@pytest.mark.parametrize("kind", catalogue.KINDS)
@pytest.mark.parametrize("lang", catalogue.languages(ROOT)[1:])
def test_every_catalogue_comes_back(lang: str, kind: str, project: Path) -> None:
    before = catalogue.path_of(ROOT, lang, kind).read_bytes()
    path = po.import_catalogue(project, lang, kind, po.export_catalogue(ROOT, lang, kind))
    assert path.read_bytes() == before


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project whose French is this one's."""
    for name in ("docs/_i18n", "docs/_data", "portal/printing"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).symlink_to(ROOT / name)
    return tmp_path


FRENCH = """---
title: "Un"
description: "D."
summary: "S."
mots_cles: [a]
code: z1
---

# Un

## Deux {#deux}

Trois.
"""


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    for lang, text in (
        ("fr", FRENCH),
        ("en", stamped(FRENCH.replace("code: z1\n", "").replace("Trois", "Three"), FRENCH)),
    ):
        (tmp_path / "docs" / lang).mkdir(parents=True)
        (tmp_path / "docs" / lang / "a.md").write_text(text, "utf-8")
    return tmp_path


def test_a_text_that_has_changed_is_fuzzy(pages: Path) -> None:
    (pages / "docs/fr/a.md").write_text(FRENCH.replace("Trois.", "Quatre."), "utf-8")
    units = {entry.msgctxt: entry for entry in polib.pofile(po.export_page(pages, "en", "a.md"))}
    assert units["deux.2.0"].fuzzy
    assert units["deux.2.0"].msgstr == "Three."
    assert not units["tete.title"].fuzzy


def test_a_section_half_translated_is_left_in_french_and_late(pages: Path) -> None:
    file = polib.pofile(po.export_page(pages, "en", "a.md"))
    file.find("deux.2.0", by="msgctxt").msgstr = ""
    made = po.import_page(pages, "en", "a.md", str(file))
    assert "Trois." in made
    assert f'tete: "{sections(FRENCH)["tete"]}"' in made
    assert "deux:" not in made


def test_the_po_of_another_page_is_refused(pages: Path) -> None:
    (pages / "docs/fr/b.md").write_text(FRENCH.replace("## Deux {#deux}", "## Deux {#autre}"), "utf-8")
    with pytest.raises(BuildError, match=r"2 text"):
        po.import_page(pages, "en", "b.md", po.export_page(pages, "en", "a.md"))


def test_who_reviewed_goes_and_comes_back(pages: Path) -> None:
    path = pages / "docs/en/a.md"
    path.write_text(
        path.read_text("utf-8").replace("francais:", 'relecture: "a lawyer, 3 May 2027"\nfrancais:'), "utf-8"
    )
    assert po.import_page(pages, "en", "a.md", po.export_page(pages, "en", "a.md")) == path.read_text("utf-8")
