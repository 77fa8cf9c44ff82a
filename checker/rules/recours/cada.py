"""Demander son dossier, puis saisir la CADA."""

from checker.rules.questions import depose, dossier
from checker.rules.sources.contentieux import CRPA_CADA
from checker.rules.vocabulaire import recours, reserve
from checker.rules.voies import dans_le_champ, dossier_ferme, refus_ecrit, refus_possible

RECOURS = recours(
    "cada",
    "Demandez la copie de votre dossier, puis saisissez la CADA",
    "Demandez d'abord la copie à la préfecture. Un mois de silence vaut refus. Vous avez ensuite deux mois pour saisir la CADA (commission d'accès aux documents administratifs). Elle est obligatoire avant le juge.",
    rang=70,
    si=refus_possible | refus_ecrit | dossier_ferme | dans_le_champ & depose.est("oui") & dossier.est("commission"),
    source=CRPA_CADA,
    page="que-faire.html#juge-apres",
    cout="Gratuit",
    reserves=(reserve("N'attendez pas la copie du dossier pour aller au juge : le délai de recours continue."),),
)
