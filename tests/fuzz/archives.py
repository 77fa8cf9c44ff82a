"""Archives of any kind, read in every way that the project reads them."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from portal.errors import BuildError
from portal.mirrors.unpack import unpack
from portal.verify import paths
from portal.verify.findings import Trouble
from portal.verify.places import Missing, Place, TooLong

FILES = {"copie/edition/edition.json": b"{}", "copie/fr/é.html": b"<p>" + b"x" * 200, "copie/vide": b""}
_LIMIT = 1_000_000


def read(path: Path, kind: Callable[[Path], Place]) -> None:
    """Reads the archive `path` as a place of `kind`, and unpacks it."""
    _verify(path, kind)
    _unpack(path)


def _verify(path: Path, kind: Callable[[Path], Place]) -> None:
    try:
        place = kind(path)
    except Trouble as trouble:
        assert trouble.finding.message
        return
    try:
        for name in place.names():
            assert not paths.unsafe(name), name
            try:
                assert len(place.read(name, _LIMIT)) <= _LIMIT
                place.digest(name, _LIMIT)
            except (Missing, TooLong):
                continue
            except Trouble as trouble:
                assert trouble.finding.message
    finally:
        place.close()


def _unpack(path: Path) -> None:
    # One folder of the whole run: what is written elsewhere in it shows.
    around = Path(tempfile.gettempdir(), "around")
    to = around / "to"
    shutil.rmtree(around, ignore_errors=True)
    to.mkdir(parents=True)
    try:
        assert unpack(path, to).is_relative_to(to)
    except BuildError as error:
        assert str(error) and error.remedy
    assert [*around.iterdir()] == [to]
    for found in to.rglob("*"):
        assert found.is_file() or found.is_dir()
        assert not found.is_symlink()
