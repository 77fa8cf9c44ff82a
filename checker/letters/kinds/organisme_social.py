"""The letter to the CAF, the health insurance, the département or France Travail, when a right is cut or refused."""

from __future__ import annotations

from checker.letters.common import ADDRESS, FACTS, HORS_CHAMP, PAPIER, PIECES, TO, day_field, person
from checker.letters.facts import Facts
from checker.letters.fields import Field
from checker.letters.kind import Letter

TITRE_VALABLE = (
    "Votre titre est encore valable, ou vous en attendez un duplicata : montrez-le, ou sa copie. Si l'organisme refuse "
    "quand même, demandez la décision par écrit et voyez une association."
)


def _blocked(facts: Facts) -> str | None:
    if facts.out_of_scope:
        return HORS_CHAMP
    if "organisme_social" not in facts.remedies:
        return TITRE_VALABLE
    return None if facts.answer("document") or facts.situation is not None else PAPIER


def _fields(facts: Facts) -> tuple[Field, ...]:
    held = facts.answer("document") in {"api", "recepisse"}
    return (
        *person(file=False),
        Field(
            "organisme",
            "À qui écrivez-vous ?",
            TO,
            "choice",
            required=True,
            help="Pour le RSA, c'est le président du conseil départemental.",
            options=(
                ("caf", "La CAF"),
                ("msa", "La MSA"),
                ("departement", "Le département (RSA)"),
                ("cpam", "L'assurance maladie (CPAM)"),
                ("france_travail", "France Travail"),
            ),
        ),
        ADDRESS,
        Field("numero", "Votre numéro d'allocataire, d'assuré ou d'inscription", FACTS),
        Field("aide", "L'aide ou le droit concerné", FACTS, help="Par exemple : allocations familiales."),
        Field("decision", "Date de la décision ou de la coupure", FACTS, "date"),
        Field("periode", "Période concernée", FACTS, help="Par exemple : depuis octobre 2026."),
        *day_field(facts, "expiration"),
        *(() if facts.answer("depose") == "non" else day_field(facts, "depot")),
        *(day_field(facts, "fin_document", required=True) if held else ()),
        PIECES,
    )


def _warnings(facts: Facts) -> tuple[str, ...]:
    return (
        "Lisez sur la décision le délai et l'adresse pour contester, et écrivez avant la fin de ce délai. Il est souvent de "
        "deux mois : vérifiez.",
        "Envoyez en recommandé avec avis de réception, et gardez une copie.",
    )


LETTER = Letter(
    "organisme_social",
    "Lettre à la CAF, à l'assurance maladie ou à France Travail",
    "L'organisme qui a coupé ou refusé le droit",
    "Elle conteste une coupure, demande la décision par écrit, et dit le texte qui s'applique à votre document.",
    ("organisme_social",),
    _blocked,
    _fields,
    _warnings,
)
