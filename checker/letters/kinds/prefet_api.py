"""The formal request to the prefect: the attestation on the ANEF, the récépissé elsewhere."""

from __future__ import annotations

from checker.letters.common import (
    FACTS,
    address,
    answer_field,
    contacts,
    day_field,
    effects,
    field,
    no_step,
    options,
    person,
    pieces,
    prefecture,
    refusal_born,
)
from checker.letters.facts import Facts
from checker.letters.fields import Field
from checker.letters.kind import Letter

ANEF, COUNTER = "lettre_prefet", "lettre_prefet_recepisse"


def _blocked(facts: Facts) -> str | None:
    if facts.out_of_scope:
        return facts.not_now("hors_champ")
    if facts.remedies.keys() & {ANEF, COUNTER}:
        return None if facts.answer("document") else facts.not_now("papier")
    if facts.answer("depose") == "non":
        return facts.not_now("pas_depose")
    return no_step(facts, valid="prefet_titre_valable", other="prefet_autre")


def _fields(facts: Facts) -> tuple[Field, ...]:
    held = facts.answer("document") in {"api", "recepisse"}
    more = (
        (field(facts, "complement", FACTS, "date"),)
        if facts.answer("dossier") == "complement"
        else ()
    )
    return (
        *person(facts, file=True),
        prefecture(facts),
        address(facts),
        *answer_field(facts, "voie"),
        *day_field(facts, "depot", required=True),
        *day_field(facts, "expiration"),
        *(day_field(facts, "fin_document", required=True) if held else ()),
        *more,
        contacts(facts),
        effects(facts),
        field(facts, "delai", FACTS, "choice", help="delai", options=options("delai", "48h", "5j", "8j")),
        pieces(facts),
    )


def _warnings(facts: Facts) -> tuple[str, ...]:
    found = [facts.warning("prefet_api.envoi")]
    if facts.route == "anef" and not facts.owed:
        found.append(facts.warning("prefet_api.pas_obligatoire"))
    if facts.refusal_possible:
        found.append(f"{refusal_born(facts)} {facts.warning('prefet_api.refus_ne')}")
    elif facts.refusals:
        found.append(facts.warning("prefet_api.refus_a_venir", facts.refusals[0]))
    return tuple(found)


LETTER = Letter("prefet_api", (ANEF, COUNTER), _blocked, _fields, _warnings)
