"""requirements/licences.txt: the licence of each Python package of the build, the same on every machine.

A lock file for Python does not say licences, as npm's does, and no machine installs every package: some are for
Windows, or for one version of Python. `python -m portal.supply.python_licences` writes the file again from what is
installed here, and keeps the other lines; one for a package whose metadata settle nothing is written by hand."""

from __future__ import annotations

import re
import sys
from importlib import metadata
from pathlib import Path

from portal.errors import BuildError, guarded
from portal.supply import locks, spdx
from portal.supply.locks import PYPI, Pin

FILE = "requirements/licences.txt"
_HEAD = "# Written by: python -m portal.supply.python_licences\n"
_LINE = re.compile(r"(\S+)==(\S+) (\S.*)")
_RENEW = "run: python -m portal.supply.python_licences"


def read(root: Path) -> dict[tuple[str, str], str]:
    """(name, version) → SPDX expression. Raises BuildError for a line that is something else."""
    found: dict[tuple[str, str], str] = {}
    for number, line in enumerate((root / FILE).read_text("utf-8").splitlines(), start=1):
        if line.startswith("#"):
            continue
        match = _LINE.fullmatch(line)
        if not match:
            raise BuildError(f"{FILE}:{number}: not “name==version licence”.", _RENEW)
        spdx.check(match[3], f"{FILE}:{number}")
        found[match[1], match[2]] = match[3]
    return found


def of(pin: Pin, known: dict[tuple[str, str], str]) -> str:
    """The licence of a package of the build. Raises BuildError when `known` lacks it."""
    licence = pin.licence or known.get((pin.name, pin.version), "")
    if not licence:
        raise BuildError(f"{FILE}: no line for {pin.name}=={pin.version}.", _RENEW)
    return licence


def write(root: Path) -> Path:
    """Writes the file. Raises BuildError, with every package in question, when a licence is known from nowhere."""
    known = read(root) if (root / FILE).exists() else {}
    lines, missing = list[str](), list[str]()
    for pin in locks.build(root):
        if pin.ecosystem != PYPI:
            continue
        licence = known.get((pin.name, pin.version)) or installed(pin)
        lines.append(f"{pin.name}=={pin.version} {licence}\n")
        if not licence:
            missing.append(f"{pin.name}=={pin.version}")
    if missing:
        raise BuildError(f"{FILE}: no licence for {', '.join(missing)}.", "read their licences, and write their lines.")
    (root / FILE).write_text(_HEAD + "".join(lines), "utf-8")
    return root / FILE


def installed(pin: Pin) -> str:
    """The licence of a package as it is installed here, or ""."""
    try:
        package = metadata.distribution(pin.name)
    except metadata.PackageNotFoundError:
        return ""
    return spdx.of(package) if package.version == pin.version else ""


def _main() -> int:
    print(write(Path(__file__).resolve().parents[2]))
    return 0


if __name__ == "__main__":
    sys.exit(guarded(_main))
