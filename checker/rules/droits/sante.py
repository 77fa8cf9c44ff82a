"""Se soigner pendant l'attente : prise en charge des soins (PUMa) et complémentaire santé solidaire (C2S).

Limites : le maintien suppose des droits déjà ouverts ; l'arrêté qui liste les papiers pour ouvrir des droits
n'a pas été lu en entier ; l'aide médicale d'État (AME) n'est pas examinée.
"""

from checker.rules import a_montrer as montrer
from checker.rules import demarches as faire
from checker.rules.communs import (
    DEFENSEUR,
    DOCUMENT_ET_TITRE,
    PAPIERS_DU_DROIT_EUROPEEN,
    TRACES_DES_DEMARCHES,
    attestation_en_cours,
    commission,
    decision_favorable,
    recepisse_en_cours,
    sinon,
)
from checker.rules.delais import DELAIS
from checker.rules.questions import expiration
from checker.rules.situations import SITUATION
from checker.rules.sources.autres_codes import CSS_R111_3, CSS_R111_4
from checker.rules.sources.ceseda import CESEDA_LIVRE2_UE, CESEDA_R233_15
from checker.rules.sources.pratiques import DDD_2020_043
from checker.rules.vocabulaire import (
    CONSERVE,
    DISCUTE,
    INTERPRETATION,
    NON_ETABLI,
    SOUS_CONDITION,
    cas,
    droit,
    fin,
    reserve,
)

SIX_MOIS = DELAIS["sante_maintien"].nombre

depuis_six_mois_ou_moins = expiration.est("moins_de_3_mois", "moins_de_6_mois")
depuis_plus_de_six_mois = expiration.est("plus_de_6_mois")
sans_regle_propre = ~SITUATION.est("hors_champ", "refus", "droit_europeen")
document_en_cours = (
    attestation_en_cours | recepisse_en_cours | decision_favorable | commission | SITUATION.est("protection_reconnue")
)
document_termine = SITUATION.est("api_terminee", "recepisse_termine")

FIN_DES_SIX_MOIS = fin(
    "au moins jusqu'à la fin du sixième mois après la fin de votre titre", "expiration", mois=SIX_MOIS
)
SIX_MOIS_APRES_LE_DOCUMENT = fin(
    "selon notre lecture, jusqu'à la fin du sixième mois après la fin de votre document", "fin_document", mois=SIX_MOIS
)

EXCEPTIONS = reserve(
    "Exceptions : départ de France, autre législation applicable, pas de réponse à une demande de la caisse, ou éloignement "
    "devenu définitif (alors la fin du deuxième mois). Répondez toujours aux courriers de votre caisse.",
    CSS_R111_4,
)
DERNIER_DOCUMENT = reserve(
    "Les six mois peuvent partir plus tard : de la fin de votre dernier papier valable (titre, puis récépissé ou "
    "attestation). C'est notre lecture du texte. La date donnée ici est la plus prudente.",
    CSS_R111_4,
)
C2S = reserve(
    "Renouveler la C2S (complémentaire santé solidaire) pendant ces six mois : nous n'avons pas trouvé de texte sûr. "
    "Demandez-le à votre caisse par écrit, avant la date de fin."
)
AME = reserve(
    "Aide médicale d'État (AME) : nous n'avons pas lu le texte. Ne la demandez pas sans conseil : voyez d'abord un "
    "travailleur social ou une association."
)
QUARANTE_CINQ_JOURS = reserve(
    "Selon un article spécialisé, un décret interdit de fermer les droits avant le 45e jour après la fin des six mois. "
    "Nous ne l'avons pas lu : demandez à votre caisse.",
    CSS_R111_4,
)
JOUR_DE_LA_DEMANDE = reserve(
    "Pour une demande, le séjour régulier se regarde au jour de la demande, même si la caisse répond plus tard. "
    "Faites vos demandes tant qu'un papier est valable.",
    CSS_R111_3,
)

