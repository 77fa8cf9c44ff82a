"""La lettre au préfet : réclamer un récépissé, hors ANEF."""

from checker.rules.questions import voie
from checker.rules.sources.ceseda import CESEDA_R431_12
from checker.rules.sources.contentieux import CRPA_L112_3
from checker.rules.sources.decisions import CE_2023_08_02_473349
from checker.rules.vocabulaire import recours, reserve
from checker.rules.voies import demande_en_attente, document_attendu, document_en_cours

RECOURS = recours(
    "lettre_prefet_recepisse",
    "Écrivez au préfet pour obtenir un récépissé",
    "Envoyez une lettre recommandée avec avis de réception. Donnez la date du dépôt, la fin du titre, l'urgence, et un délai court : de 48 heures à huit jours. Si votre récépissé finit bientôt, demandez son renouvellement.",
    rang=52,
    si=voie.est("guichet") & demande_en_attente & (document_attendu | document_en_cours),
    source=(CESEDA_R431_12, CE_2023_08_02_473349, CRPA_L112_3),
    page="que-faire.html#prefet",
    cout="Le prix d'une lettre recommandée",
    echeance="fin_du_document",
    lettre="prefet_api",
    reserves=(reserve("Cette lettre n'arrête pas le délai du refus implicite."),),
)
