"""What stops a build in the translations, and what is only told: the work that remains."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from portal.frontmatter import Front
from portal.languages import catalogue, fingerprint
from portal.languages.assembly import assembled
from portal.languages.catalogue import CANONICAL
from portal.languages.comparison import differences, problems
from portal.languages.segments import split

# The name of a month is a number in some languages.
_MONTH = re.compile(r"(?:^|\.)months?\.\d+$")


def faults(root: Path, fronts: Mapping[str, Front], glossary: Mapping[str, Any]) -> Iterator[str]:
    """Translations that do not keep what their French says: one line each, with the file and the remedy."""
    terms = kept(glossary)
    docs = root / "docs"
    for name, front in fronts.items():
        lang, _, path = name.partition("/")
        if lang != CANONICAL and front.lang == lang:
            ours, theirs = ((docs / place / path).read_text("utf-8") for place in (CANONICAL, lang))
            body = assembled(ours, theirs, front.stale)
            yield from problems(split(ours)[1], body, f"docs/{name}", front.body_line, terms)
    french = {kind: catalogue.french(root, kind) for kind in catalogue.KINDS}
    for lang in catalogue.languages(root)[1:]:
        for kind, texts in french.items():
            yield from _catalogue_faults(root, lang, kind, texts)


def kept(glossary: Mapping[str, Any]) -> tuple[str, ...]:
    """The French terms that a translation must show: those of docs/_data/glossaire.yml with `garder: true`."""
    return tuple(entry["terme"] for entry in glossary.values() if entry.get("garder"))


def _catalogue_faults(root: Path, lang: str, kind: str, ours: Mapping[str, str]) -> Iterator[str]:
    file = catalogue.path_of(root, lang, kind).relative_to(root).as_posix()
    theirs = catalogue.read(root, lang, kind)
    for key, entry in theirs.items():
        if key not in ours:
            yield f"{file}: “{key}” is no text of the French. Remove it, or import the PO file again."
        elif not entry.text.strip():
            yield f"{file}: “{key}” is empty. Translate it, or remove it."
        elif entry.of == fingerprint.of(ours[key]) and not _MONTH.search(key):
            yield from (f"{file}: “{key}”: {fault}" for fault in differences(ours[key], entry.text))
    way = theirs.get("dir") if kind == catalogue.INTERFACE else None
    if way and way.text not in ("ltr", "rtl"):
        yield f"{file}: “dir” is “{way.text}”. Write ltr or rtl."
