"""Demander réparation : une demande au préfet, puis le juge, avec un avocat."""

from checker.rules.sources.contentieux import CJA_INDEM, CRPA_L231_1
from checker.rules.sources.decisions import CAA_INDEM
from checker.rules.vocabulaire import recours, reserve
from checker.rules.voies import demande_en_attente, document_attendu, dossier_ferme, refus_ecrit, refus_possible

RECOURS = recours(
    "indemnisation",
    "Demandez réparation de ce que vous avez perdu",
    "Écrivez d'abord au préfet : la faute, ce que vous avez perdu, le lien entre les deux, la somme demandée. Deux mois de silence valent refus. Vous avez ensuite deux mois pour aller au juge. Gardez les bulletins de paie et les preuves d'aides perdues.",
    rang=140,
    si=refus_possible | refus_ecrit | dossier_ferme | demande_en_attente & document_attendu,
    source=(CJA_INDEM, CRPA_L231_1, CAA_INDEM),
    page="que-faire.html#juge",
    cout="Avocat obligatoire",
    reserves=(
        reserve("Rien n'est promis : les sommes vues dans les décisions lues en résumé varient beaucoup.", CAA_INDEM),
        reserve("Vérifiez ces délais sur la décision reçue et auprès d'un avocat ou d'une association."),
    ),
)
