"""What `python3 build.py language` does: a language is added, translated through PO files, and published when whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import polib
import pytest

from portal.errors import BuildError
from portal.languages import catalogue, command
from portal.languages.catalogue import INTERFACE
from tests.languages.project import make

Action = Callable[[Path, str, list[str]], Iterator[str]]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make(tmp_path)


def translate(path: Path) -> None:
    file = polib.pofile(str(path))
    for entry in file:
        entry.msgstr = (
            "rtl" if entry.msgctxt == "dir" else f"«{entry.msgid}»" if "mots_cles" not in entry.msgctxt else "b"
        )
    file.save(str(path))


def test_a_language_from_nothing(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "read_all", lambda docs, sources: _read_all(docs))
    said = [*command.add(project, "es")]
    assert said[0] == "docs/es/_style.md"
    assert any("pages" in line and "1 missing" in line for line in said)
    assert catalogue.languages(project) == ["fr", "en"], "not published yet"
    with pytest.raises(BuildError, match=r"po/es/interface\.po: \d+ texts are not translated"):
        [*command.import_(project, "es", [INTERFACE])]
    assert catalogue.languages(project) == ["fr", "en"]
    with pytest.raises(BuildError, match=r"a\.md is not read yet: docs/es has no interface.*import es interface"):
        [*command.import_(project, "es", ["a.md"])]
    for name in ("interface", "a"):
        translate(project / "po/es" / f"{name}.po")
    assert [*command.import_(project, "es", [INTERFACE, "a.md"])] == [
        "docs/es/_catalogue/interface.json",
        "docs/es/a.md",
    ]
    assert catalogue.languages(project) == ["fr", "en", "es"]
    front = _read_all(project / "docs")["es/a.md"]
    assert (front.title, front.stale, front.lang) == ("«Un»", (), "es")


def _read_all(docs: Path) -> dict:
    from portal.frontmatter import read_all

    return read_all(docs, {})


@pytest.mark.parametrize("code", ["fr", "FR", "x", "../en", "e n"])
def test_what_is_no_code_is_refused(project: Path, code: str) -> None:
    with pytest.raises(BuildError, match="is no code of a new language"):
        [*command.add(project, code)]


def test_a_file_that_is_not_there(project: Path) -> None:
    with pytest.raises(BuildError, match=r"no po/en/a\.po"):
        [*command.import_(project, "en", ["a.md"])]


@pytest.mark.parametrize("action", [command.export, command.import_])
@pytest.mark.parametrize("name", ["b.md", "a", "rules"])
def test_what_is_neither_a_page_nor_a_kind_is_named(project: Path, action: Action, name: str) -> None:
    with pytest.raises(BuildError, match=rf"no page docs/fr/{name}") as error:
        [*action(project, "en", [name])]
    assert "interface, regles, donnees, papier" in error.value.remedy


@pytest.mark.parametrize(("lang", "name", "missing"), [("es", "a.md", "es/a.md"), ("en", "b.md", "en/b.md")])
def test_a_page_that_is_not_there_is_not_stamped(project: Path, lang: str, name: str, missing: str) -> None:
    with pytest.raises(BuildError, match=f"no page docs/{missing}"):
        [*command.stamp_(project, lang, [name])]


def test_a_page_without_its_french_is_not_stamped(project: Path) -> None:
    (project / "docs/en/b.md").write_text("", "utf-8")
    with pytest.raises(BuildError, match=r"no page docs/fr/b\.md"):
        [*command.stamp_(project, "en", [])]


@pytest.mark.parametrize(("lang", "said"), [("it", "no translation docs/it"), ("fr", "is what the others translate")])
def test_the_status_of_what_is_no_translation(project: Path, lang: str, said: str) -> None:
    with pytest.raises(BuildError, match=said):
        [*command.status(project, lang)]
