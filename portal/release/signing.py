"""The signatures of an edition: added one by one, by people who each have their own key and their own computer."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from portal.errors import BuildError
from portal.release import layout, ssh
from portal.release.keys import FOLDER, key_of, signers
from portal.verify import openssh
from portal.verify.keysets import KeySet


def install(site: Path, folder: Path, sets: Sequence[KeySet]) -> None:
    """Puts the sets of keys of `folder` in the edition, and no signature."""
    for name in (layout.KEYS, layout.SIGNATURES):
        shutil.rmtree(site / name, ignore_errors=True)
    if not sets:
        return
    (site / layout.SIGNATURES).mkdir(parents=True)
    (site / layout.KEYS).mkdir()
    for file in sorted([*folder.glob("*.json"), *folder.glob("*.sig")]):
        shutil.copyfile(file, site / layout.KEYS / file.name)
    (site / layout.SIGNERS).write_text(signers(sets[-1]), "utf-8")


def sign(site: Path, newest: KeySet, key: Path) -> str:
    """Signs the edition of `site` with `key`, and returns its id. Raises BuildError when it is not in `newest`."""
    name = key_of(newest, ssh.public_of(key))
    if not name:
        raise BuildError(f"{key}: not a key of set {newest.version} ({FOLDER}).", "sign with one of its keys.")
    _keep(site, name, ssh.sign(key, openssh.EDITIONS, _statement(site)))
    return name


def add(site: Path, newest: KeySet, signature: Path) -> str:
    """Adds the signature that another signatory sent, and returns its id. Raises BuildError when it is of other keys,
    or of another edition."""
    data = signature.read_bytes()
    name = ssh.signer(newest.keys, openssh.EDITIONS, data, _statement(site))
    if not name:
        raise BuildError(
            f"{signature}: no signature of this edition by a key of set {newest.version}.",
            "both must build the same sources: compare edition/edition.json.",
        )
    _keep(site, name, data)
    return name


def _statement(site: Path) -> bytes:
    return (site / layout.STATEMENT).read_bytes()


def _keep(site: Path, name: str, data: bytes) -> None:
    (site / layout.SIGNATURES / f"{name}.sig").write_bytes(data)
