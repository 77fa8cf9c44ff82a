"""Le compte en banque pendant l'attente.

Limites : une seule décision de justice, connue par une source secondaire ; aucun texte bancaire lu en entier.
"""

from checker.rules import a_montrer as montrer
from checker.rules import demarches as faire
from checker.rules.communs import attestation_en_cours, recepisse_en_cours, sinon, titre_a_montrer
from checker.rules.questions import passeport
from checker.rules.situations import SITUATION
from checker.rules.sources.autres_codes import CMF_L312_1, PENAL_225_1
from checker.rules.sources.ceseda import CESEDA_LIVRE2_UE
from checker.rules.sources.decisions import CASS_COM_2007_12_18
from checker.rules.sources.pratiques import BODY_DDD
from checker.rules.vocabulaire import (
    DISCUTE,
    JURISPRUDENCE,
    SOUS_CONDITION,
    cas,
    droit,
    reserve,
)

DECISION_ANCIENNE = reserve(
    "Cette décision concerne La Poste et date de 2007. Nous l'avons lue par une source secondaire. Depuis, les banques ont "
    "d'autres obligations de contrôle : elles peuvent poser des questions.",
    CASS_COM_2007_12_18,
)
DROIT_AU_COMPTE = reserve(
    "Vous n'avez pas de compte ? Selon une source associative, toute personne domiciliée en France sans compte de dépôt peut "
    "demander à la Banque de France de désigner une banque, sans condition de nationalité.",
    CMF_L312_1,
)
PIECE_D_IDENTITE = reserve("Une banque peut demander une pièce d'identité valable : montrez le passeport.")

papier_valable = (
    titre_a_montrer
    | attestation_en_cours
    | recepisse_en_cours
    | SITUATION.est("accord", "commission", "protection_reconnue", "prolongation_legale")
)
europeen = SITUATION.est("droit_europeen")
recepisse_fini = SITUATION.est("recepisse_termine")
A_FAIRE = (faire.ECRIRE_A_LA_BANQUE, faire.SAISIR_LE_DEFENSEUR)

DROIT = droit(
    "banque",
    "Garder ou ouvrir un compte en banque",
    cas(
        "papier_valable",
        SOUS_CONDITION,
        si=papier_valable & passeport.est("oui"),
        reponse="Oui, sous condition : montrez votre papier de séjour et votre passeport.",
        parce_que="Selon une décision de justice de 2007, La Poste ne pouvait pas refuser l'accès au compte au seul motif d'un "
        "récépissé fini : elle n'est pas juge du séjour. Vous avez un papier valable : selon notre lecture, cela vaut encore "
        "plus pour vous.",
        source=CASS_COM_2007_12_18,
        preuve=(
            "votre titre, votre attestation ou votre récépissé",
            "votre titre fini, s'il y en a un",
            "votre passeport",
        ),
        certitude=JURISPRUDENCE,
        reserves=(PIECE_D_IDENTITE, DECISION_ANCIENNE, DROIT_AU_COMPTE),
        a_faire=A_FAIRE,
        a_montrer=montrer.BANQUE,
    ),
    cas(
        "recepisse_fini",
        SOUS_CONDITION,
        si=recepisse_fini & passeport.est("oui"),
        reponse="Oui, sous condition : un récépissé fini ne suffit pas pour refuser l'accès au compte, selon un juge.",
        parce_que="Selon une décision de justice de 2007, La Poste ne pouvait pas refuser l'accès au compte au seul motif d'un "
        "récépissé fini : elle n'est pas juge du séjour.",
        source=CASS_COM_2007_12_18,
        preuve=("votre récépissé fini", "votre titre fini", "votre passeport"),
        certitude=JURISPRUDENCE,
        reserves=(PIECE_D_IDENTITE, DECISION_ANCIENNE, DROIT_AU_COMPTE),
        a_faire=(faire.RENOUVELER_LE_DOCUMENT, *A_FAIRE),
        a_montrer=montrer.BANQUE,
    ),
    cas(
        "papier_fini",
        DISCUTE,
        si=~(papier_valable | recepisse_fini | europeen) & passeport.est("oui"),
        reponse="C'est discuté : la banque risque de bloquer, mais vous avez un argument.",
        parce_que="Un juge a dit en 2007 que La Poste n'est pas juge du séjour : un récépissé fini ne suffisait pas pour refuser "
        "l'accès au compte. Nous n'avons pas trouvé de décision sur les autres papiers.",
        source=CASS_COM_2007_12_18,
        preuve=("votre passeport", "votre titre fini, si vous en avez un", "la preuve de vos démarches"),
        certitude=JURISPRUDENCE,
        reserves=(PIECE_D_IDENTITE, DECISION_ANCIENNE, DROIT_AU_COMPTE),
        a_faire=(faire.DEMANDER_UN_DOCUMENT, *A_FAIRE),
    ),
    cas(
        "sans_passeport",
        DISCUTE,
        si=~europeen & passeport.est("non"),
        reponse="C'est discuté : sans passeport valable, la banque peut demander une autre pièce d'identité.",
        parce_que="Un juge a dit en 2007 que La Poste n'est pas juge du séjour. Mais il s'agissait du séjour, pas de l'identité. "
        "Nous n'avons pas trouvé la liste des pièces d'identité acceptées.",
        source=CASS_COM_2007_12_18,
        preuve=("toute pièce d'identité avec votre photo", "votre papier de séjour, valable ou fini"),
        certitude=JURISPRUDENCE,
        reserves=(
            reserve("Demandez à la banque, par écrit, quelle pièce elle accepte."),
            DECISION_ANCIENNE,
            DROIT_AU_COMPTE,
        ),
        a_faire=A_FAIRE,
    ),
    cas(
        "droit_europeen",
        SOUS_CONDITION,
        si=europeen,
        reponse="Oui, sous condition : votre séjour ne dépend pas de la carte. Montrez une pièce d'identité valable.",
        parce_que="Le droit au séjour du citoyen européen et de sa famille ne dépend pas de la carte. Selon une décision de "
        "justice de 2007, La Poste n'est pas juge du séjour.",
        source=(CESEDA_LIVRE2_UE, CASS_COM_2007_12_18),
        preuve=("votre passeport ou votre carte d'identité", "ce qui prouve votre lien de famille"),
        certitude=JURISPRUDENCE,
        reserves=(DECISION_ANCIENNE, DROIT_AU_COMPTE),
        a_faire=A_FAIRE,
        a_montrer=montrer.BANQUE,
    ),
    rang=9,
    si_refus=(
        reserve(
            "Compte bloqué : écrivez que la banque n'est pas juge de votre séjour, citez la décision (Cass. com., 18 déc. 2007, "
            "n° 07-12.382) et demandez le motif par écrit. Joignez la copie du passeport.",
            CASS_COM_2007_12_18,
        ),
        reserve(
            "Compte refusé : demandez une lettre de refus. Selon une source associative, la Banque de France désigne alors une "
            "banque sous un jour ouvré.",
            CMF_L312_1,
        ),
        reserve(
            "Refuser un service à cause de l'origine ou de la nationalité est une discrimination punie par la loi. Refuser "
            "parce qu'un papier exigé par un texte manque n'en est pas une à lui seul. Vous pouvez écrire au Défenseur des "
            "droits.",
            PENAL_225_1,
            BODY_DDD,
        ),
    ),
    sinon=sinon(CASS_COM_2007_12_18),
)
