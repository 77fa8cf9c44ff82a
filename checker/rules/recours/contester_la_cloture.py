"""Contester la clôture d'un dossier."""

from checker.rules.sources.ceseda import CESEDA_R431_11
from checker.rules.sources.contentieux import CJA_R421_1, CRPA_L114_5
from checker.rules.sources.decisions import CAA_CLOTURE, CE_AVIS_2023_10_10_472831
from checker.rules.vocabulaire import recours, reserve
from checker.rules.voies import A_VERIFIER, dossier_ferme

RECOURS = recours(
    "contester_la_cloture",
    "Contestez la clôture, si votre dossier était complet",
    "Déposez d'abord une nouvelle demande complète. Puis vérifiez : la préfecture a-t-elle demandé les pièces, et donné un délai ? Selon les décisions lues en résumé, clore un dossier complet vaut un refus, que l'on peut contester. Clore un dossier vraiment incomplet ne se conteste pas.",
    rang=104,
    si=dossier_ferme,
    source=(CE_AVIS_2023_10_10_472831, CAA_CLOTURE, CESEDA_R431_11, CRPA_L114_5, CJA_R421_1),
    page="que-faire.html#juge",
    cout="Avocat non obligatoire",
    reserves=(
        reserve("Le délai est de deux mois à partir de la réception de la clôture, selon notre lecture.", CJA_R421_1),
        A_VERIFIER,
    ),
)
