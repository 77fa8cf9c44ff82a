"""The reader's languages: a catalogue each, whose entries are void as soon as the French they translate has changed."""

from __future__ import annotations

import json
import pkgutil
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from checker.fingerprint import fingerprint

LANGUAGES = ("en", "ar")


@dataclass(frozen=True)
class Language:
    """``dir`` is ``ltr`` or ``rtl``; ``reviewed`` tells who has read the translation over, ``None``: nobody yet."""

    id: str
    name: str
    dir: str
    reviewed: str | None
    strings: Mapping[str, Mapping[str, str]]

    def say(self, key: str, french: str) -> str | None:
        """The translation of ``french``; ``None`` when it is missing or made from another text."""
        entry = self.strings.get(key)
        return entry["text"] if entry and entry["of"] == fingerprint(french) else None


@cache
def languages() -> tuple[Language, ...]:
    """Every catalogue, in the order in which languages are shown."""
    found = []
    for name in LANGUAGES:
        data = pkgutil.get_data(__package__, f"langues/{name}.json")
        if data is None:
            raise FileNotFoundError(f"no catalogue {name}")
        value = json.loads(data)
        found.append(Language(value["lang"], value["name"], value["dir"], value["reviewed"], value["strings"]))
    return tuple(found)
