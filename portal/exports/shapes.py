"""Small words to write JSON Schema 2020-12 with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

Schema = dict[str, Any]

TEXT: Schema = {"type": "string"}
FILLED: Schema = {"type": "string", "minLength": 1}
INTEGER: Schema = {"type": "integer"}
FLAG: Schema = {"type": "boolean"}
DAY: Schema = {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
TEXTS: Schema = {"type": "array", "items": FILLED}


def record(required: Mapping[str, Schema], optional: Mapping[str, Schema] | None = None, note: str = "") -> Schema:
    """An object with exactly these keys; those of ``optional`` may be missing."""
    described: Schema = {"description": note} if note else {}
    return {
        **described,
        "type": "object",
        "properties": {**required, **(optional or {})},
        "required": list(required),
        "additionalProperties": False,
    }


def listing(items: Schema, note: str = "") -> Schema:
    """An array of ``items``, of any length; ``note`` becomes its description."""
    described: Schema = {"description": note} if note else {}
    return {**described, "type": "array", "items": items}


def one_of(values: Iterable[str]) -> Schema:
    """One of ``values``, and nothing else."""
    return {"enum": list(values)}


def maybe(schema: Schema) -> Schema:
    """``schema`` or ``null``."""
    return {"anyOf": [schema, {"type": "null"}]}


def ref(name: str) -> Schema:
    """The shape that the schema defines under ``$defs`` with that name."""
    return {"$ref": f"#/$defs/{name}"}
