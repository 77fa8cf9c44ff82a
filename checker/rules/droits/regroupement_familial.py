"""Demander le regroupement familial pendant l'attente.

Limites : seule la condition du papier de séjour (R. 434-1) a été étudiée, pas les autres conditions ; ni le
certificat algérien, ni la famille des citoyens européens, ni la famille des réfugiés.
"""

from checker.rules import a_montrer as montrer
from checker.rules import demarches as faire
from checker.rules.communs import (
    DELAI_DE_LA_DECISION,
    FIN_DU_DOCUMENT,
    FIN_DU_TITRE,
    REFUS_POSSIBLE,
    attestation_en_cours,
    demande_fermee,
    recepisse_en_cours,
    renouvellement,
    sinon,
    titre_a_montrer,
    titre_sans_la_carte,
)
from checker.rules.droits.sejour import API_AVEC_LE_TITRE, FIN_DE_L_API, FIN_DU_RECEPISSE
from checker.rules.questions import titre
from checker.rules.situations import SITUATION
from checker.rules.sources.ceseda import CESEDA_L411_2, CESEDA_LIVRE2_UE, CESEDA_R432_9, CESEDA_R434_1
from checker.rules.sources.pratiques import ACCORD_FR_DZ_1968, SAISONNIER
from checker.rules.vocabulaire import (
    DISCUTE,
    NON_ETABLI,
    SOUS_CONDITION,
    cas,
    citer,
    droit,
    reserve,
)

CARTES_DE_LA_LISTE = citer(
    CESEDA_R434_1,
    1,
    "L'étranger qui formule une demande de regroupement familial doit justifier de la possession d'un des documents de séjour "
    "suivants",
)

AUTRES_CONDITIONS = reserve(
    "Nous avons étudié seulement la condition du papier de séjour. Faites vérifier les autres conditions du dossier."
)
REFUGIES = reserve(
    "Réfugié ou protégé : nous n'avons pas étudié les règles propres à votre famille. Demandez à une association."
)

de_la_liste = titre.est(
    "temporaire",
    "etudiant",
    "visiteur",
    "talent_chercheur",
    "talent_carte_bleue",
    "pluriannuelle_4_ans",
    "pluriannuelle_autre",
    "resident",
    "rld_ue",
)
algerien = titre.est("accord_plus_1_an", "algerien_1_an")
europeen = SITUATION.est("droit_europeen")
en_renouvellement = renouvellement & de_la_liste
papier_de_la_liste = titre_a_montrer & de_la_liste | recepisse_en_cours & en_renouvellement
argument = (attestation_en_cours | SITUATION.est("commission")) & en_renouvellement
# La carte de saisonnier est pluriannuelle, mais son titulaire garde sa résidence habituelle hors de France.
saisonnier = titre.est("saisonnier") & (
    titre_a_montrer | (attestation_en_cours | recepisse_en_cours | SITUATION.est("commission")) & renouvellement
)
carte_a_retrouver = titre_sans_la_carte & de_la_liste

