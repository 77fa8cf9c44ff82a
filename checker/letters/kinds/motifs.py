"""The request for the reasons of an implicit refusal, once it is born."""

from __future__ import annotations

from checker.letters.common import ADDRESS, FACTS, HORS_CHAMP, PIECES, PREFECTURE, day_field, person
from checker.letters.facts import Facts
from checker.letters.fields import Field
from checker.letters.kind import Letter
from checker.rules.phrases import PHRASES

REFUS_ECRIT = (
    "Vous avez reçu un refus écrit : les motifs sont dans la décision. Le délai pour contester court. Voyez un avocat ou "
    "une association cette semaine."
)
PAS_DE_DEMANDE = "Sans demande en attente, le silence n'est pas un refus : il n'y a pas de motifs à demander."
PAS_ENCORE = (
    "Aucun refus implicite n'a pu naître pour le moment. Demandez plutôt le document d'attente au préfet, ou au juge le "
    "référé « mesures utiles »."
)


def _blocked(facts: Facts) -> str | None:
    if facts.out_of_scope:
        return HORS_CHAMP
    if facts.situation == "refus":
        return REFUS_ECRIT
    # A date given with the letter may show that the delay is not over, whatever the ladder allowed before it.
    if facts.refusals and facts.refusals[0] > facts.today:
        return f"{PAS_ENCORE} Il peut naître le {PHRASES.day(facts.refusals[0])}."
    if "motifs" in facts.remedies:
        return None
    return PAS_ENCORE if facts.answer("depose") == "oui" else PAS_DE_DEMANDE


def _fields(facts: Facts) -> tuple[Field, ...]:
    return (
        *person(file=True),
        PREFECTURE,
        ADDRESS,
        *day_field(facts, "depot", required=True, help="Le délai du refus implicite se compte depuis ce jour."),
        Field(
            "accuse",
            "L'accusé de réception de votre demande disait-il les délais et voies de recours ?",
            FACTS,
            "choice",
            options=(
                ("oui", "Oui"),
                ("non", "Non"),
                ("aucun", "Je n'ai pas reçu d'accusé de réception"),
                ("?", "Je ne sais pas"),
            ),
        ),
        PIECES,
    )


def _warnings(facts: Facts) -> tuple[str, ...]:
    found = [
        "Envoyez cette lettre en recommandé avec avis de réception. N'attendez pas la réponse pour préparer le recours.",
        "Si votre dossier était vraiment incomplet, le silence n'est pas un refus attaquable.",
    ]
    if not facts.refusal_sure:
        found.append("Il n'est pas certain que le refus soit déjà né : la lettre le dit avec prudence.")
    if facts.appeal and facts.appeal < facts.today:
        found.append(
            f"Le délai de deux mois, compté au plus court, s'est terminé le {PHRASES.day(facts.appeal)}. Il ne peut pas vous "
            "être opposé si l'accusé de réception n'a pas été envoyé ou ne disait pas les délais. Voyez un avocat vite."
        )
    elif facts.appeal:
        found.append(
            f"Le préfet doit recevoir cette lettre dans le délai de recours, qui finit le {PHRASES.day(facts.appeal)} si on "
            "le compte au plus court. Un décret de juin 2026, que nous n'avons pas lu, a pu changer des délais : vérifiez."
        )
    return tuple(found)


LETTER = Letter(
    "motifs",
    "Demander les motifs du refus implicite",
    "La préfecture",
    "Elle demande pourquoi la demande est refusée par le silence, et une copie du dossier.",
    ("motifs",),
    _blocked,
    _fields,
    _warnings,
)
