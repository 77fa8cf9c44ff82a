"""A small project with one French page and its English, for tests that change them."""

from __future__ import annotations

from pathlib import Path

from portal.cli import ROOT
from portal.languages import catalogue
from portal.languages.catalogue import INTERFACE, Entry
from portal.languages.fingerprint import of
from portal.languages.stamp import stamped

FRENCH = """---
title: "Un"
description: "Une page."
summary: "Une page."
verifie_le: 2026-11-23
sources: []
mots_cles: [a]
rubrique: menu
ordre: 1
code: z1
---

# Un

## En bref {#en-bref}

- Le récépissé vaut 3 mois.

## Suite {#suite}

Deux.
"""
ENGLISH = """---
title: "One"
description: "A page."
summary: "A page."
mots_cles: [a]
---

# One

## In brief {#en-bref}

- The « récépissé » (receipt) lasts 3 months.

## More {#suite}

Two.
"""


def make(folder: Path) -> Path:
    """The project in `folder`: its interface, its data and its rules are those of the real one."""
    for name in ("docs/_i18n", "docs/_data", "portal/printing"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).symlink_to(ROOT / name)
    write(folder, "fr", FRENCH)
    write(folder, "en", stamped(ENGLISH, FRENCH))
    texts = catalogue.french(folder, INTERFACE)
    entries = {key: Entry(of(text), f"<{text}>") for key, text in texts.items()}
    catalogue.write(folder, "en", INTERFACE, entries | {"dir": Entry(of("ltr"), "ltr")})
    return folder


def write(folder: Path, lang: str, page: str) -> None:
    path = folder / "docs" / lang / "a.md"
    path.parent.mkdir(exist_ok=True)
    path.write_text(page, "utf-8")
