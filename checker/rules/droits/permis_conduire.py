"""Conduire avec un permis étranger pendant l'attente.

Limites : ni les papiers de séjour exigés pour l'échange, ni les permis de l'Union européenne n'ont été étudiés.
"""

from checker.rules import demarches as faire
from checker.rules.communs import attestation_en_cours, recepisse_en_cours, sinon, titre_a_montrer
from checker.rules.questions import expiration, titre
from checker.rules.situations import SITUATION
from checker.rules.sources.autres_codes import CR_R222_3
from checker.rules.vocabulaire import NON_ETABLI, SOUS_CONDITION, cas, droit, fin, reserve

FIN_DE_L_ANNEE = fin(
    "jusqu'à un an après votre installation en France : comptez depuis le début de votre premier titre"
)

PERMIS_FRANCAIS = reserve(
    "Permis français : nous n'avons pas trouvé de texte qui le lie au titre de séjour. La question ne se pose ici que pour un "
    "permis étranger."
)
L_ANNEE_COURT = reserve(
    "Nous n'avons pas trouvé de texte qui allonge ce délai pendant l'attente. Ne laissez pas passer l'année.", CR_R222_3
)
PAPIERS_DE_L_ECHANGE = reserve(
    "Nous n'avons pas trouvé de texte qui dit si l'attestation, le récépissé ou le titre fini suffisent pour l'échange. "
    "Demandez au service du permis de conduire, et à une association s'il refuse."
)
PERMIS_EUROPEENS = reserve("Permis d'un pays de l'Union européenne ou de l'EEE : nous n'avons pas étudié ces règles.")

europeen = SITUATION.est("droit_europeen")
jamais_de_titre = ~europeen & expiration.est("sans_titre")
papier_valable = (
    titre_a_montrer
    | attestation_en_cours
    | recepisse_en_cours
    | SITUATION.est("accord", "commission", "protection_reconnue", "prolongation_legale")
) & ~jamais_de_titre

DROIT = droit(
    "permis_conduire",
    "Conduire avec un permis étranger",
    cas(
        "papier_valable",
        SOUS_CONDITION,
        si=papier_valable & ~titre.est("etudiant"),
        reponse="Oui, pendant un an : hors de l'Union européenne et de l'EEE, un permis est reconnu un an. Demandez l'échange pendant cette année.",
        parce_que="Le permis donné hors de l'Union européenne et de l'EEE est reconnu pendant un an après l'installation en France "
        "(« résidence normale »). L'échange se demande dans ce délai, qui se compte depuis le début du premier titre.",
        source=CR_R222_3,
        preuve=("votre permis", "votre premier titre de séjour, ou sa copie", "votre papier de séjour actuel"),
        jusqu_a=FIN_DE_L_ANNEE,
        reserves=(L_ANNEE_COURT, PAPIERS_DE_L_ECHANGE, PERMIS_EUROPEENS, PERMIS_FRANCAIS),
        a_faire=(faire.ECHANGER_LE_PERMIS, faire.GARDER_TOUS_LES_PAPIERS),
    ),
    cas(
        "etudiant",
        SOUS_CONDITION,
        si=papier_valable & titre.est("etudiant"),
        reponse="Oui, pendant un an. Pour un étudiant, pendant les études, selon une source à confirmer : faites vérifier.",
        parce_que="Le permis donné hors de l'Union européenne et de l'EEE est reconnu un an. Pour un étudiant, selon une source que "
        "nous n'avons pas pu confirmer, il reste valable pendant les études.",
        source=CR_R222_3,
        preuve=("votre permis", "votre carte « étudiant » et votre papier actuel", "votre certificat de scolarité"),
        jusqu_a=FIN_DE_L_ANNEE,
        reserves=(
            reserve("Si vous changez de statut, demandez tout de suite quand l'année d'échange commence."),
            PAPIERS_DE_L_ECHANGE,
            PERMIS_EUROPEENS,
            PERMIS_FRANCAIS,
        ),
        a_faire=(faire.VOIR_UNE_ASSOCIATION, faire.ECHANGER_LE_PERMIS),
    ),
    cas(
        "droit_europeen",
        SOUS_CONDITION,
        si=europeen,
        reponse="Cela dépend du pays qui a donné le permis : hors de l'Union européenne et de l'EEE, il est reconnu un an.",
        parce_que="La règle dépend du pays du permis, pas de votre nationalité. Nous n'avons pas étudié les permis donnés dans "
        "l'Union européenne.",
        source=CR_R222_3,
        preuve=("votre permis", "la preuve de la date de votre installation en France"),
        reserves=(PERMIS_FRANCAIS,),
        a_faire=(faire.VOIR_UNE_ASSOCIATION,),
    ),
    cas(
        "premier_titre",
        NON_ETABLI,
        si=jamais_de_titre,
        reponse="Non établi : sans premier titre de séjour, nous ne savons pas quand l'année commence.",
        parce_que="Pour l'échange, l'année se compte depuis le début du premier titre. Nous n'avons pas trouvé de texte sur la "
        "période d'avant.",
        source=CR_R222_3,
        preuve=("votre permis", "votre passeport", "la preuve de votre demande de titre"),
        reserves=(PERMIS_EUROPEENS, PERMIS_FRANCAIS),
        a_faire=(faire.VOIR_UNE_ASSOCIATION, faire.GARDER_TOUS_LES_PAPIERS),
    ),
    cas(
        "sans_papier_valable",
        NON_ETABLI,
        si=~(papier_valable | europeen | jamais_de_titre),
        reponse="Non établi : nous n'avons pas trouvé comment l'échange se fait sans papier de séjour valable.",
        parce_que="Un permis étranger est reconnu un an et l'échange se demande dans ce délai. Nos sources ne disent "
        "rien de l'attente sans papier valable.",
        source=CR_R222_3,
        preuve=("votre permis", "votre premier titre de séjour, ou sa copie", "la preuve de vos démarches"),
        reserves=(L_ANNEE_COURT, PERMIS_EUROPEENS, PERMIS_FRANCAIS),
        a_faire=(faire.DEMANDER_UN_DOCUMENT, faire.ECHANGER_LE_PERMIS, faire.VOIR_UNE_ASSOCIATION),
    ),
    rang=10,
    si_refus=(
        reserve(
            "Refus d'échange : demandez le motif par écrit. Rappelez que le permis étranger est reconnu un an. Si vous avez "
            "demandé l'échange dans ce délai, dites-le (Code de la route, art. R. 222-3). Joignez la preuve de la date.",
            CR_R222_3,
        ),
        reserve(
            "L'attestation ou le récépissé est refusé : nous n'avons pas trouvé de texte. Demandez au service quel papier il "
            "exige et quel texte le dit, puis montrez sa réponse à une association."
        ),
    ),
    sinon=sinon(CR_R222_3),
)
