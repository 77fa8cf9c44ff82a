"""Se loger pendant l'attente : bail, recherche d'un logement privé, logement social (HLM) et DALO.

Limites : le texte sur les baux n'a pas été lu ; la liste des titres pour le logement social n'est connue que par
une source indirecte, et n'a pas été lue en entier.
"""

from checker.rules import a_montrer as montrer
from checker.rules import demarches as faire
from checker.rules.communs import (
    DEFENSEUR,
    DEMANDE_A_TEMPS,
    DISCRIMINATION,
    DOCUMENT_ET_TITRE,
    DOCUMENTS_MAL_ACCEPTES,
    FIN_DU_DOCUMENT_OU_REMISE,
    FIN_DU_TITRE,
    PAPIERS_DU_DROIT_EUROPEEN,
    RECEPISSE_ET_TITRE,
    TITRE_ET_DEMANDE,
    TRACES_DES_DEMARCHES,
    attestation_en_cours,
    commission,
    decision_favorable,
    demande_fermee,
    recepisse_en_cours,
    renouvellement_de_carte,
    sans_document,
    sinon,
    titre_en_cours,
)
from checker.rules.droits.sejour import API_AVEC_LE_TITRE, FIN_DES_TROIS_MOIS, FIN_DU_RECEPISSE
from checker.rules.questions import logement
from checker.rules.situations import SITUATION
from checker.rules.sources.autres_codes import CCH_R300_2_DALO, CCH_R441_1_HLM, DECRET_2015_1437, PENAL_225_1
from checker.rules.sources.ceseda import (
    CESEDA_L433_3,
    CESEDA_L433_3_AL1,
    CESEDA_LIVRE2_UE,
    CESEDA_R233_15,
    CESEDA_R431_12,
    CESEDA_R431_15_1_ADF,
    CESEDA_R431_15_3,
    CESEDA_R432_9,
)
from checker.rules.sources.decisions import SOC_2023_11_29
from checker.rules.sources.pratiques import PRATIQUE_EFFETS_ANEF_RECEPISSE
from checker.rules.vocabulaire import (
    CONSERVE,
    DISCUTE,
    INTERPRETATION,
    JURISPRUDENCE,
    NON_ETABLI,
    SOUS_CONDITION,
    cas,
    droit,
    reserve,
)

recherche = logement.est("recherche")
hlm = logement.est("hlm")
un_logement = logement.est("recherche", "hlm")

document_anef = attestation_en_cours | decision_favorable | commission
protection = SITUATION.est("protection_reconnue")

PIECES_LIMITEES = reserve(
    "Le bailleur peut demander seulement les pièces d'une liste fermée. Demander une autre pièce peut être sanctionné.",
    DECRET_2015_1437,
)
NE_PAS_ETRE_RADIE = reserve(
    "Si vous avez déjà une demande de logement social, envoyez chaque nouveau papier et répondez aux courriers : votre "
    "demande ne doit pas être radiée."
)
SUITE_NON_LUE = reserve(
    "Nous n'avons pas lu la fin des listes : demandez une réponse écrite au service qui suit votre demande.",
    CCH_R441_1_HLM,
    CCH_R300_2_DALO,
)

