"""What we ask of OpenSSH's `ssh-keygen`: the signatures are made and checked by it alone."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path

from portal.errors import BuildError

EDITIONS = "droits-en-attente-edition"
KEY_SETS = "droits-en-attente-cles"
"""Namespaces: a signature of one kind of file never passes for one of the other."""
KINDS = ("ssh-ed25519", "sk-ssh-ed25519@openssh.com")


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
        done = subprocess.run(
            [_program(), "-Y", "sign", "-f", key.resolve(), "-n", namespace, file], capture_output=True, check=False
        )
        if done.returncode:
            said = done.stderr.decode("utf-8", "replace").strip()
            raise BuildError(f"{key}: the signature could not be made.\n{said}", "check the key and its passphrase.")
        return file.with_name("signed.sig").read_bytes()


def signer(members: Iterable[tuple[str, str]], namespace: str, signature: bytes, data: bytes) -> str:
    """The id of the one of `members` (id, public key) who made `signature` of `data`; "" when it is none of them."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "signature"
        file.write_bytes(signature)
        for name, public in members:
            (allowed := Path(folder) / "allowed").write_text(f"{name} {public}\n", "utf-8")
            command: list[str | Path] = [_program(), "-Y", "verify", "-f", allowed, "-I", name]
            command += ["-n", namespace, "-s", file]
            if not subprocess.run(command, input=data, capture_output=True, check=False).returncode:
                return name
    return ""


def _program() -> str:
    found = shutil.which("ssh-keygen")
    if found is None:
        raise BuildError("ssh-keygen is not in PATH.", "install OpenSSH's client (Debian: openssh-client).")
    return found
