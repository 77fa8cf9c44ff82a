"""The letter to the Défenseur des droits: free, after having written to the administration."""

from __future__ import annotations

from checker.letters.common import FACTS, NO_YES, ONE_A_LINE, day_field, effects, field, person, pieces
from checker.letters.facts import Facts
from checker.letters.fields import Field
from checker.letters.kind import Letter


def _blocked(facts: Facts) -> str | None:
    return facts.not_now("hors_champ") if facts.out_of_scope else None


def _fields(facts: Facts) -> tuple[Field, ...]:
    held = facts.answer("document") in {"api", "recepisse"}
    return (
        *person(facts, file=True),
        field(facts, "prefecture", FACTS, label="en_cause"),
        *day_field(facts, "expiration"),
        *(() if facts.answer("depose") == "non" else day_field(facts, "depot")),
        *(day_field(facts, "fin_document") if held else ()),
        field(facts, "demarches", FACTS, "long", required=True, help="demarches"),
        field(facts, "chronologie", FACTS, "long", help=ONE_A_LINE),
        effects(facts),
        field(facts, "recours", FACTS, "choice", required=True, help="recours", options=NO_YES),
        field(facts, "recours_detail", FACTS),
        pieces(facts),
    )


LETTER = Letter(
    "defenseur_des_droits",
    ("defenseur_des_droits",),
    _blocked,
    _fields,
    lambda facts: (facts.warning("defenseur_des_droits.delais"), facts.warning("defenseur_des_droits.autres_voies")),
)
