"""La base de règles entière. Les droits sont trouvés dans ``droits/`` : un fichier, un droit."""

import pkgutil
from importlib import import_module

from checker.engine.model import Right, RuleBase
from checker.rules import droits
from checker.rules.questions import DATES, IMPOSSIBLE, QUESTIONS
from checker.rules.situations import SITUATIONS
from checker.rules.vocabulaire import typographie


def _droits() -> tuple[Right, ...]:
    trouves = [
        import_module(f"{droits.__name__}.{module.name}").DROIT for module in pkgutil.iter_modules(droits.__path__)
    ]
    return tuple(sorted(trouves, key=lambda droit: droit.rank))


NON_EXAMINE = tuple(
    typographie(texte)
    for texte in (
        "Les autres droits : France Travail, CAF, santé, logement, voyage, études.",
        "La commission du titre de séjour, les citoyens de l'Union européenne et leur famille, les réfugiés.",
        "La prolongation de trois mois dans certains départements seulement : nous n'avons pas trouvé la liste.",
        "La liste des cartes qui permettent de travailler dès la première demande.",
        "Votre dossier lui-même : est-il complet, que disent exactement vos papiers ?",
    )
)

BASE = RuleBase(QUESTIONS, DATES, IMPOSSIBLE, SITUATIONS, _droits(), NON_EXAMINE)
