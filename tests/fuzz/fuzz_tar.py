"""The same for a .tar.zst. The fuzzer writes the tar, which is then packed: it would not guess what zstd checks. When
the first byte says so, it writes the packed bytes."""

from __future__ import annotations

import io
import tarfile
import tempfile
from collections.abc import Iterator
from pathlib import Path

import zstandard

from portal.verify.tarred import TarZst
from tests.fuzz.archives import FILES, read

WORDS = (
    b"ustar\x0000", b"ustar  \0", b"\x28\xb5\x2f\xfd", b"../", b"path=", b"20 path=/etc/x\n", b"GNU.sparse.map=1,2",
    b"\x80\0\0\0", b"GNU.sparse.size=9", b"GNU.sparse.major=1", b"GNU.sparse.minor=0", b"\xff" * 12,
    b"77777777777\0", b"hdrcharset=BINARY\n",
)  # fmt: skip
_TYPES = (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE, tarfile.CHRTYPE, tarfile.GNUTYPE_SPARSE)
_RAW = b"Z"


def seeds() -> Iterator[bytes]:
    for form in (tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT, tarfile.PAX_FORMAT):
        made = io.BytesIO()
        with tarfile.open(fileobj=made, mode="w", format=form) as archive:
            for name, data in FILES.items():
                info = tarfile.TarInfo(name)
                info.size = len(data)
                archive.addfile(info, io.BytesIO(data))
            if form != tarfile.USTAR_FORMAT:
                archive.addfile(tarfile.TarInfo("copie/" + "long" * 40), io.BytesIO(b""))
        yield b"t" + made.getvalue()
        yield _RAW + zstandard.ZstdCompressor().compress(made.getvalue())
    for kind in _TYPES:
        made = io.BytesIO()
        with tarfile.open(fileobj=made, mode="w") as archive:
            info = tarfile.TarInfo("copie/lien")
            info.type, info.linkname = kind, "/etc/passwd"
            archive.addfile(info)
        yield b"t" + made.getvalue()


def one(data: bytes) -> None:
    path = Path(tempfile.gettempdir(), "edition.tar.zst")
    raw = data[:1] == _RAW
    path.write_bytes(data[1:] if raw else zstandard.ZstdCompressor(level=1).compress(_checked(data[1:])))
    read(path, TarZst)


def _checked(tar: bytes) -> bytes:
    """`tar` with the right sum in each block that could be a header: else no change of one would be read."""
    blocks = [tar[start : start + 512] for start in range(0, len(tar), 512)]
    return b"".join(
        block[:148] + b"%06o\0 " % (sum(block) - sum(block[148:156]) + 8 * 0x20) + block[156:]
        if block[257:262] == b"ustar" and len(block) == 512
        else block
        for block in blocks
    )
