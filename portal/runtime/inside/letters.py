"""Run inside Pyodide and CPython: write every letter for several people, in every language."""

from __future__ import annotations

from typing import Any

TODAY = "2026-11-23"
_WAITING = {
    "dossier": "en_cours",
    "nature": "renouvellement",
    "titre": "resident",
    "voie": "anef",
    "depose": "oui",
    "travail_permis": "oui",
    "territoire": "metropole",
    "prestation": "familiales",
}
PEOPLE: dict[str, tuple[dict[str, str], dict[str, str]]] = {
    "three months": ({"document": "confirmation_depot"}, {"expiration": "2026-10-24", "depot": "2026-07-26"}),
    "long silence": ({"document": "confirmation_depot"}, {"expiration": "2026-07-24", "depot": "2026-05-02"}),
    "attestation": (
        {"document": "api", "titre": "temporaire"},
        {"expiration": "2026-10-09", "depot": "2026-07-26", "fin_document": "2027-01-02"},
    ),
    "counter": (
        {"document": "recepisse", "titre": "temporaire", "voie": "guichet"},
        {"expiration": "2026-10-15", "depot": "2026-08-26", "fin_document": "2026-11-15"},
    ),
    "blocked": (
        {"document": "aucun", "depose": "non", "titre": "pluriannuelle_autre"},
        {"expiration": "2027-01-24"},
    ),
    "out of scope": ({"document": "oqtf"}, {}),
}
# What is written in a field of each kind; the signs that XML, templates and right-to-left text make difficult.
TYPED = {
    "text": "D'Angelo <& \"Noël\"> {{ 7 }} عائشة",
    "long": "première ligne {% raw %}\n@subject deuxième & ligne",
    "date": "2026-11-02",
    "number": "06 00 00 00 00",
    "email": "personne@exemple.fr",
}


def request(person: str) -> dict[str, Any]:
    """The request of ``checker.consult`` for one of PEOPLE."""
    answers, dates = PEOPLE[person]
    return {"today": TODAY, "answers": {**_WAITING, **answers}, "dates": dates}


def codes() -> list[str]:
    """The languages of letters: French, which has no copy, and those of the copies."""
    from checker.letters.language import languages

    return list(languages())


def write_all() -> dict[str, Any]:
    """Each letter, blocked or not, by ``person/letter/language``."""
    from checker.letters import letter, letters

    made: dict[str, Any] = {}
    for person in PEOPLE:
        asked = request(person)
        listed = made[person] = letters(asked)
        for entry in listed["letters"]:
            fields = {field["id"]: typed_in(field) for field in entry["fields"]}
            for lang in codes():
                argument = {"request": asked, "id": entry["id"], "fields": fields, "copy": lang}
                made[f"{person}/{entry['id']}/{lang}"] = letter(argument)
                made[f"{person}/{entry['id']}/{lang}/blank"] = letter(argument | {"fields": {}})
    made["not a request"] = [letters(None), letter(None), letter({"id": "motifs", "request": {}})]
    return made


def typed_in(field: dict[str, Any]) -> str:
    """What a person gives for one field of a letter."""
    return field["options"][0]["id"] if field["kind"] == "choice" else TYPED[field["kind"]]


def record() -> list[str]:
    """Members of the library zip in use once every letter is written."""
    import jinja2.debug  # noqa: F401 - imported by Jinja2 only when a template fails, whose message must reach the page

    from portal.runtime.inside.record import _members

    write_all()
    return sorted(_members())
