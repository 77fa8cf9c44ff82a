"""Sortir de France et revenir pendant l'attente.

Limites : hors du titre valable, seule une position de l'administration a été lue. Le passage par un autre
pays Schengen, l'entrée des citoyens européens et le titre de voyage des réfugiés n'ont pas été étudiés.
"""

from checker.rules import a_montrer as montrer
from checker.rules import demarches as faire
from checker.rules.communs import (
    DELAI_DE_LA_DECISION,
    FIN_DU_DOCUMENT,
    FIN_DU_TITRE,
    REFUS_POSSIBLE,
    REMISE_DE_LA_CARTE,
    attestation_en_cours,
    demande_fermee,
    recepisse_en_cours,
    renouvellement,
    rien_de_valable,
    silence,
    titre_a_montrer,
    titre_sans_la_carte,
)
from checker.rules.droits.sejour import FIN_DE_L_API, FIN_DU_RECEPISSE, TITRE_ET_API
from checker.rules.questions import expiration, nature, passeport, titre
from checker.rules.situations import SITUATION
from checker.rules.sources.autres_codes import CSB_2016_399_ART2_16, EES_2025
from checker.rules.sources.ceseda import (
    CESEDA_L312_5,
    CESEDA_L433_2,
    CESEDA_L433_3_AL1,
    CESEDA_LIVRE2_UE,
    CESEDA_R431_8,
    CESEDA_R431_15_1_DEPOT,
    CESEDA_R432_9,
    RLD_UE,
)
from checker.rules.sources.pratiques import PREF78_VISAS, SP_F12189_RETOUR, SP_F15763_RECEPISSE
from checker.rules.vocabulaire import (
    CONSERVE,
    JAMAIS,
    NON_ETABLI,
    PRATIQUE,
    SOUS_CONDITION,
    cas,
    droit,
    reserve,
)

DATE_DU_RETOUR = reserve(
    "Revenez avant la date de fin de votre papier. S'il finit pendant le voyage, une préfecture (Hérault) le traite "
    "comme une absence de papier.",
    SP_F12189_RETOUR,
    PREF78_VISAS,
)
SANS_PROMESSE = reserve(
    "Personne ne peut vous promettre l'embarquement : la compagnie et la police des frontières contrôlent. "
    "Appelez la compagnie avant d'acheter le billet.",
)
CONDITIONS_D_ENTREE = reserve(
    "Selon la fiche officielle, il faut aussi remplir les conditions d'entrée, par exemple les ressources.",
    SP_F12189_RETOUR,
)
ENTRER_PAR_LA_FRANCE = reserve(
    "Prévoyez un retour direct en France. La fiche ne parle pas du passage par un autre pays Schengen, et nous "
    "n'avons pas lu en entier la liste européenne des papiers acceptés.",
    SP_F12189_RETOUR,
    CSB_2016_399_ART2_16,
)
MENTION_DES_FRONTIERES = reserve(
    "Lisez ce que votre papier dit du passage des frontières : certaines attestations le mentionnent. Imprimez l'attestation.",
    PREF78_VISAS,
)
ENTREE_SORTIE = reserve(
    "Système européen d'entrée et de sortie (EES) : nous n'avons pas trouvé comment il traite un titre fini avec une "
    "attestation ou un récépissé. Montrez les deux originaux au contrôle.",
    EES_2025,
)
VISA_CONSULAIRE = reserve(
    "Déjà à l'étranger ? Demandez un visa de retour au consulat de France, avant de revenir.", SP_F12189_RETOUR
)
VISA_PREFECTORAL = reserve(
    "À titre exceptionnel (raison humanitaire, force majeure), la fiche parle d'un visa de retour demandé à la "
    "préfecture avant le départ. La préfecture décide. Il vaut seulement pour une frontière française.",
    SP_F12189_RETOUR,
)
PRUDENCE = (DATE_DU_RETOUR, SANS_PROMESSE, CONDITIONS_D_ENTREE, ENTRER_PAR_LA_FRANCE, ENTREE_SORTIE)
RETOUR_AVEC_VISA = (VISA_CONSULAIRE, VISA_PREFECTORAL)

AVEC_PASSEPORT = passeport.est("oui")
de_famille_europeenne = SITUATION.est("droit_europeen") & titre.est("ue_famille") & expiration.est("valable")
carte_de_famille = de_famille_europeenne & ~nature.est("duplicata")
# Le VLS-TS est lui-même un visa : la fiche le range avec les titres, à une exception près.
document_de_carte = renouvellement & ~titre.est("vls_ts")
retour_admis = titre_a_montrer | carte_de_famille | (attestation_en_cours | recepisse_en_cours) & renouvellement | SITUATION.est("accord")

