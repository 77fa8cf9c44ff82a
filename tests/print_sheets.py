"""What every sheet that stands alone must be, whatever it says: asserted here, once for all of them."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import page
import pikepdf
import pypdfium2

from portal.printing import apart, folded
from portal.printing.content import Content
from tests.print_reading import run, text, words

POINTS_A_MM = 72 / 25.4
SMALLEST = 9
"""Points."""


def assert_sound(pdf: Path, lang: str = "fr", fonts: str = "Atkinson|NotoSans-") -> None:
    """Both standards, no syntax error, every font embedded, among `fonts`, readable back; a language and a title."""
    for profile in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A):
        report = page.validate_pdf(pdf, profile=profile)
        assert report.is_compliant, (pdf, [(found.rule_id, found.message) for found in report.failures[:5]])
    assert "No syntax or stream encoding errors found" in run("qpdf", "--check", pdf)
    drawn = run("pdffonts", pdf).splitlines()[2:]
    assert drawn
    for line in drawn:
        assert re.search(rf"({fonts}).* yes +yes +yes +\d", line), line
    with pikepdf.open(pdf) as document:
        assert str(document.Root.Lang) == lang
        assert document.Root.ViewerPreferences.DisplayDocTitle


def assert_pages(pdf: Path, count: int, width: float, height: float) -> None:
    """Exactly `count` pages of that size, in millimetres, to a hundredth of a millimetre."""
    with pikepdf.open(pdf) as document:
        sizes = [[float(side) / POINTS_A_MM for side in sheet.mediabox] for sheet in document.pages]
    assert [[round(side, 2) for side in sides] for sides in sizes] == [[0, 0, width, height]] * count, pdf


def assert_legible(pdf: Path) -> None:
    """No letter under SMALLEST points, no line that begins or ends where French forbids it, no missing letter."""
    drawn = run("pdftohtml", "-xml", "-stdout", "-i", pdf)
    # pdftohtml counts 1.5 units a point, rounded to whole numbers.
    small = [size for size in re.findall(r'<fontspec id="\d+" size="(\d+)"', drawn) if int(size) < SMALLEST * 1.5]
    assert small == [], pdf
    raw = text(pdf)
    assert "\ufffd" not in raw and "\u202f" not in raw
    bad = [line for line in raw.splitlines() if re.match(r"\s*[;:!?»]", line)]
    bad += re.findall(r".*(?:«|\bart\.|\bn°|[LRD]\.)\s*$", raw, re.MULTILINE)
    assert bad == [], pdf


def shown(tree: object) -> str:
    """The words of a JSON tree."""
    if isinstance(tree, dict):
        return str(tree["s"]) if tree.get("t") == "text" else " ".join(shown(child) for child in tree.values())
    return " ".join(shown(child) for child in tree) if isinstance(tree, list) else ""


# What each part of the folded leaflet prints of its section.
FOLDED = {
    "papers": ("table", "p"),
    "trap": ("list",),
    "count": ("table", "box"),
    "before-after": ("table", "p"),
    "how": ("list",),
    "today": ("list", "box"),
    "scope": ("p", "list"),
    "help": ("table", "p"),
}


def folded_words(read: Content, name: str) -> Counter[str]:
    """The words that the folded leaflet prints of a part."""
    page, section = folded.PANELS[name]
    body = apart.one(read, f"{read.lang}/{page}", section)["body"]
    for table in (node for node in body if node["t"] == "table" and name in ("papers", "help")):
        # Each row becomes a small sheet, and its first cell needs no name.
        del table["head"][0]
    return words(shown([node for node in body if node["t"] in FOLDED[name]]))


def text_within(pdf: Path, number: int, box: tuple[float, float, float, float]) -> str:
    """The text of page `number` (from 0) inside left, top, right, bottom: millimetres from the top left corner."""
    document = pypdfium2.PdfDocument(pdf)
    sheet = document[number]
    left, top, right, bottom = (side * POINTS_A_MM for side in box)
    high = sheet.get_height()
    return str(sheet.get_textpage().get_text_bounded(left, high - bottom, right, high - top))
