"""Travailler pendant l'attente.

Limites : la liste des cartes qui permettent de travailler dès la première demande n'est pas détaillée
ici ; l'autorisation de travail, quand elle est exigée, a ses propres dates.
"""

from checker.rules import a_montrer as montrer
from checker.rules import demarches as faire
from checker.rules.communs import (
    attestation_en_cours,
    recepisse_en_cours,
    renouvellement,
    renouvellement_de_carte,
    sinon,
    titre_en_cours,
)
from checker.rules.droits.sejour import FIN_DE_L_API, FIN_DES_TROIS_MOIS, FIN_DU_RECEPISSE, TITRE_ET_API
from checker.rules.notions import trois_mois_acquis
from checker.rules.questions import nature, territoire, titre, travail_permis
from checker.rules.situations import SITUATION
from checker.rules.sources.autres_codes import CT_L8251_1
from checker.rules.sources.ceseda import (
    CESEDA_L411_2,
    CESEDA_L414_10,
    CESEDA_L431_3,
    CESEDA_L433_3,
    CESEDA_L433_3_AL1,
    CESEDA_L433_6,
    CESEDA_LIVRE2_UE,
    CESEDA_R233_15,
    CESEDA_R431_14,
    CESEDA_R431_15,
    CESEDA_R431_15_1_API,
    CESEDA_R431_15_2_PREMIERE,
    CESEDA_R431_15_2_RENOUVELLEMENT,
    CESEDA_R431_15_3,
    CESEDA_R432_9,
    OUTRE_MER,
)
from checker.rules.sources.decisions import SOC_2021_11_17, SOC_2022_11_23, SOC_2023_11_29
from checker.rules.sources.pratiques import ETUDIANTS, SP_F15763_RECEPISSE, SP_F36206_ATTESTATIONS
from checker.rules.vocabulaire import (
    CONSERVE,
    DISCUTE,
    JURISPRUDENCE,
    NON_ETABLI,
    PRATIQUE,
    SOUS_CONDITION,
    cas,
    citer,
    droit,
    fin,
    reserve,
)

LIMITES = reserve(
    "Les limites de votre titre restent les mêmes : métier, zone, nombre d'heures (étudiants : 60 % de l'année), "
    "date de l'autorisation de travail."
)
EMPLOYEUR = reserve(
    "Sans papier qui permet de travailler, la loi interdit à l'employeur de vous garder à son poste. Ce n'est pas "
    "une faute grave de votre part.",
    CT_L8251_1,
    SOC_2022_11_23,
)
PREVENIR_AVANT = reserve(
    "Prouvez à votre employeur que vous avez demandé le renouvellement avant qu'il ne décide : "
    "un juge a tenu compte de cette preuve.",
    SOC_2021_11_17,
)

document_recu = SITUATION.est("api", "api_silence", "recepisse", "recepisse_silence", "accord")

travail_ouvert = travail_permis.est("oui", "limite")

attestation_outre_mer = (
    attestation_en_cours & renouvellement_de_carte & travail_ouvert & territoire.est("outre_mer")
)

