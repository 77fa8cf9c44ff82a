"""The first sentence of a result: what most people came to ask, before any detail."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from checker.rules import premiere_phrase as words

# From the best news to what says least: a summary is never greener than its weakest half.
SEVERITY = ("kept", "conditional", "disputed", "not_established", "open", "to_verify")


def first_sentence(rights: Sequence[Mapping[str, Any]]) -> dict[str, str] | None:
    """``{"text", "status"}`` from the results for ``travail`` and ``sejour``; ``None`` when both still lack an answer.

    ``status`` is the weaker of the two."""
    found = {right["id"]: right for right in rights}
    work, stay = found["travail"], found["sejour"]
    statuses = {work["status"], stay["status"]}
    if statuses == {"open"}:
        return None
    status = max(statuses, key=SEVERITY.index)
    if status == "to_verify":
        return {"text": words.EDITION_ANCIENNE, "status": status}
    if statuses == {"not_established"}:
        return {"text": words.RIEN_D_ETABLI, "status": status}
    said = [_said(words.SEJOUR, stay), _said(words.TRAVAIL, work)]
    if work["status"] == "kept":
        said.reverse()
    return {"text": " ".join(said), "status": status}


def _said(sentences: Mapping[str, str], right: Mapping[str, Any]) -> str:
    until = right["until"]
    return sentences[right["status"]].format(fin=f" {until['text']}" if until else "")
