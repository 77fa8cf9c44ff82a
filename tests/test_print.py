"""The real guide, as the pipeline made it: valid, readable, complete, dated, the same twice."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import page
import pikepdf
import pytest
import yaml

from portal import printing
from portal.pages import GUIDE, navigation
from tests.print_reading import astray, on_paper, page_words, qr_codes, run, text, words

CHECKER = "fr/verifier.html"
MINIMUM_NOTE_POINTS = 9


@pytest.fixture(scope="module")
def pdf(site: Path) -> Path:
    return site / GUIDE.format(lang="fr")


@pytest.fixture(scope="module")
def edition(root: Path) -> dict[str, object]:
    loaded: dict[str, object] = yaml.safe_load((root / "docs/_data/edition.yml").read_text("utf-8"))
    return loaded


@pytest.mark.parametrize("profile", [page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A])
def test_standards(pdf: Path, profile: page.ValidationProfile) -> None:
    report = page.validate_pdf(pdf, profile=profile)
    assert report.is_compliant, [(f.rule_id, f.message) for f in report.failures[:10]]


def test_syntax_fonts_and_language(pdf: Path) -> None:
    assert "No syntax or stream encoding errors found" in run("qpdf", "--check", pdf)
    fonts = run("pdffonts", pdf).splitlines()[2:]
    assert fonts
    for line in fonts:
        embedded, subset, unicode_map = re.search(r" (yes|no) +(yes|no) +(yes|no) +\d", line).groups()
        assert (embedded, subset, unicode_map) == ("yes", "yes", "yes"), line
        assert re.search(r"Atkinson|NotoSans", line), f"a font nobody chose: {line}"
    with pikepdf.open(pdf) as document:
        assert str(document.Root.Lang) == "fr"
        assert document.Root.MarkInfo.Marked
        assert document.Root.ViewerPreferences.DisplayDocTitle


def test_every_word_of_every_page_is_on_paper(root: Path, site: Path, pdf: Path) -> None:
    """Each chapter is compared with its own sheets, so that no other chapter lends it a word."""
    sheets = text(pdf).split("\f")
    urls = [item.url for item in navigation(root) if item.url.startswith("fr/")]
    entries = contents(sheets)
    texts = next(number for title, number in entries if title == "Les textes")
    chapters = [number for title, number in entries if re.match(r"\d", title)]
    # A chapter may begin under the end of another: its sheets go up to the one where the next begins.
    for url, start, end in zip(urls, [number - 1 for number in chapters], [*chapters[1:], texts - 1], strict=True):
        if url == CHECKER:
            continue
        expected = page_words(site / url)
        missing = expected - words("\n".join(sheets[start:end]))
        share = 1 - missing.total() / expected.total()
        assert share >= 0.98, (url, share, missing.most_common(20))


def test_no_bad_line_break(pdf: Path) -> None:
    raw = text(pdf)
    assert "\ufffd" not in raw
    assert "\u202f" not in raw
    bad = [
        line
        for line in raw.splitlines()
        if re.match(r"\s*[;:!?»]", line) or re.search(r"(«|\bart\.|\bn°|\bp\.|[LRD]\.)\s*$", line)
    ]
    assert not bad


def test_qr_codes_survive_a_photocopy(root: Path, pdf: Path, edition: dict[str, object]) -> None:
    read = [address for _, address in qr_codes(pdf)]
    chapters = [item.url for item in navigation(root) if item.url.startswith("fr/")]
    assert read == [on_paper(root, url) for url in ("fr/index.html", *chapters, "fr/index.html")]


def contents(sheets: list[str]) -> list[tuple[str, int]]:
    """(title, page number) of each line of the contents."""
    first = next(n for n, sheet in enumerate(sheets) if sheet.lstrip().startswith("Sommaire\n"))
    lines = "\n".join(sheets[first : first + 2]).replace("\u2060", "")
    found = re.findall(r"^(\S.*?) ?(?:\. ?){3,}(\d+)$", lines, re.MULTILINE)
    return [(title, int(number)) for title, number in found]


def test_contents_give_the_right_pages(root: Path, pdf: Path) -> None:
    sheets = text(pdf).split("\f")
    entries = contents(sheets)
    assert len(entries) > len(navigation(root))
    for title, page_number in entries:
        assert words(title) <= words(sheets[page_number - 1]), (title, page_number)


def test_index_gives_pages_where_the_word_is(pdf: Path) -> None:
    sheets = text(pdf).split("\f")
    start = next(n for n, sheet in enumerate(sheets) if sheet.lstrip().startswith("Index\n"))
    index = " ".join("\n".join(sheets[start : start + 2]).replace("\u00a0", " ").split())
    for word in ("CADA", "MSA", "ADIL", "CNDA"):
        listed = re.search(rf"\b{word} : ([\d, ]+\d)", index)
        assert listed, word
        for page_number in listed[1].split(", "):
            assert word in sheets[int(page_number) - 1], (word, page_number)


def test_notes_stand_on_the_page_that_calls_them(pdf: Path) -> None:
    # Typst leaves a note behind when it moves a title and a long list to the next page: rare, never more.
    assert astray(pdf) < 0.005


def test_one_fingerprint_on_cover_notice_and_last_page(pdf: Path) -> None:
    sheets = text(pdf).replace("\u00a0", " ").split("\f")[:-1]
    marks = [re.findall(r"\b(?:[0-9a-f]{4} ){3}[0-9a-f]{4}\b", sheet) for sheet in (sheets[0], *sheets[-2:])]
    assert [len(found) for found in marks] == [1, 1, 1]
    assert len({found[0] for found in marks}) == 1


def test_dates(site: Path, root: Path, pdf: Path, edition: dict[str, object]) -> None:
    raw = text(pdf).replace("\u00a0", " ")
    months = yaml.safe_load((root / "docs/_i18n/fr.yml").read_text("utf-8"))["months"]

    def written(iso: str) -> str:
        year, month, day = iso.split("-")
        return f"{'1er' if int(day) == 1 else int(day)} {months[int(month) - 1]} {year}"

    expires = written(str(edition["expire_le"]))
    pages = raw.split("\f")[:-1]
    assert f"À jeter après le {expires}" in pages[0]
    assert all(f"à jeter après le {expires}" in sheet for sheet in pages[1:])
    for item in navigation(root):
        if item.url != CHECKER:
            checked = re.search(r'name="verifie-le" content="([^"]+)"', (site / item.url).read_text("utf-8"))
            assert f"Vérifié le {written(checked[1])}" in raw


def test_nothing_is_printed_too_small(pdf: Path) -> None:
    drawn = run("pdftohtml", "-xml", "-stdout", "-i", pdf)
    # pdftohtml counts 1.5 units a point, in whole numbers.
    least = int(MINIMUM_NOTE_POINTS * 1.5)
    small = {font for font, size in re.findall(r'<fontspec id="(\d+)" size="(\d+)"', drawn) if int(size) < least}
    lines = re.findall(r'<text [^>]*font="(\d+)">(.*?)</text>', drawn)
    assert len(lines) > 500
    # Only the call of a footnote may be smaller than the footnote.
    words_too_small = [
        line
        for font, line in lines
        if font in small and not re.fullmatch(r"(\[\d+\])+|[a-z]|\s*", re.sub("<.*?>", "", line).strip())
    ]
    assert words_too_small == []


def test_same_bytes_in_another_folder(root: Path, site: Path, pdf: Path, tmp_path: Path) -> None:
    other = tmp_path / "ailleurs" / "site"
    shutil.copytree(site / "fr", other / "fr")
    (again,) = printing.write(root, other, root / "node_modules", only=["guide"])
    assert again.read_bytes() == pdf.read_bytes()
