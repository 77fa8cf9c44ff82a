"""edition/sbom.cdx.json: the bill of materials of the edition, CycloneDX 1.6.

What is shipped is "required"; what only makes it is "excluded". Made from the lock files and the declared parts, so
that every machine writes the same bytes: its serial number is that of its content, its date that of the edition."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from portal.edition import Edition
from portal.release import layout
from portal.supply import locks, parts, python_licences
from portal.supply.locks import Pin
from portal.supply.parts import Part

_SERIAL = uuid.uuid5(uuid.NAMESPACE_URL, "https://cyclonedx.org/#droits-en-attente")


def text(root: Path, edition: Edition, known: Sequence[Part]) -> str:
    """The file. Raises BuildError when the licence of a package of the build is known from nowhere."""
    body = _body(root, edition, known)
    serial = uuid.uuid5(_SERIAL, json.dumps(body, sort_keys=True))
    head = {"bomFormat": "CycloneDX", "specVersion": "1.6", "serialNumber": serial.urn, "version": 1}
    return json.dumps(head | body, ensure_ascii=False, indent=1) + "\n"


def _body(root: Path, edition: Edition, known: Sequence[Part]) -> dict[str, Any]:
    own = f"{layout.NAME}@{edition.number}"
    carried = {part.pin for part in known if part.pin} - {tool.pin for tool in parts.tools(root)}
    licences = python_licences.read(root)
    tools = [pin for pin in locks.build(root) if pin not in carried]
    shipped = [_shipped(part) for part in known]
    return {
        "metadata": {
            "timestamp": f"{edition.date.isoformat()}T00:00:00Z",
            "component": {
                "bom-ref": own,
                "type": "application",
                "name": layout.NAME,
                "version": edition.number,
                "licenses": [{"expression": "MIT AND CC-BY-4.0"}],
            },
        },
        "components": [*shipped, *(_tool(pin, python_licences.of(pin, licences)) for pin in tools)],
        "dependencies": list(_dependencies(own, known)),
    }


def _shipped(part: Part) -> dict[str, Any]:
    made: dict[str, Any] = {"bom-ref": part.id, "type": part.kind, "name": part.name}
    if part.version:
        made["version"] = part.version
    made |= {"scope": "required", "description": part.role}
    if part.pin:
        made["hashes"] = _hashes(part.pin)
    made |= {"licenses": _licences(part.licence), "purl": part.purl}
    if part.home.startswith("https://"):
        made["externalReferences"] = [{"type": "vcs", "url": part.home}]
    return made


def _tool(pin: Pin, licence: str) -> dict[str, Any]:
    return {
        "bom-ref": pin.purl,
        "type": "library",
        "name": pin.name,
        "version": pin.version,
        "scope": "excluded",
        "hashes": _hashes(pin),
        "licenses": _licences(licence),
        "purl": pin.purl,
    }


def _hashes(pin: Pin) -> list[dict[str, str]]:
    """Those that a file of the package may have: PyPI has one for each platform."""
    return [{"alg": algorithm, "content": digest} for algorithm, digest in pin.hashes]


def _licences(expression: str) -> list[dict[str, Any]]:
    return [{"expression": expression} if " " in expression else {"license": {"id": expression}}]


def _dependencies(own: str, known: Sequence[Part]) -> Iterable[dict[str, Any]]:
    for ref in (own, *(part.id for part in known)):
        inside = sorted(part.id for part in known if part.inside == ("" if ref == own else ref))
        yield {"ref": ref, **({"dependsOn": inside} if inside else {})}
