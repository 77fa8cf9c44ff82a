"""The languages of letters: a folder each, with what its templates are filled with in ``langue.json``.

French is that of the letters to send; in the others, a copy of each helps to understand it. A folder is all it takes.
"""

from __future__ import annotations

import json
import pkgutil
import re
import zipimport
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from zipimport import zipimporter

FRENCH = "fr"
_FILE = "langue.json"
_FOLDER = re.compile(rf"checker/letters/([A-Za-z-]+)/{re.escape(_FILE)}")


@dataclass(frozen=True)
class Language:
    """``dir`` is ``ltr`` or ``rtl``; ``notice`` is said before a copy. ``date_form`` is how a day is written, ``first``
    the number of that which begins a month. ``requests``: what a request to the State is called, by its nature."""

    id: str
    name: str
    dir: str
    notice: str
    date_form: str
    first: str
    months: tuple[str, ...]
    requests: Mapping[str, str]

    def day(self, day: date) -> str:
        """A date in words."""
        number = self.first if day.day == 1 else str(day.day)
        return self.date_form.format(day=number, month=self.months[day.month - 1], year=str(day.year))

    def request(self, nature: str | None) -> str:
        """What a request to the State is called; an unknown ``nature`` has the neutral name."""
        return self.requests.get(nature or "", self.requests["other"])


@cache
def languages() -> Mapping[str, Language]:
    """Every language by its code, in the order of codes."""
    found = sorted(match[1] for name in _files() if (match := _FOLDER.search(name)))
    return {code: _read(code) for code in found}


def _read(code: str) -> Language:
    data = pkgutil.get_data(__package__, f"{code}/{_FILE}")
    if data is None:
        raise FileNotFoundError(f"no language {code}")
    value = json.loads(data)
    return Language(code, **value | {"months": tuple(value["months"])})


def _files() -> list[str]:
    """The names of the files that this package stands among: in the browser, it comes in a zip."""
    if __spec__ and isinstance(__spec__.loader, zipimporter):
        # What imports from the zip has read its list already. Reading it again would ask for functions that the small
        # runtime lacks.
        directory: Mapping[str, object] = getattr(zipimport, "_zip_directory_cache")[__spec__.loader.archive]  # noqa: B009
        return list(directory)
    # Browsers, which never come here, are not sent it.
    from pathlib import Path

    return [path.as_posix() for path in Path(__file__).parent.glob(f"*/{_FILE}")]
