"""The addresses that a paper made on the reader's device carries, each with its QR code: `<lang>/adresses.json`."""

from __future__ import annotations

import json
from pathlib import Path

import segno

from checker.rules.guichets import GUICHETS
from portal import edition, frontmatter, law, pages, short

FILE = "adresses.json"


def write(root: Path, site: Path) -> list[Path]:
    """Write the addresses in the folder of each language of `site`, the built site; return the paths. They are the
    same in all: a code leads to a page that offers every language."""
    found = json.dumps(addresses(root), ensure_ascii=False, separators=(",", ":"))
    written = []
    for lang in pages.languages(root):
        path = site / lang / FILE
        path.write_text(found, "utf-8")
        written.append(path)
    return written


def addresses(root: Path) -> dict[str, dict[str, str | list[str]]]:
    """Page ("travailler.html") → `url`, its address with the edition, and `rows`, the QR code as lines of 0 and 1
    without the white border that readers need."""
    current = edition.load(root)
    codes = short.codes(frontmatter.read_all(root / "docs", law.sources()))
    found: dict[str, dict[str, str | list[str]]] = {}
    # Only the pages that a sheet names: each code is a kilobyte that a phone downloads.
    for page in sorted({desk.page.partition("#")[0] for desk in GUICHETS.values()}):
        url, _ = short.on_paper(current, codes[f"{pages.CANONICAL}/{page}"])
        found[page] = {"url": url, "rows": rows(url)}
    return found


def rows(url: str) -> list[str]:
    """The modules of the QR code of `url`, level M: what a photocopy leaves is enough."""
    return ["".join(str(module) for module in row) for row in segno.make(url, error="m", micro=False).matrix]
