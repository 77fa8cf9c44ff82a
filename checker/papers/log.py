"""The evidence log: which proofs to keep and why, with the columns of a table to fill in by hand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from checker.applying import sources_json
from checker.rules.carnet import COLONNES, GROUPES, INTRODUCTION, TITRE
from checker.rules.phrases import PHRASES


def log(answers: Mapping[str, str]) -> dict[str, Any]:
    """The LOG for these answers: what concerns only another way to file is left out."""
    route = answers.get("voie")
    groups = [group for group in GROUPES if not (group.voie and route and group.voie != route)]
    return {
        "title": TITRE,
        "intro": INTRODUCTION,
        "groups": [
            {
                "title": group.titre,
                "items": [{"text": proof.texte, "why": proof.pourquoi or None} for proof in group.preuves],
            }
            for group in groups
        ],
        "columns": list(COLONNES),
        "sources": sources_json(
            (source for group in groups for proof in group.preuves for source in proof.sources), PHRASES
        ),
    }
