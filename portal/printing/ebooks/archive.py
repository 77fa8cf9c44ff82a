"""A zip file whose bytes depend on its contents and its date alone."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from datetime import date

_UNIX = 3
_READABLE = 0o100644 << 16


def pack(first: tuple[str, bytes], files: Mapping[str, bytes], day: date) -> bytes:
    """A zip of `files`, sorted by name and compressed, after `first`, stored as it is; all dated midnight of `day`."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(_entry(first[0], day), first[1], zipfile.ZIP_STORED)
        for name in sorted(files):
            archive.writestr(_entry(name, day), files[name], zipfile.ZIP_DEFLATED, compresslevel=9)
    return out.getvalue()


def _entry(name: str, day: date) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
    # The system that made it would otherwise be told, and differ.
    entry.create_system = _UNIX
    entry.external_attr = _READABLE
    return entry
