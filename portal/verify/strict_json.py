"""JSON of which two readers can not understand two things."""

from __future__ import annotations

import json
from typing import Any

from .findings import Trouble


def parse(data: bytes, path: str, code: str, remedy: str) -> dict[str, Any]:
    """The object that `data` (UTF-8, without mark) holds.

    Raises Trouble ("error", `code`) for anything else: a key twice, a number that is not whole, another encoding."""
    try:
        found = json.loads(
            data.decode("utf-8"), object_pairs_hook=_unique, parse_float=_refused, parse_constant=_refused
        )
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise Trouble("error", code, path, f"Ce n’est pas le fichier attendu. {remedy}")
    return found


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError
    return found


def _refused(text: str) -> Any:
    raise ValueError(text)
