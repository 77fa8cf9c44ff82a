"""Le point d'accueil numérique : une aide sur place pour l'ANEF."""

from checker.rules.questions import voie
from checker.rules.situations import SITUATION
from checker.rules.sources.ceseda import CESEDA_R431_2
from checker.rules.sources.pratiques import ARRETE_2023_08_01_SUBSTITUTION
from checker.rules.vocabulaire import recours, reserve

RECOURS = recours(
    "point_d_accueil_numerique",
    "Allez au point d'accueil numérique (PAN)",
    "En préfecture ou en sous-préfecture, un agent vous aide à utiliser l'ANEF. Demandez une preuve de votre passage.",
    rang=30,
    si=voie.est("anef") & ~SITUATION.est("hors_champ", "refus"),
    source=(CESEDA_R431_2, ARRETE_2023_08_01_SUBSTITUTION),
    page="que-faire.html#blocage",
    cout="Gratuit",
    reserves=(
        reserve(
            "Selon des résumés de l'arrêté de 2023, l'agent ne vérifie pas si le dossier est complet.",
            ARRETE_2023_08_01_SUBSTITUTION,
        ),
    ),
)
