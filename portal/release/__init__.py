"""A release: the built site with its manifests, signed, as archives that anyone can check. Formats: see MIRRORS.md."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from portal.edition import Edition
from portal.release import archive, keys, layout, signing

UNSIGNED = "NON-SIGNEE"


def pack(
    site: Path, edition: Edition, sets: Path, folder: Path, *, own: Sequence[Path] = (), sent: Sequence[Path] = ()
) -> tuple[list[Path], list[str]]:
    """Signs the edition in the folder `site` and packs it; returns the archives, and who signed.

    `sets` is the folder of the sets of keys, `own` the keys to sign with, `sent` signatures made elsewhere. Below the
    threshold, the name of the archives says that they are not signed: such an archive is for those who must sign it."""
    known = keys.load(sets)
    signing.install(site, sets, known)
    signed = {signing.sign(site, known[-1], key) for key in own} if known else set()
    signed |= {signing.add(site, known[-1], file) for file in sent} if known else set()
    complete = bool(known) and len(signed) >= known[-1].threshold
    stem = f"{layout.NAME}-{edition.number}" + ("" if complete else f"-{UNSIGNED}")
    return list(archive.write(site, edition, folder, stem)), sorted(signed)
