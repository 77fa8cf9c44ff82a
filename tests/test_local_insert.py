"""The insert of an association: printed on the first and the last page when given, absent otherwise, checked."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from portal import printing
from portal.errors import BuildError
from portal.mirrors import config
from portal.printing.local import insert
from tests.print_reading import text

FIXTURE = Path(__file__).parent / "print_fixture"
INSERT = """\
nom: "Les amis"
local:
  nom: "Maison d'essai"
  adresse: "12 rue de l'Exemple, 00000 Essai"
  horaires: "Mardi, 14 h à 17 h"
  telephone: "00 00 00 00 00"
  acces: "Bus 3, arrêt Mairie."
  vu_le: 2026-11-20
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FIXTURE, tmp_path / "petit"))


def sheets(project: Path, root: Path, mirror: Path | None = None) -> list[str]:
    (pdf,) = printing.write(project, project / "site", root / "node_modules", only=["guide"], mirror=mirror)
    return [" ".join(sheet.split()) for sheet in text(pdf).replace("\u00a0", " ").split("\f")[:-1]]


def test_printed_on_the_first_and_the_last_page_with_its_date(project: Path, root: Path) -> None:
    (project / "mirror.yml").write_text(INSERT, "utf-8")
    first, *inside, last = sheets(project, root)
    for sheet in (first, last):
        for words in ("Maison d’essai", "12 rue de l’Exemple", "14 h à 17 h", "00 00 00 00 00", "arrêt Mairie"):
            assert words in sheet
        assert "Vérifié le 20 novembre 2026" in sheet
    assert not any("Maison d’essai" in sheet for sheet in inside)


def test_what_a_host_writes_is_printed_to_the_letter(project: Path, root: Path) -> None:
    """Typst, HTML and templates have signs of their own: none of them is obeyed."""
    name = '#read("/etc/passwd") $x^2$ *b* _c_ <d> @e [f] // g'
    where = "{{7*7}} {% h %} ]]></text:p><script> #set page(fill: red)"
    given = INSERT.replace("\"Maison d'essai\"", f"'{name}'").replace('"Bus 3, arrêt Mairie."', f"'{where}'")
    (project / "mirror.yml").write_text(given, "utf-8")
    first, *_, last = sheets(project, root)
    for sheet in (first, last):
        for words in (name, where):
            assert "".join(words.split()) in "".join(sheet.split()), words
        assert "root:" not in sheet


def test_given_by_name_and_the_fingerprint_stays(project: Path, root: Path, tmp_path: Path) -> None:
    without = sheets(project, root)
    assert not any("Près de chez vous" in sheet for sheet in without)
    elsewhere = tmp_path / "copie.yml"
    elsewhere.write_text(INSERT, "utf-8")
    given = sheets(project, root, elsewhere)
    assert "Maison d’essai" in given[-1]
    mark = without[-1].partition("Empreinte de l’édition : ")[2][:19]
    assert len(mark.split()) == 4
    assert f"Empreinte de l’édition : {mark}" in given[-1]


def test_a_mirror_file_may_say_nothing_of_it(tmp_path: Path) -> None:
    (tmp_path / "mirror.yml").write_text('nom: "Les amis"\n', "utf-8")
    mirror = config.find(tmp_path)
    assert mirror
    assert insert(mirror) is None


def test_who_publishes_is_printed(project: Path, root: Path) -> None:
    assert any("Qui publie cette copie à compléter" in sheet for sheet in sheets(project, root))
    (project / "mirror.yml").write_text(INSERT, "utf-8")
    assert any("Qui publie cette copie Les amis" in sheet for sheet in sheets(project, root))


def test_a_desk_without_a_date_is_refused(project: Path, root: Path) -> None:
    (project / "mirror.yml").write_text(INSERT.replace("  vu_le: 2026-11-20\n", ""), "utf-8")
    with pytest.raises(BuildError, match=r"mirror\.yml:7: .*local\.vu_le.* manque"):
        sheets(project, root)
