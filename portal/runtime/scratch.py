"""Zips that pass sources from one step to the next, and are not published."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path


def write_zip(target: Path, members: Mapping[str, bytes]) -> Path:
    """Writes `members`, sorted, as they are, to `target`; returns it.

    Dated 1980 and not now: a computer whose clock was lost says 1970, which no zip can."""
    with zipfile.ZipFile(target, "w") as archive:
        for name in sorted(members):
            archive.writestr(zipfile.ZipInfo(name), members[name])
    return target
