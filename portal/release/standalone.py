"""`verify.py` in one file, for those who have no copy of the project: portal.verify, packed with the keys to trust."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Sequence
from pathlib import Path

from portal import verify
from portal.release.archive import put

# The oldest date that a zip can say: the file says nothing of when it was packed.
_DATE = dt.date(1980, 1, 1)
_MAIN = "import sys\n\nfrom verify.cli import main\n\nsys.exit(main(sys.argv[1:]))\n"


def pack(trust: Sequence[bytes]) -> bytes:
    """The file, which Python runs as it is. `trust`: sets of keys, the oldest first."""
    folder = Path(next(iter(verify.__path__)))
    parts = {f"verify/{file.relative_to(folder).as_posix()}": file.read_bytes() for file in folder.rglob("*.py")}
    parts |= {f"verify/trust/{rank:04}.json": data for rank, data in enumerate(trust, start=1)}
    parts["__main__.py"] = _MAIN.encode()
    packed = io.BytesIO(b"#!/usr/bin/env python3\n")
    packed.seek(0, io.SEEK_END)
    with zipfile.ZipFile(packed, "a", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, data in sorted(parts.items()):
            put(archive, name, data, _DATE)
    return packed.getvalue()
