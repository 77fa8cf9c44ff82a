"""Le contrôle des papiers et la retenue pour vérification, pendant l'attente.

Limites : les conditions dans lesquelles la police peut contrôler ne sont pas détaillées, ni l'éloignement.
"""

from dataclasses import replace

from checker.rules import a_montrer as montrer
from checker.rules import demarches as faire
from checker.rules.communs import (
    DELAI_DE_LA_DECISION,
    FIN_DU_DOCUMENT,
    FIN_DU_TITRE,
    REMISE_DE_LA_CARTE,
    attestation_en_cours,
    demande_fermee,
    recepisse_en_cours,
    rien_de_valable,
    silence,
    sinon,
    titre_a_montrer,
    titre_sans_la_carte,
)
from checker.rules.droits.sejour import (
    API_AVEC_LE_TITRE,
    FIN_DE_L_API,
    FIN_DES_TROIS_MOIS,
    FIN_DU_RECEPISSE,
    LES_DEUX,
    TITRE_ET_API,
)
from checker.rules.situations import SITUATION
from checker.rules.sources.ceseda import (
    CESEDA_L411_1,
    CESEDA_L433_3_AL1,
    CESEDA_L812_813,
    CESEDA_LIVRE2_UE,
    CESEDA_R233_15,
    CESEDA_R431_12,
    CESEDA_R431_15_1_ADF,
    CESEDA_R431_15_1_DEPOT,
    CESEDA_R431_15_3,
    CESEDA_R432_2,
    CESEDA_R432_9,
    CESEDA_R433_3,
)
from checker.rules.sources.decisions import SOC_2023_11_29
from checker.rules.vocabulaire import (
    CONSERVE,
    DISCUTE,
    JURISPRUDENCE,
    NON_ETABLI,
    SOUS_CONDITION,
    cas,
    droit,
    reserve,
)

PRESENTER_LES_PAPIERS = replace(
    CESEDA_L812_813,
    article="L812-1",
    quote="Tout étranger doit être en mesure de présenter les pièces ou documents sous le couvert desquels il est autorisé à "
    "circuler ou à séjourner en France",
)
ETRE_RETENU = replace(
    CESEDA_L812_813,
    article="L813-1",
    quote="il peut être retenu aux fins de vérification de son droit de circulation ou de séjour sur le territoire français",
)
DROITS_PENDANT_LA_RETENUE = replace(
    CESEDA_L812_813,
    article="L813-5",
    quote="de la durée maximale de la mesure et du fait qu'il bénéficie des droits suivants",
)

RETENUE = reserve(
    "Si vous ne pouvez pas prouver votre séjour, la police ou la gendarmerie peut vous retenir pour le vérifier : 24 heures au plus depuis le "
    "début du contrôle.",
    CESEDA_L812_813,
)
VOS_DROITS = reserve(
    "Pendant la retenue, on doit vous dire pourquoi et pour combien de temps, dans une langue que vous comprenez. Vous avez droit "
    "à un interprète, un avocat et un médecin. Vous pouvez prévenir votre famille, toute personne de votre choix et votre "
    "consulat.",
    DROITS_PENDANT_LA_RETENUE,
)
DECISION_POSSIBLE = reserve(
    "Une décision peut vous être remise à la fin de la retenue. Demandez qu'on vous la lise dans votre langue, et notez l'heure.",
    CESEDA_L812_813,
)
AU_CONTROLE = (RETENUE, VOS_DROITS)
RISQUE = (RETENUE, VOS_DROITS, DECISION_POSSIBLE, DELAI_DE_LA_DECISION)

