"""What a host wrote of itself, made again from its data and the signed templates: every byte must be the same.

`expected` is also what writes a branded copy: one algorithm on both sides.
"""

from __future__ import annotations

import hashlib
import posixpath
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from . import fields, injected, layout, manifest, strict_json
from .filling import FillingError, render
from .findings import Finding, Trouble
from .kinds import LOGO_LONGEST, logo_suffix
from .places import Missing, Place, TooLong

_REMEDY = "Refaites-le avec le formulaire ou `mirror`, puis remplacez le dossier local/."


@dataclass(frozen=True)
class Branding:
    """`files`: the bytes of each file that the host's data make (local/ and the stubs); `absent`: the signed files that
    dropped languages take away, whether a stub replaces them or not."""

    files: Mapping[str, bytes]
    absent: frozenset[str]


def expected(
    values: Mapping[str, Any],
    languages: Collection[str],
    names: Collection[str],
    templates: Mapping[str, bytes],
    logo: bytes = b"",
) -> Branding:
    """What a copy holds of its host.

    `values`: as fields.read gives them; `languages`: those of the edition; `names`: every signed file; `templates`: the
    signed files of hebergeur/modeles/ by whole name: each fills the file of that name in local/, but absent.html, which
    fills the pages of dropped languages, and those of a dropped language; `logo`: the bytes of the logo. Templates may
    also name `langue`, `racine` (way to the top of the copy, "../") and `francais` (way to the same page in French).

    Raises FillingError for a template at fault."""
    kept = set(values["langues"] or languages)
    dropped = set(languages) - kept - {"fr"}
    absent = frozenset(name for name in names if "/" in name and name.partition("/")[0] in dropped)
    texts = fields.for_templates(values)
    files: dict[str, bytes] = {}
    for name, template in templates.items():
        path = layout.LOCAL + name.removeprefix(layout.TEMPLATES)
        language = path.split("/")[1] if path.count("/") > 1 else ""
        if name != layout.STUB and language not in dropped and path.endswith((".html", ".css")):
            files[path] = render(path, template, texts | _places(path, language, names))
    if layout.STUB in templates:
        for path in sorted(absent):
            if path.endswith(".html"):
                language = path.partition("/")[0]
                files[path] = render(path, templates[layout.STUB], texts | _places(path, language, names))
    files[layout.LOCAL_DATA] = fields.canonical(values)
    if values["logo"]:
        files[layout.LOCAL + values["logo"]] = logo
    sums = {path: hashlib.sha256(data).hexdigest() for path, data in files.items()}
    return Branding({**files, layout.LOCAL_MANIFEST: manifest.write(sums)}, absent)


def check(
    place: Place, languages: Collection[str], sums: Mapping[str, str], sizes: Mapping[str, int]
) -> tuple[Branding, list[Finding]]:
    """What the copy must hold of its host, and what of it is wrong. `sums`, `sizes`: of the signed files.

    Raises Trouble when it can not be made again: faulty data, altered templates."""
    values, findings = _values(place)
    if unknown := set(values["langues"]) - set(languages):
        message = f"Langue absente de cette édition : {', '.join(sorted(unknown))}. Retirez-la de « langues »."
        findings.append(Finding("warning", "local-languages", layout.LOCAL_DATA, message))
    logo, wrong = _logo(place, values["logo"])
    templates = {name: _template(place, name, sums, sizes) for name in sums if name.startswith(layout.TEMPLATES)}
    try:
        branding = expected(values, languages, sums, templates, logo)
    except FillingError as error:
        message = f"Modèle fautif : {error} Signalez-le à ceux qui publient les éditions."
        raise Trouble("error", "template", layout.TEMPLATES, message) from None
    findings += wrong
    for path, data in branding.files.items():
        findings += _compare(place, path, data, branding.files.keys() | sums.keys())
    message = "N’est pas fait des données de l’hébergeur. Supprimez ce fichier."
    findings += [
        Finding("error", "local-extra", name, message)
        for name in place.names()
        if name.startswith(layout.LOCAL) and name not in branding.files
    ]
    return branding, findings


def _values(place: Place) -> tuple[dict[str, Any], list[Finding]]:
    path = layout.LOCAL_DATA
    try:
        data = place.read(path, layout.LOCAL_LIMIT)
    except Missing:
        raise Trouble("error", "local-missing", path, "Absent. Remettez le dossier local/ de l’archive.") from None
    except TooLong:
        raise Trouble("error", "local-data", path, f"Bien trop long. {_REMEDY}") from None
    values, faults = fields.read(strict_json.parse(data, path, "local-data", _REMEDY))
    if faults:
        raise Trouble("error", "local-data", path, " ".join(fault.message for fault in faults[:5]))
    if fields.canonical(values) != data:
        raise Trouble("error", "local-data", path, f"Écrit autrement que par nos outils. {_REMEDY}")
    empty = fields.missing(values)
    message = f"À compléter par l’hébergeur de cette copie : {', '.join(empty)}."
    return values, [Finding("warning", "local-incomplete", path, message)] if empty else []


def _logo(place: Place, name: str) -> tuple[bytes, list[Finding]]:
    if not name:
        return b"", []
    path = layout.LOCAL + name
    try:
        data = place.read(path, LOGO_LONGEST)
    except Missing:
        return b"", []
    except TooLong:
        return b"", [Finding("error", "local-logo", path, "Plus de 200 ko. Donnez un logo plus petit.")]
    if logo_suffix(data) == path[path.rindex(".") :]:
        return data, []
    return data, [
        Finding("error", "local-logo", path, "Ni PNG ni WebP, ou pas ce que dit son nom. Donnez un autre logo.")
    ]


def _template(place: Place, name: str, sums: Mapping[str, str], sizes: Mapping[str, int]) -> bytes:
    try:
        data = place.read(name, sizes[name])
    except (Missing, TooLong):
        data = b""
    if hashlib.sha256(data).hexdigest() != sums[name]:
        message = "Modèle absent ou modifié : local/ n’a pas pu être vérifié. Remettez le fichier de l’archive."
        raise Trouble("error", "local-unchecked", name, message)
    return data


def _compare(place: Place, path: str, data: bytes, known: Collection[str]) -> list[Finding]:
    try:
        if place.digest(path, len(data)) == hashlib.sha256(data).hexdigest():
            return []
    except Missing:
        return [Finding("error", "local-missing", path, f"Absent. {_REMEDY}")]
    except TooLong:
        pass
    except Trouble as trouble:
        return [trouble.finding]
    return [
        Finding("error", "local-differs", path, f"N’est pas ce que font les données de l’hébergeur. {_REMEDY}"),
        *injected.of_file(place, path, known),
    ]


def _places(path: str, language: str, names: Collection[str]) -> dict[str, str]:
    own = path.removeprefix(f"{language}/") if language and path.startswith(f"{language}/") else "index.html"
    french = f"fr/{own}" if f"fr/{own}" in names else "fr/index.html"
    folder = posixpath.dirname(path)
    return {
        "langue": language,
        "racine": "../" * path.count("/"),
        "francais": quote(posixpath.relpath(french, folder)),
    }
