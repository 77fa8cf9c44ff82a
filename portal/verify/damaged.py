"""What Python's readers of archives let out of a damaged one, besides OSError: they index, convert and unpack bytes
that they have not checked."""

from __future__ import annotations

import struct
import tarfile
import zipfile
import zlib

DAMAGED: tuple[type[Exception], ...] = (
    zipfile.BadZipFile,
    tarfile.TarError,
    zlib.error,
    struct.error,
    EOFError,
    LookupError,
    ArithmeticError,
    ValueError,
    # Too deep (RecursionError), encrypted, or compressed in a way that is not known.
    RuntimeError,
)
