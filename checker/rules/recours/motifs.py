"""La demande de motifs d'un refus implicite."""

from checker.rules.sources.contentieux import CRPA_L211_2, CRPA_L232_4
from checker.rules.vocabulaire import recours, reserve
from checker.rules.voies import refus_possible

RECOURS = recours(
    "motifs",
    "Demandez les motifs du refus implicite",
    "Écrivez au préfet par lettre recommandée, dans le délai de recours. Il doit donner les motifs dans le mois. S'il les donne, vous avez de nouveau deux mois pour aller au juge, à partir de leur réception.",
    rang=90,
    si=refus_possible,
    source=(CRPA_L232_4, CRPA_L211_2),
    page="que-faire.html#juge-apres",
    cout="Le prix d'une lettre recommandée",
    echeance="recours",
    lettre="motifs",
    reserves=(reserve("N'attendez pas la réponse pour préparer le recours."),),
)
