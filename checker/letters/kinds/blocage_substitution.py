"""The report of a blocked ANEF, and the request for the substitute way to file."""

from __future__ import annotations

from checker.letters.common import (
    ADDRESS,
    EFFECTS,
    FACTS,
    HORS_CHAMP,
    ONE_A_LINE,
    PIECES,
    PREFECTURE,
    REFUS,
    day_field,
    person,
    window_not_open,
)
from checker.letters.facts import Facts
from checker.letters.fields import Field
from checker.letters.kind import Letter

PAS_ANEF = "Cette lettre concerne un blocage sur l'ANEF. Votre demande se fait ailleurs : écrivez à la préfecture."
DEJA_DEPOSE = (
    "Votre demande est déposée. Pour obtenir le document d'attente, utilisez la lettre au préfet. Pour un blocage qui "
    "reste, appelez le centre de contact citoyens et gardez des captures datées."
)


def _blocked(facts: Facts) -> str | None:
    if facts.out_of_scope:
        return HORS_CHAMP
    if facts.situation == "refus":
        return REFUS
    if facts.route == "guichet":
        return PAS_ANEF
    if "solution_substitution" not in facts.remedies:
        return DEJA_DEPOSE
    return window_not_open(facts)


def _fields(facts: Facts) -> tuple[Field, ...]:
    closed = facts.answer("dossier") == "clos"
    return (
        *person(file=True),
        PREFECTURE,
        ADDRESS,
        *day_field(facts, "expiration"),
        *((Field("cloture", "Jour de la clôture du dossier", FACTS, "date"),) if closed else ()),
        Field(
            "essais",
            "Vos essais sur l'ANEF",
            FACTS,
            "long",
            required=True,
            help=f"{ONE_A_LINE} Le jour, l'heure, la page et le message. Plusieurs essais, sur plus d'une semaine.",
        ),
        Field("premier_essai", "Jour du premier essai", FACTS, "date", required=True),
        Field("appareil", "Appareil et navigateur", FACTS, help="Par exemple : téléphone Android, Chrome."),
        Field("contact", "Centre de contact : dates et références", FACTS, "long", help=ONE_A_LINE),
        Field("accueil", "Point d'accueil numérique : dates et réponses", FACTS, "long", help=ONE_A_LINE),
        EFFECTS,
        PIECES,
    )


def _warnings(facts: Facts) -> tuple[str, ...]:
    return (
        "Une capture d'écran ou une lettre ne vaut pas dépôt : continuez à essayer, et gardez chaque preuve datée.",
        "Appelez le centre de contact et allez au point d'accueil numérique : le texte demande d'avoir fait ces démarches.",
    )


LETTER = Letter(
    "blocage_substitution",
    "Signaler un blocage de l'ANEF et demander une autre voie",
    "La préfecture",
    "Elle fait constater le blocage et demande un accueil physique pour enregistrer votre demande.",
    ("solution_substitution",),
    _blocked,
    _fields,
    _warnings,
)
