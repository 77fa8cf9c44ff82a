"""Travailler pendant l'attente.

Limites : la liste des cartes qui permettent de travailler dès la première demande n'est pas détaillée
ici ; l'autorisation de travail, quand elle est exigée, a ses propres dates.
"""

from checker.rules import demarches as faire
from checker.rules import situations
from checker.rules.droits.sejour import FIN_DE_L_API, FIN_DES_TROIS_MOIS, FIN_DU_RECEPISSE, TITRE_ET_API
from checker.rules.questions import nature, territoire, titre, travail_permis
from checker.rules.sources.autres_codes import CT_L8251_1
from checker.rules.sources.ceseda import (
    CESEDA_L411_2,
    CESEDA_L414_10,
    CESEDA_L431_3,
    CESEDA_L433_3,
    CESEDA_L433_3_AL1,
    CESEDA_L433_6,
    CESEDA_R431_14,
    CESEDA_R431_15,
    CESEDA_R431_15_1_API,
    CESEDA_R431_15_2_PREMIERE,
    CESEDA_R431_15_2_RENOUVELLEMENT,
    OUTRE_MER,
)
from checker.rules.sources.decisions import SOC_2021_11_17, SOC_2022_11_23, SOC_2023_11_29
from checker.rules.sources.pratiques import ETUDIANTS, SP_F36206_ATTESTATIONS
from checker.rules.vocabulaire import (
    CONSERVE,
    DISCUTE,
    JAMAIS,
    JURISPRUDENCE,
    NON_ETABLI,
    PRATIQUE,
    SOUS_CONDITION,
    cas,
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

attestation_en_cours = situations.api.when | situations.api_silence.when
recepisse_en_cours = situations.recepisse.when | situations.recepisse_silence.when
titre_en_cours = situations.titre_en_cours.when | situations.dossier_clos_titre_valable.when

travail_ouvert = travail_permis.est("oui", "limite")
renouvellement = nature.est("renouvellement")
# Le passage du VLS-TS à une carte : renouvellement ou première demande ? Le dossier répond « incertain ».
renouvellement_de_carte = renouvellement & ~titre.est("vls_ts")

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
    ),
    cas(
        "api_outre_mer",
        DISCUTE,
        si=attestation_en_cours & renouvellement_de_carte & travail_ouvert & territoire.est("outre_mer"),
        reponse="Ce n'est pas clair outre-mer : faites vérifier avant de travailler.",
        parce_que="Le texte dit « France métropolitaine ». Nous n'avons pas trouvé d'adaptation pour toutes les "
        "collectivités d'outre-mer.",
        source=(CESEDA_R431_15_2_RENOUVELLEMENT, OUTRE_MER),
        preuve=TITRE_ET_API,
        jusqu_a=FIN_DE_L_API,
        a_faire=(faire.VOIR_UN_AVOCAT_VITE,),
    ),
    cas(
        "api_vls_ts",
        DISCUTE,
        si=attestation_en_cours & renouvellement & titre.est("vls_ts") & travail_ouvert,
        reponse="Ce n'est pas tranché : l'attestation d'une première carte après un visa ne permet pas toujours de "
        "travailler.",
        parce_que="Après un visa long séjour, la demande de carte peut être lue comme un renouvellement ou comme une "
        "première demande. Les textes ne tranchent pas. Lisez ce que dit votre attestation.",
        source=(CESEDA_R431_15_2_RENOUVELLEMENT, CESEDA_R431_15_2_PREMIERE, ETUDIANTS),
        preuve=TITRE_ET_API,
        jusqu_a=FIN_DE_L_API,
        a_faire=(faire.VOIR_UN_AVOCAT_VITE, faire.SI_ON_REFUSE),
    ),
    cas(
        "api_premiere_demande",
        SOUS_CONDITION,
        si=attestation_en_cours & nature.est("premiere_demande"),
        reponse="Cela dépend de la carte demandée : une liste de la loi le dit.",
        parce_que="Pour une première demande, l'attestation permet de travailler seulement pour certaines cartes. "
        "Lisez la mention écrite sur l'attestation.",
        source=CESEDA_R431_15_2_PREMIERE,
        preuve=("votre attestation de prolongation", "votre passeport"),
        jusqu_a=FIN_DE_L_API,
        reserves=(reserve("Le texte vaut pour la France métropolitaine."),),
        a_faire=(faire.COMPRENDRE_LE_DOCUMENT, faire.VOIR_UN_AVOCAT_VITE),
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
    ),
    cas(
        "recepisse_vls_ts",
        DISCUTE,
        si=recepisse_en_cours & renouvellement & titre.est("vls_ts") & travail_ouvert,
        reponse="Ce n'est pas tranché : le récépissé d'une première carte après un visa ne permet pas toujours de "
        "travailler.",
        parce_que="Après un visa long séjour, la demande de carte peut être lue comme un renouvellement ou comme une "
        "première demande. Lisez ce que dit votre récépissé.",
        source=(CESEDA_R431_15, CESEDA_R431_14, ETUDIANTS),
        preuve=("votre récépissé", "votre visa", "votre passeport"),
        jusqu_a=FIN_DU_RECEPISSE,
        a_faire=(faire.VOIR_UN_AVOCAT_VITE, faire.SI_ON_REFUSE),
    ),
    cas(
        "recepisse_premiere_demande",
        SOUS_CONDITION,
        si=recepisse_en_cours & nature.est("premiere_demande"),
        reponse="Cela dépend de la carte demandée : une liste de la loi le dit.",
        parce_que="Pour une première demande, le récépissé permet de travailler seulement pour certaines cartes. "
        "Lisez la mention écrite sur le récépissé.",
        source=CESEDA_R431_14,
        preuve=("votre récépissé", "votre passeport"),
        jusqu_a=FIN_DU_RECEPISSE,
        a_faire=(faire.COMPRENDRE_LE_DOCUMENT, faire.VOIR_UN_AVOCAT_VITE),
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
        a_faire=(faire.VOIR_UN_AVOCAT_VITE, faire.SI_ON_REFUSE),
    ),
    cas(
        "accord_renouvellement",
        SOUS_CONDITION,
        si=situations.accord.when & renouvellement & travail_ouvert,
        reponse="Oui, selon la fiche officielle service-public. Le texte de loi ne le dit pas.",
        parce_que="Selon service-public, l'attestation de décision favorable d'un renouvellement permet de travailler "
        "si la carte renouvelée le permettait.",
        source=SP_F36206_ATTESTATIONS,
        preuve=("votre attestation de décision favorable", "votre titre de séjour fini"),
        jusqu_a=fin("jusqu'à la remise de votre carte"),
        reserves=(LIMITES,),
        certitude=PRATIQUE,
        a_faire=(faire.MONTRER_A_L_EMPLOYEUR, faire.SI_ON_REFUSE),
    ),
    cas(
        "accord_autre_demande",
        SOUS_CONDITION,
        si=situations.accord.when & ~renouvellement,
        reponse="Cela dépend de la carte accordée, selon la fiche officielle service-public.",
        parce_que="Selon service-public, l'attestation de décision favorable d'une première demande permet de travailler "
        "seulement pour certaines cartes.",
        source=SP_F36206_ATTESTATIONS,
        preuve=("votre attestation de décision favorable", "votre passeport"),
        jusqu_a=fin("jusqu'à la remise de votre carte"),
        certitude=PRATIQUE,
        a_faire=(faire.COMPRENDRE_LE_DOCUMENT, faire.VOIR_UN_AVOCAT_VITE),
    ),
    cas(
        "prolongation_legale",
        CONSERVE,
        si=situations.prolongation_legale.when & travail_ouvert,
        reponse="Oui. Pendant ces trois mois, vous gardez le droit de travailler.",
        parce_que="La loi prolonge votre titre de trois mois et garde votre droit de travailler.",
        source=(CESEDA_L433_3, CESEDA_L433_3_AL1, SOC_2023_11_29),
        preuve=("votre titre de séjour fini", "la preuve de votre demande et de sa date"),
        jusqu_a=FIN_DES_TROIS_MOIS,
        reserves=(PREVENIR_AVANT, LIMITES),
        a_faire=(faire.MONTRER_A_L_EMPLOYEUR, faire.SI_ON_REFUSE, faire.DEMANDER_L_API),
    ),
    cas(
        "prolongation_discutee",
        DISCUTE,
        si=situations.prolongation_discutee.when & travail_ouvert,
        reponse="C'est discuté : votre employeur peut contester ces trois mois.",
        parce_que="La loi garde le droit de travailler pendant trois mois. Mais un juge exige une demande faite dans le "
        "délai. Et un long silence peut être lu comme un refus qui met fin aux trois mois.",
        source=(CESEDA_L433_3, SOC_2023_11_29),
        preuve=("votre titre de séjour fini", "la preuve de votre demande et de sa date"),
        jusqu_a=FIN_DES_TROIS_MOIS,
        certitude=JURISPRUDENCE,
        reserves=(PREVENIR_AVANT,),
        a_faire=(faire.DEMANDER_L_API, faire.VOIR_UN_AVOCAT_VITE, faire.SI_ON_REFUSE),
    ),
    cas(
        "titre_sans_travail",
        NON_ETABLI,
        si=(
            titre_en_cours
            | (attestation_en_cours | recepisse_en_cours | situations.accord.when) & renouvellement
            | situations.prolongation_legale.when
            | situations.prolongation_discutee.when
        )
        & travail_permis.est("non"),
        reponse="Non établi : votre titre ne permettait pas de travailler.",
        parce_que="L'attente ne donne pas plus de droits que le titre. Les documents provisoires ne permettent pas de "
        "travailler, sauf exceptions.",
        source=CESEDA_L431_3,
        a_faire=(faire.VOIR_UN_AVOCAT_VITE,),
    ),
    cas(
        "api_terminee",
        NON_ETABLI,
        si=situations.api_terminee.when,
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
        si=situations.depot_seul.when,
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
        si=situations.recepisse_termine.when | situations.depot_sans_papier.when | situations.rien.when,
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
        si=situations.refus.when | situations.dossier_clos.when,
        reponse="Non établi : après un refus ou une clôture, faites vérifier votre droit de travailler.",
        parce_que="Les droits de l'attente supposent une demande en cours.",
        source=CESEDA_L411_2,
        preuve=("la décision ou le message reçu", "votre titre"),
        a_faire=(faire.VOIR_UN_AVOCAT_VITE,),
    ),
    rang=2,
    sinon=cas(
        "sinon",
        NON_ETABLI,
        si=JAMAIS,
        reponse="Non établi : nos règles ne permettent pas de répondre.",
        parce_que="Votre situation n'entre dans aucun des cas que nous avons pu vérifier.",
        source=CESEDA_L431_3,
        a_faire=(faire.VOIR_UN_AVOCAT_VITE,),
    ),
)
