"""A copy in a .tar.zst, read once from its start to its end: nothing is extracted."""

from __future__ import annotations

import hashlib
import io
import tarfile
from collections.abc import Mapping
from pathlib import Path
from typing import IO, Any

from . import layout
from .damaged import DAMAGED
from .findings import Finding, Trouble
from .paths import unsafe
from .places import BIGGEST_FILE, CHUNK, MOST_BYTES, MOST_FILES, Bounded, Missing, Place, Sink, TooLong, top_of

_KEPT = 8_000_000
_ALL_KEPT = 64_000_000
# Longer than any path that a copy may have; some versions of Python read it in a time that grows as its square.
_LONGEST_HEADER = 4_096
_MOST_WINDOW = 1 << 27


class TarZst(Place):
    """The copy in the archive `path`, at its top or in its only folder. Sizes and digests are taken as it is read; the
    bytes of small files are kept within _ALL_KEPT, and longer ones read again when asked for."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._sizes: dict[str, int] = {}
        self._digests: dict[str, str] = {}
        self._data: dict[str, bytes] = {}
        self._room = _ALL_KEPT
        self._scan()
        self._top = top_of(self._sizes, layout.STATEMENT)
        for name in self._sizes:
            if not name.startswith(self._top):
                self._fault("outside", name, "Fichier à côté du dossier de la copie. N’utilisez pas cette archive.")

    def names(self) -> Mapping[str, int]:
        """As in Place: the members under the top, read once when the archive was opened."""
        top = self._top
        return {name.removeprefix(top): size for name, size in self._sizes.items() if name.startswith(top)}

    def digest(self, name: str, limit: int) -> str:
        """As in Place; taken when the archive was opened, so nothing is read again."""
        self._bound(name, limit)
        return self._digests[self._top + name]

    def pump(self, name: str, limit: int, sink: Sink) -> None:
        """As in Place; a file that was not kept is found by reading the archive again from its start."""
        self._bound(name, limit)
        kept = self._data.get(self._top + name)
        if kept is None:
            self._scan(self._top + name, Bounded(sink, limit))
        else:
            sink(kept)

    def _bound(self, name: str, limit: int) -> None:
        if self._top + name not in self._sizes:
            raise Missing
        if self._sizes[self._top + name] > limit:
            raise TooLong

    def _scan(self, wanted: str = "", sink: Sink | None = None) -> None:
        """Reads the archive: all of it into the tables, or only `wanted` into `sink`."""
        zstandard = _zstandard()
        try:
            with (
                self._path.open("rb") as raw,
                zstandard.ZstdDecompressor(max_window_size=_MOST_WINDOW).stream_reader(
                    raw, read_across_frames=True
                ) as unpacked,
            ):
                source = _Limited(unpacked)
                with tarfile.open(fileobj=source, mode="r|", tarinfo=Header) as archive:
                    for info in archive:
                        if not wanted:
                            self._take(archive, info)
                        elif info.name == wanted and info.isreg() and sink:
                            return _copy(archive.extractfile(info), sink)
                while piece := source.read(CHUNK):
                    if piece.strip(b"\0"):
                        raise tarfile.ReadError
        except (zstandard.ZstdError, OSError, *DAMAGED):
            message = "Archive abîmée ou incomplète. Téléchargez-la à nouveau."
            raise Trouble("unreachable", "archive-damaged", self._path.name, message) from None
        return None

    def _take(self, archive: tarfile.TarFile, info: tarfile.TarInfo) -> None:
        name = info.name
        reason = unsafe(name.removesuffix("/"))
        if reason:
            self._fault("unsafe-name", name, f"Nom refusé ({reason}). N’ouvrez pas cette archive.")
        elif info.issym() or info.islnk():
            self._fault("link", name, "Lien dans l’archive : une copie n’en a pas. N’ouvrez pas cette archive.")
        elif name in self._sizes:
            self._fault("duplicate", name, "Deux fois dans l’archive. N’utilisez pas cette archive.")
        elif info.isreg():
            if len(self._sizes) >= MOST_FILES or not 0 <= info.size <= BIGGEST_FILE:
                raise Trouble("error", "too-big", name, "Trop grand pour une copie. N’utilisez pas cette archive.")
            self._measure(archive, info)
        elif not info.isdir():
            self._fault("special-file", name, "Ni un fichier ni un dossier. N’ouvrez pas cette archive.")

    def _measure(self, archive: tarfile.TarFile, info: tarfile.TarInfo) -> None:
        seen = hashlib.sha256()
        kept = info.size <= min(_KEPT, self._room)
        pieces: list[bytes] = []

        def take(piece: bytes) -> None:
            seen.update(piece)
            if kept:
                pieces.append(piece)

        _copy(archive.extractfile(info), take)
        self._sizes[info.name], self._digests[info.name] = info.size, seen.hexdigest()
        if kept:
            self._data[info.name] = b"".join(pieces)
            self._room -= info.size

    def _fault(self, code: str, name: str, message: str) -> None:
        self.faults.append(Finding("error", code, name, message))


class _Limited(io.RawIOBase):
    """A stream that refuses to give more than MOST_BYTES."""

    def __init__(self, source: Any) -> None:
        self._source, self._left = source, MOST_BYTES

    def read(self, size: int = -1) -> bytes:
        piece: bytes = self._source.read(size)
        self._left -= len(piece)
        if self._left < 0:
            raise Trouble("error", "too-big", "", "Archive trop grande pour une copie. Ne l’utilisez pas.")
        return piece


class Header(tarfile.TarInfo):
    """A header; those that only carry names are read whole into memory, so they must be short."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> Header:
        """A header read from its 512 bytes; raises tarfile.ReadError for one that announces a long name."""
        info = super().frombuf(buf, encoding, errors)
        plain = (tarfile.REGTYPE, tarfile.AREGTYPE, tarfile.DIRTYPE, tarfile.SYMTYPE, tarfile.LNKTYPE)
        if info.type not in plain and info.size > _LONGEST_HEADER:
            raise tarfile.ReadError
        return info


def _copy(source: IO[bytes] | None, sink: Sink) -> None:
    while source and (piece := source.read(CHUNK)):
        sink(piece)


def _zstandard() -> Any:
    try:
        import zstandard
    except ImportError:
        message = (
            "Ce Python ne sait pas lire .tar.zst. Donnez l’archive .zip, ou installez le module : "
            "python3 -m pip install zstandard"
        )
        raise Trouble("unreachable", "no-zstandard", "", message) from None
    return zstandard
