"""Rester inscrit à France Travail pendant l'attente.

Limites : la liste des titres (code du travail, R. 5221-48) n'a été lue qu'en partie ; la page de France Travail
n'est pas datée et ne parle ni de l'attestation de prolongation ni des trois mois de L. 433-3.
"""

from checker.rules import a_montrer as montrer
from checker.rules import demarches as faire
from checker.rules.communs import (
    DEMANDE_A_TEMPS,
    DOCUMENT_ET_TITRE,
    DOCUMENTS_MAL_ACCEPTES,
    FIN_DU_DOCUMENT,
    FIN_DU_TITRE,
    PAPIERS_DU_DROIT_EUROPEEN,
    RECEPISSE_ET_TITRE,
    REMISE_DE_LA_CARTE,
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
from checker.rules.droits.sejour import (
    API_AVEC_LE_TITRE,
    FIN_DE_L_API,
    FIN_DES_TROIS_MOIS,
    FIN_DU_RECEPISSE,
    TITRE_ET_API,
)
from checker.rules.droits.travail import travail_ouvert
from checker.rules.questions import travail_permis
from checker.rules.situations import SITUATION
from checker.rules.sources.autres_codes import CT_R5221_48
from checker.rules.sources.ceseda import (
    CESEDA_L433_3,
    CESEDA_L433_3_AL1,
    CESEDA_LIVRE2_UE,
    CESEDA_R233_15,
    CESEDA_R431_15,
    CESEDA_R431_15_2_RENOUVELLEMENT,
    CESEDA_R431_15_3,
    CESEDA_R432_9,
    OUTRE_MER,
)
from checker.rules.sources.contentieux import CJA_MPO
from checker.rules.sources.decisions import SOC_2023_11_29
from checker.rules.sources.pratiques import (
    FT_PAGE_RENOUVELLEMENT,
    PRATIQUE_EFFETS_ANEF_RECEPISSE,
    SP_F36206_ATTESTATIONS,
)
from checker.rules.vocabulaire import (
    DISCUTE,
    INTERPRETATION,
    JURISPRUDENCE,
    NON_ETABLI,
    PRATIQUE,
    SOUS_CONDITION,
    cas,
    droit,
    reserve,
)

LISTE = reserve(
    "Il faut un titre de la liste du code du travail. Nous n'en avons lu que le début : carte de résident, vie privée "
    "et familiale, « talent », salarié… Pour une autre carte, demandez une réponse écrite.",
    CT_R5221_48,
)
COUPURE = reserve(
    "Selon le site de France Travail, sans renouvellement enregistré, l'inscription finit le lendemain du dernier jour "
    "du titre et les paiements s'arrêtent.",
    FT_PAGE_RENOUVELLEMENT,
)
METROPOLE = reserve(
    "Le texte sur le travail avec l'attestation dit « France métropolitaine » : outre-mer, faites vérifier.", OUTRE_MER
)
REINSCRIPTION = reserve(
    "Nous n'avons pas trouvé de texte qui oblige France Travail à vous réinscrire à la date de la coupure. Vous pouvez "
    "le demander."
)
PAS_CITE = (
    "Selon le site de France Travail, le récépissé de renouvellement permet d'enregistrer une nouvelle date. Nous n'avons "
    "pas vu qu'il cite votre papier. Selon une note de la préfecture du Nord, les documents de l'ANEF ont les mêmes "
    "effets que les récépissés."
)
ENVOYER = (faire.DECLARER_A_FRANCE_TRAVAIL, faire.CONTESTER_UNE_COUPURE)

DROIT = droit(
    "france_travail",
    "France Travail : rester inscrit",
    cas(
        "titre_valable",
        SOUS_CONDITION,
        si=titre_en_cours & travail_ouvert,
        reponse="Oui, si votre titre est dans la liste : il est encore valable.",
        parce_que="Selon le site de France Travail, l'inscription suit la date de fin du titre enregistré. Préparez le "
        "renouvellement avant cette date.",
        source=(FT_PAGE_RENOUVELLEMENT, CT_R5221_48),
        preuve=("votre titre de séjour",),
        jusqu_a=FIN_DU_TITRE,
        certitude=PRATIQUE,
        reserves=(LISTE, COUPURE),
        a_faire=(faire.DEPOSER_A_TEMPS, faire.DECLARER_A_FRANCE_TRAVAIL),
        a_montrer=montrer.TITRE_FRANCE_TRAVAIL,
    ),
    cas(
        "recepisse",
        SOUS_CONDITION,
        si=recepisse_en_cours & renouvellement_de_carte & travail_ouvert,
        reponse="Oui, selon le site de France Travail, si le récépissé est un récépissé de renouvellement.",
        parce_que="Selon son site, le récépissé de renouvellement permet d'enregistrer une nouvelle date. Ce récépissé permet "
        "de travailler si le titre le permettait.",
        source=(FT_PAGE_RENOUVELLEMENT, CESEDA_R431_15),
        preuve=RECEPISSE_ET_TITRE,
        jusqu_a=FIN_DU_RECEPISSE,
        certitude=PRATIQUE,
        reserves=(LISTE, COUPURE),
        a_faire=(*ENVOYER, faire.RENOUVELER_LE_DOCUMENT),
        a_montrer=montrer.RECEPISSE_FRANCE_TRAVAIL,
    ),
    cas(
        "prolongation_legale",
        SOUS_CONDITION,
        si=SITUATION.est("prolongation_legale") & travail_ouvert,
        reponse="Oui, selon notre lecture de la loi, si vous prouvez que vous avez demandé le renouvellement à temps.",
        parce_que="Pendant ces trois mois, la loi garde tous vos droits sociaux et votre droit de travailler. Le site de "
        "France Travail ne parle pas de cette règle : dites-la par écrit.",
        source=(CESEDA_L433_3, CESEDA_L433_3_AL1, FT_PAGE_RENOUVELLEMENT),
        preuve=TITRE_ET_DEMANDE,
        jusqu_a=FIN_DES_TROIS_MOIS,
        certitude=INTERPRETATION,
        reserves=(COUPURE, DEMANDE_A_TEMPS),
        a_faire=(*ENVOYER, faire.DEMANDER_L_API),
        a_montrer=montrer.TROIS_MOIS_SOCIAL,
    ),
    cas(
        "prolongation_discutee",
        DISCUTE,
        si=SITUATION.est("prolongation_discutee") & travail_ouvert,
        reponse="C'est discuté : la loi des trois mois peut être contestée dans votre cas.",
        parce_que="La loi garde les droits sociaux pendant trois mois. Mais votre titre, votre date de dépôt ou un long "
        "silence peut poser problème. Un juge a exigé une demande dans le délai pour garder le travail. Et le site "
        "de France Travail ne parle pas de cette règle.",
        source=(CESEDA_L433_3, SOC_2023_11_29, FT_PAGE_RENOUVELLEMENT),
        preuve=TITRE_ET_DEMANDE,
        jusqu_a=FIN_DES_TROIS_MOIS,
        certitude=JURISPRUDENCE,
        reserves=(COUPURE,),
        a_faire=(*ENVOYER, faire.DEMANDER_L_API),
    ),
    cas(
        "api",
        DISCUTE,
        si=attestation_en_cours & renouvellement_de_carte & travail_ouvert,
        reponse="C'est discuté, avec de bons arguments : l'attestation prouve votre séjour et, en métropole, permet de "
        "travailler.",
        parce_que=PAS_CITE,
        source=(
            FT_PAGE_RENOUVELLEMENT,
            PRATIQUE_EFFETS_ANEF_RECEPISSE,
            API_AVEC_LE_TITRE,
            CESEDA_R431_15_2_RENOUVELLEMENT,
        ),
        preuve=TITRE_ET_API,
        jusqu_a=FIN_DE_L_API,
        certitude=INTERPRETATION,
        reserves=(LISTE, METROPOLE, COUPURE, DOCUMENTS_MAL_ACCEPTES),
        a_faire=(*ENVOYER, faire.RENOUVELER_LE_DOCUMENT),
    ),
    cas(
        "accord",
        DISCUTE,
        si=decision_favorable & renouvellement_de_carte & travail_ouvert,
        reponse="C'est discuté : la préfecture a dit oui, mais nous n'avons pas vu que France Travail cite ce papier.",
        parce_que=f"{PAS_CITE} Selon service-public, il permet de travailler si la carte renouvelée le permettait.",
        source=(FT_PAGE_RENOUVELLEMENT, PRATIQUE_EFFETS_ANEF_RECEPISSE, SP_F36206_ATTESTATIONS),
        preuve=("votre attestation de décision favorable", "votre titre de séjour fini", "votre passeport"),
        jusqu_a=REMISE_DE_LA_CARTE,
        certitude=INTERPRETATION,
        reserves=(LISTE, COUPURE, DOCUMENTS_MAL_ACCEPTES),
        a_faire=ENVOYER,
    ),
    cas(
        "commission",
        DISCUTE,
        si=commission & renouvellement_de_carte & travail_ouvert,
        reponse="C'est discuté : votre document doit permettre de travailler, mais nous n'avons pas vu que France Travail le "
        "cite.",
        parce_que="Le document donné pendant la commission porte une mention de travail si le titre précédent le permettait. "
        "Le site de France Travail cite le récépissé de renouvellement.",
        source=(CESEDA_R432_9, FT_PAGE_RENOUVELLEMENT),
        preuve=DOCUMENT_ET_TITRE,
        jusqu_a=FIN_DU_DOCUMENT,
        certitude=INTERPRETATION,
        reserves=(LISTE, COUPURE, DOCUMENTS_MAL_ACCEPTES),
        a_faire=(*ENVOYER, faire.VOIR_UN_AVOCAT_VITE),
    ),
    cas(
        "protection_reconnue",
        DISCUTE,
        si=SITUATION.est("protection_reconnue"),
        reponse="C'est discuté, avec de bons arguments : votre attestation permet toute profession.",
        parce_que="L'attestation des personnes reconnues réfugiées ou protégées prouve le séjour et permet de travailler. "
        "Nous n'avons pas vu que le site de France Travail la cite, et nous n'avons lu que le début de la liste.",
        source=(CESEDA_R431_15_3, FT_PAGE_RENOUVELLEMENT, CT_R5221_48),
        preuve=("votre attestation de prolongation, avec sa mention", "la décision de l'OFPRA ou de la CNDA"),
        jusqu_a=FIN_DE_L_API,
        certitude=INTERPRETATION,
        reserves=(DOCUMENTS_MAL_ACCEPTES,),
        a_faire=(*ENVOYER, faire.RENOUVELER_LE_DOCUMENT),
    ),
    cas(
        "droit_europeen",
        SOUS_CONDITION,
        si=SITUATION.est("droit_europeen"),
        reponse="Oui, si vous remplissez les autres conditions : votre droit de travailler ne dépend pas de la carte.",
        parce_que="La fin de la carte ne met pas fin au droit au séjour et au travail du citoyen européen ni de sa famille.",
        source=(CESEDA_LIVRE2_UE, CESEDA_R233_15),
        preuve=PAPIERS_DU_DROIT_EUROPEEN,
        certitude=INTERPRETATION,
        reserves=(
            reserve(
                "Nous n'avons pas lu les règles d'inscription propres aux Européens et à leur famille : demandez une "
                "réponse écrite à votre agence."
            ),
        ),
        a_faire=(faire.DEMANDER_A_FRANCE_TRAVAIL, faire.VOIR_UNE_ASSOCIATION),
        a_montrer=montrer.EUROPE,
    ),
    cas(
        "titre_sans_travail",
        NON_ETABLI,
        si=(
            titre_en_cours
            | (attestation_en_cours | recepisse_en_cours | decision_favorable | commission) & renouvellement_de_carte
            | SITUATION.est("prolongation_legale", "prolongation_discutee")
        )
        & travail_permis.est("non"),
        reponse="Non établi : votre titre ne permettait pas de travailler.",
        parce_que="Dans la partie de la liste que nous avons lue, nous n'avons pas vu de titre sans droit au travail. "
        "Nous n'avons pas lu la suite.",
        source=CT_R5221_48,
        a_faire=(faire.DEMANDER_A_FRANCE_TRAVAIL, faire.VOIR_UNE_ASSOCIATION),
    ),
    cas(
        "autre_demande",
        NON_ETABLI,
        si=(attestation_en_cours | recepisse_en_cours | decision_favorable | commission) & ~renouvellement_de_carte,
        reponse="Non établi : nous n'avons pas trouvé de texte pour une demande autre que le renouvellement d'une carte.",
        parce_que="Le site de France Travail parle du récépissé de renouvellement. Nous n'avons pas vu qu'il parle d'une "
        "première demande, du passage du visa à la carte, d'un autre titre ou d'un duplicata.",
        source=(FT_PAGE_RENOUVELLEMENT, CT_R5221_48),
        preuve=DOCUMENT_ET_TITRE,
        a_faire=(faire.DEMANDER_A_FRANCE_TRAVAIL, faire.COMPRENDRE_LE_DOCUMENT, faire.VOIR_UNE_ASSOCIATION),
    ),
    cas(
        "sans_document",
        NON_ETABLI,
        si=sans_document,
        reponse="Non établi : aucun papier valable ne vous permet aujourd'hui d'enregistrer une nouvelle date.",
        parce_que="Selon le site de France Travail, le récépissé de renouvellement permet d'enregistrer une nouvelle date. "
        "Vous n'en avez pas qui soit en cours de validité.",
        source=(FT_PAGE_RENOUVELLEMENT, CT_R5221_48),
        preuve=TRACES_DES_DEMARCHES,
        reserves=(COUPURE, REINSCRIPTION),
        a_faire=(
            faire.DEMANDER_UN_DOCUMENT,
            faire.DECLARER_A_FRANCE_TRAVAIL,
            faire.DEMANDER_LA_REINSCRIPTION,
            faire.CONTESTER_UNE_COUPURE,
        ),
    ),
    cas(
        "demande_fermee",
        NON_ETABLI,
        si=demande_fermee,
        reponse="Non établi : après un refus ou une clôture, faites vérifier votre inscription.",
        parce_que="Les règles que nous avons lues supposent un titre ou une demande de renouvellement en cours.",
        source=(FT_PAGE_RENOUVELLEMENT, CT_R5221_48),
        preuve=("la décision ou le message reçu", "votre titre"),
        reserves=(COUPURE,),
        a_faire=(faire.VOIR_UN_AVOCAT_VITE, faire.DEMANDER_A_FRANCE_TRAVAIL),
    ),
    rang=3,
    sinon=sinon(CT_R5221_48),
    si_refus=(
        reserve(
            "Titre fini depuis trois mois ou moins, que la loi prolonge : répondez que vous gardez « l'intégralité » de vos "
            "droits sociaux (CESEDA, art. L. 433-3).",
            CESEDA_L433_3,
        ),
        reserve(
            "Attestation de prolongation d'un renouvellement : répondez qu'elle prouve votre séjour (R. 431-15-1) et, en "
            "métropole, permet de travailler si le titre le permettait (R. 431-15-2).",
            API_AVEC_LE_TITRE,
            CESEDA_R431_15_2_RENOUVELLEMENT,
        ),
        reserve(
            "Demandez la décision par écrit. Faites une réclamation, puis saisissez le médiateur de France Travail. Avant "
            "d'aller au tribunal administratif, ce médiateur est obligatoire dans certains cas : selon une source "
            "associative, l'inscription, la radiation et les allocations de solidarité. Il faut le saisir dans le délai "
            "écrit sur la décision. Si la décision ne parle pas de cette obligation, le délai ne court pas.",
            CJA_MPO,
        ),
    ),
)
