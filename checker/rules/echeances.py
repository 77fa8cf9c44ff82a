"""Les échéances : d'où l'on compte, de combien, et selon quel texte. La lecture la plus proche l'emporte."""

from dataclasses import replace

from checker.rules.delais import DELAIS
from checker.rules.notions import droit_europeen
from checker.rules.questions import depose, document, dossier, expiration, nature, territoire, titre, voie
from checker.rules.sources.autres_codes import CSS_R111_4
from checker.rules.sources.ceseda import (
    CESEDA_L411_2,
    CESEDA_L433_3_AL1,
    CESEDA_R233_15,
    CESEDA_R431_5,
    CESEDA_R431_8,
    CESEDA_R431_12,
    CESEDA_R431_15_1_API,
    CESEDA_R432_1,
    CESEDA_R432_2,
    JEUNES_MAJEURS,
)
from checker.rules.sources.contentieux import (
    CJA_L521_1,
    CJA_L521_3,
    CJA_R421_2,
    CJA_R421_5,
    CJA_R421_7,
    CRPA_L112_12,
    CRPA_L114_3,
    CRPA_L114_5,
    CRPA_L232_4,
)
from checker.rules.sources.decisions import CE_AVIS_2024_10_10_494718, CE_AVIS_2025_05_06_499904, TA_LYON_2411057
from checker.rules.sources.pratiques import PASSEPORT_TALENT
from checker.rules.vocabulaire import citer, echeance, lecture, reserve
from checker.rules.voies import A_VERIFIER, dans_le_champ, demande_en_attente, refus_possible

_MARGE = reserve(
    "Gardez une marge d'un ou deux jours : le texte ne précise pas comment compter le premier et le dernier jour."
)
_AUTRES_FENETRES = reserve(
    "Les jeunes majeurs ont d'autres délais. Pour un titre prévu par un accord international, la règle est appliquée "
    "par transposition : faites vérifier.",
    JEUNES_MAJEURS,
)

_a_un_titre = dans_le_champ & ~expiration.est("sans_titre")
# La fenêtre et les six mois ne s'appliquent pas au résident de longue durée-UE dont le statut est français.
_fenetre = _a_un_titre & nature.est("renouvellement", "autre_titre") & ~titre.est("rld_ue", "ue_citoyen")
_famille_ue = titre.est("ue_famille")

_HORS_ANEF = citer(CESEDA_R431_5, 2, "il présente sa demande dans le courant des deux mois précédant l'expiration du document dont il est titulaire")
_FAMILLE_UE = replace(
    CESEDA_R233_15,
    article="R233-15",
    paragraph=5,
    quote="Le renouvellement du titre de séjour doit être sollicité dans le délai de deux mois précédant sa date "
    "d'expiration.",
)
_FIN_DU_TITRE = citer(
    CESEDA_L411_2,
    1,
    "A l'expiration de la durée de validité de son document de séjour, l'étranger doit quitter la France, à moins qu'il "
    "n'en obtienne le renouvellement",
)
_90_JOURS = citer(
    CESEDA_R432_2,
    2,
    "ce délai est de quatre-vingt-dix jours lorsque l'étranger sollicite la délivrance d'un titre de séjour mentionné aux",
)
_60_JOURS = citer(
    CESEDA_R432_2,
    3,
    "ce délai est de soixante jours lorsque l'étranger sollicite la délivrance du titre de séjour mentionné à l'article "
    "R. 421-26",
)
_DISTANCE_OUTRE_MER = citer(
    CJA_R421_7, 1, "est augmenté d'un mois pour les personnes qui demeurent en Guadeloupe, en Guyane, à la Martinique"
)

_DELAI_GENERAL = lecture(
    "Délai général de quatre mois", CESEDA_R432_2, mois=DELAIS["rejet_implicite"].nombre
)
_DELAI_DE_90_JOURS = lecture(
    "Délai de 90 jours : étudiant, saisonnier et certains autres titres. Le texte vise la délivrance ; pour un "
    "renouvellement, ce n'est pas tranché",
    _90_JOURS,
    jours=DELAIS["rejet_implicite_court"].nombre,
    si=titre.est("etudiant", "saisonnier", "vls_ts", "autre", "aucun"),
)
_DELAI_CARTE_BLEUE = lecture(
    "Délai de 90 jours : talent-carte bleue européenne (30 jours si un autre État de l'Union a donné la première carte "
    "bleue). Pour un renouvellement, ce n'est pas tranché",
    PASSEPORT_TALENT,
    jours=DELAIS["rejet_implicite_court"].nombre,
    si=titre.est("talent_carte_bleue"),
)
_DELAI_DE_60_JOURS = lecture(
    "Délai de 60 jours : talent-chercheur. Le texte vise la délivrance ; pour un renouvellement, ce n'est pas tranché",
    _60_JOURS,
    jours=DELAIS["rejet_implicite_chercheur"].nombre,
    si=titre.est("talent_chercheur"),
)

