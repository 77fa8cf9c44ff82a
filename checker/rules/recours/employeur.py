"""Écrire à l'employeur, quand un document permet de travailler."""

from checker.rules.questions import nature, travail_permis
from checker.rules.situations import SITUATION
from checker.rules.sources.autres_codes import CT_L8251_1
from checker.rules.sources.ceseda import CESEDA_L433_3, CESEDA_R431_15, CESEDA_R431_15_2_RENOUVELLEMENT
from checker.rules.vocabulaire import recours, reserve
from checker.rules.voies import document_en_cours

RECOURS = recours(
    "employeur",
    "Écrivez à votre employeur",
    "Donnez-lui par écrit votre titre fini et votre document valable. Citez le texte et la date de fin. Promettez de remettre le document suivant. S'il suspend le contrat malgré un document valable, demandez le maintien du salaire.",
    rang=12,
    si=(document_en_cours | SITUATION.est("prolongation_legale"))
    & nature.est("renouvellement")
    & travail_permis.est("oui", "limite"),
    source=(CESEDA_R431_15_2_RENOUVELLEMENT, CESEDA_R431_15, CESEDA_L433_3, CT_L8251_1),
    page="travailler.html#donner",
    cout="Gratuit",
    lettre="employeur",
    reserves=(
        reserve("Sans document valable, l'employeur ne peut pas garder une personne au travail.", CT_L8251_1),
        reserve("Outre-mer, le droit au travail avec une attestation est à vérifier : le texte vise la métropole."),
    ),
)
