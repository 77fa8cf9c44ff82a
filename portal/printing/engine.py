"""Typst: JSON and a template in, PDF bytes out. No system font, no clock, no network."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import typst

from portal.printing import finish
from portal.printing.links import Node
from portal.printing.scripts import LATIN, LATIN_FONTS, Script
from portal.printing.vocabulary import PrintingError

TEMPLATES = Path(__file__).parent / "typ"
STANDARDS = ("a-2a", "ua-1")


@dataclass(frozen=True)
class Press:
    """What turns a template of typ/ and its JSON into a PDF. `epoch` (seconds) is the date every PDF carries, `script`
    the one whose fonts are given."""

    node_modules: Path
    epoch: int
    script: Script = LATIN

    def pdf(self, template: str, data: Node, standards: Sequence[str] = STANDARDS) -> bytes:
        """The finished PDF of `template`, which reads `data` as data.json; tagged and archivable unless told otherwise.

        Raises PrintingError with Typst's own words: a character no font has, a heading level skipped, a link to
        nowhere."""
        options = {"format": "pdf", "pdf_standards": list(standards), "timestamp": self.epoch}
        return finish.finish(self._compile(template, data, options))

    def png(self, template: str, data: Node, ppi: int) -> bytes:
        """The one page of `template` as a picture of `ppi` pixels an inch. Raises as `pdf` does."""
        return self._compile(template, data, {"format": "png", "ppi": ppi})

    def _compile(self, template: str, data: Node, options: Mapping[str, Any]) -> bytes:
        files = {path.name: path.read_bytes() for path in TEMPLATES.glob("*.typ")}
        files["main.typ"] = files.pop(template)
        files["data.json"] = json.dumps(data, ensure_ascii=False).encode()
        try:
            made: bytes = typst.compile(
                files, font_paths=fonts(self.node_modules, self.script), ignore_system_fonts=True, **options
            )
        except typst.TypstError as error:
            hints = "; ".join(getattr(error, "hints", []))
            raise PrintingError(f"printed guide, {template}: {error}. {hints}".strip()) from None
        return made


@cache
def fonts(node_modules: Path, script: Script) -> typst.Fonts:
    """The fonts of the papers in `script`, read once; each folder is checked to hold its font."""
    folders = [node_modules / "@expo-google-fonts" / name for name in (*LATIN_FONTS, *script.fonts)]
    for folder in folders:
        if not any(folder.glob("*.ttf")):
            raise PrintingError(f"{folder}: no font there. Install the npm packages again (npm ci).")
    return typst.Fonts(include_system_fonts=False, font_paths=[str(folder) for folder in folders])
