"""La base de règles entière. Les droits sont trouvés dans ``droits/`` : un fichier, un droit."""

import pkgutil
from dataclasses import replace
from importlib import import_module

from checker.engine.model import Right, RuleBase
from checker.rules import droits, recours
from checker.rules.a_relire import A_RELIRE
from checker.rules.carnet import CARNET
from checker.rules.echeances import ECHEANCES, SOURCES_DE_LA_FENETRE, SOURCES_DU_PIEGE
from checker.rules.hors_champ import HORS_CHAMP
from checker.rules.leviers import LEVIERS
from checker.rules.phrases import PHRASES
from checker.rules.questions import DATES, IMPOSSIBLE, QUESTIONS
from checker.rules.situations import SITUATIONS
from checker.rules.vocabulaire import typographie


def _droits() -> tuple[Right, ...]:
    trouves = [
        import_module(f"{droits.__name__}.{module.name}").DROIT for module in pkgutil.iter_modules(droits.__path__)
    ]
    return tuple(_dans_le_champ(trouve) for trouve in sorted(trouves, key=lambda droit: droit.rank))


def _dans_le_champ(droit: Right) -> Right:
    """Hors champ, aucun droit n'est examiné : le même cas vaut pour tous et exclut les autres."""
    autres = tuple(replace(cas, when=~HORS_CHAMP.when & cas.when) for cas in droit.cases)
    return replace(droit, cases=(HORS_CHAMP, *autres))


NON_EXAMINE = tuple(
    typographie(texte)
    for texte in (
        "La prolongation de trois mois dans certains départements seulement : nous n'avons pas trouvé la liste.",
        "La liste des cartes qui permettent de travailler dès la première demande.",
        "Votre dossier lui-même : est-il complet, que disent exactement vos papiers ?",
        "Vos chances devant un juge, et le montant d'une réparation.",
        "Les règles propres à chaque collectivité d'outre-mer.",
    )
)

BASE = RuleBase(
    questions=QUESTIONS,
    dates=DATES,
    impossible=IMPOSSIBLE,
    situations=SITUATIONS,
    rights=_droits(),
    not_examined=NON_EXAMINE,
    deadlines=ECHEANCES,
    remedies=recours.tous(),
    levers=LEVIERS,
    to_reread=A_RELIRE,
    phrases=PHRASES,
    trap=SOURCES_DU_PIEGE,
    window=SOURCES_DE_LA_FENETRE,
    log=CARNET,
)