DROIT = droit(
    "travail",
    "Travailler",
    cas(
        "titre_valable",
        CONSERVE,
        si=titre_en_cours & travail_ouvert,
        reponse="Oui. Vous pouvez travailler comme avant : votre titre est encore valable.",
        parce_que="Votre titre est encore valable et il permet de travailler.",
        source=(CESEDA_L414_10, OUTRE_MER),
        preuve=("votre titre de séjour",),
        jusqu_a=fin("jusqu'à la date de fin de votre titre", "expiration"),
        reserves=(LIMITES,),
        a_faire=(faire.DEPOSER_A_TEMPS, faire.MONTRER_A_L_EMPLOYEUR),
        a_montrer=montrer.TITRE_TRAVAIL,
    ),
    cas(
        "api_renouvellement",
        CONSERVE,
        si=attestation_en_cours & renouvellement_de_carte & travail_ouvert & territoire.est("metropole"),
        reponse="Oui. Vous pouvez travailler pendant la durée de l'attestation.",
        parce_que="L'attestation de prolongation d'un renouvellement permet de travailler quand le titre le permettait.",
        source=CESEDA_R431_15_2_RENOUVELLEMENT,
        preuve=TITRE_ET_API,
        jusqu_a=FIN_DE_L_API,
        reserves=(LIMITES,),
        a_faire=(faire.MONTRER_A_L_EMPLOYEUR, faire.SI_ON_REFUSE, faire.RENOUVELER_LE_DOCUMENT),
        a_montrer=montrer.API_TRAVAIL,
    ),
    cas(
        "api_outre_mer",
        DISCUTE,
        si=attestation_outre_mer & ~trois_mois_acquis,
        reponse="Ce n'est pas clair outre-mer : faites vérifier avant de travailler.",
        parce_que="Le texte dit « France métropolitaine ». Nous n'avons pas trouvé d'adaptation pour toutes les "
        "collectivités d'outre-mer.",
        source=(CESEDA_R431_15_2_RENOUVELLEMENT, OUTRE_MER),
        preuve=TITRE_ET_API,
        jusqu_a=FIN_DE_L_API,
        a_faire=(faire.FAIRE_VERIFIER,),
    ),
    cas(
        "api_outre_mer_trois_mois",
        CONSERVE,
        si=attestation_outre_mer & trois_mois_acquis,
        reponse="Oui. Pendant trois mois après la fin de votre titre, la loi garde votre droit de travailler.",
        parce_que="La loi prolonge un titre comme le vôtre de trois mois, et garde le droit de travailler. Elle ne parle pas "
        "de la métropole seulement. L'attestation, elle, ne le dit pas clairement pour l'outre-mer.",
        source=(CESEDA_L433_3, CESEDA_L433_3_AL1, SOC_2023_11_29, CESEDA_R431_15_2_RENOUVELLEMENT),
        preuve=("votre titre de séjour fini", "la preuve de votre demande et de sa date", "votre attestation"),
        jusqu_a=FIN_DES_TROIS_MOIS,
        reserves=(
            reserve(
                "Après ces trois mois, le texte sur l'attestation parle de la France métropolitaine : faites vérifier.",
                CESEDA_R431_15_2_RENOUVELLEMENT,
            ),
            PREVENIR_AVANT,
            LIMITES,
        ),
        a_faire=(faire.MONTRER_A_L_EMPLOYEUR, faire.SI_ON_REFUSE, faire.VOIR_UNE_ASSOCIATION),
        a_montrer=montrer.TROIS_MOIS_TRAVAIL,
    ),
    cas(
        "visa_vers_carte",
        DISCUTE,
        si=document_recu & renouvellement & titre.est("vls_ts") & travail_ouvert,
        reponse="Ce n'est pas tranché : le papier d'attente d'une première carte après un visa ne permet pas toujours de "
        "travailler.",
        parce_que="Après un visa long séjour, la demande de carte peut être lue comme un renouvellement ou comme une "
        "première demande. Les textes ne tranchent pas. Lisez ce que dit votre papier.",
        source=(
            CESEDA_R431_15_2_RENOUVELLEMENT,
            CESEDA_R431_15_2_PREMIERE,
            CESEDA_R431_15,
            CESEDA_R431_14,
            SP_F36206_ATTESTATIONS,
            ETUDIANTS,
        ),
        preuve=("votre papier en cours", "votre visa", "votre passeport"),
        jusqu_a=fin("jusqu'à la date de fin écrite sur votre papier, ou jusqu'à la remise de la carte", "fin_document"),
        a_faire=(faire.FAIRE_VERIFIER, faire.SI_ON_REFUSE),
    ),
    cas(
        "api_premiere_demande",
        SOUS_CONDITION,
        si=attestation_en_cours & nature.est("premiere_demande", "premiere_protection"),
        reponse="Cela dépend de la carte demandée : une liste de la loi le dit.",
        parce_que="Pour une première demande, l'attestation permet de travailler seulement pour certaines cartes. "
        "Lisez la mention écrite sur l'attestation.",
        source=CESEDA_R431_15_2_PREMIERE,
        preuve=("votre attestation de prolongation", "votre passeport"),
        jusqu_a=FIN_DE_L_API,
        reserves=(reserve("Le texte vaut pour la France métropolitaine."),),
        a_faire=(faire.COMPRENDRE_LE_DOCUMENT, faire.FAIRE_VERIFIER),
    ),
    cas(
        "recepisse_renouvellement",
        CONSERVE,
        si=recepisse_en_cours & renouvellement_de_carte & travail_ouvert,
        reponse="Oui. Vous pouvez travailler pendant la durée du récépissé.",
        parce_que="Le récépissé de renouvellement permet de travailler quand le titre le permettait.",
        source=CESEDA_R431_15,
        preuve=("votre récépissé", "votre titre de séjour fini"),
        jusqu_a=FIN_DU_RECEPISSE,
        reserves=(LIMITES,),
        a_faire=(faire.MONTRER_A_L_EMPLOYEUR, faire.SI_ON_REFUSE, faire.RENOUVELER_LE_DOCUMENT),
        a_montrer=montrer.RECEPISSE_TRAVAIL,
    ),
    cas(
        "recepisse_premiere_demande",
        SOUS_CONDITION,
        si=recepisse_en_cours & nature.est("premiere_demande", "premiere_protection"),
        reponse="Cela dépend de la carte demandée : une liste de la loi le dit.",
        parce_que="Pour une première demande, le récépissé permet de travailler seulement pour certaines cartes. "
        "Lisez la mention écrite sur le récépissé.",
        source=CESEDA_R431_14,
        preuve=("votre récépissé", "votre passeport"),
        jusqu_a=FIN_DU_RECEPISSE,
        a_faire=(faire.COMPRENDRE_LE_DOCUMENT, faire.FAIRE_VERIFIER),
    ),
    cas(
        "document_autre_titre",
        DISCUTE,
        si=(attestation_en_cours | recepisse_en_cours) & nature.est("autre_titre"),
        reponse="Ce n'est pas tranché quand vous demandez un autre titre : lisez la mention de votre document.",
        parce_que="Les textes parlent du renouvellement et de la première demande. Ils ne disent pas où ranger le "
        "changement de statut.",
        source=(CESEDA_L433_6, CESEDA_R431_15_2_RENOUVELLEMENT, CESEDA_R431_15_2_PREMIERE),
        preuve=("votre attestation ou votre récépissé", "votre titre de séjour fini"),
        jusqu_a=fin("jusqu'à la date de fin écrite sur votre document", "fin_document"),
        a_faire=(faire.FAIRE_VERIFIER, faire.SI_ON_REFUSE),
    ),
    cas(
        "duplicata",
        DISCUTE,
        si=(attestation_en_cours | recepisse_en_cours) & nature.est("duplicata"),
        reponse="Nous n'avons pas trouvé de texte pour le duplicata : lisez la mention de votre document.",
        parce_que="Les textes lus parlent du renouvellement et de la première demande, pas du duplicata.",
        source=(CESEDA_R431_15, SP_F15763_RECEPISSE),
        preuve=("votre attestation ou votre récépissé", "une copie de votre titre"),
        jusqu_a=fin("jusqu'à la date de fin écrite sur votre document", "fin_document"),
        a_faire=(faire.FAIRE_VERIFIER, faire.SI_ON_REFUSE),
    ),
    cas(
        "droit_europeen",
        CONSERVE,
        si=SITUATION.est("droit_europeen"),
        reponse="Oui. Vous avez le droit de travailler.",
        parce_que="Le droit de travailler du citoyen européen et de sa famille ne dépend pas de la carte.",
        source=(CESEDA_LIVRE2_UE, CESEDA_R233_15),
        preuve=("votre passeport ou votre carte d'identité", "ce qui prouve votre lien de famille"),
        a_faire=(faire.MONTRER_A_L_EMPLOYEUR, faire.SI_ON_REFUSE),
        a_montrer=montrer.EUROPE,
    ),
    cas(
        "protection_reconnue",
        CONSERVE,
        si=SITUATION.est("protection_reconnue"),
        reponse="Oui. Vous pouvez exercer la profession de votre choix.",
        parce_que="L'attestation donnée aux personnes reconnues réfugiées ou protégées permet de travailler.",
        source=CESEDA_R431_15_3,
        preuve=("votre attestation de prolongation, avec sa mention",),
        jusqu_a=FIN_DE_L_API,
        a_faire=(faire.MONTRER_A_L_EMPLOYEUR, faire.SI_ON_REFUSE, faire.RENOUVELER_LE_DOCUMENT),
        a_montrer=montrer.PROTECTION_TRAVAIL,
    ),
    cas(
        "commission",
        CONSERVE,
        si=SITUATION.est("commission") & renouvellement & travail_ouvert,
        reponse="Oui. Votre document doit porter la mention qui autorise à travailler.",
        parce_que="Quand la commission est saisie, le document porte « Il autorise son titulaire à travailler » si le titre "
        "précédent le permettait.",
        source=citer(
            CESEDA_R432_9,
            2,
            "Ils portent la mention “ Il autorise son titulaire à travailler ” lorsque l'étranger était précédemment "
            "titulaire d'un titre de séjour l'autorisant à travailler.",
        ),
        preuve=("votre attestation ou votre récépissé, avec sa mention", "votre titre de séjour fini"),
        jusqu_a=fin("jusqu'à la date de fin écrite sur votre document", "fin_document"),
        reserves=(LIMITES,),
        a_faire=(faire.MONTRER_A_L_EMPLOYEUR, faire.VOIR_UN_AVOCAT_VITE),
        a_montrer=montrer.COMMISSION_TRAVAIL,
    ),
    cas(
        "commission_autre_demande",
        DISCUTE,
        si=SITUATION.est("commission") & ~renouvellement,
        reponse="Cela dépend de votre titre précédent : lisez la mention de votre document.",
        parce_que="La mention « Il autorise son titulaire à travailler » suppose un titre précédent qui le permettait.",
        source=CESEDA_R432_9,
        preuve=("votre attestation ou votre récépissé", "votre titre précédent"),
        a_faire=(faire.FAIRE_VERIFIER,),
    ),
    cas(
        "accord_renouvellement",
        SOUS_CONDITION,
        si=SITUATION.est("accord") & renouvellement_de_carte & travail_ouvert,
        reponse="Oui, selon la fiche officielle service-public. Le texte de loi ne le dit pas.",
        parce_que="Selon service-public, l'attestation de décision favorable d'un renouvellement permet de travailler "
        "si la carte renouvelée le permettait.",
        source=SP_F36206_ATTESTATIONS,
        preuve=("votre attestation de décision favorable", "votre titre de séjour fini"),
        jusqu_a=fin("jusqu'à la remise de votre carte"),
        reserves=(LIMITES,),
        certitude=PRATIQUE,
        a_faire=(faire.MONTRER_A_L_EMPLOYEUR, faire.SI_ON_REFUSE),
        a_montrer=montrer.ADF_TRAVAIL,
    ),
    cas(
        "accord_autre_demande",
        SOUS_CONDITION,
        si=SITUATION.est("accord") & ~renouvellement,
        reponse="Cela dépend de la carte accordée, selon la fiche officielle service-public.",
        parce_que="Selon service-public, l'attestation de décision favorable d'une première demande permet de travailler "
        "seulement pour certaines cartes.",
        source=SP_F36206_ATTESTATIONS,
        preuve=("votre attestation de décision favorable", "votre passeport"),
        jusqu_a=fin("jusqu'à la remise de votre carte"),
        certitude=PRATIQUE,
        a_faire=(faire.COMPRENDRE_LE_DOCUMENT, faire.FAIRE_VERIFIER),
    ),
    cas(
        "prolongation_legale",
        CONSERVE,
        si=SITUATION.est("prolongation_legale") & travail_ouvert,
        reponse="Oui. Pendant ces trois mois, vous gardez le droit de travailler.",
        parce_que="La loi prolonge votre titre de trois mois et garde votre droit de travailler.",
        source=(CESEDA_L433_3, CESEDA_L433_3_AL1, SOC_2023_11_29),
        preuve=("votre titre de séjour fini", "la preuve de votre demande et de sa date"),
        jusqu_a=FIN_DES_TROIS_MOIS,
        reserves=(PREVENIR_AVANT, LIMITES),
        a_faire=(faire.MONTRER_A_L_EMPLOYEUR, faire.SI_ON_REFUSE, faire.DEMANDER_L_API),
        a_montrer=montrer.TROIS_MOIS_TRAVAIL,
    ),
    cas(
        "prolongation_discutee",
        DISCUTE,
        si=SITUATION.est("prolongation_discutee") & travail_ouvert,
        reponse="C'est discuté : votre employeur peut contester ces trois mois.",
        parce_que="La loi garde le droit de travailler pendant trois mois. Mais un juge exige une demande faite dans le "
        "délai. Et un long silence peut être lu comme un refus qui met fin aux trois mois.",
        source=(CESEDA_L433_3, SOC_2023_11_29),
        preuve=("votre titre de séjour fini", "la preuve de votre demande et de sa date"),
        jusqu_a=FIN_DES_TROIS_MOIS,
        certitude=JURISPRUDENCE,
        reserves=(PREVENIR_AVANT,),
        a_faire=(faire.DEMANDER_L_API, faire.FAIRE_VERIFIER, faire.SI_ON_REFUSE),
    ),
    cas(
        "titre_sans_travail",
        NON_ETABLI,
        si=(
            titre_en_cours
            | (attestation_en_cours | recepisse_en_cours | SITUATION.est("accord", "commission")) & renouvellement
            | SITUATION.est("prolongation_legale", "prolongation_discutee")
        )
        & travail_permis.est("non"),
        reponse="Non établi : votre titre ne permettait pas de travailler.",
        parce_que="L'attente ne donne pas plus de droits que le titre. Les documents provisoires ne permettent pas de "
        "travailler, sauf exceptions.",
        source=CESEDA_L431_3,
        a_faire=(faire.FAIRE_VERIFIER,),
    ),
    cas(
        "api_terminee",
        NON_ETABLI,
        si=SITUATION.est("api_terminee"),
        reponse="Non établi : votre attestation est finie, elle ne permet plus de prouver votre droit de travailler.",
        parce_que="L'attestation vaut pour la durée qu'elle indique. La préfecture doit la renouveler tant qu'elle n'a "
        "pas décidé, si la demande était complète et déposée à temps.",
        source=CESEDA_R431_15_1_API,
        preuve=("votre attestation finie", "votre titre fini", "la preuve de votre demande de nouvelle attestation"),
        reserves=(EMPLOYEUR,),
        a_faire=(faire.DEMANDER_L_API, faire.REFERE, faire.SI_ON_REFUSE),
    ),
    cas(
        "depot_seul",
        NON_ETABLI,
        si=SITUATION.est("depot_seul"),
        reponse="Non établi : la confirmation de dépôt ne permet pas de travailler par elle-même.",
        parce_que="Selon la fiche officielle service-public, elle n'autorise pas à travailler. Elle prouve la date de votre "
        "demande.",
        source=(SP_F36206_ATTESTATIONS, CESEDA_L431_3),
        preuve=("votre confirmation de dépôt", "votre titre fini"),
        certitude=PRATIQUE,
        reserves=(EMPLOYEUR,),
        a_faire=(faire.DEMANDER_L_API, faire.SI_ON_REFUSE, faire.GARDER_LES_PREUVES),
    ),
    cas(
        "sans_document",
        NON_ETABLI,
        si=SITUATION.est(
            "recepisse_termine",
            "convocation_seule",
            "depot_sans_papier",
            "titre_perdu",
            "rien",
            "rien_depuis_six_mois",
        ),
        reponse="Non établi : aucun papier valable ne prouve aujourd'hui que vous pouvez travailler.",
        parce_que="Pour travailler, il faut pouvoir montrer un titre ou un document qui le permet.",
        source=(CT_L8251_1, CESEDA_L431_3),
        preuve=("votre titre fini", "tout ce qui prouve vos démarches"),
        reserves=(EMPLOYEUR,),
        a_faire=(faire.GARDER_LES_PREUVES, faire.REFERE, faire.SI_ON_REFUSE),
    ),
    cas(
        "demande_fermee",
        NON_ETABLI,
        si=SITUATION.est("refus", "dossier_clos"),
        reponse="Non établi : après un refus ou une clôture, faites vérifier votre droit de travailler.",
        parce_que="Les droits de l'attente supposent une demande en cours.",
        source=CESEDA_L411_2,
        preuve=("la décision ou le message reçu", "votre titre"),
        a_faire=(faire.VOIR_UN_AVOCAT_VITE,),
    ),
    rang=2,
    sinon=sinon(CESEDA_L431_3, faire.VOIR_UN_AVOCAT_VITE),
)
