"""The guide of a small invented site: each printed form, and each refusal with its remedy."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import page
import pytest

from portal import edition, printing
from portal.errors import BuildError
from portal.printing import content, guide
from tests.print_reading import qr_codes, text

FIXTURE = Path(__file__).parent / "print_fixture"


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A copy of the small site's project, free to be damaged."""
    return Path(shutil.copytree(FIXTURE, tmp_path / "petit"))


@pytest.fixture
def damage(small: Path) -> Callable[[str, str, str], Path]:
    def replace(name: str, old: str, new: str) -> Path:
        file = small / name
        before = file.read_text("utf-8")
        assert old in before
        file.write_text(before.replace(old, new), "utf-8")
        return small

    return replace


def made(project: Path) -> dict[str, Any]:
    return guide.build(content.load(project, project / "site", edition.load(project)))


def chapters(whole: dict[str, Any]) -> list[dict[str, Any]]:
    return [chapter for part in whole["parts"] for chapter in part["chapters"]]


def nodes(tree: Any, kind: str) -> Iterator[dict[str, Any]]:
    if isinstance(tree, dict):
        if tree.get("t") == kind:
            yield tree
        tree = list(tree.values())
    if isinstance(tree, list):
        for child in tree:
            yield from nodes(child, kind)


def said(tree: Any) -> str:
    return "".join(node["s"] for node in nodes(tree, "text"))


def test_every_form_has_its_node(small: Path) -> None:
    first, second, checker = chapters(made(small))
    assert [box["kind"] for box in nodes(first, "box")] == ["danger", "warning", "tip", "note", "fold"]
    assert next(said(box["title"]) for box in nodes(first, "box")) == "Délai court"
    assert [item["ordered"] for item in nodes(first, "list")] == [False, True]
    (table,) = nodes(second, "table")
    assert said(table["caption"]) == "Durée de chaque carte"
    assert [said(cell) for cell in table["head"]] == ["Carte", "Durée", "À qui"]
    assert [said(item["term"]) for item in next(nodes(second, "dl"))["items"]] == ["Prêt", "Retour"]
    assert said(next(nodes(second, "quote"))) == "Rendez les livres."
    assert next(nodes(first, "lang"))["lang"] == "en"
    assert checker["kind"] == "checker"
    assert first["checked"] == "Vérifié le 20\u00a0novembre\u00a02026"


def test_links_become_pages_numbers_or_addresses(small: Path) -> None:
    whole = made(small)
    first, second, _ = chapters(whole)
    assert [ref["to"] for ref in nodes(first, "ref")] == ["fr/carte.html#duree", "fr/verifier.html"]
    assert [ref["to"] for ref in nodes(second, "ref")] == ["fr/index.html#aide"]
    assert [(url["url"], bool(url["note"])) for url in nodes(first, "url")] == [
        ("https://www.exemple.example/aide", True),
        ("tel:+33100000000", False),
        ("https://essai.example/portail/index.html", True),
    ]
    assert "Ce guide existe" in said(first), "a link to the guide itself is only its words"
    assert [(note["to"], note["n"], said(note)) for note in nodes(second, "note")] == [
        ("source-usage", 2, "usage"),
        ("source-reglement-1", 1, "Règlement, art.\u00a0R.\u00a01-1"),
    ]
    sentence = next(nodes(second["opening"], "p"))["c"]
    assert "".join(node.get("s", "") for node in sentence) == "Une carte, un lecteur.", "the brackets go with the names"
    assert [(entry["n"], entry["quote"]) for entry in whole["texts"]["entries"]] == [
        (1, "«\u00a0la carte prouve le prêt\u00a0»"),
        (2, ""),
    ]


def test_abbreviation_is_spelt_out_once_a_chapter(small: Path) -> None:
    assert said(chapters(made(small))[0]).count("(Organisation des livres)") == 1


