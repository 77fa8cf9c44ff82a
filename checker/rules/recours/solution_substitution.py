"""La solution de substitution : faire enregistrer la demande quand l'ANEF bloque."""

from checker.rules.questions import voie
from checker.rules.sources.ceseda import CESEDA_R431_2
from checker.rules.sources.contentieux import CRPA_L112_9
from checker.rules.sources.decisions import CE_2022_06_03_452798
from checker.rules.sources.pratiques import ARRETE_2023_08_01_SUBSTITUTION
from checker.rules.vocabulaire import recours, reserve
from checker.rules.voies import depot_a_faire, dossier_ferme

RECOURS = recours(
    "solution_substitution",
    "Demandez la solution de substitution",
    "Si l'ANEF vous empêche de déposer, demandez par lettre recommandée un accueil physique pour enregistrer votre demande. Le texte la prévoit si vous avez fait toutes les démarches, aide comprise, et si le blocage vient du site et est constaté.",
    rang=40,
    si=voie.est("anef") & (depot_a_faire | dossier_ferme),
    source=(CESEDA_R431_2, CE_2022_06_03_452798, ARRETE_2023_08_01_SUBSTITUTION),
    page="que-faire.html#blocage",
    cout="Le prix d'une lettre recommandée",
    echeance="fenetre_fin",
    lettre="blocage_substitution",
    reserves=(
        reserve("Une capture d'écran ou un courriel ne vaut pas dépôt.", CRPA_L112_9),
        reserve("N'attendez pas que le site soit réparé."),
    ),
)
