"""The guide on paper: the same pages, one PDF, by Typst."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from portal.printing import edition as editions
from portal.printing import engine, finish, guide

FILE = "guides/droits-en-attente-fr-a4.pdf"


def write(
    root: Path,
    site: Path,
    node_modules: Path,
    edition: str | Mapping[str, Any] | None = None,
    out: Path | None = None,
) -> list[Path]:
    """Write the A4 guide made of the built pages of `site`, and return the files written.

    `edition` replaces the date (YYYY-MM-DD), or any key, of docs/_data/edition.yml. `out` is the
    file to write; by default guides/droits-en-attente-fr-a4.pdf in `site`. Nothing is written
    when anything is wrong: PrintingError then names the page and the remedy.
    """
    chosen = editions.load(root, edition)
    content = guide.build(root, site, chosen)
    pdf = finish.finish(engine.compile_pdf(content, node_modules, chosen.epoch))
    target = out or site / FILE
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(pdf)
    return [target]
