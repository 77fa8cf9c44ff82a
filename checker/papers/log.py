"""The evidence log: which proofs to keep and why, with the columns of a table to fill in by hand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from checker.engine.model import RuleBase
from checker.grounds import sources_json


def log(base: RuleBase, answers: Mapping[str, str]) -> dict[str, Any]:
    """The LOG for these answers, in the words of ``base``: what concerns only another way to file is left out."""
    route = answers.get("voie")
    groups = [group for group in base.log.groups if not (group.route and route and group.route != route)]
    return {
        "title": base.log.title,
        "intro": base.log.intro,
        "groups": [
            {
                "title": group.title,
                "items": [{"text": proof.text, "why": proof.why or None} for proof in group.proofs],
            }
            for group in groups
        ],
        "columns": list(base.log.columns),
        "sources": sources_json(
            (source for group in groups for proof in group.proofs for source in proof.sources), base.phrases
        ),
    }
