"""Compressed copies beside each file, so that a plain host can send the small ones.

Brotli at its best level takes half a minute for Pyodide's WebAssembly: results are kept by content.
"""

from __future__ import annotations

import functools
import gzip
import hashlib
import os
import zlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import version
from pathlib import Path

import brotli

from portal.verify.branding import FOLDER

SUFFIXES = frozenset({".html", ".css", ".js", ".mjs", ".json", ".wasm", ".zip", ".svg", ".txt", ".xml", ".webmanifest"})
SMALLEST = 256


def brotli_bytes(root: Path, data: bytes) -> bytes:
    """`data` in brotli, level 11, from root/.build/cache when it was compressed before."""
    make = functools.partial(brotli.compress, quality=11)
    return _cached(root, data, f"br11-{version('brotli')}", make, brotli.decompress)


def gzip_bytes(root: Path, data: bytes) -> bytes:
    """`data` in gzip, level 9, without date or name: same bytes for the same data."""
    # Not gzip.compress: from Python 3.13 on, it names no system in the header, and earlier ones name Unix.
    make = functools.partial(zlib.compress, level=9, wbits=zlib.MAX_WBITS | 16)
    return _cached(root, data, f"gz9-{zlib.ZLIB_RUNTIME_VERSION}", make, gzip.decompress)


def compress(root: Path, site: Path) -> int:
    """Writes `.br` and `.gz` beside every file of `site` that gains from it; returns how many files it looked at.

    A copy that would not be smaller is not written: hosts then send the file itself."""
    files = sorted(
        file
        for file in site.rglob("*")
        # A host may rewrite its own files without this program: no copy of them could stay behind.
        if file.suffix in SUFFIXES and file.stat().st_size >= SMALLEST and not file.is_relative_to(site / FOLDER)
    )
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(lambda file: _beside(root, file), files))
    return len(files)


def prune(root: Path, before: float) -> None:
    """Forgets the kept results that no build has used since `before` (seconds since the epoch)."""
    for file in _folder(root).glob("*"):
        if file.stat().st_mtime < before:
            file.unlink()


def _beside(root: Path, file: Path) -> None:
    data = file.read_bytes()
    for suffix, small in ((".br", brotli_bytes(root, data)), (".gz", gzip_bytes(root, data))):
        if len(small) < len(data):
            file.with_name(file.name + suffix).write_bytes(small)


def _cached(
    root: Path, data: bytes, kind: str, make: Callable[[bytes], bytes], expand: Callable[[bytes], bytes]
) -> bytes:
    folder = _folder(root)
    kept = folder / f"{hashlib.sha256(data).hexdigest()}.{kind}"
    try:
        small = kept.read_bytes()
        # A disk that was full or cut off may have kept a part of it.
        if expand(small) == data:
            os.utime(kept)
            return small
    except (EOFError, OSError, zlib.error, brotli.error):
        pass
    small = make(data)
    folder.mkdir(parents=True, exist_ok=True)
    new = kept.with_name(f"{kept.name}.{os.getpid()}.new")
    new.write_bytes(small)
    new.replace(kept)
    return small


def _folder(root: Path) -> Path:
    return root / ".build" / "cache" / "compressed"
