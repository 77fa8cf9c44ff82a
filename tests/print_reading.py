"""How the tests read a printed guide: as text, as tools report it, and through a bad photocopier."""

from __future__ import annotations

import random
import re
import subprocess
import unicodedata
from collections import Counter
from pathlib import Path

import pypdfium2
import zxingcpp
from lxml import html
from PIL import Image, ImageFilter

from portal import edition, frontmatter, law, short

PHOTOCOPY_DPI = 100
# What a page says of the screen, or that paper says once: whether it was read over.
NOT_ON_PAPER = './/*[contains(concat(" ", @class, " "), " no-print ") or starts-with(@class, "translation")]'
# What a tool may leave out of Arabic: vowels over letters, the sign that parts two of them.
UNREAD = re.compile("[\u064b-\u0655\u0670\u200c]")
# Chinese has no spaces: each letter is a word.
WORD = re.compile(r"[\u3400-\u9fff]|[^\W_\u3400-\u9fff]+")


def run(*command: str | Path) -> str:
    """The standard output of a tool; a missing tool or a failure is an error."""
    return subprocess.run([str(c) for c in command], check=True, capture_output=True, text=True).stdout


def text(pdf: Path, *options: str) -> str:
    """The text of a PDF as pdftotext gives it, in reading order."""
    return run("pdftotext", *options, pdf, "-")


def words(raw: str) -> Counter[str]:
    """Words, counted, without what typography changes: spaces, apostrophes, capitals, the signs in UNREAD."""
    plain = UNREAD.sub("", unicodedata.normalize("NFKC", raw)).replace("’", "'").casefold()
    return Counter(WORD.findall(plain))


def astray(pdf: Path) -> float:
    """The share of notes that no call asks for on their page, or, under a table cut in two, on the one before. Fails
    when there is no note at all."""
    sheets = text(pdf).split("\f")
    last = next((n for n, sheet in enumerate(sheets) if sheet.lstrip().startswith("Les textes\n")), len(sheets))
    found = lost = 0
    for number, sheet in enumerate(sheets[:last]):
        for mark in re.findall(r"^(\[\d+\])\s\S", sheet, re.MULTILINE):
            found += 1
            if sheet.count(mark) < 2 and mark not in sheets[number - 1]:
                lost += 1
    assert found > 20, "no note at the foot of any page"
    return lost / found


def on_paper(root: Path, url: str) -> str:
    """What the QR code of the page `url` holds on paper."""
    known = short.codes(frontmatter.read_all(root / "docs", law.sources()))
    return short.on_paper(edition.load(root), known[url])[0]


def page_words(page: Path) -> Counter[str]:
    """The words a built page shows and paper must show too: not its links to other pages or its legal fold."""
    document = html.parse(str(page), html.HTMLParser(encoding="utf-8"))
    article = document.xpath('//main[@id="contenu"]//article')[0]
    for query in (".//svg", './/*[@class="toc"]', './/details[@class="sources"]', ".//nav", NOT_ON_PAPER):
        for element in article.xpath(query):
            element.drop_tree()
    # Paper names a text once a section, where the screen names it after each sentence.
    cited = {" ".join(cite.itertext()) for cite in article.xpath('.//a[@class="cite"]')}
    for cite in article.xpath('.//a[@class="cite"]'):
        cite.drop_tree()
    return words(" ".join([*article.itertext(), *sorted(cited)]))


def photocopy(pdf: Path, number: int, dpi: int = PHOTOCOPY_DPI) -> Image.Image:
    """Page `number` (from 0) as a poor copy: askew, blurred, speckled, then black or white only."""
    page = pypdfium2.PdfDocument(pdf)[number]
    image = page.render(scale=dpi / 72).to_pil().convert("L")
    image = image.rotate(1.5, resample=Image.Resampling.BICUBIC, fillcolor=255)
    image = image.filter(ImageFilter.GaussianBlur(0.8))
    grain = Image.frombytes("L", image.size, random.Random(number).randbytes(image.width * image.height))
    return Image.blend(image, grain, 0.25).point(lambda level: 255 if level > 128 else 0)


def qr_codes(pdf: Path, dpi: int = PHOTOCOPY_DPI) -> list[tuple[int, str]]:
    """(page number from 1, address) of every QR code that survives the photocopier."""
    pages = range(len(pypdfium2.PdfDocument(pdf)))
    return [
        (number + 1, code.text)
        for number in pages
        for code in zxingcpp.read_barcodes(photocopy(pdf, number, dpi), formats=zxingcpp.BarcodeFormat.QRCode)
    ]
