"""What the lock files pin: each package with its exact version and the hashes that its files must have.

The files are read strictly: a line without version, without hash, or with an address, is an error with its place."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from portal.errors import BuildError

PYPI, NPM = ECOSYSTEMS = ("pypi", "npm")
# What makes the site; requirements/test.txt, zim.txt and bench.txt do not.
BUILD_GROUPS = ("build", "node", "pyodide-build")
_FOLDER = "requirements"
NPM_LOCKS = ("package-lock.json", "tests/bench/package-lock.json")
_REQUIREMENT = re.compile(
    r"(?P<name>[A-Za-z0-9][A-Za-z0-9._-]*)==(?P<version>[A-Za-z0-9.!+_-]+)(?: ; [^#\\]+?)?"
    r"(?P<hashes>(?: +--hash=sha256:[0-9a-f]{64})+)"
)
_RENEW = "write the file again: requirements/lock.sh"
_RENEW_NPM = "write it again: npm install --package-lock-only"


@dataclass(frozen=True, order=True)
class Pin:
    """A locked package. `hashes` are (algorithm as CycloneDX names it, hexadecimal digest): for PyPI, one a file of
    the release; for npm, that of the archive. `licence` is what an npm lock says of it; `tests`: only tests need it."""

    ecosystem: str
    name: str
    version: str
    hashes: tuple[tuple[str, str], ...]
    licence: str = ""
    tests: bool = False

    @property
    def purl(self) -> str:
        """Its package URL: pkg:npm/%40noble/hashes@2.4.0."""
        return f"pkg:{self.ecosystem}/{self.name.replace('@', '%40')}@{self.version.replace('+', '%2B')}"


def groups(root: Path) -> list[str]:
    """The names of the requirements files: "build", "test"…"""
    return sorted(file.stem for file in (root / _FOLDER).glob("*.in"))


def requirements(root: Path, group: str) -> list[Pin]:
    """The packages of requirements/<group>.txt, in its order. Raises BuildError for a line that is not an exact pin."""
    file = root / _FOLDER / f"{group}.txt"
    return [_requirement(line, f"{_FOLDER}/{file.name}:{number}") for number, line in _lines(file)]


def direct(root: Path, group: str) -> list[str]:
    """The names that requirements/<group>.in asks for, as PyPI compares them."""
    text = (root / _FOLDER / f"{group}.in").read_text("utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith(("#", "-"))]
    return [_name(line.partition("==")[0]) for line in lines]


def npm(root: Path, lock: str = NPM_LOCKS[0]) -> list[Pin]:
    """The packages of an npm lock file, each once. Raises BuildError for one without integrity, or with an address."""
    packages = json.loads((root / lock).read_text("utf-8"))["packages"]
    found = {_package(place, entry, lock) for place, entry in packages.items() if place}
    return sorted(found)


def everything(root: Path) -> list[Pin]:
    """Every package that some lock file names, each version once."""
    found = [pin for group in groups(root) for pin in requirements(root, group)]
    found += [pin for lock in NPM_LOCKS for pin in npm(root, lock)]
    return list({(pin.ecosystem, pin.name, pin.version): pin for pin in sorted(found)}.values())


def build(root: Path) -> list[Pin]:
    """What the build may install, on one machine or another: each version once."""
    found = [pin for group in BUILD_GROUPS for pin in requirements(root, group)]
    found += [pin for pin in npm(root) if not pin.tests]
    return list({(pin.ecosystem, pin.name, pin.version): pin for pin in sorted(found)}.values())


def _lines(file: Path) -> Iterator[tuple[int, str]]:
    """The logical lines of a requirements file, each with the number of its first line; no comments."""
    begun, parts = 0, list[str]()
    for number, line in enumerate(file.read_text("utf-8").splitlines(), start=1):
        if not parts and (not line.strip() or line.lstrip().startswith("#")):
            continue
        begun = begun if parts else number
        parts.append(line.removesuffix("\\").strip())
        if not line.endswith("\\"):
            yield begun, " ".join(parts)
            parts = []
    if parts:
        yield begun, " ".join(parts)


def _requirement(line: str, place: str) -> Pin:
    found = _REQUIREMENT.fullmatch(line)
    if not found:
        raise BuildError(f"{place}: “{line[:80]}” is not an exact version with its sha256 hashes.", _RENEW)
    digests = [part.rpartition(":")[2] for part in found["hashes"].split()]
    return Pin(PYPI, _name(found["name"]), found["version"], tuple(("SHA-256", digest) for digest in digests))


def _package(place: str, entry: dict[str, object], lock: str) -> Pin:
    name = place.rpartition("node_modules/")[2]
    integrity = str(entry.get("integrity", ""))
    if "resolved" in entry or "link" in entry:
        raise BuildError(f"{lock}: {name} is tied to an address.", f"keep the .npmrc beside it, and {_RENEW_NPM}")
    try:
        digest = base64.b64decode(integrity.removeprefix("sha512-"), validate=True)
    except ValueError:
        digest = b""
    if not integrity.startswith("sha512-") or len(digest) != 64:
        raise BuildError(f"{lock}: {name} has no sha512 integrity.", _RENEW_NPM)
    hashes = (("SHA-512", digest.hex()),)
    said, version, tests = str(entry.get("license", "")), str(entry["version"]), bool(entry.get("dev"))
    return Pin(NPM, name, version, hashes, said, tests)


def _name(name: str) -> str:
    """A name of PyPI as it compares them."""
    return re.sub(r"[-_.]+", "-", name).lower()
