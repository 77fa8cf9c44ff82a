"""The addresses and codes that papers carry, read back by a decoder that has nothing to do with the one that wrote."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from portal import addresses, edition, takeaway
from portal.pages import strings

MODULE, QUIET = 4, 4


def decoded(rows: list[str]) -> str:
    """What a reader of codes sees in `rows`, drawn with the white border that the page adds."""
    side = len(rows) + 2 * QUIET
    drawn = Image.new("L", (side, side), 255)
    for y, row in enumerate(rows):
        for x, module in enumerate(row):
            drawn.putpixel((x + QUIET, y + QUIET), 0 if module == "1" else 255)
    image = drawn.resize((side * MODULE, side * MODULE), Image.Resampling.NEAREST)
    (code,) = zxingcpp.read_barcodes(image, formats=zxingcpp.BarcodeFormat.QRCode)
    return str(code.text)


def test_each_page_has_its_address_and_its_code(root: Path, site: Path) -> None:
    found = json.loads((site / "fr" / addresses.FILE).read_text("utf-8"))
    current = edition.load(root)
    assert found == addresses.addresses(root), "the built site holds another edition"
    assert "travailler.html" in found
    for page, place in found.items():
        assert (site / "fr" / page).is_file(), page
        code = re.fullmatch(rf"{current.site_url}(q/\w+/)#e{current.number}", place["url"])
        assert code and page in (site / code[1] / "index.html").read_text("utf-8")
        assert decoded(place["rows"]) == place["url"]


def test_the_words_come_with_the_papers(root: Path, site: Path) -> None:
    found = json.loads((site / "fr" / takeaway.FILE).read_text("utf-8"))
    assert found["words"] == strings(root, "fr")["takeaway"]
    assert found["edition"]["site"].endswith("/")
    assert set(found["icons"]) == set(takeaway.ICONS)
    assert all(path.startswith("M") for path in found["icons"].values())


def test_every_word_of_the_scripts_exists(root: Path) -> None:
    """A missing string would only be met by the reader who opens that paper."""
    words = strings(root, "fr")["takeaway"]
    assets = root / "portal" / "theme" / "assets"
    named = ("takeaway", "kit", "sheet", "cards", "log", "letters", "letter-form", "letter-page", "reminders", "files")
    used: set[str] = set()
    for name in (*named, "languages", "paper", "qr"):
        text = (assets / f"{name}.js").read_text("utf-8")
        used |= set(re.findall(r'word\("(\w+)"', text))
    used |= {"cards_note", "cards_fold"}
    assert len(used) > 40
    assert used - set(words) == set()


def test_an_icon_of_several_paths_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(takeaway.icons, "svg", lambda name: '<svg><path d="M0 0"/><path d="M1 1"/></svg>')
    with pytest.raises(ValueError, match="2 paths"):
        takeaway.drawing("material/bell")
