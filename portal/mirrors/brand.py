"""A copy that bears the name of who publishes it: a release that verifies, with local/ and stubs, in a new folder."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Sequence
from pathlib import Path

from portal.errors import BuildError
from portal.mirrors import local, unpack
from portal.mirrors.config import NOBODY, Mirror, find, refuse
from portal.verify import branding, fields
from portal.verify.check import verify
from portal.verify.findings import STATUS, Finding
from portal.verify.folder import Folder

OLD = STATUS["late"]


def brand(release: Path, config: Path, to: Path, *, trusted: Sequence[bytes], today: dt.date) -> list[Finding]:
    """Makes in the new folder `to` the copy of `release` (a folder, a .zip or a .tar.zst) that `config` describes.

    `trusted` are the sets of keys that this host holds for true. Returns what a host should still know of the release,
    its age above all. Same inputs, same bytes. Raises BuildError, and leaves nothing, when mirror.yml is at fault or
    when the release is not whole and signed."""
    mirror = find(config.parent, config) or NOBODY
    refuse(mirror.missing())
    if to.exists():
        raise BuildError(f"{to} existe déjà.", "donnez un dossier nouveau : une copie ne se mélange pas à une autre.")
    to.parent.mkdir(parents=True, exist_ok=True)
    # Beside its place: the last step is a rename.
    with tempfile.TemporaryDirectory(prefix=f".{to.name}.", dir=to.parent) as work:
        copy = unpack.unpack(release, Path(work) / "copie")
        found = _judged(copy, release, trusted, today)
        _make(copy, mirror)
        copy.rename(to)
    return found


def _judged(copy: Path, release: Path, trusted: Sequence[bytes], today: dt.date) -> list[Finding]:
    """What is known of the release, unpacked in `copy`. Raises BuildError when it can not be trusted."""
    result = verify(Folder(copy), trusted, today)
    if result.status not in (0, OLD):
        lines = [f"{finding.path}: {finding.message}" for finding in result.findings if finding.level in STATUS]
        message = f"{release.name} n’est pas une édition entière et signée :"
        raise BuildError("\n".join([message, *lines[:20]]), unpack.REMEDY)
    if (copy / branding.DATA).read_bytes() != fields.canonical(NOBODY.values):
        raise BuildError(f"{release.name} porte déjà un nom.", "partez de l’archive de l’édition, pas d’une copie.")
    return [finding for finding in result.findings if finding.level == "late"]


def _make(copy: Path, mirror: Mirror) -> None:
    local.apply(copy, mirror)
    # A folder that a language left out held, and that has no page.
    for folder in sorted((path for path in copy.rglob("*") if path.is_dir()), reverse=True):
        if not any(folder.iterdir()):
            folder.rmdir()
