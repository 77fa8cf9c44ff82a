"""Signatures are made by OpenSSH's `ssh-keygen` alone, with keys that never leave their owners."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path

from portal.errors import BuildError
from portal.verify import openssh
from portal.verify.keysets import KINDS, Key


def public_of(key: Path) -> str:
    """The public half, "ssh-ed25519 AAAA…", of the file `key`: a public key, or a private one with its .pub beside it.

    Raises BuildError when there is none, or it is of another kind."""
    beside = key if key.suffix == ".pub" else key.with_name(f"{key.name}.pub")
    if not beside.is_file():
        raise BuildError(f"{beside}: no such file.", "give the key whose .pub file lies beside it.")
    words = beside.read_text("utf-8").split()
    if len(words) < 2 or words[0] not in KINDS:
        raise BuildError(f"{beside}: no key of the kinds {', '.join(KINDS)}.", "make one: ssh-keygen -t ed25519")
    return " ".join(words[:2])


def sign(key: Path, namespace: str, data: bytes) -> bytes:
    """The signature of `data` by the private file `key`, or by the agent that holds the key of a .pub file. Asks for
    the passphrase on the terminal when there is one. Raises BuildError."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "signed"
        file.write_bytes(data)
        command: list[str | Path] = [openssh.program(), "-Y", "sign", "-f", key.resolve(), "-n", namespace, file]
        done = subprocess.run(command, capture_output=True, check=False)
        if done.returncode:
            said = done.stderr.decode("utf-8", "replace").strip()
            raise BuildError(f"{key}: the signature could not be made.\n{said}", "check the key and its passphrase.")
        return file.with_name("signed.sig").read_bytes()


def signer(keys: Iterable[Key], namespace: str, signature: bytes, data: bytes) -> str:
    """The id of the one of `keys` that made `signature` of `data`; "" when it is none of them."""
    return next((key.id for key in keys if openssh.signed(key.public, namespace, signature, data)), "")