def test_small_guide_is_valid_and_its_codes_read(small: Path, root: Path) -> None:
    (pdf,) = printing.write(small, small / "site", root / "node_modules", only=["guide"])
    for profile in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A):
        assert page.is_pdf_compliant(pdf, profile=profile)
    base = "https://essai.example/portail/q/"
    assert [address for _, address in qr_codes(pdf)] == [
        f"{base}{code}/#e7" for code in ("a", "a", "c", "v", "a")
    ]
    raw = text(pdf).replace("\u00a0", " ")
    assert "Édition n° 7 du 23 novembre 2026" in raw
    assert "À jeter après le 21 février 2027" in raw
    assert "la durée de la carte (p. 6)" in raw


REFUSALS = [
    ("site/fr/carte.html", "<p>Une carte, un", "<video></video><p>Une carte, un", "<video> (in <div>)"),
    ("site/fr/carte.html", "<thead>", "<tbody>", "has no header row"),
    ("site/fr/carte.html", '<th scope="col">À qui</th>', '<th scope="col"></th>', "empty header cell"),
    ("site/fr/carte.html", "<td>Tous</td>", "", "uneven rows"),
    ("site/fr/carte.html", "index.html#aide", "index.html#absent", "an anchor that is not printed"),
    ("site/fr/carte.html", "index.html#aide", "../../ailleurs.html", "leaves the site"),
    ("site/fr/carte.html", 'name="verifie-le"', 'name="autre"', "Fill `verifie_le`"),
    ("site/fr/carte.html", "<h1>Ma carte</h1>", "", "not exactly one <article> with one <h1>"),
    ("site/fr/carte.html", 'content="2026-11-01"', 'content="1er novembre"', "Write it YYYY-MM-DD"),
    ("docs/_data/edition.yml", "https://essai.example/portail/", '""', "the QR codes of the guide carry that address"),
    ("docs/_data/edition.yml", "2027-02-21", "2026-01-01", "is not after `date`"),
    ("docs/_data/edition.yml", "https://", "ftp://", "Begin it with https://"),
]


@pytest.mark.parametrize(("name", "old", "new", "message"), REFUSALS, ids=[r[3] for r in REFUSALS])
def test_refusals(damage: Callable[[str, str, str], Path], name: str, old: str, new: str, message: str) -> None:
    project = damage(name, old, new)
    with pytest.raises(BuildError) as refusal:
        made(project)
    assert message in str(refusal.value)
    assert str(refusal.value).startswith(name.removeprefix("site/"))


def test_a_chapter_that_was_not_built_is_refused(small: Path) -> None:
    (small / "site" / "fr" / "carte.html").unlink()
    with pytest.raises(BuildError, match=r"^fr/carte\.html: among the chapters, but not in the built site"):
        made(small)


def test_a_guide_without_chapter_is_refused(small: Path) -> None:
    for name in ("index", "carte"):
        page_file = small / "docs" / "fr" / f"{name}.md"
        page_file.write_text(page_file.read_text("utf-8").replace("rubrique: menu", "rubrique: cachee"), "utf-8")
    with pytest.raises(BuildError, match="no page of fr/"):
        made(small)


@pytest.mark.parametrize(("old", "new"), [("Un livre rendu", "\U0001f4da"), ("<h3 ", "<h4 ")], ids=["tofu", "skip"])
def test_typst_refuses_what_paper_cannot_show(
    damage: Callable[[str, str, str], Path], root: Path, old: str, new: str
) -> None:
    project = damage("site/fr/carte.html", old, new)
    with pytest.raises(BuildError, match="printed guide"):
        printing.write(project, project / "site", root / "node_modules")
    assert not (project / "site" / printing.FOLDER).exists()


def test_missing_font_names_the_remedy(small: Path) -> None:
    with pytest.raises(BuildError, match="npm"):
        printing.write(small, small / "site", small / "node_modules")


def test_guide_is_plain_json(small: Path) -> None:
    whole = made(small)
    assert json.loads(json.dumps(whole)) == whole
