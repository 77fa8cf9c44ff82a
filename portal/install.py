"""What a phone needs to put the site on its home screen: a manifest for each language, and icons in PNG."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import typst

from portal.errors import BuildError
from portal.pages import SITE_NAME, languages, strings

MANIFEST = "manifest.webmanifest"
PINE, PAPER = "#1d5a4c", "#fbf6ec"


@dataclass(frozen=True)
class Icon:
    """A PNG of `size` pixels a side, assets/`name`, drawn from `drawing`; `purpose` as a manifest says it, or ""."""

    name: str
    drawing: str
    size: int
    purpose: str


ICONS = (
    Icon("icon-192.png", "icon.svg", 192, "any"),
    Icon("icon-512.png", "icon.svg", 512, "any"),
    Icon("icon-maskable-512.png", "icon-maskable.svg", 512, "maskable"),
    # iOS rounds the corners itself and shows what is transparent in black.
    Icon("icon-180.png", "icon-maskable.svg", 180, ""),
)


def write(root: Path, site: Path) -> list[Path]:
    """Writes the icons in site/assets and <lang>/manifest.webmanifest in each language; returns their paths.

    Raises BuildError when an icon cannot be drawn."""
    assets = site / "assets"
    written = []
    for icon in ICONS:
        path = assets / icon.name
        path.write_bytes(rasterise((assets / icon.drawing).read_bytes(), icon.size))
        written.append(path)
    for lang in languages(root):
        path = site / lang / MANIFEST
        path.write_text(json.dumps(manifest(strings(root, lang), lang), ensure_ascii=False, indent=1) + "\n", "utf-8")
        written.append(path)
    return written


def manifest(t: Any, lang: str) -> dict[str, Any]:
    """The manifest of one language; its addresses start from its own folder, so that the site may lie anywhere.

    `short_name`, shown under the icon, says nothing of the subject: others look at the same screen."""
    icons = [
        {
            "src": f"../assets/{icon.name}",
            "sizes": f"{icon.size}x{icon.size}",
            "type": "image/png",
            "purpose": icon.purpose,
        }
        for icon in ICONS
        if icon.purpose
    ]
    return {
        "name": SITE_NAME,
        "short_name": t["kept"]["install"]["short_name"],
        "description": t["kept"]["install"]["description"],
        "lang": lang,
        "dir": t["dir"],
        "start_url": "index.html",
        "scope": "../",
        # With the browser's own buttons where they exist: back, share and print are needed here.
        "display": "minimal-ui",
        "theme_color": PINE,
        "background_color": PAPER,
        "icons": icons,
    }


def rasterise(svg: bytes, size: int) -> bytes:
    """`svg`, square, as a PNG of `size` pixels a side: same bytes for the same drawing. Raises BuildError."""
    page = f'#set page(width: {size}pt, height: {size}pt, margin: 0pt, fill: none)\n#image("icon.svg", width: 100%)'
    try:
        png: bytes = typst.compile(  # type: ignore[call-overload] # its stub forgets that files may be a dict
            {"main.typ": page.encode(), "icon.svg": svg}, format="png", ppi=72, ignore_system_fonts=True
        )
    except typst.TypstError as error:
        raise BuildError(f"an icon cannot be drawn: {error}.", "correct assets/icon*.svg.") from None
    return png
