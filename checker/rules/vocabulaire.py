"""Les mots de la base de règles : le seul fichier où le français du droit rencontre le moteur.

Chaque mot construit une valeur figée de ``checker.engine.model``. Les textes destinés au public
reçoivent ici leurs espaces insécables ; les citations de la loi ne sont jamais touchées.
"""

from __future__ import annotations

import re
from dataclasses import replace

from checker.engine.calendar import Offset
from checker.engine.conditions import ALWAYS, NEVER, Condition, Is, Notion
from checker.engine.model import (
    Band,
    Case,
    Caution,
    Certainty,
    Dated,
    Deadline,
    Lever,
    Option,
    Outcome,
    Question,
    Reading,
    Remedy,
    Right,
    Situation,
    Source,
    Statement,
    Step,
    Until,
)

CONSERVE = Outcome.KEPT
SOUS_CONDITION = Outcome.CONDITIONAL
DISCUTE = Outcome.DISPUTED
NON_ETABLI = Outcome.NOT_ESTABLISHED

LOI_CLAIRE = Certainty.LAW
JURISPRUDENCE = Certainty.CASE_LAW
PRATIQUE = Certainty.PRACTICE
INTERPRETATION = Certainty.READING

JAMAIS = NEVER
TOUJOURS = ALWAYS

_AVANT = re.compile(r" +([;:!?»%€])")
_APRES = re.compile(r"« +|(?<=\bart\.) +(?=\S)|(?<=\bn°) +(?=\d)")
_NOMBRE = re.compile(r"(?<=\d) +(?=(?:jours?|mois|ans?|heures?|€|%)\b)")


def typographie(texte: str) -> str:
    """Pose les espaces insécables et les apostrophes de l'usage français."""
    texte = texte.replace("'", "’")
    texte = _AVANT.sub("\u00a0\\1", texte)
    texte = _APRES.sub(lambda trouve: trouve.group().rstrip(" ") + "\u00a0", texte)
    return _NOMBRE.sub("\u00a0", texte)


def citer(texte: Source, alinea: int, extrait: str) -> Source:
    """Le même texte, avec un autre extrait mot à mot de l'alinéa donné."""
    return replace(texte, paragraph=alinea, quote=extrait)


def reponse(id: str, texte: str, aide: str = "") -> Option:
    """Une réponse possible ; ``aide`` dit ce qu’elle veut dire, sous elle."""
    return Option(id, typographie(texte), typographie(aide))


def question(id: str, texte: str, *reponses: Option, aide: str = "", ou_regarder: str = "") -> Question:
    """Une question et ses réponses, dans l’ordre affiché ; ``ou_regarder`` dit sur quel papier trouver la réponse."""
    return Question(id, typographie(texte), reponses, typographie(aide), typographie(ou_regarder))


def jusqu_a(*, mois: int = 0, jours: int = 0) -> Offset:
    """La limite d'une tranche, comptée depuis la date de référence, ce jour compris."""
    return Offset(mois, jours)


ENSUITE = None


def tranches(base: Question, *, de: str, a: str, **limites: Offset | None) -> Question:
    """Une question à laquelle deux dates répondent : la distance ``de`` → ``a``, coupée en tranches."""
    return replace(base, dated=Dated(de, a, tuple(Band(nom, limite) for nom, limite in limites.items())))


def notion(nom: str, si: Condition, texte: Source) -> Notion:
    """Une condition que la loi nomme ; ``texte`` est la source qui la définit."""
    return Notion(typographie(nom), si, texte.id)


def situation(id: str, titre: str, texte: str, si: Condition) -> Situation:
    """Une situation ; ``si`` est sa condition propre, avant ``situations_dans_l_ordre``."""
    return Situation(id, typographie(titre), typographie(texte), si)


def situations_dans_l_ordre(*dans_l_ordre: Situation) -> tuple[Situation, ...]:
    """Rend disjointes des situations données de la plus forte à la plus faible : la première qui convient l'emporte."""
    disjointes = []
    avant: Condition = JAMAIS
    for une in dans_l_ordre:
        disjointes.append(replace(une, when=une.when & ~avant))
        avant = avant | une.when
    return tuple(disjointes)


def question_derivee(id: str, situations: tuple[Situation, ...]) -> Question:
    """La question à laquelle les règles répondent seules : « dans quelle situation ? »."""
    return Question(id, "", tuple(Option(une.id, une.title) for une in situations))


