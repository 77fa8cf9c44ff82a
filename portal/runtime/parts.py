"""The three files of Pyodide that make a variant, and the folders of the cache they are kept in."""

from __future__ import annotations

import shutil
from pathlib import Path

from portal.kept import SUFFIX

PARTS = WASM, GLUE, LOADER = ("pyodide.asm.wasm", "pyodide.asm.js", "pyodide.mjs")
KEPT = 4


def forget_old(cache: Path) -> None:
    """Keeps the newest folders of `cache`: another process may be copying one of them."""
    folders = sorted((f for f in cache.iterdir() if f.is_dir()), key=lambda f: f.stat().st_mtime, reverse=True)
    for folder in folders[KEPT:]:
        shutil.rmtree(folder, ignore_errors=True)
        folder.with_name(folder.name + SUFFIX).unlink(missing_ok=True)
