"""An archive that somebody gives: verified in place, and unpacked, without a file outside its folder."""

from __future__ import annotations

import io
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

from portal.verify.zipped import Zip
from tests.fuzz.archives import FILES, read

WORDS = (
    b"PK\x01\x02", b"PK\x03\x04", b"PK\x05\x06", b"PK\x06\x06", b"PK\x06\x07", b"PK\x07\x08", b"\xff\xff\xff\xff",
    b"\xff" * 8, b"\x0c\x00", b"\x0e\x00", b"\x08\x00", b"\x63\x00", b"../", b"/", b"\\", b"\0", b"\x01\x00\x10\x00",
    b"\x75\x70",
)  # fmt: skip


def seeds() -> Iterator[bytes]:
    for method in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA):
        for large in (False, True):
            made = io.BytesIO()
            with zipfile.ZipFile(made, "w", method) as archive:
                for name, data in FILES.items():
                    info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
                    info.compress_type = method
                    with archive.open(info, "w", force_zip64=large) as member:
                        member.write(data)
            yield made.getvalue()


def one(data: bytes) -> None:
    path = Path(tempfile.gettempdir(), "edition.zip")
    path.write_bytes(data)
    read(path, Zip)
