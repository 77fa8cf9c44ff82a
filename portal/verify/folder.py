"""A copy in a folder of this computer."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path

from . import layout
from .findings import Finding, Trouble
from .paths import LONGEST
from .places import CHUNK, MOST_FILES, Bounded, Missing, Place, Sink, top_of

# Windows has no links to refuse this way, nor pipes to wait for.
_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


class Folder(Place):
    """The copy in the folder `path`, or in its only folder that holds one. Links inside it are not followed."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        # The folder itself may be a link: `courant` is one.
        self._path = path.resolve()
        self._names = dict(self._walk(self._path, ""))
        if top := top_of(self._names, layout.STATEMENT):
            self.faults.clear()
            self._path /= top
            self._names = dict(self._walk(self._path, ""))

    def names(self) -> Mapping[str, int]:
        """The plain files found when the folder was opened; later ones are not seen."""
        return self._names

    def pump(self, name: str, limit: int, sink: Sink) -> None:
        """As in Place; a link or a pipe put in the place of a file is Missing."""
        if name not in self._names:
            raise Missing
        bounded = Bounded(sink, limit)
        try:
            with os.fdopen(os.open(self._path / name, _FLAGS), "rb") as file:
                if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                    raise Missing
                while piece := file.read(CHUNK):
                    bounded(piece)
        except FileNotFoundError:
            raise Missing from None
        except OSError as error:
            raise _unreadable(name, error) from None

    def _walk(self, folder: Path, prefix: str) -> Iterator[tuple[str, int]]:
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError as error:
            self.faults.append(_unreadable(prefix, error).finding)
            return
        if len(prefix) > LONGEST:
            message = "Trop de dossiers l’un dans l’autre pour une copie. Supprimez-les."
            self.faults.append(Finding("error", "too-deep", f"{prefix[:LONGEST]}…", message))
            return
        if len(entries) > MOST_FILES:
            raise Trouble("error", "too-many-files", prefix, "Ce dossier a trop de fichiers pour être une copie.")
        for entry in entries:
            name = prefix + entry.name
            if entry.is_symlink() or (hasattr(entry, "is_junction") and entry.is_junction()):
                message = "Lien vers un autre fichier : une copie n’en a pas. Remplacez-le par le fichier de l’archive."
                self.faults.append(Finding("error", "link", name, message))
            elif entry.is_dir(follow_symlinks=False):
                yield from self._walk(folder / entry.name, f"{name}/")
            elif entry.is_file(follow_symlinks=False):
                yield name, entry.stat(follow_symlinks=False).st_size
            else:
                message = "Ni un fichier ni un dossier. Supprimez-le."
                self.faults.append(Finding("error", "special-file", name, message))


def _unreadable(name: str, error: OSError) -> Trouble:
    message = f"Illisible ({error.strerror}). Donnez-vous le droit de le lire, puis recommencez."
    return Trouble("unreachable", "unreadable", name, message)
