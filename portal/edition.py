"""The edition of this copy, as papers and addresses carry it: its number, its dates, its address."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from portal import law
from portal.errors import BuildError

SOURCE = "docs/_data/edition.yml"


@dataclass(frozen=True)
class Edition:
    """One edition. `site_url` ends with a slash: every QR code starts with it."""

    number: str
    date: dt.date
    expires: dt.date
    site_url: str

    @property
    def epoch(self) -> int:
        """Midnight UTC of the edition date, in seconds: the only clock of the PDF."""
        return int(dt.datetime(*self.date.timetuple()[:3], tzinfo=dt.UTC).timestamp())


def parse_date(value: object, where: str) -> dt.date:
    """Read a date written YYYY-MM-DD (YAML may already have made it a date)."""
    if isinstance(value, dt.date):
        return value
    try:
        return dt.date.fromisoformat(str(value))
    except ValueError:
        raise BuildError(f"{where}: “{value}” is not a date. Write it YYYY-MM-DD.") from None


def load(root: Path, override: str | Mapping[str, Any] | None = None) -> Edition:
    """The edition of docs/_data/edition.yml under `root`.

    `override` is another edition date (YYYY-MM-DD), or a mapping whose keys replace those of
    the file. Raises BuildError when a key is missing or the edition expires before its date.
    """
    data: dict[str, Any] = dict(law.data(root)["edition"])
    if isinstance(override, Mapping):
        data.update(override)
    elif override:
        data["date"] = override
    for key in ("date", "expire_le", "numero", "site_url"):
        if not data.get(key):
            remedy = "the QR codes of the guide carry that address" if key == "site_url" else "the guide prints it"
            raise BuildError(f"{SOURCE}: `{key}` is missing or empty. Fill it: {remedy}.")
    date, expires = (parse_date(data[key], f"{SOURCE}, `{key}`") for key in ("date", "expire_le"))
    if expires <= date:
        raise BuildError(f"{SOURCE}: `expire_le` ({expires}) is not after `date` ({date}). Give a later day.")
    url = str(data["site_url"])
    if not url.startswith(("https://", "http://")):
        raise BuildError(f"{SOURCE}: `site_url` “{url}” is no address. Begin it with https://.")
    return Edition(str(data["numero"]), date, expires, url.rstrip("/") + "/")
