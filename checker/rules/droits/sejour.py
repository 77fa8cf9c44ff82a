"""Le séjour régulier pendant l'attente.

Limite : la prolongation par département (L. 433-3, al. 2) n'est pas appliquée : l'arrêté qui fixe la liste
des départements n'a pas été trouvé.
"""

from checker.rules import a_montrer as montrer
from checker.rules import demarches as faire
from checker.rules.communs import sinon
from checker.rules.delais import DELAIS
from checker.rules.situations import SITUATION
from checker.rules.sources.autres_codes import CSS_R111_4
from checker.rules.sources.ceseda import (
    CESEDA_L411_1,
    CESEDA_L411_2,
    CESEDA_L433_3_AL1,
    CESEDA_L911_1,
    CESEDA_LIVRE2_UE,
    CESEDA_R233_15,
    CESEDA_R431_8,
    CESEDA_R431_11,
    CESEDA_R431_12,
    CESEDA_R431_15_1_ADF,
    CESEDA_R431_15_1_API,
    CESEDA_R431_15_1_DEPOT,
    CESEDA_R431_15_3,
    CESEDA_R432_1,
    CESEDA_R432_2,
    CESEDA_R432_9,
    CESEDA_R433_3,
)
from checker.rules.sources.contentieux import CJA_R421_1, CJA_R421_2
from checker.rules.sources.decisions import CE_AVIS_2025_05_06_499904, SOC_2023_11_29
from checker.rules.sources.pratiques import PRATIQUE_PREDEMANDE, REGLE_DEPOT_TARDIF, SP_F15763_RECEPISSE
from checker.rules.vocabulaire import (
    CONSERVE,
    DISCUTE,
    JURISPRUDENCE,
    NON_ETABLI,
    PRATIQUE,
    cas,
    citer,
    droit,
    fin,
    reserve,
)

API_AVEC_LE_TITRE = citer(
    CESEDA_R431_15_1_API,
    2,
    "Ce document, accompagné du document de séjour expiré, lui permet de justifier de la régularité "
    "de son séjour pendant la durée qu'il précise.",
)
API_RENOUVELEE = citer(
    CESEDA_R431_15_1_API,
    2,
    "Lorsque l'instruction se prolonge, en raison de circonstances particulières, au-delà de la date "
    "d'expiration de l'attestation, celle-ci est renouvelée aussi longtemps que le préfet n'a pas statué "
    "sur la demande.",
)

SANTE = reserve(
    "Vos droits santé (PUMa, C2S) ne peuvent pas être fermés avant la fin du sixième mois après la fin de votre "
    "titre, sauf exceptions : ne renoncez pas aux soins.",
    CSS_R111_4,
)
SIX_MOIS = reserve(
    "Si aucune demande n'est faite dans les six mois après la fin du titre, l'administration peut redemander "
    "les conditions d'entrée en France (visa).",
    CESEDA_R431_8,
)
SILENCE_VAUT_REFUS = reserve(
    "Le silence vaut refus, jamais accord. Le délai pour agir est court : n'attendez pas la fin du document.",
    CJA_R421_2,
)
DOSSIER_INCOMPLET = reserve(
    "Si le dossier n'était pas complet, le refus implicite peut ne pas être né : faites vérifier."
)
LES_DEUX = reserve("L'attestation ne vaut qu'avec votre titre fini : montrez toujours les deux.")

FIN_DE_L_API = fin("jusqu'à la date de fin écrite sur l'attestation", "fin_document")
FIN_DU_RECEPISSE = fin("jusqu'à la date de fin écrite sur le récépissé", "fin_document")
FIN_DES_TROIS_MOIS = fin(
    "jusqu'à trois mois après la fin de votre titre, ou jusqu'à la décision de la préfecture si elle vient avant",
    "expiration",
    mois=DELAIS["prolongation_legale"].nombre,
)
TITRE_ET_API = ("votre attestation de prolongation", "votre titre de séjour fini", "votre passeport")

