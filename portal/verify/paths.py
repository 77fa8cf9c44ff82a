"""Which names of files a copy may have: those that mean the same on every system, and never leave the folder."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

LONGEST = 300
_NOT_ON_WINDOWS = set('\\:*?"<>|')


def unsafe(name: str) -> str:
    """Why `name` (from the top of the copy, between slashes) is refused, in French; "" when it is a good one."""
    parts = name.split("/")
    if name.startswith("/"):
        return "chemin absolu"
    if ".." in parts:
        return "« .. » sort du dossier"
    if "" in parts or "." in parts:
        return "partie vide ou « . »"
    if not name.isprintable() or set(name) & _NOT_ON_WINDOWS:
        return "signe interdit dans un nom"
    if any(part[-1] in ". " or part[0] == " " for part in parts):
        return "nom qui commence ou finit par une espace ou finit par un point"
    if unicodedata.normalize("NFC", name) != name:
        return "lettres décomposées"
    return "nom trop long" if len(name) > LONGEST else ""


def collisions(names: Iterable[str]) -> list[tuple[str, str]]:
    """The pairs of files or folders that are one on a disk that does not tell "A" from "a" (or a file and a folder of
    the same name)."""
    files: dict[str, str] = {}
    folders: dict[str, str] = {}
    found = []
    for name in names:
        parts = name.split("/")
        for depth in range(1, len(parts)):
            folder = "/".join(parts[:depth])
            if folders.setdefault(folder.casefold(), folder) != folder:
                found.append((folders[folder.casefold()], folder))
        other = files.setdefault(name.casefold(), name)
        if other != name:
            found.append((other, name))
    found += [(files[key], folders[key]) for key in files.keys() & folders.keys()]
    return sorted(set(found))
