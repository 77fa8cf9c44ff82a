"""The first sentence of a result: what most people came to ask, before any detail."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from checker.engine.phrases import Phrases

# From the best news to what says least: a summary is never greener than its weakest half.
SEVERITY = ("kept", "conditional", "disputed", "not_established", "open", "to_verify")


def first_sentence(rights: Sequence[Mapping[str, Any]], phrases: Phrases) -> dict[str, str] | None:
    """``{"text", "status"}`` from the results for ``travail`` and ``sejour``; ``None`` when both still lack an answer.

    ``status`` is the weaker of the two."""
    found = {right["id"]: right for right in rights}
    work, stay = found["travail"], found["sejour"]
    statuses = {work["status"], stay["status"]}
    if statuses == {"open"}:
        return None
    status = max(statuses, key=SEVERITY.index)
    if status == "to_verify":
        return {"text": phrases["edition_ancienne"], "status": status}
    if statuses == {"not_established"}:
        return {"text": phrases["rien_d_etabli"], "status": status}
    said = [_said(stay, phrases), _said(work, phrases)]
    if work["status"] == "kept":
        said.reverse()
    return {"text": " ".join(said), "status": status}


def _said(right: Mapping[str, Any], phrases: Phrases) -> str:
    name = f"{right['id']}.{right['status']}"
    if right["status"] == "kept" and right["until"]:
        return phrases.say(f"{name}_until", until=right["until"]["text"])
    return phrases[name]
