"""`build.py release`: builds, signs and packs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from portal import edition as editions
from portal.errors import BuildError
from portal.pipeline import build
from portal.release import keys, layout, pack


def make(
    root: Path,
    folder: Path,
    *,
    edition: str | None = None,
    own: Sequence[Path] = (),
    sent: Sequence[Path] = (),
    rebuild: bool = True,
) -> tuple[list[Path], list[str]]:
    """Builds the site of `root` and packs it into `folder`: see `pack`. Without `rebuild`, packs root/site as it is.

    Raises BuildError, and packs nothing, when there is nothing to pack or a key is not one of the set."""
    site = root / "site"
    if rebuild:
        build(root, edition=edition).show()
    elif not (site / layout.STATEMENT).is_file():
        raise BuildError("site/ holds no edition.", "build it: leave --no-build out.")
    statement = json.loads((site / layout.STATEMENT).read_text("utf-8"))
    current = editions.load(root, {"date": statement["date"]})
    return pack(site, current, root / keys.FOLDER, folder, own=own, sent=sent)
