"""La lettre au préfet : réclamer l'attestation de prolongation, sur l'ANEF."""

from checker.rules.questions import voie
from checker.rules.sources.ceseda import CESEDA_R431_5, CESEDA_R431_15_1_API
from checker.rules.sources.contentieux import CRPA_L112_11
from checker.rules.vocabulaire import recours, reserve
from checker.rules.voies import demande_en_attente, document_attendu, document_en_cours

RECOURS = recours(
    "lettre_prefet",
    "Écrivez au préfet pour obtenir l'attestation de prolongation (API)",
    "Envoyez une lettre recommandée avec avis de réception, et le même texte par voie électronique. Donnez la date du dépôt, la fin du titre, l'urgence, et un délai court : de 48 heures à huit jours. Si votre attestation finit bientôt, demandez son renouvellement : il est prévu tant que le préfet n'a pas statué.",
    rang=50,
    si=voie.est("anef") & demande_en_attente & (document_attendu | document_en_cours),
    source=(CESEDA_R431_15_1_API, CESEDA_R431_5, CRPA_L112_11),
    page="que-faire.html#prefet",
    cout="Le prix d'une lettre recommandée",
    echeance="fin_du_document",
    lettre="prefet_api",
    reserves=(
        reserve(
            "Le préfet doit donner l'attestation si le dossier est complet et déposé dans le délai. Hors délai, il peut la "
            "donner, mais le texte ne l'y oblige plus.",
            CESEDA_R431_15_1_API,
        ),
        reserve("Cette lettre n'arrête pas le délai du refus implicite."),
    ),
)