DROIT = droit(
    "controle_identite",
    "Être en règle lors d'un contrôle",
    cas(
        "titre_valable",
        CONSERVE,
        si=titre_a_montrer,
        reponse="Oui. Montrez votre titre de séjour valable.",
        parce_que="Lors d'un contrôle, il faut pouvoir montrer les papiers qui autorisent le séjour. Votre titre valable en est "
        "un.",
        source=(PRESENTER_LES_PAPIERS, CESEDA_L411_1),
        preuve=("votre titre de séjour", "votre passeport"),
        jusqu_a=FIN_DU_TITRE,
        reserves=AU_CONTROLE,
        a_faire=(faire.PAPIERS_SUR_VOUS, faire.DEPOSER_A_TEMPS),
        a_montrer=montrer.TITRE_SEJOUR,
    ),
    cas(
        "attestation",
        CONSERVE,
        si=attestation_en_cours & ~silence,
        reponse="Oui. Montrez l'attestation de prolongation et le titre fini, ensemble.",
        parce_que="L'attestation, avec le titre fini, prouve le séjour régulier pendant sa durée.",
        source=(PRESENTER_LES_PAPIERS, API_AVEC_LE_TITRE),
        preuve=TITRE_ET_API,
        jusqu_a=FIN_DE_L_API,
        reserves=(LES_DEUX, *AU_CONTROLE),
        a_faire=(faire.PAPIERS_SUR_VOUS, faire.RENOUVELER_LE_DOCUMENT),
        a_montrer=montrer.API_SEJOUR,
    ),
    cas(
        "recepisse",
        CONSERVE,
        si=recepisse_en_cours & ~silence,
        reponse="Oui. Montrez le récépissé, et le titre fini si vous en avez un.",
        parce_que="Le récépissé autorise la présence en France pour la durée qu'il indique.",
        source=(PRESENTER_LES_PAPIERS, CESEDA_R431_12),
        preuve=("votre récépissé", "votre titre de séjour fini, si vous en avez un", "votre passeport"),
        jusqu_a=FIN_DU_RECEPISSE,
        reserves=AU_CONTROLE,
        a_faire=(faire.PAPIERS_SUR_VOUS, faire.RENOUVELER_LE_DOCUMENT),
        a_montrer=montrer.RECEPISSE_SEJOUR,
    ),
    cas(
        "silence",
        CONSERVE,
        si=silence,
        reponse="Oui. Votre papier prouve votre séjour jusqu'à sa date. Mais un refus a pu naître du silence.",
        parce_que="L'attestation, avec le titre fini, ou le récépissé garde son effet jusqu'à sa date de fin.",
        source=(PRESENTER_LES_PAPIERS, API_AVEC_LE_TITRE, CESEDA_R431_12),
        preuve=(
            "votre attestation ou votre récépissé",
            "votre titre de séjour fini, si vous en avez un",
            "votre passeport",
        ),
        jusqu_a=FIN_DU_DOCUMENT,
        reserves=(
            reserve(
                "Un refus né du silence peut changer votre situation : n'attendez pas la fin du papier.", CESEDA_R432_2
            ),
            *AU_CONTROLE,
        ),
        a_faire=(faire.MOTIFS_ET_RECOURS, faire.PAPIERS_SUR_VOUS),
        a_montrer=montrer.DOCUMENT_SEJOUR,
    ),
    cas(
        "accord",
        CONSERVE,
        si=SITUATION.est("accord"),
        reponse="Oui. Montrez l'attestation de décision favorable.",
        parce_que="Cette attestation prouve le séjour régulier jusqu'à la remise de la carte.",
        source=(PRESENTER_LES_PAPIERS, CESEDA_R431_15_1_ADF),
        preuve=("votre attestation de décision favorable", "votre titre fini, si vous en avez un", "votre passeport"),
        jusqu_a=REMISE_DE_LA_CARTE,
        reserves=AU_CONTROLE,
        a_faire=(faire.PAPIERS_SUR_VOUS,),
        a_montrer=montrer.ADF_SEJOUR,
    ),
    cas(
        "commission",
        CONSERVE,
        si=SITUATION.est("commission"),
        reponse="Oui. Montrez le document reçu quand la commission a été saisie.",
        parce_que="Ce document vaut trois mois et il est renouvelé jusqu'à la décision de la préfecture.",
        source=(PRESENTER_LES_PAPIERS, CESEDA_R432_9),
        preuve=("votre attestation ou votre récépissé", "la convocation devant la commission", "votre titre fini"),
        jusqu_a=FIN_DU_DOCUMENT,
        reserves=AU_CONTROLE,
        a_faire=(faire.PAPIERS_SUR_VOUS, faire.VOIR_UN_AVOCAT),
        a_montrer=montrer.COMMISSION_SEJOUR,
    ),
    cas(
        "protection_reconnue",
        CONSERVE,
        si=SITUATION.est("protection_reconnue"),
        reponse="Oui. Montrez l'attestation qui dit que vous êtes reconnu réfugié ou protégé.",
        parce_que="L'attestation de six mois prouve le séjour en attendant la carte.",
        source=(PRESENTER_LES_PAPIERS, CESEDA_R431_15_3),
        preuve=("votre attestation de prolongation", "la décision de l'OFPRA ou de la CNDA"),
        jusqu_a=FIN_DE_L_API,
        reserves=AU_CONTROLE,
        a_faire=(faire.PAPIERS_SUR_VOUS, faire.RENOUVELER_LE_DOCUMENT),
        a_montrer=montrer.PROTECTION_SEJOUR,
    ),
    cas(
        "prolongation_legale",
        CONSERVE,
        si=SITUATION.est("prolongation_legale"),
        reponse="Oui, pendant trois mois. Montrez le titre fini et la preuve de votre demande.",
        parce_que="La loi permet de prouver le séjour avec le titre fini, entre sa date de fin et la décision de la préfecture, "
        "trois mois au plus.",
        source=(PRESENTER_LES_PAPIERS, CESEDA_L433_3_AL1),
        preuve=("votre titre de séjour fini", "la preuve de votre demande et de sa date", "votre passeport"),
        jusqu_a=FIN_DES_TROIS_MOIS,
        reserves=(
            reserve("Carte de résident : l'attestation de dépôt prouve vos démarches.", CESEDA_R433_3),
            reserve(
                "La décision de la préfecture met fin à ces trois mois, même si elle vient avant.", CESEDA_L433_3_AL1
            ),
            *AU_CONTROLE,
        ),
        a_faire=(faire.PAPIERS_SUR_VOUS, faire.DEMANDER_UN_DOCUMENT),
        a_montrer=montrer.TROIS_MOIS_SEJOUR,
    ),
    cas(
        "prolongation_discutee",
        DISCUTE,
        si=SITUATION.est("prolongation_discutee"),
        reponse="C'est discuté. Montrez le titre fini et la preuve de votre demande : on peut vous les contester.",
        parce_que="La loi prolonge certains titres de trois mois. Pour votre titre, votre date de dépôt ou un long silence, ce n'est "
        "pas sûr. Un juge a exigé une demande dans le délai pour garder le travail.",
        source=(CESEDA_L433_3_AL1, SOC_2023_11_29, PRESENTER_LES_PAPIERS),
        preuve=("votre titre de séjour fini", "la preuve de votre demande et de sa date", "votre passeport"),
        jusqu_a=FIN_DES_TROIS_MOIS,
        certitude=JURISPRUDENCE,
        reserves=RISQUE,
        a_faire=(faire.DEMANDER_UN_DOCUMENT, faire.PAPIERS_SUR_VOUS),
    ),
    cas(
        "droit_europeen",
        SOUS_CONDITION,
        si=SITUATION.est("droit_europeen"),
        reponse="Oui, sous condition : montrez une pièce d'identité et ce qui prouve votre droit européen.",
        parce_que="Le citoyen européen n'est pas obligé d'avoir un titre de séjour. Le droit de sa famille existe sans la carte, "
        "mais il faut pouvoir le prouver.",
        source=(CESEDA_LIVRE2_UE, CESEDA_R233_15, PRESENTER_LES_PAPIERS),
        preuve=(
            "votre passeport ou votre carte d'identité",
            "ce qui prouve votre lien de famille et la situation du citoyen européen",
            "votre attestation de demande ou votre carte, même finie",
        ),
        reserves=AU_CONTROLE,
        a_faire=(faire.PAPIERS_SUR_VOUS, faire.VOIR_UNE_ASSOCIATION),
        a_montrer=montrer.EUROPE,
    ),
    cas(
        "titre_sans_la_carte",
        NON_ETABLI,
        si=titre_sans_la_carte,
        reponse="Non établi sur le moment : votre titre est valable, mais vous ne pouvez pas le montrer.",
        parce_que="Lors d'un contrôle, il faut pouvoir montrer ses papiers. Dites que le titre existe : la vérification sert à cela.",
        source=(PRESENTER_LES_PAPIERS, ETRE_RETENU),
        preuve=(
            "une copie de votre titre",
            "la déclaration de perte ou de vol, et la demande de duplicata",
            "votre récépissé ou votre attestation, si vous en avez un",
            "votre passeport",
        ),
        reserves=AU_CONTROLE,
        a_faire=(faire.DEMANDER_UN_DOCUMENT, faire.PAPIERS_SUR_VOUS),
    ),
    cas(
        "depot_seul",
        NON_ETABLI,
        si=SITUATION.est("depot_seul"),
        reponse="Non établi : la confirmation de dépôt ne prouve pas le séjour. Montrez-la quand même, avec le titre fini.",
        parce_que="Le texte dit que cette confirmation ne prouve pas le séjour régulier. Elle prouve la date de votre demande.",
        source=(PRESENTER_LES_PAPIERS, CESEDA_R431_15_1_DEPOT, ETRE_RETENU),
        preuve=("votre confirmation de dépôt", "votre titre de séjour fini", "votre passeport"),
        reserves=RISQUE,
        a_faire=(faire.DEMANDER_L_API, faire.PAPIERS_SUR_VOUS, faire.REFERE),
    ),
    cas(
        "sans_papier_valable",
        NON_ETABLI,
        si=rien_de_valable & ~SITUATION.est("depot_seul"),
        reponse="Non établi : aucun papier valable ne prouve aujourd'hui votre séjour. Montrez tout ce que vous avez.",
        parce_que="Lors d'un contrôle, il faut pouvoir montrer les papiers qui autorisent le séjour. Sans eux, la police peut vous "
        "retenir pour vérifier.",
        source=(PRESENTER_LES_PAPIERS, ETRE_RETENU),
        preuve=(
            "votre passeport",
            "votre titre, votre attestation ou votre récépissé finis",
            "la preuve de votre demande et de vos relances",
        ),
        reserves=RISQUE,
        a_faire=(faire.DEMANDER_UN_DOCUMENT, faire.PAPIERS_SUR_VOUS, faire.VOIR_UN_AVOCAT),
    ),
    cas(
        "demande_fermee",
        NON_ETABLI,
        si=demande_fermee,
        reponse="Non établi : après un refus ou une clôture, préparez un contrôle avec un avocat ou une association.",
        parce_que="Les papiers de l'attente supposent une demande en cours. Si un recours est déposé, gardez sa preuve sur vous.",
        source=(PRESENTER_LES_PAPIERS, ETRE_RETENU),
        preuve=("la décision ou le message reçu", "la preuve de votre recours", "votre titre et votre passeport"),
        reserves=RISQUE,
        a_faire=(faire.VOIR_UN_AVOCAT_VITE, faire.PAPIERS_SUR_VOUS),
    ),
    rang=13,
    si_refus=(
        reserve(
            "L'attestation est contestée : montrez le titre fini avec elle, et l'article R. 431-15-1 du CESEDA : « Ce document, "
            "accompagné du document de séjour expiré, lui permet de justifier de la régularité de son séjour ».",
            API_AVEC_LE_TITRE,
        ),
        reserve(
            "Le récépissé est contesté : montrez l'article R. 431-12. Le titre fini est contesté pendant les trois mois : montrez "
            "l'article L. 433-3 et la preuve de votre demande.",
            CESEDA_R431_12,
            CESEDA_L433_3_AL1,
        ),
        reserve(
            "Vous êtes retenu : demandez un interprète, un avocat, un médecin, et faites prévenir un proche. La "
            "retenue dure 24 heures au plus.",
            DROITS_PENDANT_LA_RETENUE,
            CESEDA_L812_813,
        ),
    ),
    sinon=sinon(PRESENTER_LES_PAPIERS, faire.VOIR_UN_AVOCAT),
)
