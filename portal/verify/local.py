"""What a host wrote of itself, made again from its data and the signed templates: every byte must be the same."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from . import branding, fields, injected, layout, strict_json
from .filling import FillingError
from .findings import Finding, Trouble
from .kinds import LOGO_LONGEST, logo_suffix
from .places import Missing, Place, TooLong

_REMEDY = "Refaites-le avec le formulaire ou `mirror`, puis remplacez le dossier local/."


@dataclass(frozen=True)
class Written:
    """`files`: the bytes of each file that the host's data make, local/ and stubs; `absent`: the signed files that
    dropped languages take away, whether a stub replaces them or not."""

    files: Mapping[str, bytes]
    absent: frozenset[str]


def check(
    place: Place, languages: Collection[str], sums: Mapping[str, str], sizes: Mapping[str, int]
) -> tuple[Written, list[Finding]]:
    """What the copy must hold of its host, and what of it is wrong. `sums`, `sizes`: of the signed files.

    Raises Trouble when it can not be made again: faulty data, altered templates."""
    values, findings = _values(place)
    if unknown := set(values["langues"]) - set(languages):
        message = f"Langue absente de cette édition : {', '.join(sorted(unknown))}. Retirez-la de « langues »."
        findings.append(Finding("warning", "local-languages", branding.DATA, message))
    logo, wrong = _logo(place, values["logo"])
    templates = {
        name.removeprefix(branding.TEMPLATES): _template(place, name, sums, sizes)
        for name in sums
        if name.startswith(branding.TEMPLATES)
    }
    try:
        files = branding.files(templates, values, logo, sums)
    except FillingError as error:
        message = f"Modèle fautif : {error} Signalez-le à ceux qui publient les éditions."
        raise Trouble("error", "template", branding.TEMPLATES, message) from None
    findings += wrong
    for path, data in files.items():
        findings += _compare(place, path, data, files.keys() | sums.keys())
    message = "N’est pas fait des données de l’hébergeur. Supprimez ce fichier."
    findings += [
        Finding("error", "local-extra", name, message)
        for name in place.names()
        if name.startswith(branding.FOLDER) and name not in files
    ]
    dropped = branding.dropped(templates, values)
    if dropped:
        message = f"Langues que l’hébergeur ne garde pas : {', '.join(dropped)}."
        findings.append(Finding("info", "languages-dropped", branding.DATA, message))
    return Written(files, frozenset(branding.gone(sums, dropped))), findings


def _values(place: Place) -> tuple[dict[str, Any], list[Finding]]:
    path = branding.DATA
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
    path = branding.FOLDER + name
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