DROIT = droit(
    "voyage",
    "Voyager et revenir en France",
    cas(
        "titre_valable",
        CONSERVE,
        si=(titre_a_montrer & ~titre.est("aps") | carte_de_famille) & AVEC_PASSEPORT,
        reponse="Oui. Votre titre valable et votre passeport permettent de revenir en France.",
        parce_que="La loi dit que la personne qui a un titre de séjour entre en France avec ce titre et un document de "
        "voyage.",
        source=CESEDA_L312_5,
        preuve=("votre titre de séjour, l'original", "votre passeport"),
        jusqu_a=FIN_DU_TITRE,
        reserves=(
            reserve(
                "Revenez avant la date de fin de votre titre. S'il finit pendant le voyage, une préfecture (Hérault) le "
                "traite comme une absence de papier.",
                SP_F12189_RETOUR,
                PREF78_VISAS,
            ),
            reserve(
                "Carte de résident : elle est périmée après plus de trois ans de suite à l'étranger. D'autres durées existent "
                "pour le résident de longue durée-UE.",
                CESEDA_L433_2,
                RLD_UE,
            ),
        ),
        a_faire=(faire.DEPOSER_A_TEMPS, faire.AVANT_DE_PARTIR),
        a_montrer=montrer.TITRE_RETOUR,
    ),
    cas(
        "aps_valable",
        SOUS_CONDITION,
        si=titre_a_montrer & titre.est("aps") & AVEC_PASSEPORT,
        reponse="Oui, selon la fiche officielle : l'autorisation provisoire de séjour permet de revenir, avec le passeport.",
        parce_que="Selon la fiche service-public, l'autorisation provisoire de séjour permet de revenir. La préfecture des "
        "Yvelines précise : pas celle d'un demandeur d'asile.",
        source=(SP_F12189_RETOUR, PREF78_VISAS),
        preuve=("votre autorisation provisoire de séjour", "votre passeport"),
        jusqu_a=FIN_DU_TITRE,
        certitude=PRATIQUE,
        reserves=(DATE_DU_RETOUR, SANS_PROMESSE, CONDITIONS_D_ENTREE),
        a_faire=(faire.AVANT_DE_PARTIR,),
        a_montrer=montrer.APS_RETOUR,
    ),
    cas(
        "api_renouvellement",
        SOUS_CONDITION,
        si=attestation_en_cours & document_de_carte & AVEC_PASSEPORT & ~silence,
        reponse="Oui, selon la fiche officielle : avec l'attestation de renouvellement, le titre fini et le passeport.",
        parce_que="Selon la fiche service-public et la préfecture des Yvelines, l'attestation de prolongation d'un "
        "renouvellement permet de revenir, avec le titre fini. Nous n'avons pas trouvé de texte de loi qui le dise.",
        source=(SP_F12189_RETOUR, PREF78_VISAS),
        preuve=TITRE_ET_API,
        jusqu_a=FIN_DE_L_API,
        certitude=PRATIQUE,
        reserves=(MENTION_DES_FRONTIERES, *PRUDENCE),
        a_faire=(faire.AVANT_DE_PARTIR, faire.VISA_DE_RETOUR, faire.RENOUVELER_LE_DOCUMENT),
        a_montrer=montrer.DOCUMENT_RETOUR,
    ),
    cas(
        "recepisse_renouvellement",
        SOUS_CONDITION,
        si=recepisse_en_cours & document_de_carte & AVEC_PASSEPORT & ~silence,
        reponse="Oui, selon la fiche officielle : avec le récépissé de renouvellement, le titre fini et le passeport.",
        parce_que="Selon la fiche service-public, le récépissé d'un renouvellement permet de revenir, avec le titre fini. "
        "Nous n'avons pas trouvé de texte de loi qui le dise.",
        source=SP_F12189_RETOUR,
        preuve=("votre récépissé", "votre titre de séjour fini", "votre passeport"),
        jusqu_a=FIN_DU_RECEPISSE,
        certitude=PRATIQUE,
        reserves=PRUDENCE,
        a_faire=(faire.AVANT_DE_PARTIR, faire.VISA_DE_RETOUR, faire.RENOUVELER_LE_DOCUMENT),
        a_montrer=montrer.DOCUMENT_RETOUR,
    ),
    cas(
        "silence",
        SOUS_CONDITION,
        si=silence & document_de_carte & AVEC_PASSEPORT,
        reponse="Oui, selon la fiche officielle : avec votre papier de renouvellement, le titre fini et le passeport. Mais "
        "un refus a pu naître.",
        parce_que="Selon la fiche service-public, l'attestation ou le récépissé d'un renouvellement permet de revenir, avec "
        "le titre fini. Elle ne parle pas du long silence de la préfecture.",
        source=(SP_F12189_RETOUR, PREF78_VISAS),
        preuve=("votre attestation ou votre récépissé", "votre titre de séjour fini", "votre passeport"),
        jusqu_a=FIN_DU_DOCUMENT,
        certitude=PRATIQUE,
        reserves=(REFUS_POSSIBLE, MENTION_DES_FRONTIERES, *PRUDENCE),
        a_faire=(faire.MOTIFS_ET_RECOURS, faire.AVANT_DE_PARTIR, faire.VISA_DE_RETOUR),
        a_montrer=montrer.DOCUMENT_RETOUR,
    ),
    cas(
        "apres_un_visa",
        SOUS_CONDITION,
        si=(attestation_en_cours | recepisse_en_cours) & renouvellement & titre.est("vls_ts") & AVEC_PASSEPORT,
        reponse="Oui, selon la fiche officielle, si votre papier parle d'un renouvellement : lisez-le.",
        parce_que="Selon la fiche service-public, l'attestation d'un renouvellement permet de revenir avec le visa de long "
        "séjour fini, sauf le visa « dispense temporaire de carte de séjour ». Les textes ne disent pas si la carte après "
        "un visa est un renouvellement ou une première demande.",
        source=(SP_F12189_RETOUR, PREF78_VISAS, CSB_2016_399_ART2_16),
        preuve=("votre attestation ou votre récépissé", "votre visa fini", "votre passeport"),
        jusqu_a=FIN_DU_DOCUMENT,
        certitude=PRATIQUE,
        reserves=(
            reserve(
                "Si votre papier parle d'une première demande, ne partez pas sans visa de retour.", SP_F12189_RETOUR
            ),
            REFUS_POSSIBLE,
            *PRUDENCE,
        ),
        a_faire=(faire.VOIR_UN_AVOCAT, faire.AVANT_DE_PARTIR, faire.VISA_DE_RETOUR),
    ),
    cas(
        "accord",
        SOUS_CONDITION,
        si=SITUATION.est("accord") & AVEC_PASSEPORT,
        reponse="Oui, selon la fiche officielle : avec l'attestation de décision favorable et le passeport.",
        parce_que="Selon la fiche service-public et la préfecture des Yvelines, l'attestation de décision favorable permet de "
        "revenir. Nous n'avons pas trouvé de texte de loi qui le dise.",
        source=(SP_F12189_RETOUR, PREF78_VISAS),
        preuve=(
            "votre attestation de décision favorable, imprimée",
            "votre passeport",
            "votre titre fini, si vous en avez un",
        ),
        jusqu_a=REMISE_DE_LA_CARTE,
        certitude=PRATIQUE,
        reserves=(
            reserve(
                "Les compagnies et les autres pays peuvent mal connaître ce papier. S'il porte une date de fin, revenez avant."
            ),
            SANS_PROMESSE,
            CONDITIONS_D_ENTREE,
            ENTRER_PAR_LA_FRANCE,
            ENTREE_SORTIE,
        ),
        a_faire=(faire.AVANT_DE_PARTIR, faire.VISA_DE_RETOUR),
        a_montrer=montrer.ADF_RETOUR,
    ),
    cas(
        "sans_passeport",
        NON_ETABLI,
        si=retour_admis & passeport.est("non"),
        reponse="Non établi : sans passeport valable, ne partez pas.",
        parce_que="Pour revenir, il faut le titre ou le papier de séjour, et aussi un document de voyage.",
        source=(CESEDA_L312_5, SP_F12189_RETOUR),
        preuve=("votre papier de séjour", "un passeport ou un autre document de voyage valable"),
        reserves=(
            reserve(
                "Vous avez un autre document de voyage, par exemple comme réfugié ? Nous n'avons pas étudié ces règles : "
                "demandez à un avocat ou à une association avant de partir."
            ),
        ),
        a_faire=(faire.VOIR_UN_AVOCAT,),
    ),
    cas(
        "titre_sans_la_carte",
        NON_ETABLI,
        si=titre_sans_la_carte | de_famille_europeenne & nature.est("duplicata"),
        reponse="Non établi : pour revenir, il faut pouvoir montrer le titre. Ne partez pas sans lui.",
        parce_que="La loi parle de l'entrée « au seul vu de ce titre ». La fiche officielle sur le retour ne dit rien du "
        "récépissé de duplicata.",
        source=(CESEDA_L312_5, SP_F12189_RETOUR, SP_F15763_RECEPISSE),
        preuve=("la déclaration de perte ou de vol", "une copie de votre titre", "votre passeport"),
        reserves=(
            VISA_CONSULAIRE,
            reserve(
                "Votre conjoint a volé vos papiers et votre titre à l'étranger ? Pour certains titres, la loi dit que le "
                "consulat donne un visa de retour.",
                CESEDA_L312_5,
            ),
        ),
        a_faire=(faire.VISA_DE_RETOUR, faire.VOIR_UN_AVOCAT),
    ),
    cas(
        "premiere_demande",
        NON_ETABLI,
        si=(attestation_en_cours | recepisse_en_cours) & nature.est("premiere_demande") | SITUATION.est("protection_reconnue"),
        reponse="Non établi : selon la fiche officielle, le papier d'une première demande ne permet pas de revenir.",
        parce_que="Selon la fiche service-public, avec l'attestation ou le récépissé d'une première demande, il faut un visa "
        "de retour du consulat.",
        source=(SP_F12189_RETOUR, PREF78_VISAS),
        preuve=("votre attestation ou votre récépissé", "votre passeport"),
        certitude=PRATIQUE,
        reserves=(
            reserve(
                "Ne partez pas sans être sûr de votre retour. Votre papier prouve le séjour en France, pas l'entrée."
            ),
            *RETOUR_AVEC_VISA,
        ),
        a_faire=(faire.VOIR_UN_AVOCAT, faire.VISA_DE_RETOUR),
    ),
    cas(
        "autre_demande",
        NON_ETABLI,
        si=(attestation_en_cours | recepisse_en_cours) & nature.est("autre_titre", "duplicata", "premiere_protection"),
        reponse="Non établi : la fiche officielle ne dit rien de votre demande. Ne partez pas sans réponse écrite.",
        parce_que="La fiche service-public parle du renouvellement et de la première demande. Nous n'avons pas trouvé de texte "
        "sur le retour pendant les autres demandes.",
        source=SP_F12189_RETOUR,
        preuve=("votre attestation ou votre récépissé", "votre titre fini ou sa copie", "votre passeport"),
        certitude=PRATIQUE,
        reserves=RETOUR_AVEC_VISA,
        a_faire=(faire.VOIR_UN_AVOCAT, faire.VISA_DE_RETOUR),
    ),
    cas(
        "commission",
        NON_ETABLI,
        si=SITUATION.est("commission"),
        reponse="Non établi : la fiche officielle ne parle pas du papier donné quand la commission est saisie.",
        parce_que="La préfecture pense refuser, et sa décision peut venir pendant le voyage. Votre papier prouve le séjour en "
        "France ; nous n'avons pas trouvé de texte sur le retour.",
        source=(SP_F12189_RETOUR, CESEDA_R432_9),
        preuve=("votre attestation ou votre récépissé", "votre titre fini", "votre passeport"),
        certitude=PRATIQUE,
        reserves=RETOUR_AVEC_VISA,
        a_faire=(faire.VOIR_UN_AVOCAT, faire.VISA_DE_RETOUR),
    ),
    cas(
        "prolongation_de_la_loi",
        NON_ETABLI,
        si=SITUATION.est("prolongation_legale", "prolongation_discutee"),
        reponse="Non établi : ne voyagez pas sans attestation de prolongation, sans récépissé ou sans visa de retour.",
        parce_que="La loi prolonge le titre pour prouver le séjour en France. Elle ne parle pas de l'entrée. Selon la "
        "préfecture des Yvelines, un titre fini depuis moins de six mois demande un visa de retour.",
        source=(CESEDA_L433_3_AL1, PREF78_VISAS),
        preuve=("votre titre fini", "la preuve de votre demande", "votre passeport"),
        certitude=PRATIQUE,
        reserves=RETOUR_AVEC_VISA,
        a_faire=(faire.DEMANDER_UN_DOCUMENT, faire.VISA_DE_RETOUR),
    ),
    cas(
        "confirmation_de_depot",
        NON_ETABLI,
        si=SITUATION.est("depot_seul"),
        reponse="Non établi : selon la fiche officielle, la confirmation de dépôt ne permet pas de revenir.",
        parce_que="La confirmation prouve le dépôt et sa date, pas le séjour. Selon la fiche service-public, il faut un visa de "
        "retour du consulat.",
        source=(SP_F12189_RETOUR, CESEDA_R431_15_1_DEPOT),
        preuve=("votre confirmation de dépôt", "votre titre fini", "votre passeport"),
        certitude=PRATIQUE,
        reserves=RETOUR_AVEC_VISA,
        a_faire=(faire.DEMANDER_L_API, faire.VISA_DE_RETOUR),
    ),
    cas(
        "sans_papier_valable",
        NON_ETABLI,
        si=rien_de_valable & ~SITUATION.est("depot_seul"),
        reponse="Non établi : sans titre ni papier valable, ne partez pas sans visa de retour.",
        parce_que="Selon la préfecture des Yvelines, un titre fini depuis moins de six mois demande un visa de retour. Selon "
        "une autre préfecture (Hérault), un papier fini est traité comme une absence de papier.",
        source=(PREF78_VISAS, SP_F12189_RETOUR),
        preuve=("votre titre fini, si vous en avez un", "la preuve de vos démarches", "votre passeport"),
        certitude=PRATIQUE,
        reserves=(
            *RETOUR_AVEC_VISA,
            reserve(
                "Si aucune demande n'est faite dans les six mois après la fin du titre, l'administration peut redemander "
                "les conditions d'entrée en France (visa).",
                CESEDA_R431_8,
            ),
        ),
        a_faire=(faire.DEMANDER_UN_DOCUMENT, faire.VISA_DE_RETOUR, faire.VOIR_UN_AVOCAT),
    ),
    cas(
        "demande_fermee",
        NON_ETABLI,
        si=demande_fermee,
        reponse="Non établi : après un refus ou une clôture, demandez un avis avant tout voyage.",
        parce_que="La fiche officielle parle des demandes en cours. Nous n'avons pas trouvé de texte qui promette un retour "
        "après un refus ou une clôture.",
        source=SP_F12189_RETOUR,
        preuve=("la décision ou le message reçu", "votre titre", "votre passeport"),
        certitude=PRATIQUE,
        reserves=(DELAI_DE_LA_DECISION, VISA_CONSULAIRE),
        a_faire=(faire.VOIR_UN_AVOCAT,),
    ),
    cas(
        "droit_europeen",
        NON_ETABLI,
        si=SITUATION.est("droit_europeen") & ~de_famille_europeenne,
        reponse="Non établi : nous n'avons pas étudié l'entrée en France des citoyens européens et de leur famille.",
        parce_que="Votre droit au séjour ne dépend pas de la carte. Les règles d'entrée sont d'autres règles. La fiche "
        "officielle ne parle pas de votre attestation.",
        source=(CESEDA_LIVRE2_UE, SP_F12189_RETOUR),
        preuve=("votre passeport ou votre carte d'identité", "ce qui prouve votre lien de famille"),
        reserves=(
            reserve("Famille d'un citoyen européen, sans carte valable : demandez au consulat avant de partir."),
        ),
        a_faire=(faire.VOIR_UNE_ASSOCIATION, faire.AVANT_DE_PARTIR),
    ),
    rang=7,
    si_refus=(
        reserve(
            "Titre valable : montrez le titre et le passeport. La loi dit que vous êtes admis « au seul vu de ce titre et d'un "
            "document de voyage ».",
            CESEDA_L312_5,
        ),
        reserve(
            "Attestation, récépissé ou décision favorable : montrez la fiche F12189 de service-public, imprimée. C'est la "
            "position de l'administration, pas une garantie.",
            SP_F12189_RETOUR,
        ),
        reserve(
            "Embarquement refusé : demandez le motif par écrit, puis un visa de retour au consulat de France. Prévenez un "
            "avocat ou une association.",
            SP_F12189_RETOUR,
        ),
    ),
    sinon=cas(
        "sinon",
        NON_ETABLI,
        si=JAMAIS,
        reponse="Non établi : nos règles ne permettent pas de répondre. Ne partez pas sans avis.",
        parce_que="Votre situation n'entre dans aucun des cas que nous avons pu vérifier.",
        source=SP_F12189_RETOUR,
        a_faire=(faire.VOIR_UN_AVOCAT,),
    ),
)
