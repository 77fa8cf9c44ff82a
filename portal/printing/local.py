"""The local insert: who helps near the reader, from the `local` key of a mirror file."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from portal.mirrors.config import Mirror


@dataclass(frozen=True)
class Local:
    """An association that receives people: texts as written, an empty one not to be printed; `seen` is the day someone
    made sure of them."""

    name: str
    address: str
    hours: str
    phone: str
    directions: str
    seen: dt.date


def insert(mirror: Mirror) -> Local | None:
    """The help desk that a host names; None when it names none."""
    said = mirror.values
    if not said["local.nom"]:
        return None
    name, address, hours, phone, directions = (
        said[f"local.{key}"] for key in ("nom", "adresse", "horaires", "telephone", "acces")
    )
    return Local(name, address, hours, phone, directions, dt.date.fromisoformat(said["local.vu_le"]))
