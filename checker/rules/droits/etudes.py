"""Étudier, passer un examen, être apprenti pendant l'attente.

Limites : aucun texte n'a été trouvé sur l'inscription et les examens ; l'autorisation de travail de droit pour
l'apprentissage (code du travail, L. 5221-5) suppose d'être autorisé à séjourner.
"""

from checker.rules import a_montrer as montrer
from checker.rules import demarches as faire
from checker.rules.communs import (
    DEFENSEUR,
    DEMANDE_A_TEMPS,
    DISCRIMINATION,
    DOCUMENT_ET_TITRE,
    DOCUMENTS_MAL_ACCEPTES,
    FIN_DU_DOCUMENT,
    FIN_DU_DOCUMENT_OU_REMISE,
    FIN_DU_TITRE,
    PAPIERS_DU_DROIT_EUROPEEN,
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
from checker.rules.droits.sejour import API_AVEC_LE_TITRE, FIN_DE_L_API, FIN_DES_TROIS_MOIS, TITRE_ET_API
from checker.rules.droits.travail import travail_ouvert
from checker.rules.questions import titre
from checker.rules.situations import SITUATION
from checker.rules.sources.autres_codes import CT_L5221_5
from checker.rules.sources.ceseda import (
    CESEDA_L422_1,
    CESEDA_L431_3,
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
from checker.rules.sources.decisions import SOC_2023_11_29
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

etudiant_en_renouvellement = titre.est("etudiant") & attestation_en_cours & renouvellement_de_carte & travail_ouvert
document_en_cours = attestation_en_cours | recepisse_en_cours | decision_favorable | commission
document_qui_permet_de_travailler = (
    (attestation_en_cours | recepisse_en_cours | commission) & renouvellement_de_carte & travail_ouvert
)
prolongation_legale = SITUATION.est("prolongation_legale")

PAS_DE_TEXTE = reserve(
    "Inscription et examens : nous n'avons pas trouvé de texte qui exige un titre valable. Chaque établissement peut avoir "
    "ses règles : demandez-les par écrit."
)
APPRENTISSAGE = (
    "Pour un contrat d'apprentissage, ou un contrat de professionnalisation à durée déterminée, l'autorisation de travail "
    "est donnée de droit à l'étranger autorisé à séjourner."
)
AVANT_DE_COMMENCER = reserve(
    "L'autorisation de travail doit être obtenue avant de commencer le contrat.", CT_L5221_5
)
NOTRE_LECTURE = reserve(
    "Le texte dit « autorisé à séjourner ». Nous lisons qu'un document d'attente valable suffit : aucune décision vue "
    "ne le confirme.",
    CT_L5221_5,
)
SOIXANTE_POUR_CENT = reserve(
    "Carte « étudiant » : le travail salarié reste limité à 60 % de la durée annuelle.", CESEDA_L422_1
)
METROPOLE = reserve(
    "Le texte sur le travail avec l'attestation dit « France métropolitaine » : outre-mer, faites vérifier.", OUTRE_MER
)

DROIT = droit(
    "etudes",
    "Études, examens, apprentissage",
    cas(
        "titre_valable",
        SOUS_CONDITION,
        si=titre_en_cours,
        reponse="Apprentissage : oui, avec l'autorisation de travail. Études et examens : votre titre est encore valable.",
        parce_que=APPRENTISSAGE,
        source=CT_L5221_5,
        preuve=("votre titre de séjour",),
        jusqu_a=FIN_DU_TITRE,
        reserves=(AVANT_DE_COMMENCER, PAS_DE_TEXTE),
        a_faire=(faire.DEPOSER_A_TEMPS, faire.ECRIRE_A_L_ETABLISSEMENT),
        a_montrer=montrer.APPRENTISSAGE,
    ),
    cas(
        "etudiant_api",
        SOUS_CONDITION,
        si=etudiant_en_renouvellement,
        reponse="Oui, selon une préfecture : l'attestation prolonge les droits de votre carte « étudiant ».",
        parce_que="Selon la préfecture des Hautes-Pyrénées (2023), l'attestation prolonge les droits du titre. Le texte dit "
        f"aussi qu'elle prouve votre séjour et, en métropole, permet de travailler si la carte le permettait. {APPRENTISSAGE}",
        source=(CESEDA_L422_1, CT_L5221_5, API_AVEC_LE_TITRE, CESEDA_R431_15_2_RENOUVELLEMENT),
        preuve=TITRE_ET_API,
        jusqu_a=FIN_DE_L_API,
        certitude=PRATIQUE,
        reserves=(PAS_DE_TEXTE, NOTRE_LECTURE, SOIXANTE_POUR_CENT, METROPOLE, DOCUMENTS_MAL_ACCEPTES),
        a_faire=(faire.ECRIRE_A_L_ETABLISSEMENT, faire.TRAVAIL_DES_ETUDIANTS, faire.RENOUVELER_LE_DOCUMENT),
        a_montrer=montrer.API_ETUDES,
    ),
    cas(
        "document_de_renouvellement",
        SOUS_CONDITION,
        si=document_qui_permet_de_travailler & ~etudiant_en_renouvellement,
        reponse="Apprentissage : oui, avec l'autorisation de travail. Études et examens : nous n'avons pas trouvé de texte.",
        parce_que=f"{APPRENTISSAGE} Vous renouvelez un titre qui permet de travailler et vous avez de quoi prouver votre séjour.",
        source=(
            CT_L5221_5,
            CESEDA_R431_15_2_RENOUVELLEMENT,
            CESEDA_R431_15,
            CESEDA_R432_9,
        ),
        preuve=DOCUMENT_ET_TITRE,
        jusqu_a=FIN_DU_DOCUMENT,
        certitude=INTERPRETATION,
        reserves=(NOTRE_LECTURE, AVANT_DE_COMMENCER, PAS_DE_TEXTE, METROPOLE),
        a_faire=(faire.ECRIRE_A_L_ETABLISSEMENT, faire.MONTRER_A_L_EMPLOYEUR, faire.VOIR_UNE_ASSOCIATION),
        a_montrer=montrer.APPRENTISSAGE,
    ),
    cas(
        "prolongation_legale",
        SOUS_CONDITION,
        si=prolongation_legale & travail_ouvert,
        reponse="Apprentissage : oui pendant trois mois, avec l'autorisation de travail. Études et examens : nous n'avons "
        "pas trouvé de texte.",
        parce_que=f"{APPRENTISSAGE} La loi prolonge votre titre de trois mois et garde votre droit de travailler.",
        source=(CT_L5221_5, CESEDA_L433_3, CESEDA_L433_3_AL1),
        preuve=TITRE_ET_DEMANDE,
        jusqu_a=FIN_DES_TROIS_MOIS,
        certitude=INTERPRETATION,
        reserves=(DEMANDE_A_TEMPS, AVANT_DE_COMMENCER, PAS_DE_TEXTE),
        a_faire=(faire.DEMANDER_L_API, faire.ECRIRE_A_L_ETABLISSEMENT, faire.MONTRER_A_L_EMPLOYEUR),
        a_montrer=montrer.APPRENTISSAGE,
    ),
    cas(
        "document_sans_travail",
        DISCUTE,
        si=document_en_cours & ~document_qui_permet_de_travailler | prolongation_legale & ~travail_ouvert,
        reponse="Apprentissage : ce n'est pas tranché. Études et examens : nous n'avons pas trouvé de texte.",
        parce_que=f"{APPRENTISSAGE} Mais un document d'attente ne permet pas de travailler, sauf exceptions. Nous n'avons pas "
        "vu de décision qui dise laquelle des deux règles l'emporte.",
        source=(CT_L5221_5, CESEDA_L431_3),
        preuve=DOCUMENT_ET_TITRE,
        jusqu_a=FIN_DU_DOCUMENT_OU_REMISE,
        reserves=(AVANT_DE_COMMENCER, PAS_DE_TEXTE),
        a_faire=(faire.ECRIRE_A_L_ETABLISSEMENT, faire.COMPRENDRE_LE_DOCUMENT, faire.VOIR_UNE_ASSOCIATION),
    ),
    cas(
        "prolongation_discutee",
        DISCUTE,
        si=SITUATION.est("prolongation_discutee"),
        reponse="Apprentissage : c'est discuté. Études et examens : nous n'avons pas trouvé de texte.",
        parce_que=f"{APPRENTISSAGE} Votre titre fini peut encore valoir trois mois, mais cela peut être contesté. Pour garder "
        "le travail, un juge a exigé une demande dans le délai.",
        source=(CT_L5221_5, CESEDA_L433_3_AL1, SOC_2023_11_29),
        preuve=TITRE_ET_DEMANDE,
        jusqu_a=FIN_DES_TROIS_MOIS,
        certitude=JURISPRUDENCE,
        reserves=(AVANT_DE_COMMENCER, PAS_DE_TEXTE),
        a_faire=(faire.DEMANDER_L_API, faire.ECRIRE_A_L_ETABLISSEMENT, faire.VOIR_UNE_ASSOCIATION),
    ),
    cas(
        "protection_reconnue",
        SOUS_CONDITION,
        si=SITUATION.est("protection_reconnue"),
        reponse="Apprentissage : oui, votre attestation permet toute profession. Études et examens : nous n'avons pas trouvé "
        "de texte.",
        parce_que="L'attestation donnée aux personnes reconnues réfugiées ou protégées prouve leur séjour et leur permet "
        "d'exercer la profession de leur choix.",
        source=CESEDA_R431_15_3,
        preuve=("votre attestation de prolongation, avec sa mention",),
        jusqu_a=FIN_DE_L_API,
        reserves=(PAS_DE_TEXTE,),
        a_faire=(faire.ECRIRE_A_L_ETABLISSEMENT, faire.RENOUVELER_LE_DOCUMENT),
        a_montrer=montrer.PROTECTION_TRAVAIL,
    ),
    cas(
        "droit_europeen",
        SOUS_CONDITION,
        si=SITUATION.est("droit_europeen"),
        reponse="Apprentissage : oui, votre droit de travailler ne dépend pas de la carte. Études et examens : nous n'avons "
        "pas trouvé de texte qui exige une carte.",
        parce_que="La fin de la carte ne met pas fin au droit au séjour et au travail du citoyen européen ni de sa famille.",
        source=(CESEDA_LIVRE2_UE, CESEDA_R233_15),
        preuve=PAPIERS_DU_DROIT_EUROPEEN,
        reserves=(
            reserve(
                "Rester plus de trois mois pour étudier a des conditions : faites vérifier votre situation.",
                CESEDA_LIVRE2_UE,
            ),
        ),
        a_faire=(faire.ECRIRE_A_L_ETABLISSEMENT, faire.VOIR_UNE_ASSOCIATION),
        a_montrer=montrer.EUROPE,
    ),
    cas(
        "sans_document",
        NON_ETABLI,
        si=sans_document,
        reponse="Non établi : nous n'avons pas trouvé de texte sur les études et les examens sans papier valable.",
        parce_que="Nous n'avons pas trouvé de texte qui exige un titre valable pour s'inscrire ou passer un examen : ne "
        "renoncez pas, demandez. Pour l'apprentissage, l'autorisation de travail suppose d'être autorisé à séjourner.",
        source=CT_L5221_5,
        preuve=TRACES_DES_DEMARCHES,
        a_faire=(faire.ECRIRE_A_L_ETABLISSEMENT, faire.DEMANDER_UN_DOCUMENT, faire.VOIR_UNE_ASSOCIATION),
    ),
    cas(
        "demande_fermee",
        NON_ETABLI,
        si=demande_fermee,
        reponse="Non établi : après un refus ou une clôture, faites vérifier votre situation.",
        parce_que="Nous n'avons pas trouvé de texte qui exige un titre valable pour s'inscrire ou passer un examen. Pour "
        "l'apprentissage, l'autorisation de travail suppose d'être autorisé à séjourner.",
        source=CT_L5221_5,
        preuve=("la décision ou le message reçu", "votre titre"),
        a_faire=(faire.VOIR_UN_AVOCAT_VITE, faire.ECRIRE_A_L_ETABLISSEMENT),
    ),
    rang=8,
    sinon=sinon(CT_L5221_5),
    si_refus=(
        reserve(
            "Apprentissage : répondez que l'autorisation de travail est de droit pour l'étranger autorisé à séjourner (code "
            "du travail, art. L. 5221-5).",
            CT_L5221_5,
        ),
        reserve(
            "Études, examens : demandez par écrit quel texte exige un titre valable. Nous n'en avons pas trouvé."
        ),
        DISCRIMINATION,
        DEFENSEUR,
    ),
)
