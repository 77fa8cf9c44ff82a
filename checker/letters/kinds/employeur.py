"""The letter to the employer: it claims the right to work only where it is established, with its real end."""

from __future__ import annotations

from checker.letters.common import ADDRESS, FACTS, HORS_CHAMP, PIECES, REFUS, TO, day_field, person
from checker.letters.facts import Facts
from checker.letters.fields import Field
from checker.letters.kind import Letter

# Where it only tells the employer what was done, and claims nothing.
TOLD = frozenset(
    {
        "api",
        "api_silence",
        "recepisse",
        "recepisse_silence",
        "prolongation_discutee",
        "api_terminee",
        "recepisse_termine",
        "depot_seul",
        "convocation_seule",
        "depot_sans_papier",
    }
)

A_VERIFIER = (
    "La règle sur votre travail est à vérifier : elle a pu changer depuis cette édition. Faites vérifier par une "
    "association ou un avocat avant d'écrire à l'employeur."
)
PAS_SUR = (
    "Il manque une réponse pour savoir si vous pouvez travailler. Répondez d'abord aux questions qui restent."
)
SANS_TRAVAIL = (
    "Votre titre ne permettait pas de travailler, ou nous ne savons pas l'établir. N'écrivez pas à l'employeur avant "
    "d'avoir fait vérifier votre droit par une association, un syndicat ou un avocat."
)
MENTION = (
    "Pour cette demande, le droit de travailler dépend de la carte demandée. Lisez la mention écrite sur votre document "
    "et faites-la vérifier avant d'écrire."
)


def _blocked(facts: Facts) -> str | None:
    if facts.out_of_scope:
        return HORS_CHAMP
    if facts.situation == "refus":
        return REFUS
    if facts.status("travail") == "to_verify":
        return A_VERIFIER
    if facts.status("travail") == "open" or facts.situation is None:
        return PAS_SUR
    # Kept in both territories, but by two texts and until two days: the letter needs to know which.
    if facts.may_work and facts.situation in {"api", "api_silence"} and facts.answer("territoire") is None:
        return PAS_SUR
    if facts.may_work:
        return None
    if facts.status("travail") == "conditional":
        return MENTION
    return None if facts.situation in TOLD and facts.renewal and facts.work else SANS_TRAVAIL


def _fields(facts: Facts) -> tuple[Field, ...]:
    held = facts.answer("document") in {"api", "recepisse"}
    # The three months of the law are counted from the end of the title, for a request made in time.
    counted = facts.situation == "prolongation_legale" or facts.answer("territoire") == "outre_mer"
    return (
        *person(file=False),
        Field("employeur", "Nom de l'employeur", TO),
        ADDRESS,
        *day_field(facts, "expiration", required=counted),
        *(() if facts.answer("depose") == "non" else day_field(facts, "depot", required=counted)),
        *(day_field(facts, "fin_document", required=True) if held else ()),
        Field(
            "suspension",
            "Votre contrat est-il suspendu ?",
            FACTS,
            "choice",
            options=(("non", "Non"), ("oui", "Oui")),
        ),
        Field("suspension_date", "Depuis quel jour ?", FACTS, "date", help="Seulement si le contrat est suspendu."),
        PIECES,
    )


def _warnings(facts: Facts) -> tuple[str, ...]:
    if facts.may_work:
        return (
            "Donnez cette lettre avec une copie des documents, avant la fin du titre ou du document précédent, et gardez "
            "une preuve de la remise.",
            "Cette lettre ne vaut que jusqu'à la date qu'elle indique.",
        )
    return (
        "Attention : cette lettre dit à votre employeur que votre droit de travailler n'est pas établi aujourd'hui. Sans "
        "document valable, il peut rompre le contrat. Faites-la lire à un syndicat, une association ou un avocat avant de "
        "l'envoyer.",
    )


LETTER = Letter(
    "employeur",
    "Lettre à l'employeur",
    "Votre employeur",
    "Elle donne vos documents, le texte de loi et la date de fin. Sans droit établi, elle dit seulement vos démarches.",
    ("employeur",),
    _blocked,
    _fields,
    _warnings,
)
