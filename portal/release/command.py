"""`build.py release`: builds, signs and packs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from portal import edition as editions
from portal.errors import BuildError
from portal.mirrors import config
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

    Raises BuildError, and packs nothing, when a host has written its mirror.yml here, when
    there is nothing to pack, or when a key is not one of the set."""
    if (root / config.FILE).is_file():
        raise BuildError(
            f"{config.FILE}: the papers of a release bear the name of no host.",
            "move it away, and give it to: python3 build.py mirror --config",
        )
    site = root / "site"
    if rebuild:
        build(root, edition=edition).show()
    elif not (site / layout.STATEMENT).is_file():
        raise BuildError("site/ holds no edition.", "build it: leave --no-build out.")
    statement = json.loads((site / layout.STATEMENT).read_text("utf-8"))
    current = editions.load(root, {"date": statement["date"]})
    return pack(site, current, root / keys.FOLDER, folder, own=own, sent=sent)
