"""Writes in a translated page the fingerprints of the French it says: what tells, later, which part is late."""

from __future__ import annotations

import re
from pathlib import Path

from portal.errors import BuildError
from portal.languages import fingerprint
from portal.languages.catalogue import CANONICAL
from portal.languages.segments import FENCE

_OLD = re.compile(r"^francais:.*\n?", re.MULTILINE)


def stamp(root: Path, lang: str, pages: list[str]) -> list[Path]:
    """Stamp the pages of `lang` named in `pages` ("documents/api.md"; all when empty), and return those changed.

    Raises BuildError for a page that is not there, in `lang` or in French."""
    folder = root / "docs" / lang
    names = pages or [path.relative_to(folder).as_posix() for path in sorted(folder.rglob("*.md"))]
    changed = []
    for name in names:
        path = folder / name
        if any(part.startswith("_") for part in Path(name).parts):
            continue
        french = root / "docs" / CANONICAL / name
        for needed in (path, french):
            if not needed.is_file():
                raise BuildError(
                    f"no page {needed.relative_to(root).as_posix()}.",
                    f"a translation has the path of its French: docs/{lang}/X.md for docs/{CANONICAL}/X.md.",
                )
        before = path.read_text("utf-8")
        after = stamped(before, french.read_text("utf-8"))
        if after != before:
            path.write_text(after, "utf-8")
            changed.append(path)
    return changed


def stamped(page: str, french: str) -> str:
    """`page` said to be made from `french` as it is."""
    match = FENCE.match(page)
    if not match:
        return page
    marks = ", ".join(f"{name}: {mark!r}" for name, mark in fingerprint.sections(french).items()).replace("'", '"')
    front = _OLD.sub("", match.group(1) + "\n").rstrip("\n")
    return f"---\n{front}\nfrancais: {{{marks}}}\n---\n{page[match.end() :]}"
