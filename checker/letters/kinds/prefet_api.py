"""The formal request to the prefect: the attestation on the ANEF, the récépissé elsewhere."""

from __future__ import annotations

from checker.letters.common import (
    ACCORD,
    ADDRESS,
    CONTACTS,
    DOSSIER_CLOS,
    EFFECTS,
    FACTS,
    HORS_CHAMP,
    PAPIER,
    PAS_DEPOSE,
    PIECES,
    PREFECTURE,
    REFUS,
    answer_field,
    day_field,
    person,
    refusal_days,
)
from checker.letters.facts import Facts
from checker.letters.fields import Field
from checker.letters.kind import Letter
from checker.rules.phrases import PHRASES

ANEF, COUNTER = "lettre_prefet", "lettre_prefet_recepisse"

TITRE_VALABLE = (
    "Votre titre est encore valable : le document d'attente est prévu pour après sa fin. Revenez à cette lettre si vous "
    "n'avez rien reçu le jour où il finit."
)
AUTRE = "Cette lettre ne correspond pas à votre situation. Parlez-en à une association ou à une permanence juridique."


def _blocked(facts: Facts) -> str | None:
    if facts.out_of_scope:
        return HORS_CHAMP
    if facts.remedies.keys() & {ANEF, COUNTER}:
        return None if facts.answer("document") else PAPIER
    reasons = {
        "refus": REFUS,
        "dossier_clos": DOSSIER_CLOS,
        "titre_valable_dossier_clos": DOSSIER_CLOS,
        "accord": ACCORD,
        "titre_valable": TITRE_VALABLE,
    }
    if facts.answer("depose") == "non":
        return PAS_DEPOSE
    return reasons.get(facts.situation or "", AUTRE)


def _fields(facts: Facts) -> tuple[Field, ...]:
    held = facts.answer("document") in {"api", "recepisse"}
    more = (
        (Field("complement", "Jour où vous avez envoyé les pièces demandées", FACTS, "date"),)
        if facts.answer("dossier") == "complement"
        else ()
    )
    return (
        *person(file=True),
        PREFECTURE,
        ADDRESS,
        *answer_field(facts, "voie"),
        *day_field(facts, "depot", required=True),
        *day_field(facts, "expiration"),
        *(day_field(facts, "fin_document", required=True) if held else ()),
        *more,
        CONTACTS,
        EFFECTS,
        Field(
            "delai",
            "Délai que vous laissez au préfet",
            FACTS,
            "choice",
            help="Sans choix : huit jours.",
            options=(("48h", "48 heures"), ("5j", "Cinq jours"), ("8j", "Huit jours")),
        ),
        PIECES,
    )


def _warnings(facts: Facts) -> tuple[str, ...]:
    found = ["Envoyez cette lettre en recommandé avec avis de réception, et le même texte par voie électronique."]
    if facts.route == "anef" and not facts.owed:
        found.append(
            "Le texte oblige le préfet si la demande est complète et déposée dans le délai. Ici, ce n'est pas établi : la "
            "lettre demande, sans dire que c'est obligatoire."
        )
    if facts.refusal_possible:
        found.append(
            f"Un refus implicite a pu naître{refusal_days(facts)}. Cette lettre n'arrête pas le délai pour le contester : demandez aussi "
            "les motifs et voyez un avocat."
        )
    elif facts.refusals:
        found.append(
            f"Cette lettre n'arrête pas le délai du refus implicite, qui peut naître le {PHRASES.day(facts.refusals[0])}."
        )
    return tuple(found)


LETTER = Letter(
    "prefet_api",
    "Demander au préfet l'attestation de prolongation ou le récépissé",
    "La préfecture",
    "Elle réclame par écrit le document d'attente, avec un délai court. Elle prouve aussi que vous l'avez demandé.",
    (ANEF, COUNTER),
    _blocked,
    _fields,
    _warnings,
)
