"""The report of a blocked ANEF, and the request for the substitute way to file."""

from __future__ import annotations

from checker.letters.common import (
    FACTS,
    ONE_A_LINE,
    address,
    day_field,
    effects,
    field,
    person,
    pieces,
    prefecture,
    window_not_open,
)
from checker.letters.facts import Facts
from checker.letters.fields import Field
from checker.letters.kind import Letter


def _blocked(facts: Facts) -> str | None:
    if facts.out_of_scope:
        return facts.not_now("hors_champ")
    if facts.situation == "refus":
        return facts.not_now("refus")
    if facts.route == "guichet":
        return facts.not_now("pas_anef")
    if "solution_substitution" not in facts.remedies:
        return facts.not_now("deja_depose")
    return window_not_open(facts)


def _fields(facts: Facts) -> tuple[Field, ...]:
    closed = facts.answer("dossier") == "clos"
    return (
        *person(facts, file=True),
        prefecture(facts),
        address(facts),
        *day_field(facts, "expiration"),
        *((field(facts, "cloture", FACTS, "date"),) if closed else ()),
        field(facts, "essais", FACTS, "long", required=True, help="blocage"),
        field(facts, "premier_essai", FACTS, "date", required=True),
        field(facts, "appareil", FACTS, help="appareil"),
        field(facts, "contact", FACTS, "long", help=ONE_A_LINE),
        field(facts, "accueil", FACTS, "long", help=ONE_A_LINE),
        effects(facts),
        pieces(facts),
    )


LETTER = Letter(
    "blocage_substitution",
    ("solution_substitution",),
    _blocked,
    _fields,
    lambda facts: (facts.warning("blocage_substitution.preuve"), facts.warning("blocage_substitution.demarches")),
)
