"""Manifests, in the format of sha256sum, and the sizes of what they list."""

from __future__ import annotations

import re
from collections.abc import Iterable

from . import layout, strict_json
from .findings import Trouble
from .paths import collisions, unsafe
from .statement import REMEDY

_LINE = re.compile(r"([0-9a-f]{64})  (.+)")


def parse(data: bytes, path: str) -> dict[str, str]:
    """The SHA-256 of each file that the manifest `data` lists, by name; `path` is its own name, for messages.

    Raises Trouble for anything but sorted, distinct lines whose names are safe on every system."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        raise _trouble(path, 0, "il n’est pas en UTF-8") from None
    if text and not text.endswith("\n"):
        raise _trouble(path, 0, "sa dernière ligne est coupée")
    found: dict[str, str] = {}
    before = ""
    for number, line in enumerate(text.split("\n")[:-1], start=1):
        match = _LINE.fullmatch(line)
        if not match:
            raise _trouble(path, number, "une ligne est faite d’une somme, de deux espaces et d’un nom")
        if reason := unsafe(match[2]):
            raise _trouble(path, number, reason)
        if match[2] <= before:
            raise _trouble(path, number, "nom en double, ou hors de l’ordre")
        before = match[2]
        found[before] = match[1]
    for one, other in collisions(found):
        raise _trouble(path, 0, f"« {one} » et « {other} » se confondent sur certains disques")
    return found


def sizes(data: bytes, listed: Iterable[str]) -> dict[str, int]:
    """The bytes of each of `listed`, from the file edition/tailles.json. Raises Trouble when it says of others."""
    found = strict_json.parse(data, layout.SIZES, "sizes-malformed", REMEDY)
    if found.keys() != set(listed) or not all(type(size) is int and size >= 0 for size in found.values()):
        raise Trouble("error", "sizes-malformed", layout.SIZES, f"Ne va pas avec les manifestes. {REMEDY}")
    return found


def _trouble(path: str, number: int, reason: str) -> Trouble:
    where = f"Ligne {number} : " if number else "Manifeste fautif : "
    return Trouble("error", "manifest-malformed", path, f"{where}{reason}. {REMEDY}")
