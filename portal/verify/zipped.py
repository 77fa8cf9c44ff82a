"""A copy in a zip: members are read in place, nothing is ever extracted."""

from __future__ import annotations

import stat
import struct
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from . import layout
from .damaged import DAMAGED
from .findings import Finding, Trouble
from .paths import unsafe
from .places import BIGGEST_FILE, CHUNK, MOST_FILES, Bounded, Missing, Place, Sink, TooLong, top_of

_HEADER = 30
_DESCRIPTOR = 24
_DAMAGED: tuple[type[Exception], ...] = (*DAMAGED, OSError)


class Zip(Place):
    """The copy in the zip `path`, at its top or in its only folder."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        try:
            self._zip = zipfile.ZipFile(path)
            hidden = _hidden(path, self._zip)
        except _DAMAGED:
            message = "Archive abîmée ou incomplète. Téléchargez-la à nouveau."
            raise Trouble("unreachable", "archive-damaged", path.name, message) from None
        if len(self._zip.infolist()) > MOST_FILES:
            raise Trouble("error", "too-many-files", path.name, "Cette archive a trop de fichiers pour être une copie.")
        if hidden:
            self._fault("archive-hidden", path.name, "Octets cachés entre les fichiers. N’ouvrez pas cette archive.")
        members = self._safe(self._zip.infolist())
        top = top_of(members, layout.STATEMENT)
        for name in members:
            if not name.startswith(top):
                self._fault("outside", name, "Fichier à côté du dossier de la copie. N’utilisez pas cette archive.")
        self._members = {name.removeprefix(top): info for name, info in members.items() if name.startswith(top)}

    def names(self) -> Mapping[str, int]:
        """As in Place: the safe members under the top, with the sizes that the list of the archive says."""
        return {name: info.file_size for name, info in self._members.items()}

    def pump(self, name: str, limit: int, sink: Sink) -> None:
        """As in Place; a member that does not match its own checksum is a Trouble."""
        if name not in self._members:
            raise Missing
        info = self._members[name]
        if info.file_size > min(limit, BIGGEST_FILE):
            raise TooLong
        bounded = Bounded(sink, limit)
        try:
            with self._zip.open(info) as member:
                while piece := member.read(CHUNK):
                    bounded(piece)
        except _DAMAGED:
            message = "Abîmé dans l’archive. Téléchargez-la à nouveau."
            raise Trouble("error", "archive-damaged", name, message) from None

    def close(self) -> None:
        """Closes the archive; nothing can be read afterwards."""
        self._zip.close()

    def _safe(self, infos: Iterable[zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
        """The members that are plain files with a good name; a fault for each other."""
        kept: dict[str, zipfile.ZipInfo] = {}
        for info in infos:
            # zipfile cuts names at a NUL, and turns back-slashes on Windows: what the archive says is judged.
            name, kind = info.orig_filename, stat.S_IFMT(info.external_attr >> 16)
            reason = unsafe(name.removesuffix("/"))
            if reason:
                self._fault("unsafe-name", name, f"Nom refusé ({reason}). N’ouvrez pas cette archive.")
            elif kind == stat.S_IFLNK:
                self._fault("link", name, "Lien dans l’archive : une copie n’en a pas. N’ouvrez pas cette archive.")
            elif kind not in (0, stat.S_IFREG, stat.S_IFDIR):
                self._fault("special-file", name, "Ni un fichier ni un dossier. N’ouvrez pas cette archive.")
            elif info.flag_bits & 0x1:
                self._fault(
                    "encrypted", name, "Fichier chiffré : une édition n’en a pas. N’utilisez pas cette archive."
                )
            elif info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                self._fault("compression", name, "Compression inattendue. N’utilisez pas cette archive.")
            elif name in kept:
                self._fault("duplicate", name, "Deux fois dans l’archive. N’utilisez pas cette archive.")
            elif not name.endswith("/"):
                kept[name] = info
        return kept

    def _fault(self, code: str, name: str, message: str) -> None:
        self.faults.append(Finding("error", code, name, message))


def _hidden(path: Path, archive: zipfile.ZipFile) -> bool:
    """Whether bytes stand before, between or after the members: programs that read from the start would see them."""
    end = 0
    with path.open("rb") as file:
        for info in sorted(archive.infolist(), key=lambda info: info.header_offset):
            if not 0 <= info.header_offset - end <= (_DESCRIPTOR if end else 0):
                return True
            file.seek(info.header_offset)
            name, extra = struct.unpack("<26x2H", file.read(_HEADER))
            end = info.header_offset + _HEADER + name + extra + info.compress_size
    return not 0 <= archive.start_dir - end <= (_DESCRIPTOR if end else 0)
