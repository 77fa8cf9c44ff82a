"""Typst: guide.json and the template in, PDF bytes out. No system font, no clock, no network."""

from __future__ import annotations

import json
from pathlib import Path

import typst

from portal.printing.links import Node
from portal.printing.vocabulary import PrintingError

HERE = Path(__file__).parent
TEMPLATE = ("guide.typ", "look.typ", "inlines.typ", "blocks.typ", "matter.typ", "cover.typ")
STANDARDS = ["a-2a", "ua-1"]

FONTS = {
    "atkinson-hyperlegible-next": ("400Regular", "400Regular_Italic", "700Bold", "700Bold_Italic"),
    "noto-sans": ("400Regular", "400Regular_Italic", "700Bold", "700Bold_Italic"),
}


def fonts(node_modules: Path) -> list[str]:
    """The folders of the fonts of the guide, each checked to hold its font."""
    folders = [node_modules / "@expo-google-fonts" / name / style for name, styles in FONTS.items() for style in styles]
    for folder in folders:
        if not any(folder.glob("*.ttf")):
            raise PrintingError(f"{folder}: no font there. Install the npm packages again (npm ci).")
    return [str(folder) for folder in folders]


def compile_pdf(guide: Node, node_modules: Path, epoch: int) -> bytes:
    """The PDF of a guide, PDF/A-2a and PDF/UA-1. `epoch` (seconds) is the date it carries.

    Raises PrintingError with Typst's own words: a character no font has, a heading level
    skipped, a link to nowhere.
    """
    files = {name: (HERE / name).read_bytes() for name in TEMPLATE}
    files["main.typ"] = files.pop("guide.typ")
    files["guide.json"] = json.dumps(guide, ensure_ascii=False).encode()
    try:
        pdf: bytes = typst.compile(  # type: ignore[call-overload] # its stub forgets that files may be a dict
            files,
            font_paths=fonts(node_modules),
            ignore_system_fonts=True,
            format="pdf",
            timestamp=epoch,
            pdf_standards=STANDARDS,
        )
    except typst.TypstError as error:
        hints = "; ".join(getattr(error, "hints", []))
        raise PrintingError(f"printed guide: {error}. {hints}".strip()) from None
    return pdf
