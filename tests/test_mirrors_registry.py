"""mirrors.yml: each fault has its line and its remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from portal.errors import BuildError
from portal.mirrors.registry import Copy, load

GOOD = """# Les copies.
- adresse: https://lilas.example/droits/
  nom: Asso des Lilas
  contact: bonjour@lilas.example
  depuis: 2026-11-23
  langues: [ar, fr]
- nom: Mairie
  adresse: https://mairie.example/
  contact: https://mairie.example/contact
  depuis: "2026-12-01"
"""


def read(folder: Path, text: str) -> list[Copy]:
    file = folder / "mirrors.yml"
    file.write_text(text, "utf-8")
    return load(file)


def test_a_list(tmp_path: Path) -> None:
    lilas, town = read(tmp_path, GOOD)
    expected = ("https://lilas.example/droits/", "Asso des Lilas", "bonjour@lilas.example", "2026-11-23", ("fr", "ar"))
    assert lilas == Copy(*expected)
    assert (lilas.host, town.since, town.languages) == ("lilas.example", "2026-12-01", ())


@pytest.mark.parametrize("text", ["", "[]\n", "# personne\n"])
def test_an_empty_list(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, text) == []


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost", "[::1]:81"])
def test_this_computer_may_be_read_without_tls(tmp_path: Path, host: str) -> None:
    [copy] = read(tmp_path, GOOD[: GOOD.index("- nom")].replace("https://lilas.example", f"http://{host}"))
    assert copy.address == f"http://{host}/droits/"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("https://lilas", "http://lilas", "mirrors.yml:2: « adresse » n’est pas l’adresse https"),
        ("https://lilas", "http://127.0.0.1.lilas", "mirrors.yml:2: « adresse » n’est pas l’adresse https"),
        ("https://lilas", "ftp://lilas", "mirrors.yml:2: « adresse » n’est pas une adresse https"),
        ("droits/", "droits", "mirrors.yml:2: « adresse » ne finit pas par une barre oblique"),
        ("droits/", "droits/?a=/", "mirrors.yml:2: « adresse » n’est pas l’adresse https"),
        ("https://mairie.example/\n", "https://lilas.example/droits/\n", "mirrors.yml:8: « adresse » est déjà"),
        ("Asso des Lilas", '""', "mirrors.yml:3: « nom » manque"),
        ("Asso des Lilas", "x" * 61, "mirrors.yml:3: « nom » a 61 signes"),
        ("  nom: Asso des Lilas\n", "", "mirrors.yml:2: « nom » manque"),
        ("bonjour@lilas.example", "Jeanne", "mirrors.yml:4: « contact » n’est ni un courriel"),
        ("2026-11-23", "hier", "mirrors.yml:5: « depuis » n’est pas une date"),
        ("[ar, fr]", "arabe", "mirrors.yml:6: « langues » n’est pas une liste"),
        ("langues", "langue", "mirrors.yml:6: « langue » n’est pas un champ connu"),
        ("- nom: Mairie\n ", "- Mairie\n-", "mirrors.yml:7: Ce n’est pas une copie"),
    ],
)
def test_a_fault_has_its_line(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in GOOD
    with pytest.raises(BuildError) as caught:
        read(tmp_path, GOOD.replace(old, new))
    assert said in str(caught.value)
    assert caught.value.remedy


def test_every_fault_at_once(tmp_path: Path) -> None:
    with pytest.raises(BuildError) as caught:
        read(tmp_path, GOOD.replace("Asso des Lilas", '""').replace("Mairie", '""'))
    assert [line.split(" ")[0] for line in str(caught.value).splitlines()] == ["mirrors.yml:3:", "mirrors.yml:7:"]


def test_no_list(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match="n’existe pas"):
        load(tmp_path / "mirrors.yml")
    with pytest.raises(BuildError, match=r"mirrors.yml:1: Ce n’est pas une liste"):
        read(tmp_path, "adresse: https://lilas.example/\n")
    with pytest.raises(BuildError, match=r"mirrors.yml:2: not readable"):
        read(tmp_path, "- nom: a\n  nom: b: c\n")
