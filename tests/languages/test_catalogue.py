"""Catalogues: what is missing or made from another French is shown in French, and says so; faults name their file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from portal.cli import ROOT
from portal.errors import BuildError
from portal.languages import catalogue, progress
from portal.languages.catalogue import DATA, INTERFACE, KINDS, Entry
from portal.languages.checks import faults
from portal.languages.fingerprint import of
from tests.languages.project import make

LANGUAGES = catalogue.languages(ROOT)[1:]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make(tmp_path)


def change(project: Path, **texts: Entry | None) -> None:
    entries = {**catalogue.read(project, "en", INTERFACE), **texts}
    catalogue.write(project, "en", INTERFACE, {key: entry for key, entry in entries.items() if entry})


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_has_the_interface_and_the_rules_whole(lang: str) -> None:
    for kind in (INTERFACE, "regles"):
        state = catalogue.state(ROOT, lang, kind)
        assert (state.missing, state.stale) == ((), ()), f"python3 build.py language export {lang} {kind}"


def test_what_is_missing_is_told_with_its_command(project: Path) -> None:
    change(project, tagline=None)
    said = "docs/en/_catalogue/interface.json: 1 text(s) not translated, such as “tagline”: "
    assert f"{said}python3 build.py language export en interface" in progress.missing(project)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("lang", ["en", "ar"])
def test_english_and_arabic_are_whole(lang: str, kind: str) -> None:
    state = catalogue.state(ROOT, lang, kind)
    assert (state.missing, state.stale, state.unknown) == ((), (), ())


def test_a_text_of_another_french_is_shown_in_french_and_says_so(project: Path) -> None:
    french = catalogue.french(project, INTERFACE)["tagline"]
    mark = catalogue.read(project, "en", INTERFACE)["translation.in_french"].text
    for entry in (Entry(of("another"), "Wrong"), None):
        change(project, tagline=entry)
        assert catalogue.words(project, "en", INTERFACE)["tagline"] == f"\u2068{french}\u2069 ({mark})"
        assert catalogue.tree(project, "en", INTERFACE)["tagline"].startswith("\u2068")


def test_the_french_of_a_catalogue_that_was_not_begun(project: Path) -> None:
    assert catalogue.read(project, "en", DATA) == {}
    assert len(catalogue.state(project, "en", DATA).missing) == len(catalogue.french(project, DATA))
    assert "\u2068" in catalogue.data(project, "en")["delais"]["recours"]["texte"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", r"docs/en/_catalogue/interface\.json:1: not readable as JSON"),
        ('{"a": "b"}', r"docs/en/_catalogue/interface\.json: each key must hold"),
        ("[]", r"docs/en/_catalogue/interface\.json: each key must hold"),
    ],
)
def test_a_file_that_is_no_catalogue_is_named(project: Path, text: str, said: str) -> None:
    catalogue.path_of(project, "en", INTERFACE).write_text(text, "utf-8")
    with pytest.raises(BuildError, match=said):
        catalogue.read(project, "en", INTERFACE)


@pytest.mark.parametrize(
    ("key", "text", "said"),
    [
        ("edition", "Edition", "not the same places as in French: −{date}"),
        ("tagline", " ", "is empty"),
        ("dir", "left", "Write ltr or rtl"),
    ],
)
def test_faults_of_a_catalogue(project: Path, key: str, text: str, said: str) -> None:
    change(project, **{key: Entry(of(catalogue.french(project, INTERFACE)[key]), text)})
    found = [*faults(project, {}, {})]
    assert len(found) == 1
    assert said in found[0]
    assert "docs/en/_catalogue/interface.json" in found[0]


def test_a_key_that_the_french_has_not(project: Path) -> None:
    path = catalogue.path_of(project, "en", INTERFACE)
    value = json.loads(path.read_text("utf-8")) | {"nowhere": {"of": "00000000", "text": "x"}}
    path.write_text(json.dumps(value), "utf-8")
    assert "“nowhere” is no text of the French" in next(iter(faults(project, {}, {})))


def test_an_entry_of_a_list_is_known_by_its_words() -> None:
    """A change noted above the others takes nothing away from their translations."""
    keys = [key for key in catalogue.french(ROOT, DATA) if key.startswith("changements.")]
    assert keys
    assert all(len(key.rpartition(".")[2]) == 8 for key in keys)
