"""Puts a made site in the place of the one before: stopped or refused at any moment, one whole site is there, or is put
back by the next build."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path


def publish(site: Path, destination: Path) -> None:
    """Puts the new site in place by renames; when the second fails, the first is undone."""
    os.utime(site)
    _open_to_all(site)
    if destination.parent.stat().st_dev != site.parent.stat().st_dev:
        site = _beside(site, destination)
    old = _old(destination)
    _discard(old)
    try:
        if destination.exists():
            destination.rename(old)
        site.rename(destination)
    except BaseException:
        put_back(destination)
        raise
    # What cannot be removed is told by the next publication: this one is done.
    with suppress(OSError):
        _discard(old)


def put_back(destination: Path) -> None:
    """Undoes a publication that was stopped between its two renames."""
    old = _old(destination)
    if old.exists() and not destination.exists():
        old.rename(destination)


def _old(destination: Path) -> Path:
    return destination.with_name(f".{destination.name}.old")


def _discard(old: Path) -> None:
    """Removes the folder `old` under another name: `put_back` must never take what is half removed."""
    gone = old.with_suffix(".gone")
    if gone.is_symlink():
        # Somebody's link in the place of the site: what it leads to is theirs.
        gone.unlink()
    elif gone.exists():
        _open_to_all(gone)
        shutil.rmtree(gone)
    if old.exists() or old.is_symlink():
        old.rename(gone)
        _discard(old)


def _beside(site: Path, destination: Path) -> Path:
    """A copy of `site` on the disk of `destination`, where it can be renamed."""
    near = destination.with_name(f".{destination.name}.new")
    shutil.rmtree(near, ignore_errors=True)
    try:
        return Path(shutil.copytree(site, near))
    except BaseException:
        shutil.rmtree(near, ignore_errors=True)
        raise


def _open_to_all(site: Path) -> None:
    """A site is for everybody, and a server is often another user, whatever the umask of who builds."""
    for path in [site, *site.rglob("*")]:
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() else 0o644)
