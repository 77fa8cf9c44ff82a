"""Folders kept from one build to the next: each has, beside it, the hashes of its files, and is made again when one of
them is not what was written (a disk that was full or cut off, a copy that stopped)."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

SUFFIX = ".sha256"


def seal(made: Path, kept: Path) -> None:
    """Puts the folder `made` at `kept`, where nothing is, with the list of its hashes."""
    hashes = _list(kept)
    hashes.write_text(json.dumps(_hashes(made), indent=1, sort_keys=True) + "\n", "utf-8")
    made.rename(kept)


def whole(kept: Path) -> bool:
    """Whether the folder `kept` is there, as `seal` left it."""
    try:
        return bool(json.loads(_list(kept).read_text("utf-8")) == _hashes(kept))
    except (FileNotFoundError, ValueError):
        return False


def _list(kept: Path) -> Path:
    return kept.with_name(kept.name + SUFFIX)


def _hashes(folder: Path) -> dict[str, str]:
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}
