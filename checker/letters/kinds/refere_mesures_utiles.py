"""The skeleton of the « mesures utiles » request (L. 521-3), as long as no refusal is born."""

from __future__ import annotations

from checker.letters.common import (
    ACCORD,
    ADDRESS,
    CONTACTS,
    DOSSIER_CLOS,
    FACTS,
    HORS_CHAMP,
    ONE_A_LINE,
    PIECES,
    PREFECTURE,
    REFUS,
    TO,
    answer_field,
    day_field,
    person,
    refusal_days,
    window_not_open,
)
from checker.letters.facts import Facts
from checker.letters.fields import Field
from checker.letters.kind import Letter
from checker.rules.phrases import PHRASES

SUSPENSION = (
    "Un refus implicite a pu naître{born}. Le référé « mesures utiles » (L. 521-3) peut alors être rejeté : un tribunal "
    "l'a jugé. La voie est le référé-suspension (L. 521-1), déposé avec un recours contre le refus et une demande de "
    "motifs. Voyez un avocat ou une association."
)
DOCUMENT = (
    "Vous avez un document valable : l'urgence de ce référé n'est pas évidente. Demandez son renouvellement par écrit ; "
    "revenez ici s'il finit sans être renouvelé."
)
TITRE_VALABLE = "Votre titre est encore valable et votre demande est déposée : ce référé ne sert pas pour le moment."
PREFET_D_ABORD = "Avant le juge, écrivez au préfet et gardez la preuve : le référé doit être utile et nécessaire."
DEPOSE = "Dites d'abord si vous avez réussi à déposer votre demande : la requête en dépend."
AUTRE = "Ce référé ne correspond pas à votre situation. Parlez-en à un avocat ou à une permanence juridique."


def _blocked(facts: Facts) -> str | None:
    if facts.out_of_scope:
        return HORS_CHAMP
    if facts.refusal_possible:
        return SUSPENSION.format(born=refusal_days(facts))
    if facts.answer("depose") is None:
        return DEPOSE
    if "mesures_utiles" in facts.remedies:
        return window_not_open(facts) if facts.answer("depose") == "non" else None
    reasons = {
        "refus": REFUS,
        "dossier_clos": DOSSIER_CLOS,
        "titre_valable_dossier_clos": DOSSIER_CLOS,
        "accord": ACCORD,
        "titre_valable": TITRE_VALABLE,
    }
    if facts.holds:
        return DOCUMENT
    return reasons.get(facts.situation or "", AUTRE)


def _fields(facts: Facts) -> tuple[Field, ...]:
    filed = facts.answer("depose") == "oui"
    held = facts.answer("document") in {"api", "recepisse"}
    return (
        *person(file=True),
        Field("nationalite", "Votre nationalité", "Vous"),
        Field("tribunal", "Tribunal administratif du lieu où vous habitez", TO, help="Par exemple : de Lyon."),
        ADDRESS,
        PREFECTURE,
        *answer_field(facts, "voie"),
        *(day_field(facts, "depot", required=True) if filed else ()),
        *day_field(facts, "expiration"),
        *(day_field(facts, "fin_document") if held else ()),
        Field("mise_en_demeure", "Jour où le préfet a reçu votre lettre", FACTS, "date", help=PREFET_D_ABORD),
        Field("essais", "Vos essais sur l'ANEF", FACTS, "long", help=f"{ONE_A_LINE} Jour, heure, message."),
        CONTACTS,
        Field(
            "urgence",
            "Ce qui rend la décision urgente",
            FACTS,
            "long",
            required=True,
            help=f"{ONE_A_LINE} Emploi, aide coupée, loyer, soins : des faits, avec une preuve pour chacun.",
        ),
        Field(
            "aide_juridictionnelle",
            "Demandez-vous l'aide juridictionnelle ?",
            FACTS,
            "choice",
            options=(("oui", "Oui"), ("non", "Non")),
        ),
        PIECES,
    )


def _warnings(facts: Facts) -> tuple[str, ...]:
    found = [
        "C'est un modèle à compléter. L'avocat n'est pas obligatoire ; une association ou un avocat peut le relire.",
        "Écrivez « référé » sur l'enveloppe, et envoyez en recommandé, ou déposez sur Télérecours citoyens.",
    ]
    if facts.refusals:
        found.append(
            f"Le tribunal doit recevoir cette requête avant le {PHRASES.day(facts.refusals[0])} : ce jour-là, un refus "
            "implicite peut naître."
        )
    return tuple(found)


LETTER = Letter(
    "refere_mesures_utiles",
    "Requête en référé « mesures utiles » (modèle à compléter)",
    "Le tribunal administratif",
    "Elle demande au juge d'ordonner à la préfecture de donner un document, ou un rendez-vous pour déposer.",
    ("mesures_utiles",),
    _blocked,
    _fields,
    _warnings,
)
