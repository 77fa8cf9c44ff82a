"""mirror.yml: what the host of a copy writes of itself, read and checked. Messages are in French, for hosts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from portal import utf8, yaml_text
from portal.errors import BuildError
from portal.verify import fields, kinds, plain

FILE = "mirror.yml"


@dataclass(frozen=True)
class Mirror:
    """What `file` says: `values` as portal.verify.fields gives them, `logo` the bytes of the picture, b"" without;
    `lines`, the line of each key that is written, and `last` the last line."""

    file: str
    values: Mapping[str, Any]
    logo: bytes
    lines: Mapping[str, int]
    last: int

    def missing(self) -> list[str]:
        """One line for each required field that is empty: file, line, remedy."""
        return self.said((name, f"« {name} » manque. Écrivez-le.") for name in fields.missing(self.values))

    def said(self, faults: Iterable[tuple[str, str]]) -> list[str]:
        """The faults (field, sentence) as lines that begin with the place of the field, or of where to add it:
        "mirror.yml:12: …", in the order of the file."""
        placed = sorted((self.lines.get(name, self.last), sentence) for name, sentence in faults)
        return [f"{self.file}:{line}: {sentence}" for line, sentence in placed]


NOBODY = Mirror(FILE, fields.read({})[0], b"", {}, 1)
"""A copy whose host has said nothing."""


def load(path: Path) -> Mirror:
    """The mirror file `path`; required fields may be empty. Raises BuildError with one line for each fault."""
    text = utf8.read(path, path.name)
    data = yaml_text.load(text, path.name)
    values, faults = fields.read({} if data is None else data)
    mirror = Mirror(path.name, values, b"", yaml_text.places(text), max(1, text.count("\n")))
    found = [(fault.field, fault.message) for fault in faults]
    if values["logo"]:
        logo, wrong = _logo(path.parent / data["logo"].strip(), values["logo"])
        mirror = replace(mirror, logo=logo)
        found += [("logo", sentence) for sentence in wrong]
    refuse(mirror.said(found))
    return mirror


def find(root: Path, file: Path | None = None) -> Mirror | None:
    """The mirror file given, or else that of the project `root`; None when there is none. Raises BuildError."""
    if file is not None and not file.is_file():
        raise BuildError(f"{file}: no such file.", "give the mirror file of this copy, or leave the option out.")
    path = file or root / FILE
    return load(path) if path.is_file() else None


def warnings(root: Path) -> list[str]:
    """What the host of a copy built from source has still to write; one line when it has not begun."""
    mirror = find(root)
    if mirror is None:
        return [f"{FILE} : il n’y en a pas. Écrivez-y qui publie cette copie : ses pages disent que rien n’est rempli."]
    return mirror.missing()


def refuse(faults: Iterable[str]) -> None:
    """Raises BuildError when there are faults, one a line."""
    # A line each, whatever the file holds.
    if lines := [plain.line(fault) for fault in faults]:
        raise BuildError("\n".join(lines), "corrigez ces lignes, puis relancez la même commande.")


def _logo(picture: Path, name: str) -> tuple[bytes, list[str]]:
    """The bytes of the logo, named `name` in the copy, and what is wrong with it."""
    if not picture.is_file():
        return b"", [f"« logo » : {picture.name} n’est pas à côté du fichier. Posez-l’y."]
    data = picture.read_bytes()
    faults = []
    if len(data) > kinds.LOGO_LONGEST:
        faults.append(f"« logo » : {picture.name} pèse {len(data)} octets. Réduisez-le à {kinds.LOGO_LONGEST} au plus.")
    if kinds.logo_suffix(data) != Path(name).suffix:
        faults.append(f"« logo » : {picture.name} n’est pas l’image que dit son nom. Enregistrez-le en PNG ou en WebP.")
    return data, faults
