"""Who signs editions: numbered sets of public keys, each signed by enough keys of the set before it.

    docs/_data/cles/0001.json        {"format", "version", "threshold",
                                      "keys": [{"id", "role", "public", "from", "until"}]}
    docs/_data/cles/0002.<id>.sig    the signature of 0002.json by the key <id> of 0001.json

A published set never changes: another follows it. No private key is ever here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from portal.edition import parse_date
from portal.errors import BuildError
from portal.release import ssh

FOLDER = "docs/_data/cles"
FORMAT = 1
_ID = re.compile(r"[a-z0-9-]{1,30}")


@dataclass(frozen=True)
class Key:
    """Who may sign: `public` is "ssh-ed25519 AAAA…"; `since` and `until` (ISO) are its first and last days."""

    id: str
    role: str
    public: str
    since: str
    until: str


@dataclass(frozen=True)
class KeySet:
    """`threshold` different keys of it make a signature of the edition, or of the set that follows."""

    version: int
    threshold: int
    keys: tuple[Key, ...]

    @property
    def members(self) -> tuple[tuple[str, str], ...]:
        """(id, public key) of each."""
        return tuple((key.id, key.public) for key in self.keys)

    def key_of(self, public: str) -> str:
        """The id of the key `public`, "" when it is not in the set."""
        return next((key.id for key in self.keys if key.public == public), "")

    def signers(self) -> str:
        """The set as a file that `ssh-keygen -Y verify -f` reads."""
        return "".join(f'{key.id} namespaces="{ssh.EDITIONS}" {key.public}\n' for key in self.keys)


def load(folder: Path) -> list[KeySet]:
    """The sets of `folder`, the oldest first; none when there is no such folder.

    Raises BuildError for a gap, a faulty file, or a set that too few keys of the one before have signed."""
    sets: list[KeySet] = []
    for rank, path in enumerate(sorted(folder.glob("*.json")), start=1):
        found = _read(path)
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
    for file in sorted(path.parent.glob(f"{path.stem}.*.sig")):
        name = file.name.removeprefix(f"{path.stem}.").removesuffix(".sig")
        own = [(key, public) for key, public in before.members if key == name]
        if ssh.signer(own, ssh.KEY_SETS, file.read_bytes(), path.read_bytes()):
            found.append(name)
    return found


def new(folder: Path, keys: Sequence[Key], threshold: int) -> Path:
    """Writes the next set, and returns its file. After the first, it counts when signed: see `sign`.

    Raises BuildError for a wrong threshold, a doubled key or id, dates that are none."""
    found = _checked(KeySet(len(load(folder)) + 1, threshold, tuple(keys)), folder)
    data = {
        "format": FORMAT,
        "version": found.version,
        "threshold": threshold,
        "keys": [{_WRITTEN.get(name, name): value for name, value in asdict(key).items()} for key in keys],
    }
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{found.version:04}.json"
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return path


def sign(folder: Path, key: Path) -> Path:
    """Signs the newest set with `key`, one of the set before it; returns the signature's file."""
    paths = sorted(folder.glob("*.json"))
    if len(paths) < 2:
        raise BuildError(f"{folder}: no set to sign.", "the first set needs no signature; add one: keys new")
    before = _read(paths[-2])
    name = before.key_of(ssh.public_of(key))
    if not name:
        raise BuildError(f"{key}: not a key of {paths[-2].name}.", "sign with a key of the set before.")
    target = paths[-1].with_name(f"{paths[-1].stem}.{name}.sig")
    target.write_bytes(ssh.sign(key, ssh.KEY_SETS, paths[-1].read_bytes()))
    return target


# `from` is no name in Python.
_WRITTEN = {"since": "from"}


def _read(path: Path) -> KeySet:
    try:
        data = json.loads(path.read_text("utf-8"))
        keys = tuple(Key(k["id"], k["role"], k["public"], k["from"], k["until"]) for k in data["keys"])
        found = KeySet(int(data["version"]), int(data["threshold"]), keys)
    except (ValueError, KeyError, TypeError) as error:
        raise BuildError(f"{path}: no set of keys ({error!r}).", "take the file again as it was published.") from None
    return _checked(found, path)


def _checked(found: KeySet, where: Path) -> KeySet:
    if not 1 <= found.threshold <= len(found.keys):
        raise BuildError(f"{where}: threshold {found.threshold} for {len(found.keys)} key(s).", "2 of 3 is usual.")
    for name in ("id", "public"):
        values = [getattr(key, name) for key in found.keys]
        if doubled := sorted({value for value in values if values.count(value) > 1}):
            raise BuildError(f"{where}: {name} “{doubled[0]}” is there twice.", "one key a person.")
    for key in found.keys:
        if not _ID.fullmatch(key.id):
            raise BuildError(f"{where}: id “{key.id}”.", "use a to z, 0 to 9 and -, thirty at most.")
        if key.public.split(" ")[0] not in ssh.KINDS:
            raise BuildError(f"{where}: key {key.id} is of another kind than {', '.join(ssh.KINDS)}.")
        if parse_date(key.since, str(where)) > parse_date(key.until, str(where)):
            raise BuildError(f"{where}: key {key.id} ends before it begins.")
    return found
