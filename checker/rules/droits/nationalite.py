"""Nationalité française et années de résidence : ne pas laisser de trou pendant l'attente.

Limites : seules la condition de séjour régulier (Code civil, art. 21-27) et la résidence ininterrompue de cinq
ans (L. 426-17) ont été étudiées, pas les autres conditions.
"""

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
    TITRE_ET_API,
)
from checker.rules.situations import SITUATION
from checker.rules.sources.autres_codes import CCIV_21_27
from checker.rules.sources.ceseda import (
    CESEDA_L411_1,
    CESEDA_L411_2,
    CESEDA_L426_17,
    CESEDA_L433_3_AL1,
    CESEDA_LIVRE2_UE,
    CESEDA_R233_15,
    CESEDA_R431_12,
    CESEDA_R431_15_1_ADF,
    CESEDA_R431_15_1_API,
    CESEDA_R431_15_3,
    CESEDA_R432_2,
    CESEDA_R432_9,
    RLD_UE,
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

AUTRES_CONDITIONS = reserve(
    "Nous avons étudié seulement le séjour régulier. Faites vérifier les autres conditions de la nationalité et de la carte."
)
CINQ_ANS = reserve(
    "Carte « résident de longue durée-UE » : la loi demande cinq ans de résidence régulière sans interruption, au titre d'une "
    "carte temporaire, pluriannuelle ou de résident. Nous n'avons pas trouvé comment compter les mois sous visa, attestation "
    "ou récépissé.",
    CESEDA_L426_17,
)
REFUS_PAR_SILENCE = reserve(
    "Un refus a pu naître du silence de la préfecture : n'attendez pas la fin du document.", CESEDA_R432_2
)
PAS_DE_TROU = reserve("Gardez chaque papier, même fini : il prouve une partie de vos années.")
TOUTES = (PAS_DE_TROU, CINQ_ANS, AUTRES_CONDITIONS)

DROIT = droit(
    "nationalite",
    "Nationalité française et années de séjour",
    cas(
        "titre_valable",
        CONSERVE,
        si=titre_a_montrer,
        reponse="Oui. Votre séjour est régulier tant que votre titre est valable. Gardez-en la preuve.",
        parce_que="Personne ne peut acquérir la nationalité française si son séjour est irrégulier. Votre titre valable prouve "
        "votre séjour.",
        source=(CCIV_21_27, CESEDA_L411_1, CESEDA_L426_17),
        preuve=("votre titre de séjour", "vos anciens titres, récépissés et attestations"),
        jusqu_a=FIN_DU_TITRE,
        reserves=TOUTES,
        a_faire=(faire.DEPOSER_A_TEMPS, faire.GARDER_TOUS_LES_PAPIERS),
        a_montrer=montrer.TITRE_SEJOUR,
    ),
    cas(
        "attestation",
        SOUS_CONDITION,
        si=attestation_en_cours & ~silence,
        reponse="Oui, sous condition : votre séjour reste régulier pendant l'attestation. Ne laissez pas de trou.",
        parce_que="L'attestation, avec le titre fini, prouve le séjour régulier. Or personne ne peut acquérir la nationalité "
        "française si son séjour est irrégulier.",
        source=(CCIV_21_27, API_AVEC_LE_TITRE, CESEDA_L426_17),
        preuve=(*TITRE_ET_API, "vos anciens titres, récépissés et attestations"),
        jusqu_a=FIN_DE_L_API,
        reserves=TOUTES,
        a_faire=(faire.RENOUVELER_LE_DOCUMENT, faire.GARDER_TOUS_LES_PAPIERS),
    ),
    cas(
        "recepisse",
        SOUS_CONDITION,
        si=recepisse_en_cours & ~silence,
        reponse="Oui, sous condition : votre présence est autorisée pendant le récépissé. Ne laissez pas de trou.",
        parce_que="Le récépissé autorise la présence en France pour la durée qu'il indique. Or personne ne peut acquérir la "
        "nationalité française si son séjour est irrégulier.",
        source=(CCIV_21_27, CESEDA_R431_12, CESEDA_L426_17),
        preuve=("votre récépissé", "vos anciens titres, récépissés et attestations"),
        jusqu_a=FIN_DU_RECEPISSE,
        reserves=TOUTES,
        a_faire=(faire.RENOUVELER_LE_DOCUMENT, faire.GARDER_TOUS_LES_PAPIERS),
    ),
    cas(
        "silence",
        SOUS_CONDITION,
        si=silence,
        reponse="Oui, sous condition : votre papier garde son effet jusqu'à sa date. Mais un refus a pu naître.",
        parce_que="Votre attestation ou votre récépissé vaut jusqu'à sa date de fin. Or personne ne peut acquérir la nationalité "
        "française si son séjour est irrégulier.",
        source=(CCIV_21_27, API_AVEC_LE_TITRE, CESEDA_R431_12, CESEDA_L426_17),
        preuve=("votre attestation ou votre récépissé", "vos anciens titres, récépissés et attestations"),
        jusqu_a=FIN_DU_DOCUMENT,
        reserves=(REFUS_PAR_SILENCE, *TOUTES),
        a_faire=(faire.MOTIFS_ET_RECOURS, faire.GARDER_TOUS_LES_PAPIERS),
    ),
    cas(
        "accord",
        SOUS_CONDITION,
        si=SITUATION.est("accord"),
        reponse="Oui, sous condition : l'attestation de décision favorable prouve le séjour jusqu'à la carte. Gardez-la.",
        parce_que="Cette attestation prouve le séjour régulier jusqu'à la remise de la carte. Or personne ne peut acquérir la "
        "nationalité française si son séjour est irrégulier.",
        source=(CCIV_21_27, CESEDA_R431_15_1_ADF, CESEDA_L426_17),
        preuve=("votre attestation de décision favorable", "vos anciens titres, récépissés et attestations"),
        jusqu_a=REMISE_DE_LA_CARTE,
        reserves=TOUTES,
        a_faire=(faire.GARDER_TOUS_LES_PAPIERS,),
    ),
    cas(
        "commission",
        SOUS_CONDITION,
        si=SITUATION.est("commission"),
        reponse="Oui, sous condition : votre document vous couvre jusqu'à sa date. Mais la préfecture pense refuser.",
        parce_que="Le document donné quand la commission est saisie est renouvelé jusqu'à la décision. Un refus peut créer une "
        "interruption.",
        source=(CCIV_21_27, CESEDA_R432_9, CESEDA_L426_17),
        preuve=("votre attestation ou votre récépissé", "vos anciens titres, récépissés et attestations"),
        jusqu_a=FIN_DU_DOCUMENT,
        reserves=TOUTES,
        a_faire=(faire.VOIR_UN_AVOCAT, faire.GARDER_TOUS_LES_PAPIERS),
    ),
    cas(
        "protection_reconnue",
        SOUS_CONDITION,
        si=SITUATION.est("protection_reconnue"),
        reponse="Oui, sous condition : votre attestation prouve le séjour régulier. Gardez-la.",
        parce_que="L'attestation de six mois prouve le séjour en attendant la carte. Or personne ne peut acquérir la nationalité "
        "française si son séjour est irrégulier.",
        source=(CCIV_21_27, CESEDA_R431_15_3),
        preuve=("votre attestation de prolongation", "la décision de l'OFPRA ou de la CNDA"),
        jusqu_a=FIN_DE_L_API,
        reserves=TOUTES,
        a_faire=(faire.RENOUVELER_LE_DOCUMENT, faire.GARDER_TOUS_LES_PAPIERS),
    ),
    cas(
        "prolongation_legale",
        SOUS_CONDITION,
        si=SITUATION.est("prolongation_legale"),
        reponse="Oui, sous condition : la loi couvre trois mois au plus. Obtenez un papier avant la fin.",
        parce_que="Votre titre fini, avec la preuve de la demande, prouve le séjour régulier pendant trois mois au plus. Après, un "
        "trou peut commencer.",
        source=(CCIV_21_27, CESEDA_L433_3_AL1, CESEDA_L426_17),
        preuve=("votre titre fini", "la preuve de votre demande et de sa date"),
        jusqu_a=FIN_DES_TROIS_MOIS,
        reserves=TOUTES,
        a_faire=(faire.DEMANDER_UN_DOCUMENT, faire.GARDER_TOUS_LES_PAPIERS),
    ),
    cas(
        "titre_sans_la_carte",
        SOUS_CONDITION,
        si=titre_sans_la_carte,
        reponse="Oui, sous condition : votre titre vaut encore, si vous pouvez le prouver.",
        parce_que="Personne ne peut acquérir la nationalité française si son séjour est irrégulier. Votre titre n'est pas fini, mais "
        "il faut pouvoir le prouver.",
        source=(CCIV_21_27, CESEDA_L411_1),
        preuve=("une copie de votre titre", "la déclaration de perte ou de vol", "la demande de duplicata"),
        jusqu_a=FIN_DU_TITRE,
        reserves=(PAS_DE_TROU, AUTRES_CONDITIONS),
        a_faire=(faire.DEMANDER_UN_DOCUMENT, faire.GARDER_TOUS_LES_PAPIERS),
    ),
    cas(
        "droit_europeen",
        SOUS_CONDITION,
        si=SITUATION.est("droit_europeen"),
        reponse="Oui, sous condition : votre séjour ne dépend pas de la carte, mais il faut prouver chaque année.",
        parce_que="Le droit au séjour du citoyen européen et de sa famille existe sans la carte, s'il remplit les conditions de la "
        "loi. Après cinq ans de séjour légal et sans interruption, la loi prévoit un séjour permanent.",
        source=(CESEDA_LIVRE2_UE, CESEDA_R233_15, CCIV_21_27),
        preuve=(
            "vos contrats, bulletins de paie ou assurances, année par année",
            "ce qui prouve votre lien de famille",
        ),
        reserves=(PAS_DE_TROU, AUTRES_CONDITIONS),
        a_faire=(faire.GARDER_TOUS_LES_PAPIERS, faire.VOIR_UNE_ASSOCIATION),
    ),
    cas(
        "prolongation_discutee",
        DISCUTE,
        si=SITUATION.est("prolongation_discutee"),
        reponse="C'est discuté : ces trois mois peuvent être vus comme un trou. Obtenez un papier vite.",
        parce_que="La loi prolonge certains titres de trois mois. Pour votre titre, votre date de dépôt ou un long silence, ce n'est "
        "pas sûr. Un juge a exigé une demande dans le délai pour garder le travail.",
        source=(CESEDA_L433_3_AL1, SOC_2023_11_29, CCIV_21_27),
        preuve=("votre titre fini", "la preuve de votre demande et de sa date"),
        jusqu_a=FIN_DES_TROIS_MOIS,
        certitude=JURISPRUDENCE,
        reserves=TOUTES,
        a_faire=(faire.DEMANDER_UN_DOCUMENT, faire.VOIR_UN_AVOCAT, faire.GARDER_TOUS_LES_PAPIERS),
    ),
    cas(
        "sans_papier_valable",
        NON_ETABLI,
        si=rien_de_valable,
        reponse="Non établi : sans papier valable, cette période peut compter comme un trou.",
        parce_que="Personne ne peut acquérir la nationalité française si son séjour est irrégulier. La carte « résident de longue "
        "durée-UE » demande cinq ans sans interruption.",
        source=(CCIV_21_27, CESEDA_L426_17, CESEDA_R431_15_1_API),
        preuve=("tous vos papiers, même finis", "la preuve de votre demande et de vos relances"),
        reserves=(
            reserve(
                "Gardez la preuve que le retard vient de l'administration : date du dépôt, courriers, captures d'écran. Nous "
                "n'avons pas trouvé de texte qui dise si ce retard est pardonné."
            ),
            reserve(
                "Vous êtes déjà résident de longue durée-UE ? Selon nos sources, le statut est permanent et la carte se "
                "renouvelle. Faites vérifier.",
                RLD_UE,
            ),
            AUTRES_CONDITIONS,
        ),
        a_faire=(faire.DEMANDER_UN_DOCUMENT, faire.GARDER_TOUS_LES_PAPIERS, faire.REFERE),
    ),
    cas(
        "demande_fermee",
        NON_ETABLI,
        si=demande_fermee,
        reponse="Non établi : après un refus ou une clôture, faites vérifier votre séjour avant toute demande de nationalité.",
        parce_que="Personne ne peut acquérir la nationalité française si son séjour est irrégulier. Un refus ou une clôture peut "
        "faire commencer un trou.",
        source=(CCIV_21_27, CESEDA_L411_2),
        preuve=("la décision ou le message reçu", "tous vos papiers, même finis"),
        reserves=(DELAI_DE_LA_DECISION,),
        a_faire=(faire.VOIR_UN_AVOCAT_VITE, faire.GARDER_TOUS_LES_PAPIERS),
    ),
    rang=12,
    si_refus=(
        reserve(
            "On vous dit que votre séjour n'est pas régulier : montrez l'attestation avec le titre fini (R. 431-15-1), ou le "
            "récépissé (R. 431-12), ou la preuve du séjour européen. Demandez le motif par écrit.",
            API_AVEC_LE_TITRE,
            CESEDA_R431_12,
        ),
        reserve(
            "On vous dit qu'il manque des mois : montrez tous vos papiers dans l'ordre des dates. Si des mois ne sont pas "
            "couverts, nous n'avons pas trouvé de texte : demandez l'avis d'un avocat."
        ),
    ),
    sinon=sinon(CCIV_21_27),
)
