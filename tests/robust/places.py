"""Where a small portal is built: odd environments, disks that are full, folders that cannot be written."""

from __future__ import annotations

import os
import shlex
from collections.abc import Mapping
from pathlib import Path

# A path that somebody may have: spaces, an apostrophe, accents, letters written from right to left, an emoji.
ODD_PATH = "L'été d’Élodie/مشروع 🗂 (copie)"
DISORDER = Path(__file__).parent / "disorder"
# What a shell, a service or a container may say, each alone: name → variables.
ENVIRONMENTS: Mapping[str, Mapping[str, str]] = {
    "ascii": {"LC_ALL": "C", "LANG": "", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
    "posix": {"LC_ALL": "POSIX", "LANGUAGE": "ar"},
    "ascii-output": {"PYTHONIOENCODING": "ascii"},
    "time-zone": {"TZ": "Pacific/Kiritimati"},
    "hash-seed": {"PYTHONHASHSEED": "77"},
    "disorder": {"PYTHONPATH": str(DISORDER)},
}
# The modes of files are nothing to root: without these capabilities they are.
_PLAIN = "-dac_override,-dac_read_search,-fowner"


def all_at_once() -> dict[str, str]:
    """Every one of ENVIRONMENTS, together."""
    return {name: value for variables in ENVIRONMENTS.values() for name, value in variables.items()}


def obeying_modes() -> list[str]:
    """The command that runs another as somebody for whom the modes of files count."""
    return ["setpriv", f"--bounding-set={_PLAIN}", f"--inh-caps={_PLAIN}"] if os.geteuid() == 0 else []


def shell(script: str) -> list[str]:
    """The command that runs another after the shell commands `script`."""
    return ["sh", "-euc", f'{script}; exec "$@"', "sh"]


def mounting(script: str) -> list[str]:
    """The command that runs another after the shell commands `script`, whose mounts nobody else sees and which end with
    it."""
    alone = ["unshare", "--mount", *([] if os.geteuid() == 0 else ["--map-root-user"])]
    return [*alone, *shell(script)]


def read_only(folder: Path) -> list[str]:
    """`mounting` with `folder` on a disk that cannot be written."""
    at = shlex.quote(str(folder))
    return mounting(f"mount --bind {at} {at}; mount -o remount,ro,bind {at}")


def small_disk(folder: Path, kilobytes: int) -> list[str]:
    """`mounting` with `folder` on a disk of that size, with what is already in it."""
    at = shlex.quote(str(folder))
    copy = f'cp -a {at}/. "$held"; mount --move "$held" {at}; rmdir "$held"'
    return mounting(f'held=$(mktemp -d); mount -t tmpfs -o size={kilobytes}k tmpfs "$held"; {copy}')
