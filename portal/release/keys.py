"""Who signs editions: numbered sets of public keys, each signed by enough keys of the set before it.

    docs/_data/cles/0001.json        {"format", "version", "threshold",
                                      "keys": [{"id", "role", "public", "from", "until"}]}
    docs/_data/cles/0002.<id>.sig    the signature of 0002.json by the key <id> of 0001.json

A published set never changes: another follows it. No private key is ever here.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from pathlib import Path

from portal.errors import BuildError
from portal.release import ssh
from portal.verify import keysets, openssh
from portal.verify.findings import Trouble
from portal.verify.keysets import Key, KeySet

FOLDER = "docs/_data/cles"
FORMAT = 1


def load(folder: Path) -> list[KeySet]:
    """The sets of `folder`, the oldest first; none when there is no such folder.

    Raises BuildError for a gap, a faulty file, or a set that too few keys of the one before have signed."""
    sets: list[KeySet] = []
    for rank, path in enumerate(sorted(folder.glob("*.json")), start=1):
        found = _parse(path.read_bytes(), path)
        if path.name != f"{rank:04}.json" or found.version != rank:
            raise BuildError(f"{path}: set {rank} was expected here.", "keep the sets numbered from 0001.json.")
        if sets and len(signed_by(path, sets[-1])) < sets[-1].threshold:
            raise BuildError(
                f"{path}: {sets[-1].threshold} keys of the set before it must sign it.",
                "each signatory runs: python3 build.py keys sign --key KEY",
            )
        sets.append(found)
    return sets


def signed_by(path: Path, before: KeySet) -> list[str]:
    """The ids of the keys of the set `before` that signed the set in the file `path`."""
    found = []
    for key in before.keys:
        signature = path.with_name(f"{path.stem}.{key.id}.sig")
        if signature.is_file() and ssh.signer([key], openssh.KEY_SETS, signature.read_bytes(), path.read_bytes()):
            found.append(key.id)
    return found


def key_of(found: KeySet, public: str) -> str:
    """The id of the key `public` in a set, "" when it is not there."""
    return next((key.id for key in found.keys if key.public == public), "")


def signers(found: KeySet) -> str:
    """The set as a file that `ssh-keygen -Y verify -f` reads."""
    return "".join(f'{key.id} namespaces="{openssh.EDITIONS}" {key.public}\n' for key in found.keys)


def member(name: str, role: str, public: str, since: str, until: str) -> Key:
    """A key for `new`; the days are ISO."""
    return Key(name, role, public, dt.date.fromisoformat(since), dt.date.fromisoformat(until))


def new(folder: Path, keys: Sequence[Key], threshold: int) -> Path:
    """Writes the next set, and returns its file. After the first, it counts when signed: see `sign`.

    Raises BuildError for what a verifier would refuse: a wrong threshold, a key or an id there twice…"""
    version = len(load(folder)) + 1
    written = [
        {"id": k.id, "role": k.role, "public": k.public, "from": k.since.isoformat(), "until": k.until.isoformat()}
        for k in keys
    ]
    data = {"format": FORMAT, "version": version, "threshold": threshold, "keys": written}
    raw = (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()
    path = folder / f"{version:04}.json"
    _parse(raw, path)
    folder.mkdir(parents=True, exist_ok=True)
    path.write_bytes(raw)
    return path


def sign(folder: Path, key: Path) -> Path:
    """Signs the newest set with `key`, one of the set before it; returns the signature's file."""
    paths = sorted(folder.glob("*.json"))
    if len(paths) < 2:
        raise BuildError(f"{folder}: no set to sign.", "the first set needs no signature; add one: keys new")
    name = key_of(_parse(paths[-2].read_bytes(), paths[-2]), ssh.public_of(key))
    if not name:
        raise BuildError(f"{key}: not a key of {paths[-2].name}.", "sign with a key of the set before.")
    target = paths[-1].with_name(f"{paths[-1].stem}.{name}.sig")
    target.write_bytes(ssh.sign(key, openssh.KEY_SETS, paths[-1].read_bytes()))
    return target


def _parse(raw: bytes, path: Path) -> KeySet:
    try:
        return keysets.parse(raw, str(path))
    except Trouble as trouble:
        raise BuildError(f"{path}: {trouble}") from None