DROIT = droit(
    "logement",
    "Se loger",
    cas(
        "bail",
        NON_ETABLI,
        si=logement.est("bail"),
        reponse="Nous n'avons trouvé aucun texte qui mette fin à votre bail parce que votre titre est fini.",
        parce_que="Nous n'avons pas pu lire le texte sur les baux. Nous ne pouvons donc pas répondre oui. Si le propriétaire "
        "vous écrit, ne partez pas sans conseil.",
        source=PENAL_225_1,
        preuve=("votre bail et vos quittances", "la lettre du propriétaire, si vous en avez une"),
        reserves=(DISCRIMINATION,),
        a_faire=(faire.VOIR_L_ADIL, faire.VOIR_UNE_ASSOCIATION),
    ),
    cas(
        "autre_logement",
        NON_ETABLI,
        si=logement.est("autre"),
        reponse="Non établi : nous n'avons pas de règle vérifiée pour cette situation de logement.",
        parce_que="Hébergement, foyer, résidence, hôtel : nous n'avons pas trouvé de texte à citer. Parlez-en à une personne.",
        source=PENAL_225_1,
        reserves=(DISCRIMINATION,),
        a_faire=(faire.VOIR_L_ADIL, faire.VOIR_UNE_ASSOCIATION),
    ),
    cas(
        "recherche_titre_valable",
        CONSERVE,
        si=recherche & titre_en_cours,
        reponse="Oui. Vous pouvez montrer votre titre : il est encore valable.",
        parce_que="Pour un candidat étranger, la liste des pièces prévoit un document qui prouve le droit au séjour.",
        source=DECRET_2015_1437,
        preuve=("votre titre de séjour",),
        jusqu_a=FIN_DU_TITRE,
        reserves=(PIECES_LIMITEES,),
        a_faire=(faire.DEPOSER_A_TEMPS,),
        a_montrer=montrer.TITRE_LOGEMENT,
    ),
    cas(
        "recherche_document",
        SOUS_CONDITION,
        si=recherche & (document_anef | recepisse_en_cours | protection),
        reponse="Oui, en montrant aussi votre titre fini si vous en avez un : votre document prouve votre séjour pendant sa "
        "durée.",
        parce_que="Pour un candidat étranger, la liste des pièces prévoit un document qui prouve le droit au séjour. Votre "
        "document prouve votre séjour régulier, ou autorise votre présence en France.",
        source=(
            DECRET_2015_1437,
            API_AVEC_LE_TITRE,
            CESEDA_R431_12,
            CESEDA_R431_15_1_ADF,
            CESEDA_R431_15_3,
            CESEDA_R432_9,
        ),
        preuve=DOCUMENT_ET_TITRE,
        jusqu_a=FIN_DU_DOCUMENT_OU_REMISE,
        certitude=INTERPRETATION,
        reserves=(
            PIECES_LIMITEES,
            reserve(
                "Dans ce que nous avons lu, la liste des pièces ne cite pas ces documents par leur nom.", DECRET_2015_1437
            ),
            DOCUMENTS_MAL_ACCEPTES,
        ),
        a_faire=(faire.DONNER_AU_BAILLEUR, faire.RENOUVELER_LE_DOCUMENT, faire.ECRIRE_AU_DEFENSEUR),
        a_montrer=montrer.DOCUMENT_LOGEMENT,
    ),
    cas(
        "hlm_titre_valable",
        SOUS_CONDITION,
        si=hlm & titre_en_cours,
        reponse="Oui, si votre titre est dans la liste : il est encore valable.",
        parce_que="Selon une source indirecte, il faut un titre en cours de validité d'une liste pour un logement social. Pour "
        "le DALO, selon une autre source, un titre d'au moins un an, un titre plus court qui permet de travailler, ou "
        "un visa long séjour valant titre.",
        source=(CCH_R441_1_HLM, CCH_R300_2_DALO),
        preuve=("votre titre de séjour",),
        jusqu_a=FIN_DU_TITRE,
        reserves=(SUITE_NON_LUE, NE_PAS_ETRE_RADIE),
        a_faire=(faire.DEPOSER_A_TEMPS, faire.DONNER_AU_BAILLEUR),
    ),
    cas(
        "hlm_recepisse",
        DISCUTE,
        si=hlm & recepisse_en_cours & renouvellement_de_carte,
        reponse="DALO : oui, selon une source indirecte. Logement social : nous ne savons pas si le récépissé suffit.",
        parce_que="Selon cette source, la liste du DALO accepte le récépissé de demande de renouvellement. Nous n'avons pas lu "
        "la liste du logement social.",
        source=(CCH_R300_2_DALO, CCH_R441_1_HLM),
        preuve=RECEPISSE_ET_TITRE,
        jusqu_a=FIN_DU_RECEPISSE,
        certitude=INTERPRETATION,
        reserves=(SUITE_NON_LUE, NE_PAS_ETRE_RADIE),
        a_faire=(faire.DONNER_AU_BAILLEUR, faire.RENOUVELER_LE_DOCUMENT, faire.VOIR_L_ADIL),
    ),
    cas(
        "hlm_document",
        DISCUTE,
        si=hlm & (document_anef & renouvellement_de_carte | protection),
        reponse="C'est discuté : votre document prouve votre séjour, mais nous ne l'avons pas vu dans les listes.",
        parce_que="Selon une source indirecte, le récépissé de renouvellement est accepté pour le DALO. Selon une note de la "
        "préfecture du Nord, les documents de l'ANEF ont les mêmes effets que les récépissés.",
        source=(CCH_R300_2_DALO, CCH_R441_1_HLM, API_AVEC_LE_TITRE, PRATIQUE_EFFETS_ANEF_RECEPISSE),
        preuve=DOCUMENT_ET_TITRE,
        jusqu_a=FIN_DU_DOCUMENT_OU_REMISE,
        certitude=INTERPRETATION,
        reserves=(SUITE_NON_LUE, NE_PAS_ETRE_RADIE, DOCUMENTS_MAL_ACCEPTES),
        a_faire=(faire.DONNER_AU_BAILLEUR, faire.RENOUVELER_LE_DOCUMENT, faire.VOIR_L_ADIL),
    ),
    cas(
        "hlm_autre_demande",
        NON_ETABLI,
        si=hlm & (document_anef | recepisse_en_cours) & ~renouvellement_de_carte,
        reponse="Non établi : nous n'avons pas trouvé de texte pour une demande autre que le renouvellement d'une carte.",
        parce_que="Ce que nous avons lu parle d'un titre en cours de validité ou d'un récépissé de renouvellement.",
        source=(CCH_R441_1_HLM, CCH_R300_2_DALO),
        preuve=DOCUMENT_ET_TITRE,
        reserves=(NE_PAS_ETRE_RADIE,),
        a_faire=(faire.VOIR_L_ADIL, faire.VOIR_UNE_ASSOCIATION),
    ),
    cas(
        "prolongation_legale",
        SOUS_CONDITION,
        si=un_logement & SITUATION.est("prolongation_legale"),
        reponse="Oui, selon notre lecture : pendant trois mois, votre titre fini prouve encore votre séjour.",
        parce_que="La loi prolonge votre titre de trois mois et garde tous vos droits sociaux. Les listes de papiers pour se "
        "loger n'en parlent pas, dans ce que nous avons lu.",
        source=(CESEDA_L433_3_AL1, CESEDA_L433_3),
        preuve=TITRE_ET_DEMANDE,
        jusqu_a=FIN_DES_TROIS_MOIS,
        certitude=INTERPRETATION,
        reserves=(DEMANDE_A_TEMPS, NE_PAS_ETRE_RADIE),
        a_faire=(faire.DONNER_AU_BAILLEUR, faire.DEMANDER_L_API),
        a_montrer=montrer.TROIS_MOIS_SEJOUR,
    ),
    cas(
        "prolongation_discutee",
        DISCUTE,
        si=un_logement & SITUATION.est("prolongation_discutee"),
        reponse="C'est discuté : la loi des trois mois peut être contestée dans votre cas.",
        parce_que="Votre titre fini peut encore prouver votre séjour pendant trois mois. Mais votre titre, votre date de "
        "dépôt ou un long silence peut poser problème. Pour le travail, un juge a exigé une demande dans le délai.",
        source=(CESEDA_L433_3_AL1, SOC_2023_11_29),
        preuve=TITRE_ET_DEMANDE,
        jusqu_a=FIN_DES_TROIS_MOIS,
        certitude=JURISPRUDENCE,
        reserves=(NE_PAS_ETRE_RADIE,),
        a_faire=(faire.DONNER_AU_BAILLEUR, faire.DEMANDER_L_API, faire.VOIR_L_ADIL),
    ),
    cas(
        "droit_europeen",
        SOUS_CONDITION,
        si=un_logement & SITUATION.est("droit_europeen"),
        reponse="Oui, aux conditions ordinaires : votre droit au séjour ne dépend pas de la carte.",
        parce_que="La fin de la carte ne met pas fin au droit au séjour du citoyen européen ni de sa famille.",
        source=(CESEDA_LIVRE2_UE, CESEDA_R233_15),
        preuve=PAPIERS_DU_DROIT_EUROPEEN,
        certitude=INTERPRETATION,
        reserves=(
            reserve("Nous n'avons pas lu les listes de papiers propres aux Européens : demandez une réponse écrite."),
        ),
        a_faire=(faire.VOIR_L_ADIL, faire.VOIR_UNE_ASSOCIATION),
        a_montrer=montrer.EUROPE,
    ),
    cas(
        "sans_document",
        NON_ETABLI,
        si=un_logement & sans_document,
        reponse="Non établi : vous n'avez pas de papier valable pour prouver votre séjour aujourd'hui.",
        parce_que="Pour un logement privé, la liste prévoit un document qui prouve le droit au séjour. Pour un logement "
        "social, selon une source indirecte, il faut un titre en cours de validité.",
        source=(DECRET_2015_1437, CCH_R441_1_HLM),
        preuve=TRACES_DES_DEMARCHES,
        reserves=(NE_PAS_ETRE_RADIE,),
        a_faire=(faire.DEMANDER_UN_DOCUMENT, faire.VOIR_L_ADIL, faire.GARDER_LES_PREUVES),
    ),
    cas(
        "demande_fermee",
        NON_ETABLI,
        si=un_logement & demande_fermee,
        reponse="Non établi : après un refus ou une clôture, faites vérifier votre situation.",
        parce_que="Pour un logement privé, la liste prévoit un document qui prouve le droit au séjour. Pour un logement "
        "social, selon une source indirecte, il faut un titre en cours de validité.",
        source=(DECRET_2015_1437, CCH_R441_1_HLM),
        preuve=("la décision ou le message reçu", "votre titre"),
        reserves=(NE_PAS_ETRE_RADIE,),
        a_faire=(faire.VOIR_UN_AVOCAT_VITE, faire.VOIR_L_ADIL),
    ),
    rang=6,
    sinon=sinon(DECRET_2015_1437, faire.VOIR_L_ADIL, faire.VOIR_UNE_ASSOCIATION),
    si_refus=(
        reserve(
            "Logement privé : répondez que votre document prouve votre séjour (CESEDA, art. R. 431-15-1 pour l'attestation, "
            "R. 431-12 pour le récépissé, L. 433-3 pour les trois mois) et que la liste des pièces est fermée (décret "
            "n° 2015-1437).",
            DECRET_2015_1437,
            API_AVEC_LE_TITRE,
            CESEDA_R431_12,
            CESEDA_L433_3_AL1,
        ),
        reserve(
            "DALO : répondez que, selon une source indirecte, l'arrêté du 29 mai 2019 accepte le récépissé de demande de "
            "renouvellement.",
            CCH_R300_2_DALO,
        ),
        reserve(
            "Demandez le refus par écrit. Si on refuse seulement parce que votre papier est une attestation, signalez-le au "
            "Défenseur des droits."
        ),
        DISCRIMINATION,
        DEFENSEUR,
    ),
)