ECHEANCES = (
    echeance(
        "fenetre_debut",
        "Premier jour pour déposer la demande",
        lecture(
            "Sur l'ANEF, à partir du 120e jour avant la fin du titre",
            CESEDA_R431_5,
            jours=-DELAIS["fenetre_debut"].nombre,
            si=voie.est("anef") & ~_famille_ue,
        ),
        lecture(
            "Ailleurs que sur l'ANEF, à partir de deux mois avant la fin du titre",
            _HORS_ANEF,
            mois=-DELAIS["fenetre_hors_anef"].nombre,
            si=voie.est("guichet") & ~_famille_ue,
        ),
        lecture(
            "Famille d'un citoyen de l'Union, à partir de deux mois avant la fin du titre",
            _FAMILLE_UE,
            mois=-DELAIS["fenetre_hors_anef"].nombre,
            si=_famille_ue,
        ),
        rang=10,
        depuis="expiration",
        si=_fenetre,
        reserves=(_MARGE, _AUTRES_FENETRES),
    ),
    echeance(
        "fenetre_fin",
        "Dernier jour pour déposer la demande à temps",
        lecture(
            "Sur l'ANEF, jusqu'au 60e jour avant la fin du titre",
            CESEDA_R431_5,
            jours=-DELAIS["fenetre_fin"].nombre,
            si=voie.est("anef") & ~_famille_ue,
        ),
        lecture("Ailleurs que sur l'ANEF, jusqu'à la fin du titre", _HORS_ANEF, si=voie.est("guichet") & ~_famille_ue),
        lecture(
            "Famille d'un citoyen de l'Union, jusqu'à la fin du titre", _FAMILLE_UE, si=_famille_ue
        ),
        rang=20,
        depuis="expiration",
        si=_fenetre,
        reserves=(_MARGE, reserve("Après ce jour, la demande reste possible, mais en retard : déposez quand même.")),
    ),
    echeance(
        "fin_du_titre",
        "Fin de votre titre de séjour",
        lecture("Dernier jour écrit sur le titre", _FIN_DU_TITRE),
        rang=30,
        depuis="expiration",
        si=_a_un_titre,
    ),
    echeance(
        "fin_du_document",
        "Fin de votre document provisoire",
        lecture("Dernier jour écrit sur l'attestation", CESEDA_R431_15_1_API, si=document.est("api")),
        lecture("Dernier jour écrit sur le récépissé", CESEDA_R431_12, si=document.est("recepisse")),
        rang=40,
        depuis="fin_document",
        si=dans_le_champ & document.est("api", "recepisse"),
        reserves=(reserve("Demandez par écrit le document suivant avant ce jour."),),
    ),
    echeance(
        "trois_mois",
        "Fin des trois mois de la loi, si la préfecture n'a pas encore décidé",
        lecture(
            "Trois mois après la fin du titre",
            CESEDA_L433_3_AL1,
            mois=DELAIS["prolongation_legale"].nombre,
            si=titre.est("pluriannuelle_4_ans", "resident", "accord_plus_1_an"),
        ),
        lecture(
            "Trois mois après la fin du titre, si la loi couvre votre titre : ce n'est pas confirmé",
            CESEDA_L433_3_AL1,
            mois=DELAIS["prolongation_legale"].nombre,
            si=titre.est("rld_ue", "accord_retrait", "talent_chercheur", "talent_carte_bleue"),
        ),
        rang=50,
        depuis="expiration",
        si=dans_le_champ
        & nature.est("renouvellement")
        & depose.est("oui")
        & dossier.est("en_cours", "complement", "commission")
        & titre.est(
            "pluriannuelle_4_ans",
            "resident",
            "accord_plus_1_an",
            "rld_ue",
            "accord_retrait",
            "talent_chercheur",
            "talent_carte_bleue",
        ),
        reserves=(
            reserve(
                "La décision de la préfecture met fin aux trois mois. Un refus implicite aussi, peut-être : ce n'est pas "
                "tranché."
            ),
        ),
    ),
    echeance(
        "refus_implicite",
        "Un refus implicite peut naître du silence",
        _DELAI_GENERAL,
        _DELAI_DE_90_JOURS,
        _DELAI_CARTE_BLEUE,
        _DELAI_DE_60_JOURS,
        rang=60,
        depuis="depot",
        si=demande_en_attente,
        reserves=(
            reserve("Le silence vaut refus, jamais accord.", CESEDA_R432_1),
            reserve("Une attestation ou un récépissé n'empêche pas ce refus.", CE_AVIS_2025_05_06_499904),
            reserve(
                "Le délai part du jour où l'administration reçoit la demande. Il s'arrête pendant le temps donné pour "
                "envoyer une pièce manquante.",
                CRPA_L114_3,
                CRPA_L114_5,
            ),
            reserve(
                "Si le dossier était vraiment incomplet, le silence n'est pas un refus attaquable.",
                CE_AVIS_2024_10_10_494718,
            ),
            A_VERIFIER,
        ),
    ),
    echeance(
        "recours",
        "Dernier jour pour contester le refus implicite au tribunal, et pour en demander les motifs",
        lecture("Deux mois à partir du jour où le refus est né", CJA_R421_2, mois=DELAIS["recours"].nombre),
        lecture(
            "Un mois de plus outre-mer, seulement si le tribunal saisi n'est pas celui de votre territoire. En principe, "
            "c'est celui de votre territoire : ne comptez pas sur ce mois",
            _DISTANCE_OUTRE_MER,
            mois=DELAIS["recours"].nombre + DELAIS["distance_outre_mer"].nombre,
            si=territoire.est("outre_mer"),
        ),
        rang=70,
        depuis="refus_implicite",
        si=demande_en_attente,
        reserves=(
            reserve(
                "Si cette date est passée, voyez quand même un avocat. Ce délai ne peut pas vous être opposé si l'accusé "
                "de réception n'a pas été envoyé, ou s'il ne disait pas les délais et les voies de recours. N'attendez "
                "pas pour autant.",
                CRPA_L112_12,
                CJA_R421_5,
            ),
            reserve("Si vous demeurez à l'étranger, le délai est augmenté de deux mois.", CJA_R421_7),
            A_VERIFIER,
        ),
    ),
    echeance(
        "motifs",
        "Réponse de la préfecture, si elle reçoit aujourd'hui votre demande de motifs",
        lecture("Un mois après la demande", CRPA_L232_4, mois=DELAIS["motifs_reponse"].nombre),
        rang=80,
        depuis="aujourd_hui",
        si=refus_possible,
        reserves=(
            reserve(
                "Faites cette demande dans le délai de recours. Si la préfecture donne les motifs, vous avez de nouveau "
                "deux mois à partir de leur réception."
            ),
            A_VERIFIER,
        ),
    ),
    echeance(
        "six_mois",
        "Six mois après la fin du titre : au-delà, sans demande, un visa peut être exigé de nouveau",
        lecture("Six mois après la fin du titre", CESEDA_R431_8, mois=DELAIS["retour_visa"].nombre),
        rang=90,
        depuis="expiration",
        si=_a_un_titre & ~titre.est("rld_ue") & ~droit_europeen,
        reserves=(
            reserve(
                "Cette limite compte si aucune demande n'a été déposée avant. Un dossier clos peut ne plus compter comme "
                "une demande."
            ),
        ),
    ),
    echeance(
        "sante",
        "Vos droits santé (PUMa, C2S) ne peuvent pas être fermés avant ce jour, sauf exceptions",
        lecture("Fin du sixième mois après la fin du titre", CSS_R111_4, mois=DELAIS["sante_maintien"].nombre),
        rang=100,
        depuis="expiration",
        si=_a_un_titre & ~titre.est("ue_citoyen"),
        reserves=(
            reserve(
                "Nous comptons de date à date ; le texte peut viser la fin du mois, un peu plus tard. Exceptions : départ "
                "de France, ou éloignement définitif. N'arrêtez pas vos soins."
            ),
        ),
    ),
)

# Les jours avant lesquels la personne doit agir : un jour fermé y est signalé.
A_FAIRE_AVANT = frozenset({"fenetre_fin", "recours", "six_mois"})

SOURCES_DU_PIEGE = (CJA_L521_3, CJA_L521_1, TA_LYON_2411057)
SOURCES_DE_LA_FENETRE = (CESEDA_R431_5, _HORS_ANEF, CESEDA_R432_2, _90_JOURS, CE_AVIS_2025_05_06_499904)
