"""What a server says beside each file, against what a good host says (hebergeur/entetes.json, which is signed):

    {"format": 1,
     "types": {".html": "text/html; charset=utf-8", …},      by suffix; others are "application/octet-stream"
     "always": {"Referrer-Policy": "no-referrer", …},        on every file
     "policies": [["fr/verifier.html", "default-src …"], …]} Content-Security-Policy: the first pattern that fits

Patterns can take for ever: the file is read only in an edition whose signatures are good.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import PurePosixPath
from typing import Any

from . import layout, strict_json
from .findings import Finding, Trouble
from .statement import REMEDY

Headers = Sequence[tuple[str, str]]
_SAME = {"application/javascript": "text/javascript", "text/xml": "application/xml"}
_ACTIVE = {
    "text/html", "text/css", "text/javascript", "application/wasm", "application/xhtml+xml", "application/xml",
    "image/svg+xml",
}  # fmt: skip
"""What a browser runs or draws: a file taken for one of these, or one of these taken for another thing, is broken."""
_REPORTS = ("report-to", "nel", "reporting-endpoints", "content-security-policy-report-only")
_KIT = "Reprenez la configuration de hebergeur/."


@dataclass(frozen=True)
class Expected:
    """The answers of a good host."""

    types: dict[str, str]
    always: dict[str, str]
    policies: list[list[str]]

    def media_type(self, name: str) -> str:
        """The type of the file `name`, without parameters."""
        return _plain(self.types.get(PurePosixPath(name).suffix.lower(), "application/octet-stream"))

    def policy(self, name: str) -> str:
        """Its Content-Security-Policy."""
        return next((policy for pattern, policy in self.policies if fnmatchcase(name, pattern)), "")


def parse(data: bytes) -> Expected:
    """Raises Trouble for a file of another form."""
    found = strict_json.parse(data, layout.HEADERS, "headers-malformed", REMEDY)
    types, always, policies = found.get("types"), found.get("always"), found.get("policies")
    pairs = isinstance(policies, list) and all(isinstance(p, list) and len(p) == 2 and _texts(p) for p in policies)
    if not (
        isinstance(types, dict) and isinstance(always, dict) and pairs and _texts([*types.values(), *always.values()])
    ):
        raise Trouble("error", "headers-malformed", layout.HEADERS, f"Ce n’est pas le fichier attendu. {REMEDY}")
    return Expected(types, always, policies or [])


def check(expected: Expected, name: str, headers: Headers) -> list[Finding]:
    """What is wrong with the `headers` that came with the file `name`."""
    given: dict[str, list[str]] = {}
    for key, value in headers:
        given.setdefault(key.lower(), []).append(value.strip())
    findings = [*_type(expected.media_type(name), name, given.get("content-type", []))]
    wanted = {"Content-Security-Policy": expected.policy(name)} if expected.policy(name) else {}
    for key, value in (wanted | expected.always).items():
        found = given.get(key.lower(), [])
        if not found:
            findings.append(Finding("warning", "header-missing", name, f"En-tête {key} absent. {_KIT}"))
        # Several policies all apply: one that is ours is enough. Of other headers, the last one counts.
        elif _spaced(value) not in map(_spaced, found if key in wanted else found[-1:]):
            findings.append(Finding("warning", "header-weak", name, f"En-tête {key} autre que celui attendu. {_KIT}"))
    return findings + _unwanted(name, given)


def _type(wanted: str, name: str, found: list[str]) -> list[Finding]:
    value = found[-1] if found else ""
    plain = _SAME.get(_plain(value), _plain(value))
    charset = value.lower().partition("charset=")[2].strip("\"' ;")
    if plain == _SAME.get(wanted, wanted):
        if plain == "text/html" and charset not in ("", "utf-8"):
            return [Finding("error", "mime-wrong", name, f"Servi en {charset}, pas en UTF-8. {_KIT}")]
        return []
    level = "error" if _ACTIVE & {plain, wanted} else "warning"
    return [Finding(level, "mime-wrong", name, f"Type « {plain or 'absent'} » au lieu de « {wanted} ». {_KIT}")]


def _unwanted(name: str, given: dict[str, list[str]]) -> list[Finding]:
    findings = []
    if "set-cookie" in given:
        findings.append(
            Finding("warning", "cookie", name, "Le serveur pose un cookie. Désactivez-le pour cette copie.")
        )
    if any(key in given for key in _REPORTS):
        message = "Les navigateurs enverront des rapports à un tiers. Désactivez-les."
        findings.append(Finding("warning", "header-reports", name, message))
    if "refresh" in given:
        findings.append(
            Finding("error", "header-injected", name, "En-tête Refresh : la page renvoie ailleurs. Ôtez-le.")
        )
    if any("stylesheet" in value.lower() for value in given.get("link", [])):
        findings.append(
            Finding("error", "header-injected", name, "En-tête Link : une feuille de style est ajoutée. Ôtez-le.")
        )
    return findings


def _plain(value: str) -> str:
    return value.partition(";")[0].strip().lower()


def _spaced(value: str) -> str:
    return " ".join(value.replace(";", " ; ").split()).rstrip("; ")


def _texts(values: Sequence[Any]) -> bool:
    return all(isinstance(value, str) for value in values)
