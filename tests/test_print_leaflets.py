"""The leaflet of each right, document and remedy: one sheet, whole in what matters, saying what it leaves out."""

from __future__ import annotations

import copy
import dataclasses
import re
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from lxml import etree, html

from portal import edition, printing
from portal.errors import BuildError
from portal.printing import content, leaflets
from portal.printing.engine import Press
from tests.print_reading import NOT_ON_PAPER, on_paper, qr_codes, text, words
from tests.print_sheets import assert_legible, assert_pages, assert_sound

ROOT = Path(__file__).parents[1]
PAGES = sorted(
    str(file.relative_to(ROOT / "docs").with_suffix(""))
    for place in ("droits/*", "documents/*", "que-faire/*", "travailler")
    for file in (ROOT / "docs/fr").glob(f"{place}.md")
)
URGENT = "contains(@class, 'callout danger') or contains(@class, 'callout warning')"
REST = "Aussi sur le site :"


@pytest.fixture(scope="module")
def folder(root: Path, site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("feuilles")
    printing.write(root, site, root / "node_modules", only=["feuilles"], folder=target)
    return target / "feuilles"


@pytest.fixture(scope="module")
def read(root: Path, site: Path) -> content.Content:
    return content.load(root, site, edition.load(root))


def sections(page: Path) -> dict[str, tuple[str, etree._Element]]:
    """Title and content, without its citations, of each section of a built page, by id."""
    article = html.parse(str(page), html.HTMLParser(encoding="utf-8")).xpath('//main[@id="contenu"]//article')[0]
    dropped = (".//svg", ".//details", ".//nav", './/a[@class="cite"]', NOT_ON_PAPER)
    for element in [element for query in dropped for element in article.xpath(query)]:
        element.drop_tree()
    found: dict[str, tuple[str, etree._Element]] = {}
    for title in article.xpath(".//h2[@id]"):
        body = etree.Element("div")
        for element in title.itersiblings():
            if element.tag == "h2":
                break
            body.append(copy.deepcopy(element))
        found[title.get("id")] = ("".join(title.itertext()).strip(), body)
    return found


def missing(expected: etree._Element, sheet: str) -> Any:
    return words(" ".join(expected.itertext())) - words(sheet)


def plain(raw: str) -> str:
    return re.sub(r"\s+", " ", raw.replace("\u00a0", " "))


def test_each_page_has_its_leaflet_and_nothing_else(folder: Path) -> None:
    assert len(PAGES) > 30
    assert sorted(str(file.relative_to(folder).with_suffix("")) for file in folder.rglob("*.pdf")) == PAGES


@pytest.mark.parametrize("name", PAGES)
def test_leaflet(name: str, folder: Path, site: Path, root: Path) -> None:
    pdf, page = folder / f"{name}.pdf", site / f"{name}.html"
    assert_pages(pdf, 1, 210, 297)
    assert_sound(pdf)
    assert_legible(pdf)
    chosen = edition.load(root)
    assert [address for _, address in qr_codes(pdf, 100)] == [on_paper(root, f"{name}.html")]

    # Otherwise poppler joins the two halves of "peut-être" when a line ends between them.
    sheet = text(pdf, "-layout")
    said = plain(text(pdf))
    assert "Vérifié le" in said and f"Édition n° {chosen.number}" in said and "À jeter après le" in said
    assert "pas un conseil juridique" in said
    parts = sections(page)
    assert not missing(parts["en-bref"][1], sheet)
    boxes = [box for _, body in parts.values() for box in body.xpath(f".//*[{URGENT}]")]
    assert not [missing(box, sheet) for box in boxes if missing(box, sheet)]
    listed = said.partition(REST)[2]
    assert "Ce que dit la loi" in listed
    for id, (title, body) in parts.items():
        if plain(title) not in listed:
            expected = words(" ".join(body.itertext()))
            assert missing(body, sheet).total() <= 0.02 * expected.total(), id


@pytest.mark.parametrize("name", PAGES)
def test_the_foot_names_each_text_cited(name: str, folder: Path) -> None:
    sheet = plain(text(folder / f"{name}.pdf"))
    cited = [int(n) for found in re.findall(r"\((\d+(?:, \d+)*)\)", sheet) for n in found.split(", ")]
    assert cited
    assert set(cited) == set(range(1, max(cited) + 1))
    # Once beside the sentence, once at the foot.
    assert all(cited.count(number) >= 2 for number in set(cited))


def alternatives(pdf: Path) -> list[str]:
    """The text alternatives of the pictures of a PDF."""
    with pikepdf.open(pdf) as document:
        found = [thing.Alt for thing in document.objects if isinstance(thing, pikepdf.Dictionary) and "/Alt" in thing]
    return [plain(str(alternative)) for alternative in found]


def test_the_drawing_of_a_paper_goes_with_its_section(folder: Path, site: Path, read: content.Content) -> None:
    drawn = 0
    for name in PAGES:
        built = leaflets.build(read, read.pages[f"{name}.html"])
        shapes = [section for section in built["sections"] if section["drawing"]]
        assert len(shapes) == ((site / f"{name}.html").read_text("utf-8").count('class="specimen"') > 0)
        for section in shapes:
            pdf = folder / f"{name}.pdf"
            title = "".join(node["s"] for node in section["title"])
            whole = plain(title) not in plain(text(pdf)).partition(REST)[2]
            assert (plain(section["drawing"]["alt"]) in alternatives(pdf)) == whole
            drawn += whole
    assert drawn


def test_what_cannot_fit_is_refused_and_named(root: Path, read: content.Content) -> None:
    data = leaflets.build(read, read.pages["fr/documents/api.html"])
    short = next(section for section in data["sections"] if section["id"] == "en-bref")
    short["body"] = short["body"] * 30
    with pytest.raises(BuildError, match=r"fr/documents/api\.html: too long for one sheet"):
        Press(root / "node_modules", read.edition.epoch).pdf("leaflet.typ", data)


def test_a_page_without_short_version_is_refused_and_named(read: content.Content) -> None:
    page = read.pages["fr/documents/api.html"]
    empty = dataclasses.replace(page, body=html.fromstring('<article><h2 id="autre">Autre</h2><p>Texte</p></article>'))
    with pytest.raises(BuildError, match=r"fr/documents/api\.html: no section #en-bref"):
        leaflets.build(read, empty)


def test_order_of_what_is_kept() -> None:
    ids = ["", "en-bref", "cas", "tableau", "refus", "faire", "limites", "loi"]
    assert [ids[place] for place in leaflets.order(ids)] == ["tableau", "faire", "refus", "cas", "limites"]


def test_same_bytes_twice(root: Path, read: content.Content, folder: Path) -> None:
    some = dataclasses.replace(read, pages={url: page for url, page in read.pages.items() if url.endswith("/api.html")})
    made = dict(leaflets.make(some, Press(root / "node_modules", read.edition.epoch)))
    assert {name: (folder.parent / name).read_bytes() for name in made} == made
    assert list(made) == ["feuilles/fr/documents/api.pdf"]