DROIT = droit(
    "regroupement_familial",
    "Demander le regroupement familial",
    cas(
        "titre_valable",
        SOUS_CONDITION,
        si=titre_a_montrer & de_la_liste,
        reponse="Oui, pour la condition du titre : votre carte est dans la liste du code (carte temporaire : un an au moins).",
        parce_que="La personne qui demande doit avoir une carte temporaire d'au moins un an, une carte pluriannuelle, une carte de "
        "résident, ou le récépissé de leur renouvellement.",
        source=CARTES_DE_LA_LISTE,
        preuve=("votre titre de séjour",),
        jusqu_a=FIN_DU_TITRE,
        reserves=(AUTRES_CONDITIONS, REFUGIES),
        a_faire=(faire.DEPOSER_A_TEMPS, faire.VOIR_UNE_ASSOCIATION),
        a_montrer=montrer.REGROUPEMENT,
    ),
    cas(
        "recepisse_renouvellement",
        SOUS_CONDITION,
        si=recepisse_en_cours & en_renouvellement,
        reponse="Oui, pour la condition du titre : le récépissé de renouvellement est dans la liste du code.",
        parce_que="Le texte nomme le récépissé de demande de renouvellement d'une carte temporaire d'au moins un an, d'une carte "
        "pluriannuelle ou d'une carte de résident.",
        source=CESEDA_R434_1,
        preuve=("votre récépissé de renouvellement", "votre titre de séjour fini"),
        jusqu_a=FIN_DU_RECEPISSE,
        reserves=(REFUS_POSSIBLE, AUTRES_CONDITIONS, REFUGIES),
        a_faire=(faire.RENOUVELER_LE_DOCUMENT, faire.VOIR_UNE_ASSOCIATION),
        a_montrer=montrer.REGROUPEMENT,
    ),
    cas(
        "api_renouvellement",
        DISCUTE,
        si=attestation_en_cours & en_renouvellement,
        reponse="C'est discuté : la liste nomme le récépissé, pas l'attestation de prolongation. Vous avez un argument.",
        parce_que="L'attestation prouve le séjour pendant un renouvellement, comme le récépissé. C'est une interprétation : le "
        "texte de la liste ne la nomme pas et nous n'avons pas trouvé de décision.",
        source=(CESEDA_R434_1, API_AVEC_LE_TITRE),
        preuve=("votre attestation de prolongation", "votre titre de séjour fini"),
        jusqu_a=FIN_DE_L_API,
        reserves=(REFUS_POSSIBLE, AUTRES_CONDITIONS, REFUGIES),
        a_faire=(faire.VOIR_UN_AVOCAT, faire.RENOUVELER_LE_DOCUMENT),
    ),
    cas(
        "commission",
        DISCUTE,
        si=SITUATION.est("commission") & en_renouvellement,
        reponse="C'est discuté : la liste ne nomme pas le papier donné quand la commission est saisie.",
        parce_que="Ce papier prouve votre séjour. Mais la préfecture pense refuser le renouvellement, et la liste ne parle pas de "
        "ce cas.",
        source=(CESEDA_R434_1, CESEDA_R432_9),
        preuve=("votre attestation ou votre récépissé", "votre titre de séjour fini"),
        jusqu_a=FIN_DU_DOCUMENT,
        reserves=(AUTRES_CONDITIONS, REFUGIES),
        a_faire=(faire.VOIR_UN_AVOCAT,),
    ),
    cas(
        "droit_europeen",
        NON_ETABLI,
        si=europeen,
        reponse="Non établi ici : la famille d'un citoyen européen a ses propres règles, que nous n'avons pas étudiées.",
        parce_que="Le séjour du citoyen européen et de sa famille relève d'une autre partie de la loi.",
        source=CESEDA_LIVRE2_UE,
        preuve=("votre passeport ou votre carte d'identité", "ce qui prouve votre lien de famille"),
        a_faire=(faire.VOIR_UNE_ASSOCIATION,),
    ),
    cas(
        "certificat_algerien",
        NON_ETABLI,
        si=algerien,
        reponse="Non établi : le certificat de résidence algérien dépend d'un accord que nous n'avons pas étudié sur ce point.",
        parce_que="Selon nos sources, l'accord entre la France et l'Algérie règle les conditions de séjour des Algériens. La liste "
        "du code ne nomme pas ce certificat.",
        source=(ACCORD_FR_DZ_1968, CESEDA_R434_1),
        preuve=("votre certificat de résidence", "votre attestation ou votre récépissé"),
        a_faire=(faire.VOIR_UN_AVOCAT,),
    ),
    cas(
        "saisonnier",
        NON_ETABLI,
        si=saisonnier,
        reponse="Non établi : avec une carte de saisonnier, faites vérifier avant de demander.",
        parce_que="Cette carte suppose une résidence habituelle hors de France. Nous n'avons pas trouvé de texte qui dise si elle "
        "suffit pour le regroupement familial.",
        source=(CESEDA_R434_1, SAISONNIER),
        preuve=("votre titre de séjour",),
        a_faire=(faire.VOIR_UN_AVOCAT,),
    ),
    cas(
        "titre_sans_la_carte",
        NON_ETABLI,
        si=carte_a_retrouver,
        reponse="Non établi : votre titre est valable, mais il faut pouvoir montrer la carte.",
        parce_que="Le texte demande de prouver que vous avez le titre. Il ne dit rien de la copie, ni du récépissé de duplicata.",
        source=CARTES_DE_LA_LISTE,
        preuve=("une copie de votre titre", "la preuve de la demande de duplicata"),
        a_faire=(faire.DEMANDER_UN_DOCUMENT, faire.VOIR_UNE_ASSOCIATION),
    ),
    cas(
        "demande_fermee",
        NON_ETABLI,
        si=demande_fermee & ~algerien,
        reponse="Non établi : après un refus ou une clôture, faites vérifier avant de demander.",
        parce_que="Le texte demande un titre, ou le récépissé d'un renouvellement en cours. Un refus ou une clôture peut changer "
        "votre droit au séjour.",
        source=(CESEDA_R434_1, CESEDA_L411_2),
        preuve=("la décision ou le message reçu", "votre titre de séjour"),
        reserves=(DELAI_DE_LA_DECISION,),
        a_faire=(faire.VOIR_UN_AVOCAT_VITE,),
    ),
    cas(
        "hors_de_la_liste",
        NON_ETABLI,
        si=~(papier_de_la_liste | argument | europeen | algerien | saisonnier | carte_a_retrouver | demande_fermee),
        reponse="Non établi : votre papier d'aujourd'hui n'est pas dans la liste du code que nous avons lue.",
        parce_que="La liste nomme la carte temporaire d'au moins un an, la carte pluriannuelle, la carte de résident et le "
        "récépissé de leur renouvellement. Nous n'avons pas trouvé de texte pour les autres papiers.",
        source=CESEDA_R434_1,
        preuve=("votre titre fini, si vous en avez un", "la preuve de votre demande"),
        reserves=(REFUGIES,),
        a_faire=(faire.DEMANDER_UN_DOCUMENT, faire.VOIR_UN_AVOCAT),
    ),
    rang=11,
    si_refus=(
        reserve(
            "Récépissé refusé : montrez l'article R. 434-1, 4° du CESEDA. Il nomme « Le récépissé de demande de renouvellement du "
            "titre de séjour ».",
            CESEDA_R434_1,
        ),
        reserve(
            "Attestation refusée : répondez qu'avec le titre fini elle prouve le séjour régulier, comme le récépissé "
            "(R. 431-15-1). C'est un argument, pas une certitude. Demandez la réponse par écrit et montrez-la à un avocat.",
            API_AVEC_LE_TITRE,
        ),
    ),
    sinon=sinon(CESEDA_R434_1, faire.VOIR_UN_AVOCAT),
)
