"""The booklet, made of the real pages: valid, to staple, legible, and its sheets in the right order."""

from __future__ import annotations

import io
import re
from pathlib import Path

import page
import pikepdf
import pytest

from portal import printing
from portal.errors import BuildError
from portal.frontmatter import read
from portal.law import sources
from portal.printing import imposition
from tests.print_reading import astray, qr_codes, run, text

A4 = (841.89, 595.276)
A5 = (419.528, 595.276)


@pytest.fixture(scope="module")
def papers(root: Path, site: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return printing.write(root, site, root / "node_modules", only=["livret"], folder=tmp_path_factory.mktemp("livret"))


@pytest.fixture(scope="module")
def booklet(papers: list[Path]) -> Path:
    return papers[0]


@pytest.mark.parametrize("profile", [page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A])
def test_standards(booklet: Path, profile: page.ValidationProfile) -> None:
    report = page.validate_pdf(booklet, profile=profile)
    assert report.is_compliant, [(f.rule_id, f.message) for f in report.failures[:10]]


def test_pages_to_staple(papers: list[Path]) -> None:
    booklet, sheets = papers
    with pikepdf.open(booklet) as pages, pikepdf.open(sheets) as imposed:
        assert len(pages.pages) % 4 == 0
        assert 40 <= len(pages.pages) <= 80
        assert len(imposed.pages) * 2 == len(pages.pages)
        for document, size in ((pages, A5), (imposed, A4)):
            boxes = {tuple(round(float(n), 1) for n in sheet.mediabox) for sheet in document.pages}
            assert boxes == {(0, 0, *(round(n, 1) for n in size))}


def test_back_cover_is_last(booklet: Path) -> None:
    last = text(booklet).split("\f")[-2].replace("\u00a0", " ")
    assert "À jeter après le" in " ".join(last.split())
    assert "Empreinte de l’édition" in last


def test_codes_survive_a_photocopy(booklet: Path) -> None:
    starts = [address for _, address in qr_codes(booklet)]
    assert len(starts) == 3 + len(re.findall(r"^Vérifié le", text(booklet), re.MULTILINE))


def test_black_only(booklet: Path) -> None:
    drawn = run("pdftohtml", "-xml", "-stdout", "-i", booklet)
    colours = set(re.findall(r'<fontspec [^>]*color="(#\w+)"', drawn))
    assert colours == {"#000000", "#ffffff"}, "white only on the black title of a danger"


def test_notes_stand_on_the_page_that_calls_them(booklet: Path) -> None:
    # Typst leaves a note behind when it moves a title and a long list to the next page: rare, never more.
    assert astray(booklet) < 0.005


def test_type_is_large_enough(booklet: Path) -> None:
    """Points × 1.5, in whole numbers: body 9.5, notes 8; only the number of a note may be smaller."""
    drawn = run("pdftohtml", "-xml", "-stdout", "-i", booklet)
    sizes = {name: int(size) for name, size in re.findall(r'<fontspec id="(\d+)" size="(\d+)"', drawn)}
    lines = [(sizes[name], re.sub("<.*?>", "", line)) for name, line in re.findall(r'font="(\d+)">(.*?)</text>', drawn)]
    assert [
        line for size, line in lines if size < 12 and re.fullmatch(r"(\[\d+\])+|[a-z]|\s*", line.strip()) is None
    ] == []
    body = sum(len(line) for size, line in lines if size >= 14)
    assert body > 0.6 * sum(len(line) for _, line in lines)


def numbered(count: int) -> bytes:
    """A PDF of A5 pages, each as wide in a black square as its number."""
    out = pikepdf.new()
    for number in range(1, count + 1):
        added = out.add_blank_page(page_size=A5)
        added.contents_add(f"% page {number}\n0 0 {number} {number} re f".encode())
    raw = io.BytesIO()
    out.save(raw)
    return raw.getvalue()


def order(sheets: bytes) -> list[list[int]]:
    """The page numbers on each side of each sheet, from left to right."""
    found = []
    with pikepdf.open(io.BytesIO(sheets)) as document:
        for side in document.pages:
            placed = []
            for left, name in re.findall(rb"([\d.]+) 0 cm (/P\d) Do", side.Contents.read_bytes()):
                form = side.Resources.XObject[name.decode()]
                number = re.search(rb"% page (\d+)", form.read_bytes())
                assert number
                placed.append((float(left), int(number[1])))
            found.append([number for _, number in sorted(placed)])
    return found


def test_imposition_folds_into_a_book() -> None:
    assert order(imposition.saddle(numbered(8))) == [[8, 1], [2, 7], [6, 3], [4, 5]]


def test_imposition_for_languages_read_from_the_right() -> None:
    assert order(imposition.saddle(numbered(8), right_hand=True)) == [[1, 8], [7, 2], [3, 6], [5, 4]]


def test_imposition_wants_whole_sheets() -> None:
    with pytest.raises(ValueError, match="multiple of four"):
        imposition.saddle(numbered(6))


def test_imposition_gives_the_same_bytes() -> None:
    assert imposition.saddle(numbered(4)) == imposition.saddle(numbered(4))


@pytest.mark.parametrize(
    ("keys", "message"),
    [("livret: oui\n", "`livret` is neither true nor false"), ("livret: true\npapier: false\n", "among printed pages")],
)
def test_a_wrong_choice_is_refused(keys: str, message: str) -> None:
    front = (
        '---\ntitle: "Un titre"\ndescription: "Une phrase."\nsummary: "Une phrase."\nverifie_le: 2026-11-23\n'
        f"sources: []\nmots_cles: []\n{keys}---\n"
    )
    with pytest.raises(BuildError, match=message):
        read(front, "docs/fr/essai.md", sources())
