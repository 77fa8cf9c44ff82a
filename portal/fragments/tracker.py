"""`[[ suivi() ]]`: what the Conseil d'État ordered on 5 May 2026, measure by measure, as a timeline and a table."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from portal.fragments.place import Place
from portal.fragments.register import address


def fragment(place: Place) -> str:
    """From docs/_data/injonctions.yml. Nothing is inferred: a measure without proof is in the state the file gives."""
    table = place.data["injonctions"]
    return place.render(
        "tracker",
        measures=[_measure(place, name, measure, table) for name, measure in table["mesures"].items()],
        moments=_moments(place, table),
        nothing=table["aucune_preuve"],
        looked=_words(place, table["derniere_recherche"]),
        edition=_words(place, place.site.edition),
    )


def _measure(place: Place, name: str, measure: Mapping[str, Any], table: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "id": name,
        "title": measure["titre"],
        "ordered": measure.get("ordonne", ""),
        "state": table["etats"][measure["etat"]],
        "term": _words(place, measure["terme_au_plus_tot"]),
        "months": measure["delai_mois"],
        "proofs": [
            {
                "date": _words(place, proof["date"]),
                "text": proof["texte"],
                "citation": place.site.sources[proof["source"]].citation,
                "url": address(proof["source"], place.site.sources, place.lang),
            }
            for proof in measure["preuves"]
        ],
        "history": [
            {"date": _words(place, entry["date"]), "text": entry["texte"]} for entry in measure.get("historique", [])
        ],
    }


def _moments(place: Place, table: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The line of time: the decision, each term at the earliest, the last search, in order."""
    t = place.site.text(place.lang)["tracker"]
    moments: dict[datetime.date, list[str]] = {table["decision"]["date"]: [t["decided"]]}
    for measure in table["mesures"].values():
        label = t["term"].replace("{months}", str(measure["delai_mois"]))
        found = moments.setdefault(measure["terme_au_plus_tot"], [])
        if label not in found:
            found.append(label)
    moments.setdefault(table["derniere_recherche"], []).append(t["looked"])
    edition = datetime.date.fromisoformat(place.site.edition)
    return [
        {"date": _words(place, day), "texts": texts, "past": day <= edition}
        for day, texts in sorted(moments.items())
    ]


def _words(place: Place, day: Any) -> str:
    return place.site.words(day, place.lang)
