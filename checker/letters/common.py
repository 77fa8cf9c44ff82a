"""What several letters share: the fields of identity and address, and the reasons not to write."""

from __future__ import annotations

from checker.letters.facts import Facts
from checker.letters.fields import Field
from checker.rules.base import BASE
from checker.rules.phrases import PHRASES

YOU, TO, FACTS, PAPERS = "Vous", "Destinataire", "Les faits", "Pièces jointes"
BY_HAND = "Laissez vide pour l'écrire à la main."
ONE_A_LINE = "Une ligne pour chacun."

_PERSON = (
    Field("nom", "Vos prénom et nom", YOU, help=BY_HAND),
    Field("adresse", "Votre adresse", YOU, "long", help=BY_HAND),
    Field("telephone", "Votre téléphone", YOU, "number"),
    Field("courriel", "Votre adresse électronique", YOU, "email"),
    Field("lieu", "Ville où vous signez", YOU),
)
_FILE = (
    Field("naissance", "Votre date de naissance", YOU, "date", birth=True),
    Field("naissance_lieu", "Votre lieu de naissance", YOU),
    Field("numero_etranger", "Votre numéro étranger", YOU, help="Dix chiffres en général, sur votre titre de séjour."),
    Field("numero_demande", "Numéro de votre demande", YOU, help="Sur la confirmation de dépôt ou le récépissé."),
)
PIECES = Field("pieces", "Autres pièces que vous joignez", PAPERS, "long", help=f"{ONE_A_LINE} Des copies, jamais l'original.")
ADDRESS = Field("adresse_destinataire", "Adresse du destinataire", TO, "long", help=BY_HAND)
PREFECTURE = Field("prefecture", "Nom de la préfecture", TO, help="Par exemple : Préfecture du Rhône.")
EFFECTS = Field(
    "effets", "Ce que vous risquez ou avez déjà perdu", FACTS, "long", help=f"{ONE_A_LINE} Travail, aide, loyer, soins…"
)
CONTACTS = Field(
    "relances", "Vos démarches déjà faites, avec les dates", FACTS, "long", help=f"{ONE_A_LINE} Appels, messages, courriers."
)

HORS_CHAMP = (
    "Cet outil ne traite pas votre situation. Parlez-en tout de suite à un avocat, une association ou une permanence "
    "juridique."
)
REFUS = (
    "Vous avez reçu un refus écrit. Cette lettre ne suffit plus : les délais pour contester sont courts. Voyez un avocat "
    "ou une association cette semaine, avec la décision."
)
DOSSIER_CLOS = (
    "Votre dossier est clos : il n'y a plus de demande en cours. Déposez d'abord une nouvelle demande complète, ou "
    "demandez la solution de substitution si l'ANEF vous en empêche."
)
ACCORD = "La préfecture a dit oui : vous attendez la remise de la carte. Cette lettre ne vous sert pas."
PAS_DEPOSE = (
    "Votre demande n'est pas encore déposée. Déposez-la d'abord. Si l'ANEF vous en empêche, utilisez la lettre qui "
    "signale un blocage."
)

PAPIER = "Dites d'abord quel papier vous avez reçu : la lettre en dépend."


def person(*, file: bool) -> tuple[Field, ...]:
    """Who writes; ``file`` adds what identifies the request, which concerns the State only."""
    return (*_PERSON, *_FILE) if file else _PERSON


def day_field(facts: Facts, name: str, *, required: bool = False, help: str = "") -> tuple[Field, ...]:
    """The field of a date of the form, unless the reader has given it there."""
    if name in facts.dates:
        return ()
    text = next(entry.text for entry in BASE.dates if entry.id == name)
    return (Field(name, text, FACTS, "date", help=help, required=required, future=name != "depot"),)


def answer_field(facts: Facts, name: str) -> tuple[Field, ...]:
    """The field of a question of the form, unless it is answered."""
    if facts.answer(name):
        return ()
    question = next(entry for entry in BASE.questions if entry.id == name)
    options = tuple((option.id, option.text) for option in question.options)
    return (Field(name, question.text, FACTS, "choice", help=question.where, required=True, options=options),)


def window_not_open(facts: Facts) -> str | None:
    """The reason not to complain of a blocked filing yet, when the first day to file is still to come."""
    start = facts.deadline("fenetre_debut")
    if start is None or start <= facts.today:
        return None
    return f"Le délai pour déposer n'est pas encore ouvert : il commence le {PHRASES.day(start)}. Essayez à partir de ce jour."


def refusal_days(facts: Facts) -> str:
    """`` (le 7 septembre 2026)``, or the days of each reading; empty when none can be worked out."""
    days = [PHRASES.day(day) for day in facts.refusals]
    if not days:
        return ""
    return f" (le {days[0]})" if len(days) == 1 else f" (le {' ou le '.join(days)}, selon la lecture)"
