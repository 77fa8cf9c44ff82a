"""Runs installers (pip, npm, apt-get), and turns what they print when they fail into one message."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from portal.errors import BuildError, disk_full
from portal.locking import held

_NO_NETWORK = (
    "Failed to establish a new connection",
    "Temporary failure in name resolution",
    "Temporary failure resolving",
    "Network is unreachable",
    "Connection refused",
    "ConnectTimeoutError",
    "Read timed out",
    "ENOTFOUND",
    "EAI_AGAIN",
    "ECONNREFUSED",
    "ENETUNREACH",
    "ETIMEDOUT",
    "ENOTCACHED",
)
_DISK_FULL = ("No space left on device", "ENOSPC")
_WRONG_BYTES = ("DO NOT MATCH THE HASHES", "EINTEGRITY")


def run_tool(
    command: Sequence[str | Path],
    root: Path,
    failure: str,
    env: Mapping[str, str] | None = None,
    *,
    noise: tuple[str, ...] = ("WARNING",),
) -> str:
    """Runs `command` in `root`, silently, and returns what it printed. Raises BuildError when it fails: `failure`, then
    what was printed, without the lines that begin with one of `noise`."""
    result = subprocess.run(
        [os.fspath(part) for part in command],
        cwd=root,
        env=None if env is None else dict(env),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        pass_fds=held(),
        check=False,
    )
    if result.returncode:
        raise _explain(result.stdout, failure, noise)
    return result.stdout


def _explain(output: str, failure: str, noise: tuple[str, ...]) -> BuildError:
    if any(mark in output for mark in _DISK_FULL):
        return disk_full()
    if any(mark in output for mark in _WRONG_BYTES):
        return BuildError(
            f"{failure}: a downloaded file is not the one that was pinned. It was not installed.",
            "do not go on with it; try another network, and tell the project if it happens again.",
        )
    if any(mark in output for mark in _NO_NETWORK):
        return BuildError(
            f"{failure}: the network does not answer.", "connect to the Internet and run the same command again."
        )
    said = "\n".join(line for line in output.strip().splitlines() if not line.startswith(noise))
    return BuildError(f"{failure}.\n{said[-4000:]}", "correct what is named above.")


def apt_install(packages: Sequence[str], failure: str) -> None:
    """Installs Debian packages when we may (root, with apt-get); else raises BuildError with the command to type."""
    command = f"apt-get install -y --no-install-recommends {' '.join(packages)}"
    apt = shutil.which("apt-get")
    if not apt or os.geteuid() != 0:
        wanted = ", ".join(packages)
        raise BuildError(f"{failure}: missing {wanted}.", f"sudo {command}" if apt else f"install {wanted}")
    print(f"Installing Debian packages: {' '.join(packages)} …", flush=True)
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    run_tool([apt, "update"], Path("/"), failure, env)
    run_tool([apt, *command.split()[1:]], Path("/"), failure, env)
