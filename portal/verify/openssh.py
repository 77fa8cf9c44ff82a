"""Signatures are checked by OpenSSH's `ssh-keygen`, the one program that this package runs."""

from __future__ import annotations

import os
import subprocess
import tempfile
from pathlib import Path

from .findings import Trouble

EDITIONS = "droits-en-attente-edition"
KEY_SETS = "droits-en-attente-cles"
"""Namespaces: a signature of one kind of file never passes for one of the other."""
_SECONDS = 30


def signed(public: str, namespace: str, signature: bytes, data: bytes) -> bool:
    """Whether `signature` is that of `data` by the key `public`, made for `namespace`.

    Raises Trouble when there is no ssh-keygen that can tell."""
    with tempfile.TemporaryDirectory(prefix="verify-") as folder:
        allowed, file = Path(folder, "allowed"), Path(folder, "signature")
        allowed.write_text(f"signer {public}\n", "utf-8")
        file.write_bytes(signature)
        command = [program(), "-Y", "verify", "-f", str(allowed), "-I", "signer", "-n", namespace, "-s", str(file)]
        try:
            done = subprocess.run(command, input=data, capture_output=True, timeout=_SECONDS, check=False)
        except (OSError, subprocess.TimeoutExpired) as error:
            raise _trouble(f"ssh-keygen n’a pas répondu ({type(error).__name__}).") from None
    said = done.stderr.lower()
    if b"usage:" in said or b"unknown option" in said or b"illegal option" in said:
        raise _trouble("ssh-keygen est trop ancien : il faut OpenSSH 8.2 ou plus récent.")
    return done.returncode == 0


def program() -> str:
    """The ssh-keygen of PATH; raises Trouble when there is none.

    Relative folders are passed over: a copy must not bring its own."""
    for folder in map(Path, os.get_exec_path()):
        for name in ("ssh-keygen", "ssh-keygen.exe"):
            if folder.is_absolute() and (folder / name).is_file() and os.access(folder / name, os.X_OK):
                return str(folder / name)
    raise _trouble("ssh-keygen manque.")


def _trouble(reason: str) -> Trouble:
    remedy = "Installez le client OpenSSH (Debian : openssh-client ; Windows : fonctionnalités facultatives)."
    return Trouble("unreachable", "no-ssh-keygen", "", f"{reason} Rien n’a été vérifié des signatures. {remedy}")
