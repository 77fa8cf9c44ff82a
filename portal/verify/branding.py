"""What stands in a copy besides the release: local/, and a stub for each page of a language that the host leaves out.

It follows from what the host says (`values`, as fields.read gives them), its logo, and the signed templates of
hebergeur/modeles/, and from nothing else: whoever checks a copy makes it again and compares bytes.

    local.css                 → local/local.css
    <lang>/mentions.html      → local/<lang>/mentions.html
    <lang>/absent.html        → each page of <lang>/, when the host leaves that language out; French has none
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

from . import layout
from .fields import canonical, for_templates
from .filling import render

FOLDER = layout.LOCAL
TEMPLATES = "hebergeur/modeles/"
DATA = f"{FOLDER}miroir.json"
MANIFEST = f"{FOLDER}MANIFEST.txt"
FRENCH = "fr"
_ABSENT = "/absent.html"


def droppable(templates: Iterable[str]) -> list[str]:
    """The languages that a host may leave out, from the names of the templates (inside TEMPLATES)."""
    return sorted(name.removesuffix(_ABSENT) for name in templates if name.endswith(_ABSENT))


def dropped(templates: Iterable[str], values: Mapping[str, Any]) -> list[str]:
    """The languages that this host leaves out."""
    kept = values["langues"]
    return [lang for lang in droppable(templates) if kept and lang not in kept]


def gone(release: Iterable[str], languages: Iterable[str]) -> list[str]:
    """The files of the `release` (paths, compressed copies too) that the copy has no longer, or not as they were."""
    folders = tuple(f"{lang}/" for lang in languages)
    return [name for name in release if folders and name.startswith(folders)]


def files(
    templates: Mapping[str, bytes], values: Mapping[str, Any], logo: bytes, release: Iterable[str]
) -> dict[str, bytes]:
    """Every branded file by its path in the copy: local/ with its manifest, and the stubs.

    `templates` by their name inside TEMPLATES; `logo`, b"" when the host has none; `release`, the paths of the release.
    Raises FillingError."""
    said = for_templates(values)
    made = {DATA: canonical(values)}
    if values["logo"]:
        made[FOLDER + values["logo"]] = logo
    for name, template in templates.items():
        if not name.endswith(_ABSENT):
            made[FOLDER + name] = render(FOLDER + name, template, said)
    names = set(release)
    for lang in dropped(templates, values):
        template = templates[lang + _ABSENT]
        made |= {
            name: render(name, template, _place(name, lang, names))
            for name in gone(names, [lang])
            if name.endswith(".html")
        }
    made[MANIFEST] = _sums(made)
    return made


def _place(name: str, lang: str, names: set[str]) -> dict[str, str]:
    """What the stub of the page `name` says of its place: the way up to the top, and its page in French."""
    page = name.removeprefix(f"{lang}/")
    there = page if f"{FRENCH}/{page}" in names else "index.html"
    return {"racine": "../" * name.count("/"), "page": page, "page_francaise": f"{FRENCH}/{there}"}


def _sums(made: Mapping[str, bytes]) -> bytes:
    return "".join(f"{hashlib.sha256(made[name]).hexdigest()}  {name}\n" for name in sorted(made)).encode()
