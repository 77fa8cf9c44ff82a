"""The browser's entry point: JSON text in, JSON text out, never an exception."""

from __future__ import annotations

import json

from checker.consult import consult
from checker.rules import phrases


def answer(request_json: str) -> str:
    """Evaluate a request written as JSON (see ``checker.consult``)."""
    try:
        request = json.loads(request_json)
    except ValueError:
        request = None
    if request is None:
        return json.dumps({"errors": [{"field": "", "message": phrases.DEMANDE_ILLISIBLE}]}, ensure_ascii=False)
    return json.dumps(consult(request), ensure_ascii=False)
