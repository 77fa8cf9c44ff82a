"""The ten composed situations of the legal dossier: facts as answers, and the dates worked out there.

All are seen on 23 November 2026. ``window`` is the one of the ANEF, whatever the way of the person.
"""

from __future__ import annotations

from dataclasses import dataclass

_RENEWAL = {"nature": "renouvellement", "depose": "oui", "dossier": "en_cours", "territoire": "metropole"}


@dataclass(frozen=True)
class Known:
    """One situation: the answers, the dates of the reader, and what the dossier worked out."""

    id: str
    answers: dict[str, str]
    dates: dict[str, str]
    window: tuple[str, str]
    six_months: str
    refusal: str | None = None
    appeal: str | None = None
    three_months: str | None = None


SITUATIONS = (
    Known(
        "A03",
        {**_RENEWAL, "titre": "resident", "voie": "anef", "document": "confirmation_depot", "travail_permis": "oui"},
        {"expiration": "2026-07-24", "depot": "2026-05-02"},
        ("2026-03-26", "2026-05-25"), "2027-01-24", "2026-09-02", "2026-11-02", "2026-10-24",
    ),
    Known(
        "B01",
        {**_RENEWAL, "titre": "temporaire", "voie": "anef", "document": "api", "travail_permis": "oui"},
        {"expiration": "2026-08-05", "depot": "2026-05-07", "fin_document": "2026-11-03"},
        ("2026-04-07", "2026-06-06"), "2027-02-05", "2026-09-07", "2026-11-07",
    ),
    Known(
        "C01",
        {**_RENEWAL, "titre": "temporaire", "voie": "anef", "document": "api", "travail_permis": "limite"},
        {"expiration": "2026-10-09", "depot": "2026-07-16", "fin_document": "2027-01-02"},
        ("2026-06-11", "2026-08-10"), "2027-04-09", "2026-11-16", "2027-01-16",
    ),
    Known(
        "D03",
        {**_RENEWAL, "titre": "temporaire", "voie": "anef", "document": "confirmation_depot", "travail_permis": "oui"},
        {"expiration": "2026-10-24", "depot": "2026-07-26"},
        ("2026-06-26", "2026-08-25"), "2027-04-24", "2026-11-26", "2027-01-26",
    ),
    Known(
        "E02",
        {**_RENEWAL, "titre": "pluriannuelle_autre", "voie": "anef", "document": "aucun", "depose": "non"},
        {"expiration": "2027-01-24"},
        ("2026-09-26", "2026-11-25"), "2027-07-24",
    ),
    Known(
        "E04",
        {**_RENEWAL, "titre": "etudiant", "voie": "anef", "document": "confirmation_depot", "dossier": "clos"},
        {"expiration": "2026-10-24", "depot": "2026-08-05"},
        ("2026-06-26", "2026-08-25"), "2027-04-24",
    ),
    Known(
        "F01",
        {**_RENEWAL, "titre": "temporaire", "voie": "guichet", "document": "recepisse", "travail_permis": "oui"},
        {"expiration": "2026-08-15", "depot": "2026-06-26", "fin_document": "2026-11-15"},
        ("2026-04-17", "2026-06-16"), "2027-02-15", "2026-10-26", "2026-12-26",
    ),
    Known(
        "G03",
        {**_RENEWAL, "titre": "resident", "voie": "anef", "document": "api", "travail_permis": "oui"},
        {"expiration": "2026-09-14", "depot": "2026-06-16", "fin_document": "2027-01-02"},
        ("2026-05-17", "2026-07-16"), "2027-03-14", "2026-10-16", "2026-12-16", "2026-12-14",
    ),
    Known(
        "H03",
        {**_RENEWAL, "titre": "accord_plus_1_an", "travail_permis": "oui"},
        {"expiration": "2026-10-24", "depot": "2026-08-30"},
        ("2026-06-26", "2026-08-25"), "2027-04-24", "2026-12-30", "2027-02-28", "2027-01-24",
    ),
    Known(
        "I01",
        {**_RENEWAL, "titre": "temporaire", "voie": "anef", "document": "api", "travail_permis": "oui"},
        {"expiration": "2026-10-04", "depot": "2026-07-17", "fin_document": "2027-01-02"},
        ("2026-06-06", "2026-08-05"), "2027-04-04", "2026-11-17", "2027-01-17",
    ),
)  # fmt: skip
