"""What the site carries of other authors, from docs/_data/tiers.yml and the installed packages.

A part of `livre` has these keys: `nom`; `paquet` ("npm:…" or "pypi:…"), or `dans` (the part that contains it) with
`version` when it is known and `purl`; `licence` (SPDX); `textes`, files of the package, or of this folder ("texts/…")
when the package has none; `preuve`, the file of the package that says the licence when its metadata says another's;
`genre` (CycloneDX's type, "library" by default); `marques`, how it shows in a built site (portal/supply/found.py)."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from importlib import metadata
from pathlib import Path
from typing import Any

from portal import law
from portal.errors import BuildError
from portal.supply import locks, python_licences, spdx
from portal.supply.locks import NPM, Pin

FILE = "docs/_data/tiers.yml"
HERE = Path(__file__).parent
Finder = Callable[[str], Path]
_AGAIN = "run `python3 build.py` again."
_KEYS = frozenset(
    {"nom", "paquet", "dans", "version", "purl", "licence", "textes", "preuve", "genre", "marques", "role"}
)


@dataclass(frozen=True)
class Part:
    """A part made by others. `inside` is the id of the part that contains it, or ""; `texts` are its licences, each
    (where it was read, text); `home` is where its source is published, or ""; `role` is French."""

    id: str
    name: str
    version: str
    purl: str
    licence: str
    kind: str
    role: str
    inside: str
    home: str
    marks: tuple[str, ...]
    texts: tuple[tuple[str, str], ...]
    pin: Pin | None


@dataclass(frozen=True)
class Tool:
    """A package that the build asks for, and of which nothing is shipped."""

    pin: Pin
    licence: str
    role: str


def shipped(root: Path) -> list[Part]:
    """The parts of the site, in the order of the file. Raises BuildError for what is missing or does not agree with
    the lock files and the installed packages."""
    known = {f"{pin.ecosystem}:{pin.name}": pin for pin in locks.build(root)}
    return [_part(root, name, entry, known) for name, entry in law.data(root)["tiers"]["livre"].items()]


def tools(root: Path) -> list[Tool]:
    """What the build asks for itself, in the order of the file. Raises BuildError when the file names another."""
    known = {f"{pin.ecosystem}:{pin.name}": pin for pin in locks.build(root)}
    listed: Mapping[str, Mapping[str, str]] = law.data(root)["tiers"]["outils"]
    if unknown := sorted(listed.keys() - known.keys()):
        raise BuildError(f"{FILE}: outils: {', '.join(unknown)} is in no lock file.", "remove it, or correct its name.")
    licences = python_licences.read(root)
    return [Tool(known[name], python_licences.of(known[name], licences), listed[name]["role"]) for name in listed]


def _part(root: Path, name: str, entry: Mapping[str, Any], known: Mapping[str, Pin]) -> Part:
    where = f"{FILE}: livre: {name}"
    if faults := sorted(entry.keys() - _KEYS) or sorted({"nom", "licence", "textes", "role"} - entry.keys()):
        raise BuildError(
            f"{where}: the keys {', '.join(faults)} are unknown or missing.", "see portal/supply/parts.py."
        )
    package = str(entry.get("paquet", ""))
    if bool(package) == bool(entry.get("dans")):
        raise BuildError(f"{where}: write `paquet` or `dans`, one of them.")
    if package and package not in known:
        raise BuildError(f"{where}: {package} is in no lock file.", "correct `paquet`.")
    pin = known.get(package)
    find = _package(root, pin, where) if pin else Path
    home = _agreed(pin, entry, find, where) if pin else ""
    version = pin.version if pin else str(entry.get("version", ""))
    purl = str(entry.get("purl") or (pin.purl if pin else ""))
    texts = tuple((file, _text(file, find, where)) for file in entry["textes"])
    spdx.check(entry["licence"], where)
    return Part(
        name, entry["nom"], version, purl, entry["licence"], entry.get("genre", "library"), entry["role"],
        entry.get("dans", ""), home, tuple(entry.get("marques", ())), texts, pin,
    )  # fmt: skip


def _package(root: Path, pin: Pin, where: str) -> Finder:
    """What finds the installed files of a package by their path in it, or in its dist-info folder."""
    try:
        if pin.ecosystem == NPM:
            folder = root / "node_modules" / pin.name
            version = json.loads((folder / "package.json").read_text("utf-8"))["version"]
            find: Finder = folder.joinpath
        else:
            package = metadata.distribution(pin.name)
            version, find = package.version, partial(_installed, package)
    except (FileNotFoundError, metadata.PackageNotFoundError):
        raise BuildError(f"{where}: {pin.name} is not installed.", _AGAIN) from None
    if version != pin.version:
        raise BuildError(f"{where}: {pin.name} {version} is installed, not {pin.version}.", _AGAIN)
    return find


def _installed(package: metadata.Distribution, name: str) -> Path:
    files = (file for file in package.files or () if str(file).partition("/")[2] == name)
    return next((Path(str(file.locate())) for file in files), Path(name))


def _agreed(pin: Pin, entry: Mapping[str, Any], find: Finder, where: str) -> str:
    """Where the package says that its source is. Raises BuildError when it does not say the licence of the entry."""
    if pin.ecosystem == NPM:
        said = json.loads(find("package.json").read_text("utf-8"))
        licence, repository = str(said.get("license", "")), said.get("repository", {})
        home = str(repository.get("url", "") if isinstance(repository, dict) else repository)
    else:
        package = metadata.metadata(pin.name)
        licence, home = spdx.of(metadata.distribution(pin.name)), _home(package)
    proof = entry.get("preuve")
    if proof:
        data = _read(proof["fichier"], find, where).read_bytes()
        sentence = proof["contient"]
        if sentence.encode() not in data and sentence.encode("utf-16-be") not in data:
            raise BuildError(f"{where}: {proof['fichier']} does not say “{sentence}”.", "read its licence again.")
    elif entry["licence"] not in spdx.names(licence):
        raise BuildError(f"{where}: the package says {licence!r}, not {entry['licence']!r}.", "read its licence again.")
    return home.removeprefix("git+").removesuffix(".git")


def _home(package: metadata.PackageMetadata) -> str:
    links = dict(line.split(", ", 1) for line in package.get_all("Project-URL") or ())
    found = next((links[name] for name in ("Source", "Source Code", "Repository") if name in links), "")
    return found or (str(package["Home-page"]) if "Home-page" in package else "")


def _text(file: str, find: Finder, where: str) -> str:
    return _read(file, HERE.joinpath if file.startswith("texts/") else find, where).read_text("utf-8")


def _read(file: str, find: Finder, where: str) -> Path:
    if not (path := find(file)).is_file():
        raise BuildError(f"{where}: there is no file {file}.", "read the licence again, and correct the path.")
    return path