DROIT = droit(
    "sante",
    "Se faire soigner : assurance maladie et C2S",
    cas(
        "titre_valable",
        CONSERVE,
        si=expiration.est("valable") & sans_regle_propre,
        reponse="Oui. Vos droits santé déjà ouverts continuent, et encore au moins six mois après la fin de votre titre.",
        parce_que="Les droits à l'assurance maladie (PUMa) et à la C2S ne peuvent pas être fermés avant la fin du sixième "
        "mois après la fin du titre.",
        source=CSS_R111_4,
        preuve=("votre carte Vitale ou votre attestation de droits", "votre titre de séjour"),
        jusqu_a=FIN_DES_SIX_MOIS,
        reserves=(JOUR_DE_LA_DEMANDE, EXCEPTIONS),
        a_faire=(faire.DEPOSER_A_TEMPS,),
        a_montrer=montrer.SANTE,
    ),
    cas(
        "six_mois_avec_document",
        CONSERVE,
        si=depuis_six_mois_ou_moins & document_en_cours & sans_regle_propre,
        reponse="Oui. Vos droits santé déjà ouverts ne peuvent pas être fermés pendant au moins six mois après la fin du titre.",
        parce_que="La règle des six mois protège l'assurance maladie (PUMa) et la C2S. Vous avez aussi un papier en cours : "
        "montrez-le à votre caisse.",
        source=CSS_R111_4,
        preuve=("votre carte Vitale ou votre attestation de droits", *DOCUMENT_ET_TITRE),
        jusqu_a=FIN_DES_SIX_MOIS,
        reserves=(DERNIER_DOCUMENT, JOUR_DE_LA_DEMANDE, C2S, EXCEPTIONS),
        a_faire=(faire.ECRIRE_A_LA_CPAM, faire.RENOUVELER_LE_DOCUMENT),
        a_montrer=montrer.SANTE,
    ),
    cas(
        "six_mois_sans_document",
        CONSERVE,
        si=depuis_six_mois_ou_moins & ~document_en_cours & sans_regle_propre,
        reponse="Oui, même sans papier. Vos droits santé déjà ouverts ne peuvent pas être fermés pendant au moins six mois "
        "après la fin du titre.",
        parce_que="La règle des six mois protège l'assurance maladie (PUMa) et la C2S. Elle ne demande pas d'avoir un "
        "document d'attente.",
        source=CSS_R111_4,
        preuve=("votre carte Vitale ou votre attestation de droits", "votre titre de séjour fini"),
        jusqu_a=FIN_DES_SIX_MOIS,
        reserves=(DERNIER_DOCUMENT, C2S, AME, EXCEPTIONS),
        a_faire=(faire.ECRIRE_A_LA_CPAM, faire.SE_FAIRE_SOIGNER, faire.DEMANDER_UN_DOCUMENT),
        a_montrer=montrer.SANTE,
    ),
    cas(
        "document_apres_six_mois",
        SOUS_CONDITION,
        si=depuis_plus_de_six_mois & document_en_cours & sans_regle_propre,
        reponse="Oui, selon notre lecture : vous avez un papier en cours, et six mois après sa fin.",
        parce_que="Le texte parle de la fin « des titres ou documents » qui prouvent le séjour. Nous comptons donc les six "
        "mois depuis la fin de votre dernier papier. Selon le résumé lu, en 2020, le Défenseur des droits a défendu "
        "devant un juge une personne dont le récépissé était fini, et sa position a été suivie.",
        source=(CSS_R111_4, DDD_2020_043),
        preuve=("votre carte Vitale ou votre attestation de droits", *DOCUMENT_ET_TITRE),
        jusqu_a=SIX_MOIS_APRES_LE_DOCUMENT,
        certitude=INTERPRETATION,
        reserves=(JOUR_DE_LA_DEMANDE, C2S, EXCEPTIONS),
        a_faire=(faire.ECRIRE_A_LA_CPAM, faire.RENOUVELER_LE_DOCUMENT),
        a_montrer=montrer.SANTE,
    ),
    cas(
        "document_termine_apres_six_mois",
        DISCUTE,
        si=depuis_plus_de_six_mois & document_termine & sans_regle_propre,
        reponse="C'est discuté : les six mois peuvent partir de la fin de votre dernier papier.",
        parce_que="Votre titre est fini depuis plus de six mois. Mais le texte parle de la fin « des titres ou documents » "
        "qui prouvent le séjour : selon notre lecture, cela vise aussi le récépissé et l'attestation. Selon le "
        "résumé lu, en 2020, le Défenseur des droits a défendu devant un juge une personne dont le récépissé était fini, "
        "et sa position a été suivie.",
        source=(CSS_R111_4, DDD_2020_043),
        preuve=("votre carte Vitale ou votre attestation de droits", "votre dernier récépissé ou attestation, même fini"),
        jusqu_a=SIX_MOIS_APRES_LE_DOCUMENT,
        certitude=INTERPRETATION,
        reserves=(QUARANTE_CINQ_JOURS, AME, EXCEPTIONS),
        a_faire=(faire.ECRIRE_A_LA_CPAM, faire.SE_FAIRE_SOIGNER, faire.DEMANDER_UN_DOCUMENT),
    ),
    cas(
        "six_mois_passes",
        NON_ETABLI,
        si=depuis_plus_de_six_mois & ~document_en_cours & ~document_termine & sans_regle_propre,
        reponse="Non établi : les six mois après la fin de votre titre sont passés.",
        parce_que="La règle des six mois ne suffit plus. Si vous avez eu ensuite un récépissé ou une attestation, les six "
        "mois peuvent partir de sa fin, selon notre lecture. Vérifiez vos droits avec votre caisse.",
        source=CSS_R111_4,
        preuve=("votre carte Vitale ou votre attestation de droits", *TRACES_DES_DEMARCHES),
        reserves=(QUARANTE_CINQ_JOURS, AME),
        a_faire=(faire.DEMANDER_A_LA_CPAM, faire.SE_FAIRE_SOIGNER, faire.VOIR_UNE_ASSOCIATION),
    ),
    cas(
        "premier_titre",
        NON_ETABLI,
        si=expiration.est("sans_titre") & sans_regle_propre,
        reponse="Non établi : vous n'avez jamais eu de titre, et la règle des six mois suppose un papier qui finit.",
        parce_que="Pour ouvrir des droits, il faut un papier d'une liste. Nous ne l'avons pas lue en entier : nous ne savons "
        "pas si le récépissé ou l'attestation y est.",
        source=(CSS_R111_3, CSS_R111_4),
        preuve=("tous vos papiers, avec leurs dates",),
        reserves=(JOUR_DE_LA_DEMANDE, AME),
        a_faire=(faire.DEMANDER_A_LA_CPAM, faire.SE_FAIRE_SOIGNER, faire.VOIR_UNE_ASSOCIATION),
    ),
    cas(
        "refus",
        SOUS_CONDITION,
        si=SITUATION.est("refus") & expiration.est("valable", "moins_de_3_mois", "moins_de_6_mois"),
        reponse="Oui, pour vos droits déjà ouverts, sauf si un éloignement devient définitif.",
        parce_que="Les droits santé ne peuvent pas être fermés avant la fin du sixième mois après la fin du titre. Si une "
        "mesure d'éloignement devient définitive, ce délai passe à deux mois.",
        source=CSS_R111_4,
        preuve=("votre carte Vitale ou votre attestation de droits", "votre titre", "la décision reçue"),
        jusqu_a=FIN_DES_SIX_MOIS,
        reserves=(AME, EXCEPTIONS),
        a_faire=(faire.VOIR_UN_AVOCAT_VITE, faire.ECRIRE_A_LA_CPAM, faire.SE_FAIRE_SOIGNER),
        a_montrer=montrer.SANTE,
    ),
    cas(
        "refus_apres_six_mois",
        NON_ETABLI,
        si=SITUATION.est("refus") & expiration.est("plus_de_6_mois", "sans_titre"),
        reponse="Non établi : après un refus, et sans titre depuis six mois, faites vérifier vos droits.",
        parce_que="La règle des six mois après la fin du titre ne suffit plus. Si vous avez eu ensuite un récépissé ou une "
        "attestation, les six mois peuvent partir de sa fin, selon notre lecture.",
        source=CSS_R111_4,
        preuve=("votre carte Vitale ou votre attestation de droits", "tous vos papiers, avec leurs dates"),
        reserves=(QUARANTE_CINQ_JOURS, AME),
        a_faire=(faire.VOIR_UN_AVOCAT_VITE, faire.DEMANDER_A_LA_CPAM, faire.SE_FAIRE_SOIGNER),
    ),
    cas(
        "droit_europeen",
        SOUS_CONDITION,
        si=SITUATION.est("droit_europeen"),
        reponse="Oui, aux conditions de votre caisse : votre droit au séjour ne dépend pas de la carte.",
        parce_que="La fin de la carte ne met pas fin au droit au séjour du citoyen européen ni de sa famille. La règle des six "
        "mois vise les personnes d'un pays hors de l'Union : la famille non européenne peut l'invoquer aussi, selon "
        "notre lecture.",
        source=(CESEDA_LIVRE2_UE, CESEDA_R233_15, CSS_R111_4),
        preuve=("votre carte Vitale ou votre attestation de droits", *PAPIERS_DU_DROIT_EUROPEEN),
        certitude=INTERPRETATION,
        reserves=(
            reserve(
                "Nous n'avons pas lu les règles de l'assurance maladie propres aux Européens : demandez une réponse "
                "écrite à votre caisse."
            ),
        ),
        a_faire=(faire.DEMANDER_A_LA_CPAM, faire.VOIR_UNE_ASSOCIATION),
        a_montrer=montrer.EUROPE,
    ),
    rang=5,
    sinon=sinon(CSS_R111_4, faire.SE_FAIRE_SOIGNER, faire.VOIR_UNE_ASSOCIATION),
    si_refus=(
        reserve(
            "Répondez que les droits ne peuvent pas être fermés avant la fin du sixième mois après la fin du titre ou du "
            "document, sauf exceptions (code de la sécurité sociale, art. R. 111-4).",
            CSS_R111_4,
        ),
        reserve(
            "Pour une demande : répondez que le séjour régulier se regarde au jour de la demande (code de la sécurité "
            "sociale, art. R. 111-3).",
            CSS_R111_3,
        ),
        reserve(
            "Si la caisse ferme vos droits ou demande un remboursement, demandez la décision par écrit. Lisez dessus "
            "l'adresse et le délai pour contester, puis écrivez avant la fin de ce délai."
        ),
        DEFENSEUR,
    ),
)
