"""A release, in a folder or an archive, written in a new folder: plain files with safe names, and nothing else.

What it holds is judged afterwards, in the folder, by portal.verify: what is read here is not yet known to be signed.
"""

from __future__ import annotations

import errno
import shutil
import stat
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path
from typing import IO

import zstandard

from portal.errors import BuildError
from portal.verify.damaged import DAMAGED
from portal.verify.paths import unsafe
from portal.verify.places import BIGGEST_FILE, MOST_BYTES, MOST_FILES
from portal.verify.tarred import Header

_DAMAGED: tuple[type[Exception], ...] = (zstandard.ZstdError, *DAMAGED)
REMEDY = "téléchargez l’édition à nouveau."
# A file to write: its path, its bytes, and how to read them.
Member = tuple[str, int, Callable[[], AbstractContextManager[IO[bytes]]]]


def unpack(release: Path, to: Path) -> Path:
    """Writes the files of `release` (a folder, a .zip or a .tar.zst) in the folder `to`; returns the folder of the
    copy: `to`, or its only folder. Raises BuildError for what is no release or is not safe to write."""
    try:
        files, total = 0, 0
        for name, size, read in _members(release):
            files, total = files + 1, total + size
            if reason := unsafe(name):
                raise BuildError(f"{release.name}: {name!r}: {reason}.", REMEDY)
            if files > MOST_FILES or total > MOST_BYTES or size > BIGGEST_FILE:
                raise BuildError(f"{release.name} est trop grand pour une édition.", REMEDY)
            target = to / name
            target.parent.mkdir(parents=True, exist_ok=True)
            # "x": two members of one name are refused, on any disk.
            with read() as source, target.open("xb") as file:
                _copy(source, file, size)
    except _DAMAGED:
        raise _damaged(release) from None
    except (FileExistsError, NotADirectoryError) as error:
        raise BuildError(f"{release.name} a deux fois le même fichier : {error.filename}.", REMEDY) from None
    except OSError as error:
        # A place in the archive that is no place. The disk has other numbers.
        if error.errno not in (None, errno.EINVAL):
            raise
        raise _damaged(release) from None
    found = [*to.iterdir()] if to.is_dir() else []
    return found[0] if len(found) == 1 and found[0].is_dir() else to


def _damaged(release: Path) -> BuildError:
    return BuildError(f"{release.name} est abîmé ou incomplet.", REMEDY)


def _members(release: Path) -> Iterator[Member]:
    if release.is_dir():
        return _of_folder(release)
    if not release.is_file():
        raise BuildError(f"{release} n’existe pas.", "donnez le .zip ou le .tar.zst d’une édition, ou son dossier.")
    return _of_zip(release) if zipfile.is_zipfile(release) else _of_tar(release)


def _of_folder(folder: Path) -> Iterator[Member]:
    for path in sorted(folder.rglob("*")):
        if path.is_symlink() or not (path.is_dir() or path.is_file()):
            raise BuildError(f"{path} est un lien, ou n’est pas un fichier.", "remettez le fichier de l’édition.")
        if path.is_file():
            yield path.relative_to(folder).as_posix(), path.stat().st_size, partial(_read, path)


def _of_zip(release: Path) -> Iterator[Member]:
    with zipfile.ZipFile(release) as archive:
        for info in archive.infolist():
            if stat.S_IFMT(info.external_attr >> 16) not in (0, stat.S_IFREG, stat.S_IFDIR):
                raise BuildError(f"{release.name}: {info.filename} n’est pas un fichier.", REMEDY)
            if not info.orig_filename.endswith("/"):
                if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                    # Others are unpacked without a limit.
                    raise BuildError(f"{release.name}: {info.filename}: compression inattendue.", REMEDY)
                yield info.orig_filename, info.file_size, partial(archive.open, info)


def _of_tar(release: Path) -> Iterator[Member]:
    with (
        release.open("rb") as raw,
        zstandard.ZstdDecompressor(max_window_size=1 << 27).stream_reader(raw, read_across_frames=True) as unpacked,
        tarfile.open(fileobj=unpacked, mode="r|", tarinfo=Header) as archive,
    ):
        for info in archive:
            if not (info.isreg() or info.isdir()):
                raise BuildError(f"{release.name}: {info.name} n’est pas un fichier.", REMEDY)
            if info.isreg():
                yield info.name, info.size, partial(_opened, archive, info)


def _read(path: Path) -> IO[bytes]:
    return path.open("rb")


def _opened(archive: tarfile.TarFile, info: tarfile.TarInfo) -> IO[bytes]:
    found = archive.extractfile(info)
    if found is None:
        raise EOFError
    return found


def _copy(source: IO[bytes], target: IO[bytes], size: int) -> None:
    shutil.copyfileobj(source, target)
    if target.tell() != size:
        raise EOFError
