"""The letter to the Défenseur des droits: free, after having written to the administration."""

from __future__ import annotations

from checker.letters.common import EFFECTS, FACTS, HORS_CHAMP, ONE_A_LINE, PIECES, day_field, person
from checker.letters.facts import Facts
from checker.letters.fields import Field
from checker.letters.kind import Letter


def _blocked(facts: Facts) -> str | None:
    return HORS_CHAMP if facts.out_of_scope else None


def _fields(facts: Facts) -> tuple[Field, ...]:
    held = facts.answer("document") in {"api", "recepisse"}
    return (
        *person(file=True),
        Field("prefecture", "Nom de la préfecture ou de l'organisme en cause", FACTS),
        *day_field(facts, "expiration"),
        *(() if facts.answer("depose") == "non" else day_field(facts, "depot")),
        *(day_field(facts, "fin_document") if held else ()),
        Field(
            "demarches",
            "Ce que vous avez déjà écrit à l'administration, et ses réponses",
            FACTS,
            "long",
            required=True,
            help=f"{ONE_A_LINE} Avec les dates. Il faut avoir d'abord écrit à l'administration.",
        ),
        Field("chronologie", "Autres faits, dans l'ordre", FACTS, "long", help=ONE_A_LINE),
        EFFECTS,
        Field(
            "recours",
            "Un recours devant un juge est-il en cours ?",
            FACTS,
            "choice",
            required=True,
            help="Il faut le dire au Défenseur des droits.",
            options=(("non", "Non"), ("oui", "Oui")),
        ),
        Field("recours_detail", "Lequel, et depuis quand ?", FACTS),
        PIECES,
    )


def _warnings(facts: Facts) -> tuple[str, ...]:
    return (
        "Cette lettre n'arrête pas les délais pour aller au juge, sauf médiation préalable obligatoire. Continuez vos "
        "recours.",
        "Vous pouvez aussi remplir le formulaire de son site, ou voir un délégué près de chez vous. C'est gratuit.",
    )


LETTER = Letter(
    "defenseur_des_droits",
    "Saisir le Défenseur des droits",
    "Le Défenseur des droits",
    "Elle raconte les faits dans l'ordre et demande son aide auprès de l'administration. C'est gratuit.",
    ("defenseur_des_droits",),
    _blocked,
    _fields,
    _warnings,
)
