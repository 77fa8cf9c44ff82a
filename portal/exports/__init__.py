"""The rules as public JSON files, so that others can build on them: see API.md."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from checker.compiled import compiled
from checker.engine.serialise import to_json
from portal import law
from portal.exports import content, schema

FOLDER = "donnees"
# Changes when a reader of the files must change: a key removed or whose meaning is another.
FORMAT = 1


def write(root: Path, site: Path) -> list[Path]:
    """Write ``catalogue.json``, ``graphes.json``, ``sources.json`` and ``schema.json`` in ``site/donnees``; return
    their paths. Each says its ``version`` (of the format), its ``edition`` and ``rules``, the fingerprint of the
    rules: the same rules, in any edition, have the same one."""
    folder = site / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, value in files(root).items():
        path = folder / name
        path.write_text(_compact(value), "utf-8")
        written.append(path)
    return written


def files(root: Path) -> dict[str, dict[str, Any]]:
    """The content of each file, by name."""
    rules = compiled()
    base = rules.base
    parts = {
        "catalogue": content.catalogue(rules),
        "graphes": {"graphs": {name: to_json(graph) for name, graph in rules.graphs.items()}},
        "sources": content.sources(base),
    }
    edition = law.data(root)["edition"]
    head = {
        "version": FORMAT,
        "edition": {
            "number": edition["numero"],
            "date": str(edition["date"]),
            "expires": str(edition["expire_le"]),
        },
        "rules": hashlib.sha256(_compact(parts).encode()).hexdigest(),
    }
    named = {f"{name}.json": {"schema": f"schema.json#/$defs/{name}", **head, **part} for name, part in parts.items()}
    return named | {"schema.json": schema.schema(base, head)}


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
