"""The local insert: who helps near the reader, from the `local` key of a mirror file."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from portal import yaml_text
from portal.printing.vocabulary import PrintingError

FILE = "mirror.yml"
KEY = "local"
TEXTS = ("nom", "adresse", "horaires", "telephone", "acces")
LONGEST = 300
"""Characters of one field: more would not fit on the cover."""


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


def load(root: Path, file: Path | None = None) -> Local | None:
    """The insert of `file`, by default mirror.yml under `root`; None when there is no such file or no `local` in it.

    Raises PrintingError with one line a fault, each naming file and line."""
    path = file or root / FILE
    if not path.is_file():
        if file:
            raise PrintingError(f"{file}: no such file. Give the mirror file of this copy, or leave the option out.")
        return None
    text = path.read_text("utf-8")
    whole = yaml_text.load(text, path.name)
    if not isinstance(whole, dict) or KEY not in whole:
        return None
    faults = _faults(whole[KEY], text.splitlines(), path.name)
    if faults:
        raise PrintingError("\n".join(faults))
    name, address, hours, phone, directions = (whole[KEY].get(key, "").strip() for key in TEXTS)
    return Local(name, address, hours, phone, directions, whole[KEY]["vu_le"])


def _faults(local: Any, lines: list[str], name: str) -> list[str]:
    start = next(n for n, line in enumerate(lines, start=1) if re.match(rf"""["']?{KEY}["']?\s*:""", line))
    if not isinstance(local, dict):
        return [f"{name}:{start}: `{KEY}` holds no key. Give it {', '.join(TEXTS)} and vu_le."]

    def at(key: object) -> int:
        inside = enumerate(lines[start - 1 :], start=start)
        return next((n for n, line in inside if re.search(rf"(^|[\s{{,]){re.escape(str(key))}\s*:", line)), start)

    faults = [
        f"{name}:{at(key)}: unknown key `{key}` in `{KEY}`. Use {', '.join(TEXTS)} and vu_le."
        for key in local
        if key not in (*TEXTS, "vu_le")
    ]
    faults += [f"{name}:{start}: no `{key}` in `{KEY}`. Write it." for key in ("nom", "vu_le") if key not in local]
    for key in TEXTS:
        value = local.get(key, "")
        if not isinstance(value, str):
            faults.append(f"{name}:{at(key)}: `{key}` is not a text. Put it between quotes.")
        elif len(value) > LONGEST:
            faults.append(f"{name}:{at(key)}: `{key}` has {len(value)} characters. Keep it within {LONGEST}.")
    if local.get("nom") == "":
        faults.append(f"{name}:{at('nom')}: `nom` is empty. Write the name of the association.")
    if "vu_le" in local and type(local["vu_le"]) is not dt.date:
        faults.append(f"{name}:{at('vu_le')}: `vu_le` is not a date. Write it YYYY-MM-DD, without quotes.")
    return faults
