"""mirror.yml: each fault is told with its line and its remedy; what is missing is told once it matters."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal import pipeline
from portal.errors import BuildError
from portal.mirrors import config
from portal.verify.colour import LEAST, contrast_with_white
from portal.verify.fields import FIELDS
from tests.mirror_files import WHOLE, picture, write

# The name of the field, as on a line of WHOLE; what to write there; what is said.
FAULTS = [
    ("nom", '"' + "a" * 61 + '"', "a 61 signes"),
    ("nom", '"Ami\\ncale"', "retour à la ligne"),
    ("nom", '"Ami\\u202Ecale"', "signe invisible"),
    ("nom", "12", "n’est pas un texte"),
    ("adresse", '"' + "a" * 201 + '"', "a 201 signes"),
    ("telephone", '"appelez-nous"', "n’est pas un numéro"),
    ("courriel", '"nous chez exemple"', "n’est pas une adresse de courriel"),
    ("directeur_publication", "[Awa, Ali]", "n’est pas un texte"),
    ("hebergeur_nom", '"' + "a" * 121 + '"', "a 121 signes"),
    ("hebergeur_adresse", "true", "n’est pas un texte"),
    ("hebergeur_telephone", "478000000", "n’est pas un texte"),
    ("journaux_contenu", '"' + "a" * 301 + '"', "a 301 signes"),
    ("journaux_duree", "7", "n’est pas un texte"),
    ("contact_erreur", '"' + "a" * 201 + '"', "a 201 signes"),
    ("contact_accessibilite", "{a: b}", "n’est pas un texte"),
    ("site", '"http://exemple.org/"', "n’est pas une adresse https"),
    ("site", '"https://exemple.org/droits"', "barre oblique"),
    ("site", '"javascript:alert(1)"', "n’est pas une adresse https"),
    ("mise_a_jour", '"ftp://exemple.org/a.zip"', "n’est pas une adresse https"),
    ("logo", '"logo.svg"', "n’est pas le nom d’un fichier PNG ou WebP"),
    ("logo", '"../logo.png"', "n’est pas le nom d’un fichier PNG ou WebP"),
    ("logo", '"absent.png"', "n’est pas à côté"),
    ("logo", '"mon-logo.webp"', "n’est pas à côté"),
    ("couleur", '"bleu"', "n’est pas une couleur"),
    ("couleur", '"#ffee00"', "trop clair"),
    ("langues", '"fr"', "n’est pas une liste"),
    ("langues", "[fr, '../ar']", "n’est pas un code de langue"),
    ("  nom", '""', "« local.nom » manque"),
    ("  horaires", '"' + "a" * 301 + '"', "a 301 signes"),
    ("  telephone", "33", "n’est pas un texte"),
    ("  vu_le", '"hier"', "n’est pas une date"),
]


def plain(error: object) -> str:
    """The message with plain spaces."""
    return str(error).replace("\u00a0", " ")


@pytest.mark.parametrize(("name", "value", "said"), FAULTS, ids=[f"{f[0].strip()}-{f[2]}" for f in FAULTS])
def test_a_fault_is_told_with_its_line(tmp_path: Path, name: str, value: str, said: str) -> None:
    lines = WHOLE.splitlines()
    place = next(n for n, line in enumerate(lines) if line.startswith(f"{name}:"))
    lines[place] = f"{name}: {value}"
    with pytest.raises(BuildError) as refusal:
        config.load(write(tmp_path, "\n".join(lines)))
    assert f"mirror.yml:{place + 1}: " in plain(refusal.value)
    assert said in plain(refusal.value)
    assert refusal.value.remedy


def test_every_field_has_its_fault_here() -> None:
    tested = {("local." + name.strip()) if name.startswith(" ") else name for name, _, _ in FAULTS}
    # The other two lines of the help desk are texts like its hours.
    assert tested | {"local.adresse", "local.acces"} == {field.name for field in FIELDS}


@pytest.mark.parametrize(
    ("logo", "said"),
    [(b"<svg xmlns='http://www.w3.org/2000/svg'/>", "n’est pas l’image"), (picture() + bytes(200_000), "pèse")],
)
def test_a_logo_is_known_by_its_bytes(tmp_path: Path, logo: bytes, said: str) -> None:
    with pytest.raises(BuildError) as refusal:
        config.load(write(tmp_path, logo=logo))
    assert "mirror.yml:16: « logo »" in plain(refusal.value)
    assert said in plain(refusal.value)


def test_several_faults_come_in_the_order_of_the_file(tmp_path: Path) -> None:
    text = WHOLE.replace('"#1f3a93"', "bleu").replace("contact@exemple.org", "nous").replace("2026-11-20", "hier")
    with pytest.raises(BuildError) as refusal:
        config.load(write(tmp_path, text))
    lines = str(refusal.value).splitlines()
    assert [int(line.split(":")[1]) for line in lines] == [5, 17, 25]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("nom: a\nnom: b\n", "mirror.yml:2: "),
        ("nom: [a\n", "mirror.yml:"),
        ("inconnu: a\n", "mirror.yml:1: « inconnu »"),
        ("nom: a\nlocal.nom: b\n", "mirror.yml:2: « local.nom »"),
        ("nom: a\nlocal: ici\n", "mirror.yml:2: « local »"),
        ("nom: a\nlocal:\n  nom: b\n  plan: c\n  vu_le: 2026-11-20\n", "mirror.yml:4: « local.plan »"),
        ("- nom\n", "mirror.yml:1: "),
    ],
)
def test_a_file_that_is_no_list_of_fields(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(BuildError) as refusal:
        config.load(write(tmp_path, text))
    assert said in plain(refusal.value)


def test_a_whole_file(tmp_path: Path) -> None:
    mirror = config.load(write(tmp_path))
    assert mirror.missing() == []
    assert mirror.values["logo"] == "logo.png"
    assert mirror.logo == picture()
    assert mirror.values["local.vu_le"] == "2026-11-20"
    assert mirror.values["langues"] == ["fr", "en"]


def test_a_file_of_notepad(tmp_path: Path) -> None:
    path = write(tmp_path)
    path.write_bytes(b"\xef\xbb\xbf" + WHOLE.replace("\n", "\r\n").encode())
    assert config.load(path).missing() == []


def test_required_fields_are_missed_with_their_line(tmp_path: Path) -> None:
    text = WHOLE.replace('"contact@exemple.org"', '""').replace('nom: "Les amis de l\'accueil"\n', "", 1)
    mirror = config.load(write(tmp_path, text))
    told = [plain(line).split("»")[0] for line in mirror.missing()]
    assert told == ["mirror.yml:4: « courriel ", "mirror.yml:24: « nom "]
    for field in FIELDS:
        named = [line for line in config.NOBODY.missing() if f"« {field.name} »" in plain(line)]
        assert bool(named) == field.required


def test_the_build_warns(tmp_path: Path, site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (warning,) = config.warnings(tmp_path)
    assert "mirror.yml" in warning
    pipeline.Report(site, "2026-11-23", (), (warning,)).show()
    assert f"Warning: {warning}" in capsys.readouterr().out
    write(tmp_path)
    assert config.warnings(tmp_path) == []


def test_another_file_must_exist(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match="no such file"):
        config.find(tmp_path, tmp_path / "rien.yml")
    assert config.find(tmp_path) is None


@given(st.integers(0, 0xFFFFFF))
def test_white_can_be_read_on_the_colour_proposed(tmp_path_factory: pytest.TempPathFactory, number: int) -> None:
    colour = f"#{number:06x}"
    path = write(tmp_path_factory.getbasetemp() / "couleur", WHOLE.replace("#1f3a93", colour))
    try:
        assert contrast_with_white(config.load(path).values["couleur"]) >= LEAST
    except BuildError as refusal:
        assert contrast_with_white(colour) < LEAST
        proposed = re.search(r"#[0-9a-f]{6}", str(refusal))
        assert proposed
        path = write(path.parent, WHOLE.replace("#1f3a93", proposed.group()))
        assert config.load(path).values["couleur"] == proposed.group()
