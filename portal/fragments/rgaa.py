"""`[[ rgaa_grille() ]]`: the criteria of the RGAA, one a row, and what is known of each.

`[[ rgaa_compte("personne") ]]`: how many are in that state. docs/_data/rgaa.yml says of none that it is met."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from portal.fragments.place import Place
from portal.frontmatter import PageError
from portal.typography import french

STATES = ("automatique", "personne", "sans_objet")


def grid(place: Place) -> str:
    """A table for each theme. A title is in French in every language: it is that of the reference."""
    table = place.data["rgaa"]
    words = {name: entry["texte"] for name, entry in table["mots"].items()}
    themes = [
        {"name": theme["theme"], "number": theme["numero"], "rows": [_row(found, table) for found in theme["criteres"]]}
        for theme in table["themes"]
    ]
    return place.render("rgaa", themes=themes, words=words)


def count(place: Place, state: str = "") -> str:
    """How many criteria are in `state`; all of them without it. Raises PageError for an unknown state."""
    if state and state not in STATES:
        raise PageError(f"rgaa_compte: no state “{state}”; use one of {', '.join(STATES)}, or none")
    found = Counter(row["etat"] for row in criteria(place.data["rgaa"]))
    return str(found[state] if state else found.total())


def criteria(table: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Every row of docs/_data/rgaa.yml, in order."""
    return [row for theme in table["themes"] for row in theme["criteres"]]


def _row(row: Mapping[str, Any], table: Mapping[str, Any]) -> dict[str, Any]:
    if row["etat"] not in STATES:
        raise PageError(f"docs/_data/rgaa.yml: {row['numero']}: no state “{row['etat']}”; use {', '.join(STATES)}")
    return {
        "number": row["numero"],
        "title": french(row["titre"]),
        "state": row["etat"],
        "why": table["raisons"][row["raison"]]["texte"] if row["etat"] == "sans_objet" else "",
        "gap": table["ecarts"][row["ecart"]]["texte"] if "ecart" in row else "",
        "tests": [name.partition("::")[2] for name in row.get("essais", [])],
    }
