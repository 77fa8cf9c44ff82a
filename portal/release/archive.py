"""The archives of a release: the same bytes from the same files, whoever packs them, where and when."""

from __future__ import annotations

import datetime as dt
import io
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import zstandard

from portal.edition import Edition
from portal.release import layout

# Higher levels gain little: the compressed copies inside do not shrink again.
ZSTD_LEVEL = 9
_MODE = 0o100644


def write(site: Path, edition: Edition, folder: Path, stem: str) -> tuple[Path, Path]:
    """Packs the folder `site` into `folder`/`stem`.zip, without compressed copies, for a host that takes files by FTP,
    and into `stem`.tar.zst, with them, for a server. Both hold one top folder. Each replaces an older one whole."""
    folder.mkdir(parents=True, exist_ok=True)
    names = list(layout.names(site))
    zipped, tarred = folder / f"{stem}.zip", folder / f"{stem}.tar.zst"
    plain = [name for name in names if not layout.compressed(name)]
    _replace(zipped, lambda target: _zip(site, plain, edition, target))
    _replace(tarred, lambda target: _tar(site, names, edition, target))
    return zipped, tarred


def _zip(site: Path, names: list[str], edition: Edition, target: Path) -> None:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in names:
            put(archive, f"{layout.NAME}/{name}", (site / name).read_bytes(), edition.date)


def put(archive: zipfile.ZipFile, name: str, data: bytes, day: dt.date) -> None:
    """Adds a plain file to a zip, dated `day`, whoever writes it and where."""
    entry = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
    entry.create_system, entry.external_attr = 3, _MODE << 16
    archive.writestr(entry, data, zipfile.ZIP_DEFLATED, 9)


def _tar(site: Path, names: list[str], edition: Edition, target: Path) -> None:
    with (
        target.open("wb") as raw,
        zstandard.ZstdCompressor(level=ZSTD_LEVEL, write_checksum=True).stream_writer(raw) as packed,
        tarfile.open(fileobj=packed, mode="w|", format=tarfile.PAX_FORMAT) as archive,
    ):
        for name in names:
            data = (site / name).read_bytes()
            entry = tarfile.TarInfo(f"{layout.NAME}/{name}")
            entry.size, entry.mode, entry.mtime = len(data), 0o644, edition.epoch
            archive.addfile(entry, io.BytesIO(data))


def _replace(target: Path, make: Callable[[Path], None]) -> None:
    new = target.with_name(f".{target.name}.new")
    try:
        make(new)
        new.replace(target)
    finally:
        new.unlink(missing_ok=True)
