"""CAF, MSA, RSA, prime d'activité, AAH : garder une aide pendant l'attente.

Limites : la liste des papiers (CSS, D. 512-1) n'a été lue que du 1° au début du 10° ; aucun texte n'a été lu
sur les papiers à montrer pour les aides au logement ; la durée de cinq ans (RSA, prime d'activité) dépend de
tout le parcours, que l'outil ne connaît pas.
"""

from checker.rules import a_montrer as montrer
from checker.rules import demarches as faire
from checker.rules.communs import (
    DEFENSEUR,
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
from checker.rules.droits.sejour import API_AVEC_LE_TITRE, FIN_DE_L_API, FIN_DES_TROIS_MOIS, FIN_DU_RECEPISSE
from checker.rules.questions import prestation, titre
from checker.rules.situations import SITUATION
from checker.rules.sources.autres_codes import CASF_L262_4, CSS_L512_2_D512_1, CSS_L821_1, CSS_L842_2
from checker.rules.sources.ceseda import (
    CESEDA_L411_1,
    CESEDA_L433_3,
    CESEDA_L433_3_AL1,
    CESEDA_LIVRE2_UE,
    CESEDA_R233_15,
    CESEDA_R431_12,
    CESEDA_R431_15_1_ADF,
    CESEDA_R431_15_3,
    CESEDA_R432_9,
)
from checker.rules.sources.decisions import CE_2015_375887, SOC_2023_11_29
from checker.rules.sources.pratiques import (
    DDD_RA_2019_130,
    DDD_RA_2021_035,
    DDD_RA_AAH,
    PRATIQUE_EFFETS_ANEF_RECEPISSE,
)
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

familiales = prestation.est("familiales")
aah = prestation.est("aah")
aide_au_logement = prestation.est("logement")
rsa_ou_prime = prestation.est("rsa", "prime_activite")
# Les titres nommés dans la partie lue de la liste ; elle en compte d'autres.
titre_de_la_liste = titre.est("resident", "temporaire", "accord_plus_1_an", "algerien_1_an")
une_aide = ~prestation.est("aucune")

document_anef = attestation_en_cours | decision_favorable | commission
document_en_cours = document_anef | recepisse_en_cours

AUTRES_CONDITIONS = reserve("Les autres conditions de cette aide (revenus, enfants, logement…) restent les mêmes.")
CINQ_ANS = reserve(
    "RSA (et, selon une source indirecte, prime d'activité) : il faut un titre qui permet de travailler depuis au moins "
    "cinq ans. Pour le RSA, cette durée n'est pas demandée aux réfugiés, aux personnes sous protection subsidiaire, aux apatrides, ni avec une carte "
    "de résident ou un titre équivalent prévu par un accord.",
    CASF_L262_4,
    CSS_L842_2,
)
SANS_TROU = reserve(
    "Gardez tous vos titres, récépissés et attestations, même finis. Selon les résumés lus, la durée de cinq ans doit en "
    "principe être continue. Mais une courte interruption, ou une interruption due à un refus ensuite annulé, ne fait pas "
    "toujours perdre les cinq ans.",
    CE_2015_375887,
    DDD_RA_2021_035,
)
MDPH = reserve(
    "AAH : selon une fiche de 2020, la MDPH ne peut pas exiger la preuve du séjour régulier pour étudier votre dossier.",
    CSS_L821_1,
)
MEMES_EFFETS = (
    "Selon une note de la préfecture du Nord, les documents de l'ANEF ont les mêmes effets que les récépissés."
)
SE_DEFENDRE = (faire.ENVOYER_A_LA_CAF, faire.CONTESTER_UNE_COUPURE, faire.RENOUVELER_LE_DOCUMENT)

DROIT = droit(
    "prestations",
    "Les aides de la CAF, de la MSA et du département",
    cas(
        "aucune_aide",
        NON_ETABLI,
        si=prestation.est("aucune"),
        reponse="Vous n'avez indiqué aucune aide : il n'y a rien à vérifier ici.",
        parce_que="Si vous demandez une aide plus tard, répondez de nouveau à la question. Pendant les trois mois où la loi "
        "prolonge certains titres, elle garde tous les droits sociaux.",
        source=CESEDA_L433_3,
        a_faire=(faire.VOIR_UNE_ASSOCIATION,),
    ),
    cas(
        "titre_valable",
        SOUS_CONDITION,
        si=titre_en_cours & (familiales | aah | aide_au_logement),
        reponse="Oui, aux conditions de cette aide : votre titre est encore valable.",
        parce_que="Votre titre prouve votre séjour jusqu'à sa date de fin. Pour les prestations familiales, il doit être dans "
        "une liste ; selon une fiche de 2020, l'AAH demande un séjour régulier. Pour l'aide au logement, nous n'avons pas "
        "lu le texte.",
        source=(CESEDA_L411_1, CSS_L512_2_D512_1, CSS_L821_1),
        preuve=("votre titre de séjour",),
        jusqu_a=FIN_DU_TITRE,
        reserves=(AUTRES_CONDITIONS,),
        a_faire=(faire.DEPOSER_A_TEMPS, faire.ENVOYER_A_LA_CAF),
        a_montrer=montrer.TITRE_AIDES,
    ),
    cas(
        "titre_valable_cinq_ans",
        SOUS_CONDITION,
        si=titre_en_cours & rsa_ou_prime,
        reponse="Oui, si vous remplissez la condition de durée : votre titre est encore valable.",
        parce_que="Le RSA demande un titre qui permet de travailler depuis au moins cinq ans, sauf exceptions. Selon une "
        "source indirecte, la prime d'activité aussi.",
        source=(CASF_L262_4, CSS_L842_2),
        preuve=("votre titre de séjour", "vos anciens titres, récépissés et attestations"),
        jusqu_a=FIN_DU_TITRE,
        reserves=(CINQ_ANS, SANS_TROU, AUTRES_CONDITIONS),
        a_faire=(faire.DEPOSER_A_TEMPS, faire.ENVOYER_A_LA_CAF),
    ),
    cas(
        "prolongation_legale",
        CONSERVE,
        si=SITUATION.est("prolongation_legale") & une_aide,
        reponse="Oui. Pendant ces trois mois, vous gardez tous vos droits sociaux.",
        parce_que="La loi prolonge votre titre de trois mois et garde « l'intégralité » de vos droits sociaux. En 2019, une CAF "
        "a levé une suspension après un rappel de cette règle par le Défenseur des droits.",
        source=(CESEDA_L433_3, CESEDA_L433_3_AL1, DDD_RA_2019_130),
        preuve=TITRE_ET_DEMANDE,
        jusqu_a=FIN_DES_TROIS_MOIS,
        reserves=(AUTRES_CONDITIONS,),
        a_faire=(faire.ENVOYER_A_LA_CAF, faire.CONTESTER_UNE_COUPURE, faire.DEMANDER_L_API),
        a_montrer=montrer.TROIS_MOIS_SOCIAL,
    ),
    cas(
        "prolongation_discutee",
        DISCUTE,
        si=SITUATION.est("prolongation_discutee") & une_aide,
        reponse="C'est discuté : la loi des trois mois peut être contestée dans votre cas.",
        parce_que="La loi garde tous les droits sociaux pendant trois mois. Mais votre titre, votre date de dépôt ou un long "
        "silence peut poser problème. Pour le travail, un juge a exigé une demande dans le délai.",
        source=(CESEDA_L433_3, CESEDA_L433_3_AL1, SOC_2023_11_29),
        preuve=TITRE_ET_DEMANDE,
        jusqu_a=FIN_DES_TROIS_MOIS,
        certitude=JURISPRUDENCE,
        reserves=(AUTRES_CONDITIONS,),
        a_faire=(faire.ENVOYER_A_LA_CAF, faire.CONTESTER_UNE_COUPURE, faire.DEMANDER_L_API),
    ),
    cas(
        "recepisse_familiales",
        CONSERVE,
        si=recepisse_en_cours & renouvellement_de_carte & titre_de_la_liste & familiales,
        reponse="Oui. Le récépissé de renouvellement est dans la liste des papiers acceptés.",
        parce_que="Le texte accepte le récépissé de demande de renouvellement d'un titre de la liste.",
        source=(CSS_L512_2_D512_1, CESEDA_R431_12),
        preuve=RECEPISSE_ET_TITRE,
        jusqu_a=FIN_DU_RECEPISSE,
        reserves=(AUTRES_CONDITIONS,),
        a_faire=SE_DEFENDRE,
        a_montrer=montrer.RECEPISSE_FAMILIALES,
    ),
    cas(
        "recepisse_familiales_autre_titre",
        SOUS_CONDITION,
        si=recepisse_en_cours & renouvellement_de_carte & ~titre_de_la_liste & familiales,
        reponse="Oui, si le titre que vous renouvelez est dans la liste.",
        parce_que="Le texte accepte le récépissé de demande de renouvellement d'un titre de la liste. Dans la partie que nous "
        "avons lue, nous n'avons pas vu le vôtre, ou pas sous ce nom.",
        source=(CSS_L512_2_D512_1, CESEDA_R431_12),
        preuve=RECEPISSE_ET_TITRE,
        jusqu_a=FIN_DU_RECEPISSE,
        reserves=(AUTRES_CONDITIONS,),
        a_faire=(*SE_DEFENDRE, faire.DEMANDER_A_LA_CAF),
        a_montrer=montrer.RECEPISSE_FAMILIALES,
    ),
    cas(
        "recepisse_aah",
        SOUS_CONDITION,
        si=recepisse_en_cours & renouvellement_de_carte & aah,
        reponse="Oui, selon une fiche de 2020, aux autres conditions de l'AAH.",
        parce_que="Selon cette fiche, le texte demande un séjour régulier ou un récépissé de demande de renouvellement. Nous "
        "n'avons pas lu le texte d'aujourd'hui.",
        source=(CSS_L821_1, CESEDA_R431_12),
        preuve=RECEPISSE_ET_TITRE,
        jusqu_a=FIN_DU_RECEPISSE,
        reserves=(MDPH, AUTRES_CONDITIONS),
        a_faire=SE_DEFENDRE,
        a_montrer=montrer.RECEPISSE_AAH,
    ),
    cas(
        "document_familiales",
        DISCUTE,
        si=document_anef & renouvellement_de_carte & familiales,
        reponse="C'est discuté, avec de bons arguments : votre document prouve votre séjour.",
        parce_que="La partie du texte que nous avons lue accepte le récépissé de renouvellement. Elle ne cite ni l'attestation "
        f"de prolongation ni la décision favorable. {MEMES_EFFETS}",
        source=(CSS_L512_2_D512_1, API_AVEC_LE_TITRE, CESEDA_R431_15_1_ADF, CESEDA_R432_9, PRATIQUE_EFFETS_ANEF_RECEPISSE),
        preuve=DOCUMENT_ET_TITRE,
        jusqu_a=FIN_DU_DOCUMENT_OU_REMISE,
        certitude=INTERPRETATION,
        reserves=(DOCUMENTS_MAL_ACCEPTES, AUTRES_CONDITIONS),
        a_faire=SE_DEFENDRE,
    ),
    cas(
        "document_aah",
        DISCUTE,
        si=document_anef & renouvellement_de_carte & aah,
        reponse="C'est discuté, avec de bons arguments : votre document prouve un séjour régulier.",
        parce_que="Selon une fiche de 2020, le texte demande un séjour régulier ou un récépissé de renouvellement. L'extrait lu "
        f"ne cite pas les documents de l'ANEF. {MEMES_EFFETS}",
        source=(CSS_L821_1, API_AVEC_LE_TITRE, CESEDA_R431_15_1_ADF, CESEDA_R432_9, PRATIQUE_EFFETS_ANEF_RECEPISSE),
        preuve=DOCUMENT_ET_TITRE,
        jusqu_a=FIN_DU_DOCUMENT_OU_REMISE,
        certitude=INTERPRETATION,
        reserves=(MDPH, DOCUMENTS_MAL_ACCEPTES, AUTRES_CONDITIONS),
        a_faire=SE_DEFENDRE,
    ),
    cas(
        "document_logement",
        DISCUTE,
        si=document_en_cours & renouvellement_de_carte & aide_au_logement,
        reponse="C'est discuté : votre document prouve votre séjour, mais nous n'avons pas trouvé le texte de cette aide.",
        parce_que="Nous n'avons pas trouvé de texte sur les papiers à montrer pour l'aide au logement. Votre document, lui, "
        f"prouve votre séjour pendant sa durée. {MEMES_EFFETS}",
        source=(API_AVEC_LE_TITRE, CESEDA_R431_15_1_ADF, CESEDA_R431_12, CESEDA_R432_9, PRATIQUE_EFFETS_ANEF_RECEPISSE),
        preuve=DOCUMENT_ET_TITRE,
        jusqu_a=FIN_DU_DOCUMENT_OU_REMISE,
        certitude=INTERPRETATION,
        reserves=(DOCUMENTS_MAL_ACCEPTES, AUTRES_CONDITIONS),
        a_faire=(*SE_DEFENDRE, faire.DEMANDER_A_LA_CAF),
    ),
    cas(
        "document_cinq_ans",
        DISCUTE,
        si=document_en_cours & renouvellement_de_carte & rsa_ou_prime,
        reponse="C'est discuté : votre document prouve votre séjour, mais nous n'avons pas lu s'il suffit pour cette aide.",
        parce_que="Le texte du RSA demande un titre qui permet de travailler depuis cinq ans, sauf exceptions. Nous n'avons "
        f"pas lu s'il accepte un récépissé ou une attestation pendant l'attente. {MEMES_EFFETS}",
        source=(CASF_L262_4, CSS_L842_2, API_AVEC_LE_TITRE, CESEDA_R431_12, PRATIQUE_EFFETS_ANEF_RECEPISSE),
        preuve=(*DOCUMENT_ET_TITRE, "vos anciens titres, récépissés et attestations"),
        jusqu_a=FIN_DU_DOCUMENT_OU_REMISE,
        certitude=INTERPRETATION,
        reserves=(CINQ_ANS, SANS_TROU, DOCUMENTS_MAL_ACCEPTES),
        a_faire=(*SE_DEFENDRE, faire.DEMANDER_A_LA_CAF),
    ),
    cas(
        "protection_reconnue",
        DISCUTE,
        si=SITUATION.est("protection_reconnue") & une_aide,
        reponse="C'est discuté, avec de bons arguments : votre attestation prouve un séjour régulier.",
        parce_que="L'attestation des personnes reconnues réfugiées ou protégées prouve le séjour pendant sa durée. La partie "
        "des textes que nous avons lue ne la cite pas. Pour le RSA, la durée de cinq ans n'est pas demandée aux "
        f"réfugiés ni aux personnes sous protection subsidiaire. {MEMES_EFFETS}",
        source=(CESEDA_R431_15_3, CASF_L262_4, CSS_L512_2_D512_1, PRATIQUE_EFFETS_ANEF_RECEPISSE),
        preuve=("votre attestation de prolongation, avec sa mention", "la décision de l'OFPRA ou de la CNDA"),
        jusqu_a=FIN_DE_L_API,
        certitude=INTERPRETATION,
        reserves=(DOCUMENTS_MAL_ACCEPTES, AUTRES_CONDITIONS),
        a_faire=(*SE_DEFENDRE, faire.VOIR_UNE_ASSOCIATION),
    ),
    cas(
        "droit_europeen",
        SOUS_CONDITION,
        si=SITUATION.est("droit_europeen") & une_aide,
        reponse="Oui, aux conditions de cette aide : votre droit au séjour ne dépend pas de la carte.",
        parce_que="La fin de la carte ne met pas fin au droit au séjour du citoyen européen ni de sa famille.",
        source=(CESEDA_LIVRE2_UE, CESEDA_R233_15),
        preuve=PAPIERS_DU_DROIT_EUROPEEN,
        certitude=INTERPRETATION,
        reserves=(
            reserve(
                "Nous n'avons pas lu les règles de ces aides propres aux Européens et à leur famille : demandez une réponse "
                "écrite."
            ),
        ),
        a_faire=(faire.DEMANDER_A_LA_CAF, faire.VOIR_UNE_ASSOCIATION),
        a_montrer=montrer.EUROPE,
    ),
    cas(
        "autre_demande",
        NON_ETABLI,
        si=document_en_cours & ~renouvellement_de_carte & une_aide,
        reponse="Non établi : nous n'avons pas trouvé de texte pour une demande autre que le renouvellement d'une carte.",
        parce_que="La partie des textes que nous avons lue parle du récépissé de renouvellement. Nous n'y avons rien vu sur la "
        "première demande, le passage du visa à la carte, un autre titre ou un duplicata.",
        source=(CSS_L512_2_D512_1, CSS_L821_1, CASF_L262_4),
        preuve=DOCUMENT_ET_TITRE,
        a_faire=(faire.DEMANDER_A_LA_CAF, faire.VOIR_UNE_ASSOCIATION),
    ),
    cas(
        "sans_document",
        NON_ETABLI,
        si=sans_document & une_aide,
        reponse="Non établi : vous n'avez pas de papier valable à montrer aujourd'hui.",
        parce_que="Les textes que nous avons lus demandent un titre en cours de validité, un récépissé de renouvellement ou un "
        "séjour régulier (pour l'aide au logement, nous n'avons trouvé aucun texte). Dès que vous avez un "
        "papier, envoyez-le et demandez ce que vous avez perdu.",
        source=(CSS_L512_2_D512_1, CSS_L821_1, CASF_L262_4),
        preuve=TRACES_DES_DEMARCHES,
        reserves=(
            reserve("Nous n'avons pas trouvé de texte sur le rappel des sommes perdues : demandez-le quand même par écrit."),
            SANS_TROU,
        ),
        a_faire=(faire.DEMANDER_UN_DOCUMENT, faire.CONTESTER_UNE_COUPURE, faire.VOIR_UNE_ASSOCIATION),
    ),
    cas(
        "demande_fermee",
        NON_ETABLI,
        si=demande_fermee & une_aide,
        reponse="Non établi : après un refus ou une clôture, faites vérifier vos aides.",
        parce_que="Les textes que nous avons lus supposent un titre, ou un récépissé de renouvellement. Pour l'aide au "
        "logement, nous n'avons trouvé aucun texte.",
        source=(CSS_L512_2_D512_1, CSS_L821_1, CASF_L262_4),
        preuve=("la décision ou le message reçu", "votre titre"),
        reserves=(
            reserve(
                "Si un juge oblige la préfecture à vous donner un document provisoire, montrez-le : selon les résumés lus, "
                "le Défenseur des droits a demandé d'en tenir compte pour l'AAH et l'APL.",
                DDD_RA_AAH,
            ),
        ),
        a_faire=(faire.VOIR_UN_AVOCAT_VITE, faire.DEMANDER_A_LA_CAF),
    ),
    rang=4,
    sinon=sinon(CSS_L512_2_D512_1),
    si_refus=(
        reserve(
            "Titre fini depuis trois mois ou moins, que la loi prolonge : répondez que vous gardez « l'intégralité » de vos "
            "droits sociaux (CESEDA, art. L. 433-3). En 2019, une CAF a levé une suspension pour cette raison (Défenseur "
            "des droits, RA-2019-130).",
            CESEDA_L433_3,
            DDD_RA_2019_130,
        ),
        reserve(
            "Prestations familiales : répondez que le récépissé de renouvellement est dans la liste (code de la sécurité "
            "sociale, art. D. 512-1, 4°).",
            CSS_L512_2_D512_1,
        ),
        reserve(
            "Attestation de prolongation : répondez qu'avec le titre fini elle prouve le séjour régulier (CESEDA, art. "
            "R. 431-15-1), comme le récépissé. C'est un argument : nous n'avons pas vu de décision qui le confirme.",
            API_AVEC_LE_TITRE,
        ),
        reserve(
            "Demandez la décision et ses raisons par écrit. Lisez dessus l'adresse et le délai pour contester, puis écrivez "
            "avant la fin de ce délai. Pour le RSA, écrivez au président du conseil départemental."
        ),
        DEFENSEUR,
    ),
)
