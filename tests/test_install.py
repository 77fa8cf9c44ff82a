"""The home screen: a manifest that works from any folder, icons of our own."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page

from portal import install
from portal.errors import BuildError
from portal.headers import media_type

DRAWINGS = Path("portal/theme/assets")


def test_each_language_has_its_manifest(site: Path) -> None:
    for home in site.glob("*/index.html"):
        if not (home.parent / "hors-ligne.json").exists():
            continue
        found = json.loads((home.parent / install.MANIFEST).read_text("utf-8"))
        assert (found["lang"], found["scope"], found["start_url"]) == (home.parent.name, "../", "index.html")
        assert "attente" not in found["short_name"].lower(), "nothing of the subject under the icon"
        assert {icon["purpose"] for icon in found["icons"]} == {"any", "maskable"}
        for icon in found["icons"]:
            with Image.open(home.parent / icon["src"]) as image:
                assert f"{image.width}x{image.height}" == icon["sizes"]
    assert media_type("fr/manifest.webmanifest") == "application/manifest+json"


def test_icons_are_the_same_each_time(root: Path) -> None:
    for icon in install.ICONS:
        drawing = (root / DRAWINGS / icon.drawing).read_bytes()
        assert install.rasterise(drawing, icon.size) == install.rasterise(drawing, icon.size)


def test_a_maskable_icon_survives_every_mask(root: Path) -> None:
    """No corner is transparent, and the drawing stays inside the safe circle: 80 % of the side."""
    png = install.rasterise((root / DRAWINGS / "icon-maskable.svg").read_bytes(), 512)
    image = Image.open(io.BytesIO(png)).convert("RGBA")
    background = image.getpixel((0, 0))
    assert background == (0x1D, 0x5A, 0x4C, 255)
    for x in range(0, 512, 4):
        for y in range(0, 512, 4):
            if (x - 256) ** 2 + (y - 256) ** 2 > 205**2:
                assert image.getpixel((x, y)) == background, (x, y)


def test_a_bad_drawing_is_named() -> None:
    with pytest.raises(BuildError, match="icon"):
        install.rasterise(b"<svg", 10)


def test_the_browser_finds_it_installable(page: Page, server: str) -> None:
    page.goto(server + "fr/index.html")
    client = page.context.new_cdp_session(page)
    read = client.send("Page.getAppManifest")
    assert read["errors"] == []
    assert read["url"] == server + "fr/manifest.webmanifest"
    assert client.send("Page.getInstallabilityErrors")["installabilityErrors"] in (
        [],
        [{"errorId": "in-incognito", "errorArguments": []}],
    )
    assert page.locator("link[rel=apple-touch-icon]").get_attribute("href") == "../assets/icon-180.png"