def fin(texte: str, date: str | None = None, *, mois: int = 0) -> Until:
    """Quand un droit finit : ``mois`` après ``date``, une date du lecteur ; ``texte`` le dit quand elle est inconnue."""
    return Until(typographie(texte), date, Offset(months=mois))


def demarche(texte: str, page: str) -> Step:
    """Quelque chose à faire ; ``page`` est l’adresse de la page qui l’explique, depuis ``fr/``."""
    return Step(typographie(texte), page)


def lecture(texte: str, source: Source, *, mois: int = 0, jours: int = 0, si: Condition = TOUJOURS) -> Reading:
    """Une façon de compter un délai, depuis sa date de départ."""
    return Reading(Offset(mois, jours), typographie(texte), source, si)


def echeance(
    id: str,
    titre: str,
    *lectures: Reading,
    rang: int,
    depuis: str,
    si: Condition = TOUJOURS,
    reserves: tuple[Caution, ...] = (),
) -> Deadline:
    """Une date qui compte. S'il y a plusieurs lectures, la plus proche est donnée et les autres nommées."""
    return Deadline(id, typographie(titre), rang, depuis, lectures, si, reserves)


def recours(
    id: str,
    titre: str,
    texte: str,
    *,
    rang: int,
    si: Condition,
    source: Source | tuple[Source, ...],
    page: str,
    cout: str = "",
    echeance: str | None = None,
    lettre: str | None = None,
    reserves: tuple[Caution, ...] = (),
) -> Remedy:
    """Une marche de l'échelle des recours, de la plus douce à la plus forte (``rang``)."""
    return Remedy(
        id,
        typographie(titre),
        rang,
        si,
        typographie(texte),
        source if isinstance(source, tuple) else (source,),
        page,
        typographie(cout),
        echeance,
        lettre,
        reserves,
    )


def levier(id: str, texte: str, *changements: Is, page: str, recours: str | None = None) -> Lever:
    """Ce que la personne peut encore obtenir ou faire : les réponses que cela changerait."""
    change = tuple((atome.question, valeur) for atome in changements for valeur in atome.values)
    return Lever(id, typographie(texte), change, page, recours)


def reserve(texte: str, *sources: Source) -> Caution:
    """Ce qui nuance un cas, avec les sources qui s’ajoutent à celles du cas."""
    return Caution(typographie(texte), sources)


def a_montrer(id: str, texte: str, *sources: Source, conditions: tuple[str, ...] = ()) -> Statement:
    """La phrase qu'un guichet ou un employeur lit sur un papier, à la troisième personne."""
    return Statement(
        id,
        typographie(texte),
        tuple(source.id for source in sources),
        tuple(typographie(condition) for condition in conditions),
    )


def cas(
    id: str,
    issue: Outcome,
    *,
    si: Condition,
    reponse: str,
    parce_que: str,
    source: Source | tuple[Source, ...],
    preuve: tuple[str, ...] = (),
    jusqu_a: Until | None = None,
    reserves: tuple[Caution, ...] = (),
    a_faire: tuple[Step, ...] = (),
    certitude: Certainty = LOI_CLAIRE,
    a_montrer: Statement | None = None,
) -> Case:
    """Un cas d'un droit : sa condition, son issue, sa raison, sa source, sa preuve, sa fin, la phrase à montrer."""
    return Case(
        id,
        issue,
        si,
        typographie(reponse),
        typographie(parce_que),
        source if isinstance(source, tuple) else (source,),
        tuple(typographie(piece) for piece in preuve),
        jusqu_a,
        reserves,
        a_faire,
        certitude,
        a_montrer,
    )


def droit(
    id: str, titre: str, *les_cas: Case, rang: int, sinon: Case, si_refus: tuple[Caution, ...] = ()
) -> Right:
    """Un droit. ``sinon`` vaut toujours « non établi » : l'absence de règle n'est pas un refus.

    ``si_refus`` dit quoi répondre à qui refuse un droit conservé, sous condition ou discuté.
    """
    if sinon.outcome is not NON_ETABLI:
        raise ValueError(f"droit {id} : « sinon » doit être NON_ETABLI")
    return Right(id, typographie(titre), rang, les_cas, sinon, si_refus)
