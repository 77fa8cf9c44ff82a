"""The letter to the CAF, the health insurance, the département or France Travail, when a right is cut or refused."""

from __future__ import annotations

from checker.letters.common import FACTS, TO, address, day_field, field, options, person, pieces
from checker.letters.facts import Facts
from checker.letters.fields import Field
from checker.letters.kind import Letter

BODIES = options("organisme", "caf", "msa", "departement", "cpam", "france_travail")


def _blocked(facts: Facts) -> str | None:
    if facts.out_of_scope:
        return facts.not_now("hors_champ")
    if "organisme_social" not in facts.remedies:
        return facts.not_now("organisme_titre_valable")
    return None if facts.answer("document") or facts.situation is not None else facts.not_now("papier")


def _fields(facts: Facts) -> tuple[Field, ...]:
    held = facts.answer("document") in {"api", "recepisse"}
    return (
        *person(facts, file=False),
        field(facts, "organisme", TO, "choice", required=True, help="organisme", options=BODIES),
        address(facts),
        field(facts, "numero", FACTS),
        field(facts, "aide", FACTS, help="aide"),
        field(facts, "decision", FACTS, "date"),
        field(facts, "periode", FACTS, help="periode"),
        *day_field(facts, "expiration"),
        *(() if facts.answer("depose") == "non" else day_field(facts, "depot")),
        *(day_field(facts, "fin_document", required=True) if held else ()),
        pieces(facts),
    )


LETTER = Letter(
    "organisme_social",
    ("organisme_social",),
    _blocked,
    _fields,
    lambda facts: (facts.warning("organisme_social.delai"), facts.warning("organisme_social.envoi")),
)
