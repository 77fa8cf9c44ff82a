"""The skeleton of the « mesures utiles » request (L. 521-3), as long as no refusal is born."""

from __future__ import annotations

from checker.letters.common import (
    FACTS,
    TO,
    YES_NO,
    YOU,
    address,
    answer_field,
    contacts,
    day_field,
    field,
    no_step,
    person,
    pieces,
    prefecture,
    refusal_born,
    window_not_open,
)
from checker.letters.facts import Facts
from checker.letters.fields import Field
from checker.letters.kind import Letter


def _blocked(facts: Facts) -> str | None:
    if facts.out_of_scope:
        return facts.not_now("hors_champ")
    if facts.refusal_possible:
        return f"{refusal_born(facts)} {facts.not_now('suspension')}"
    if facts.answer("depose") is None:
        return facts.not_now("depose")
    if "mesures_utiles" in facts.remedies:
        return window_not_open(facts) if facts.answer("depose") == "non" else None
    if facts.holds:
        return facts.not_now("document")
    return no_step(facts, valid="refere_titre_valable", other="refere_autre")


def _fields(facts: Facts) -> tuple[Field, ...]:
    filed = facts.answer("depose") == "oui"
    held = facts.answer("document") in {"api", "recepisse"}
    return (
        *person(facts, file=True),
        field(facts, "nationalite", YOU),
        field(facts, "tribunal", TO, help="tribunal"),
        address(facts),
        prefecture(facts),
        *answer_field(facts, "voie"),
        *(day_field(facts, "depot", required=True) if filed else ()),
        *day_field(facts, "expiration"),
        *(day_field(facts, "fin_document") if held else ()),
        field(facts, "mise_en_demeure", FACTS, "date", help="mise_en_demeure"),
        field(facts, "essais", FACTS, "long", help="essais"),
        contacts(facts),
        field(facts, "urgence", FACTS, "long", required=True, help="urgence"),
        field(facts, "aide_juridictionnelle", FACTS, "choice", options=YES_NO),
        pieces(facts),
    )


def _warnings(facts: Facts) -> tuple[str, ...]:
    found = [facts.warning("refere_mesures_utiles.modele"), facts.warning("refere_mesures_utiles.envoi")]
    if facts.refusals:
        found.append(facts.warning("refere_mesures_utiles.avant", facts.refusals[0]))
    return tuple(found)


LETTER = Letter("refere_mesures_utiles", ("mesures_utiles",), _blocked, _fields, _warnings)