DROIT = droit(
    "sejour",
    "Votre séjour en France",
    cas(
        "titre_valable",
        CONSERVE,
        si=SITUATION.est("titre_valable"),
        reponse="Oui. Votre séjour est régulier : votre titre est encore valable.",
        parce_que="Un titre de séjour en cours de validité permet de séjourner en France.",
        source=CESEDA_L411_1,
        preuve=("votre titre de séjour", "votre passeport"),
        jusqu_a=fin("jusqu'à la date de fin de votre titre", "expiration"),
        a_faire=(faire.DEPOSER_A_TEMPS, faire.GARDER_LES_PREUVES),
        a_montrer=montrer.TITRE_SEJOUR,
    ),
    cas(
        "titre_valable_dossier_clos",
        CONSERVE,
        si=SITUATION.est("titre_valable_dossier_clos"),
        reponse="Oui, tant que votre titre est valable. Mais votre demande est close.",
        parce_que="Votre titre est encore valable. Un dossier clos ne compte plus comme une demande en cours.",
        source=(CESEDA_L411_1, CESEDA_R431_11),
        preuve=("votre titre de séjour", "votre passeport"),
        jusqu_a=fin("jusqu'à la date de fin de votre titre", "expiration"),
        reserves=(
            reserve("Si votre dossier était en réalité complet, cette clôture peut être contestée : faites-le vérifier."),
        ),
        a_faire=(faire.REDEPOSER, faire.GARDER_LES_PREUVES),
        a_montrer=montrer.TITRE_SEJOUR,
    ),
    cas(
        "api",
        CONSERVE,
        si=SITUATION.est("api"),
        reponse="Oui. Votre séjour est régulier pendant la durée de l'attestation.",
        parce_que="L'attestation de prolongation, avec le titre fini, prouve que votre séjour est régulier.",
        source=API_AVEC_LE_TITRE,
        preuve=TITRE_ET_API,
        jusqu_a=FIN_DE_L_API,
        reserves=(LES_DEUX,),
        a_faire=(faire.RENOUVELER_LE_DOCUMENT, faire.GARDER_LES_PREUVES),
        a_montrer=montrer.API_SEJOUR,
    ),
    cas(
        "api_silence",
        CONSERVE,
        si=SITUATION.est("api_silence"),
        reponse="Oui. Votre séjour est régulier pendant la durée de l'attestation. Mais un refus a pu naître.",
        parce_que="L'attestation garde son effet jusqu'à sa date. Mais le silence de la préfecture vaut refus "
        "au bout d'un délai, même si vous avez une attestation.",
        source=(API_AVEC_LE_TITRE, CESEDA_R432_1, CESEDA_R432_2, CE_AVIS_2025_05_06_499904),
        preuve=TITRE_ET_API,
        jusqu_a=FIN_DE_L_API,
        reserves=(SILENCE_VAUT_REFUS, DOSSIER_INCOMPLET),
        a_faire=(faire.MOTIFS_ET_RECOURS, faire.RENOUVELER_LE_DOCUMENT, faire.GARDER_LES_PREUVES),
        a_montrer=montrer.API_SEJOUR,
    ),
    cas(
        "recepisse",
        CONSERVE,
        si=SITUATION.est("recepisse"),
        reponse="Oui. Le récépissé autorise votre présence en France.",
        parce_que="Le récépissé autorise la présence en France pour la durée qu'il indique.",
        source=CESEDA_R431_12,
        preuve=("votre récépissé", "votre titre de séjour fini, si vous en avez un", "votre passeport"),
        jusqu_a=FIN_DU_RECEPISSE,
        a_faire=(faire.RENOUVELER_LE_DOCUMENT, faire.GARDER_LES_PREUVES),
        a_montrer=montrer.RECEPISSE_SEJOUR,
    ),
    cas(
        "recepisse_silence",
        CONSERVE,
        si=SITUATION.est("recepisse_silence"),
        reponse="Oui. Le récépissé autorise votre présence en France. Mais un refus a pu naître.",
        parce_que="Le récépissé garde son effet jusqu'à sa date. Mais le silence de la préfecture vaut refus "
        "au bout d'un délai, même si vous avez un récépissé.",
        source=(CESEDA_R431_12, CESEDA_R432_1, CESEDA_R432_2, CE_AVIS_2025_05_06_499904),
        preuve=("votre récépissé", "votre titre de séjour fini, si vous en avez un", "votre passeport"),
        jusqu_a=FIN_DU_RECEPISSE,
        reserves=(SILENCE_VAUT_REFUS, DOSSIER_INCOMPLET),
        a_faire=(faire.MOTIFS_ET_RECOURS, faire.RENOUVELER_LE_DOCUMENT, faire.GARDER_LES_PREUVES),
        a_montrer=montrer.RECEPISSE_SEJOUR,
    ),
    cas(
        "droit_europeen",
        CONSERVE,
        si=SITUATION.est("droit_europeen"),
        reponse="Oui. Votre droit au séjour ne dépend pas de la carte ni de l'attestation.",
        parce_que="Un citoyen de l'Union européenne n'est pas obligé d'avoir un titre de séjour. Pour sa famille, le droit "
        "au séjour existe même sans la carte.",
        source=(CESEDA_LIVRE2_UE, CESEDA_R233_15),
        preuve=(
            "votre passeport ou votre carte d'identité",
            "ce qui prouve votre lien de famille et la situation du citoyen européen",
            "votre attestation de demande, si vous en avez une",
        ),
        reserves=(
            reserve(
                "Ce droit a des conditions : travailler, étudier, ou avoir des ressources et une assurance maladie.",
                CESEDA_LIVRE2_UE,
            ),
        ),
        a_faire=(faire.GARDER_LES_PREUVES, faire.VOIR_UNE_ASSOCIATION),
        a_montrer=montrer.EUROPE,
    ),
    cas(
        "protection_reconnue",
        CONSERVE,
        si=SITUATION.est("protection_reconnue"),
        reponse="Oui. Votre attestation prouve votre séjour pendant sa durée.",
        parce_que="Vous êtes reconnu réfugié ou protégé. L'attestation de six mois prouve votre séjour en attendant la carte.",
        source=CESEDA_R431_15_3,
        preuve=("votre attestation de prolongation", "votre passeport ou votre document d'identité, si vous en avez un"),
        jusqu_a=FIN_DE_L_API,
        a_faire=(faire.RENOUVELER_LE_DOCUMENT, faire.GARDER_LES_PREUVES),
        a_montrer=montrer.PROTECTION_SEJOUR,
    ),
    cas(
        "commission",
        CONSERVE,
        si=SITUATION.est("commission"),
        reponse="Oui. Votre document vaut trois mois et il est renouvelé jusqu'à la décision.",
        parce_que="Quand la préfecture saisit la commission du titre de séjour, elle doit donner un document provisoire. "
        "Il est renouvelé jusqu'à sa décision.",
        source=CESEDA_R432_9,
        preuve=("votre attestation ou votre récépissé", "la convocation devant la commission", "votre titre fini"),
        jusqu_a=fin("jusqu'à la date de fin écrite sur votre document", "fin_document"),
        reserves=(reserve("La préfecture pense refuser : préparez-vous avec un avocat ou une association."),),
        a_faire=(faire.VOIR_UN_AVOCAT_VITE, faire.RENOUVELER_LE_DOCUMENT, faire.GARDER_LES_PREUVES),
        a_montrer=montrer.COMMISSION_SEJOUR,
    ),
    cas(
        "accord",
        CONSERVE,
        si=SITUATION.est("accord"),
        reponse="Oui. L'attestation de décision favorable prouve votre séjour jusqu'à la remise de la carte.",
        parce_que="La préfecture a accepté votre demande. Cette attestation suffit en attendant la carte.",
        source=CESEDA_R431_15_1_ADF,
        preuve=("votre attestation de décision favorable", "votre passeport"),
        jusqu_a=fin("jusqu'à la remise de votre carte"),
        a_faire=(faire.COMPRENDRE_LE_DOCUMENT, faire.GARDER_LES_PREUVES),
        a_montrer=montrer.ADF_SEJOUR,
    ),
    cas(
        "prolongation_legale",
        CONSERVE,
        si=SITUATION.est("prolongation_legale"),
        reponse="Oui. La loi prolonge votre titre de trois mois.",
        parce_que="Vous avez demandé à temps le renouvellement d'un titre que la loi prolonge. Votre titre fini "
        "prouve votre séjour pendant trois mois.",
        source=CESEDA_L433_3_AL1,
        preuve=("votre titre de séjour fini", "la preuve de votre demande et de sa date", "votre passeport"),
        jusqu_a=FIN_DES_TROIS_MOIS,
        reserves=(
            reserve(
                "La décision de la préfecture met fin à ces trois mois, même si elle vient avant. Un silence trop "
                "long peut aussi être lu comme un refus : c'est une interprétation.",
                CESEDA_R432_2,
            ),
        ),
        a_faire=(faire.DEMANDER_L_API, faire.GARDER_LES_PREUVES, faire.REFERE),
        a_montrer=montrer.TROIS_MOIS_SEJOUR,
    ),
    cas(
        "prolongation_discutee",
        DISCUTE,
        si=SITUATION.est("prolongation_discutee"),
        reponse="C'est discuté. Votre titre fini peut encore valoir, mais cela peut être contesté.",
        parce_que="La loi prolonge certains titres de trois mois quand le renouvellement est demandé. Elle ne dit pas si un "
        "dépôt hors délai, ou un silence qui vaut refus, y met fin. Pour quelques cartes, il n'est pas sûr qu'elles "
        "soient concernées. Un juge a exigé une demande dans le délai pour garder le travail.",
        source=(CESEDA_L433_3_AL1, SOC_2023_11_29, CESEDA_R432_2),
        preuve=("votre titre de séjour fini", "la preuve de votre demande et de sa date", "votre passeport"),
        jusqu_a=FIN_DES_TROIS_MOIS,
        certitude=JURISPRUDENCE,
        a_faire=(faire.DEMANDER_L_API, faire.MOTIFS_ET_RECOURS, faire.GARDER_LES_PREUVES),
    ),
    cas(
        "api_terminee",
        NON_ETABLI,
        si=SITUATION.est("api_terminee"),
        reponse="Non établi : votre attestation est finie, elle ne prouve plus votre séjour.",
        parce_que="L'attestation vaut pour la durée qu'elle indique. La préfecture doit la renouveler tant qu'elle n'a "
        "pas décidé, si la demande était complète et déposée à temps.",
        source=API_RENOUVELEE,
        preuve=("votre attestation finie", "votre titre fini", "la preuve de votre demande de nouvelle attestation"),
        reserves=(SANTE,),
        a_faire=(faire.DEMANDER_L_API, faire.REFERE, faire.GARDER_LES_PREUVES),
    ),
    cas(
        "recepisse_termine",
        NON_ETABLI,
        si=SITUATION.est("recepisse_termine"),
        reponse="Non établi : votre récépissé est fini, il ne prouve plus votre séjour.",
        parce_que="Le récépissé vaut pour la durée qu'il indique. Il peut être renouvelé.",
        source=CESEDA_R431_12,
        preuve=("votre récépissé fini", "votre titre fini", "la preuve de votre demande de nouveau récépissé"),
        reserves=(SANTE,),
        a_faire=(faire.RENOUVELER_LE_DOCUMENT, faire.REFERE, faire.GARDER_LES_PREUVES),
    ),
    cas(
        "depot_seul",
        NON_ETABLI,
        si=SITUATION.est("depot_seul"),
        reponse="Non établi : la confirmation de dépôt ne prouve pas votre séjour.",
        parce_que="Elle prouve seulement que vous avez déposé, et quand. Si votre demande est complète et déposée à "
        "temps, la préfecture doit vous donner une attestation de prolongation à la fin de votre titre.",
        source=(CESEDA_R431_15_1_DEPOT, CESEDA_R431_15_1_API),
        preuve=("votre confirmation de dépôt", "votre titre fini", "votre passeport"),
        reserves=(SANTE,),
        a_faire=(faire.DEMANDER_L_API, faire.GARDER_LES_PREUVES, faire.REFERE),
    ),
    cas(
        "depot_sans_papier",
        NON_ETABLI,
        si=SITUATION.est("depot_sans_papier"),
        reponse="Non établi : sans papier, vous ne pouvez pas prouver votre séjour aujourd'hui.",
        parce_que="Un dépôt en ligne donne tout de suite une confirmation. Elle prouve la date de votre demande, et "
        "c'est elle qui permet d'obtenir la suite.",
        source=(CESEDA_R431_15_1_DEPOT, CESEDA_R431_15_1_API),
        preuve=("votre titre fini", "tout ce qui prouve le dépôt : e-mail, capture d'écran, accusé de réception"),
        reserves=(SANTE,),
        a_faire=(faire.GARDER_LES_PREUVES, faire.SIGNALER_LE_BLOCAGE, faire.DEMANDER_L_API),
    ),
    cas(
        "convocation_seule",
        NON_ETABLI,
        si=SITUATION.est("convocation_seule"),
        reponse="Non établi : une convocation ou une pré-demande ne prouve pas votre séjour.",
        parce_que="Aucun texte que nous avons vu ne donne un droit au séjour à ces papiers. Ils prouvent seulement vos "
        "démarches.",
        source=PRATIQUE_PREDEMANDE,
        preuve=("votre convocation", "votre titre fini", "votre passeport"),
        certitude=PRATIQUE,
        reserves=(
            reserve(
                "Carte de résident : l'attestation de dépôt vaut convocation, et prouve vos démarches.", CESEDA_R433_3
            ),
            SANTE,
        ),
        a_faire=(faire.DEMANDER_UN_DOCUMENT, faire.GARDER_LES_PREUVES, faire.REFERE),
    ),
    cas(
        "titre_perdu",
        NON_ETABLI,
        si=SITUATION.est("titre_perdu"),
        reponse="Non établi : sans le titre ni récépissé, vous ne pouvez pas le prouver facilement.",
        parce_que="La demande de duplicata à la préfecture donne un récépissé, selon la fiche officielle. Demandez-le.",
        source=SP_F15763_RECEPISSE,
        preuve=("la déclaration de perte ou de vol", "une copie de votre titre", "votre passeport"),
        certitude=PRATIQUE,
        a_faire=(faire.DEMANDER_UN_DOCUMENT, faire.GARDER_LES_PREUVES),
    ),
    cas(
        "rien_depuis_six_mois",
        NON_ETABLI,
        si=SITUATION.est("rien_depuis_six_mois"),
        reponse="Non établi : votre titre est fini depuis plus de six mois, sans demande.",
        parce_que="Après six mois sans demande, l'administration peut redemander les conditions d'entrée en France, "
        "comme un visa.",
        source=(CESEDA_R431_8, CESEDA_L411_2),
        preuve=("votre titre fini", "les captures d'écran datées de vos essais", "votre passeport"),
        reserves=(
            reserve(
                "Cette règle ne vise pas le résident de longue durée-UE. Si le site vous a empêché de déposer, gardez vos "
                "preuves et parlez-en.",
                CESEDA_R431_8,
            ),
        ),
        a_faire=(faire.VOIR_UN_AVOCAT_VITE, faire.SIGNALER_LE_BLOCAGE, faire.GARDER_LES_PREUVES),
    ),
    cas(
        "rien",
        NON_ETABLI,
        si=SITUATION.est("rien"),
        reponse="Non établi : votre titre est fini et aucune demande n'est enregistrée.",
        parce_que="À la fin du titre, il faut un nouveau titre ou un document provisoire. Une demande en retard reste "
        "possible.",
        source=(CESEDA_L411_2, REGLE_DEPOT_TARDIF),
        preuve=("votre titre fini", "les captures d'écran datées de vos essais", "votre passeport"),
        reserves=(SIX_MOIS, SANTE),
        a_faire=(faire.DEPOSER_MAINTENANT, faire.SIGNALER_LE_BLOCAGE, faire.GARDER_LES_PREUVES),
    ),
    cas(
        "dossier_clos",
        NON_ETABLI,
        si=SITUATION.est("dossier_clos"),
        reponse="Non établi : votre demande est close.",
        parce_que="Un dossier clos n'est plus une demande en cours. L'administration devait demander les pièces "
        "manquantes avant. Si le dossier était complet, la clôture peut être contestée.",
        source=CESEDA_R431_11,
        preuve=("le message de clôture", "la liste des pièces envoyées", "votre titre fini"),
        reserves=(SIX_MOIS, SANTE),
        a_faire=(faire.REDEPOSER, faire.VOIR_UN_AVOCAT_VITE, faire.GARDER_LES_PREUVES),
    ),
    cas(
        "refus",
        NON_ETABLI,
        si=SITUATION.est("refus"),
        reponse="À faire vérifier tout de suite : vous avez reçu un refus.",
        parce_que="Après un refus, la loi demande de quitter la France. Mais un refus peut être attaqué devant un juge, "
        "dans un délai court.",
        source=CESEDA_L411_2,
        preuve=("la décision reçue et son enveloppe", "votre titre", "votre passeport"),
        reserves=(
            reserve(
                "Le délai pour agir peut être très court, surtout avec une obligation de quitter le territoire (OQTF) : "
                "lisez la décision le jour même.",
                CESEDA_L911_1,
                CJA_R421_1,
            ),
            SANTE,
        ),
        a_faire=(faire.VOIR_UN_AVOCAT_VITE,),
    ),
    rang=1,
    sinon=sinon(CESEDA_L411_1, faire.VOIR_UN_AVOCAT_VITE),
)
