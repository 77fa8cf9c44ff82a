"""Les phrases à montrer : ce qu'un guichet ou un employeur lit sur une fiche ou une carte, et rien de plus.

À la troisième personne, dans les limites du texte cité. Une source qui n'est pas sûre, une pratique, un juge ou
notre lecture se disent « Selon… ». Un cas discuté ou non établi n'en a pas.
"""

from checker.engine.model import Source, Statement
from checker.rules.sources.autres_codes import CSS_L512_2_D512_1, CSS_L821_1, CSS_R111_4, CT_L5221_5, DECRET_2015_1437
from checker.rules.sources.ceseda import (
    CESEDA_L312_5,
    CESEDA_L411_1,
    CESEDA_L414_10,
    CESEDA_L422_1,
    CESEDA_L433_3,
    CESEDA_L433_3_AL1,
    CESEDA_LIVRE2_UE,
    CESEDA_R233_15,
    CESEDA_R431_12,
    CESEDA_R431_15,
    CESEDA_R431_15_1_ADF,
    CESEDA_R431_15_1_API,
    CESEDA_R431_15_2_RENOUVELLEMENT,
    CESEDA_R431_15_3,
    CESEDA_R432_9,
    CESEDA_R434_1,
)
from checker.rules.sources.decisions import CASS_COM_2007_12_18
from checker.rules.sources.pratiques import FT_PAGE_RENOUVELLEMENT, SP_F12189_RETOUR, SP_F36206_ATTESTATIONS
from checker.rules.vocabulaire import a_montrer

_LIMITES = (
    "Les limites du titre restent les mêmes : métier, zone, nombre d'heures (étudiants : 60 % de l'année), date de "
    "l'autorisation de travail.",
)
_AIDE = ("Les autres conditions de cette aide (revenus, enfants, logement…) restent les mêmes.",)
_DECISION = ("La décision de la préfecture met fin à ces trois mois, même si elle vient avant.",)
_EUROPE = (
    "Ce droit a des conditions : travailler, étudier, ou avoir des ressources et une assurance maladie.",
    "Le membre de la famille prouve son lien de famille et la situation du citoyen européen.",
)
_SANTE = (
    "Exceptions : départ de France, autre législation applicable, pas de réponse à une demande de la caisse, ou "
    "éloignement devenu définitif (alors la fin du deuxième mois).",
)
_RETOUR = (
    "Le retour se fait avant la date de fin du document, et les conditions d'entrée s'appliquent.",
    "C'est la position de l'administration, pas une garantie.",
)


def _trois_mois(id: str, effet: str, *sources: Source, conditions: tuple[str, ...] = ()) -> Statement:
    """L. 433-3 : la même période, un effet différent."""
    return a_montrer(
        id,
        "Selon l'article L. 433-3 du CESEDA, le titulaire d'une carte de résident, d'une carte pluriannuelle de quatre ans ou "
        "d'un titre de plus d'un an prévu par un accord international, qui a demandé son renouvellement dans le délai, "
        f"{effet} jusqu'à la décision de la préfecture, trois mois au plus après l'expiration.",
        *sources,
        conditions=(*_DECISION, *conditions),
    )


TITRE_SEJOUR = a_montrer(
    "titre_sejour",
    "Le titulaire d'un titre de séjour en cours de validité peut séjourner en France pendant la durée de ce titre.",
    CESEDA_L411_1,
)
TITRE_TRAVAIL = a_montrer(
    "titre_travail",
    "Le titulaire d'un titre de séjour en cours de validité qui permet de travailler peut exercer une activité "
    "professionnelle, dans les limites de ce titre.",
    CESEDA_L414_10,
    conditions=_LIMITES,
)
TITRE_AIDES = a_montrer(
    "titre_aides",
    "Le titre de séjour en cours de validité prouve le séjour jusqu'à sa date de fin ; les autres conditions de l'aide "
    "demandée s'appliquent.",
    CESEDA_L411_1,
    conditions=_AIDE,
)
TITRE_LOGEMENT = a_montrer(
    "titre_logement",
    "La liste des pièces qu'un bailleur peut demander à un candidat étranger prévoit un document qui prouve le droit au "
    "séjour, comme un titre de séjour en cours de validité.",
    DECRET_2015_1437,
)
TITRE_RETOUR = a_montrer(
    "titre_retour",
    "Le titulaire d'un titre de séjour en cours de validité est admis en France au seul vu de ce titre et d'un document "
    "de voyage.",
    CESEDA_L312_5,
)
TITRE_FRANCE_TRAVAIL = a_montrer(
    "titre_france_travail",
    "Selon le site de France Travail, l'inscription suit la date de fin du titre de séjour enregistré.",
    FT_PAGE_RENOUVELLEMENT,
    conditions=("Le titre doit être dans la liste du code du travail (article R. 5221-48).",),
)
API_SEJOUR = a_montrer(
    "api_sejour",
    "L'attestation de prolongation d'instruction, accompagnée du document de séjour expiré, permet à son titulaire de "
    "justifier de la régularité de son séjour pendant la durée qu'elle précise.",
    CESEDA_R431_15_1_API,
)
API_TRAVAIL = a_montrer(
    "api_travail",
    "Le titulaire d'une attestation de prolongation d'instruction d'une demande de renouvellement, en cours de validité, "
    "peut travailler en France métropolitaine si le titre expiré le permettait.",
    CESEDA_R431_15_2_RENOUVELLEMENT,
    conditions=_LIMITES,
)
API_ETUDES = a_montrer(
    "api_etudes",
    "Selon la préfecture des Hautes-Pyrénées (2023), l'attestation de prolongation d'instruction prolonge les droits de "
    "la carte « étudiant ».",
    CESEDA_L422_1,
    CESEDA_R431_15_1_API,
    conditions=("Le travail salarié reste limité à 60 % de la durée annuelle.",),
)
RECEPISSE_SEJOUR = a_montrer(
    "recepisse_sejour",
    "Le récépissé d'une demande de titre de séjour autorise la présence de son titulaire en France pour la durée qu'il "
    "précise.",
    CESEDA_R431_12,
)
RECEPISSE_TRAVAIL = a_montrer(
    "recepisse_travail",
    "Pendant sa durée de validité, le récépissé de demande de renouvellement d'une carte de séjour qui permet de "
    "travailler autorise son titulaire à exercer une activité professionnelle.",
    CESEDA_R431_15,
    conditions=_LIMITES,
)
RECEPISSE_FAMILIALES = a_montrer(
    "recepisse_familiales",
    "Le récépissé de demande de renouvellement d'un titre de la liste de l'article D. 512-1 du code de la sécurité sociale "
    "est accepté pour les prestations familiales (4° de cet article).",
    CSS_L512_2_D512_1,
    conditions=_AIDE,
)
RECEPISSE_AAH = a_montrer(
    "recepisse_aah",
    "Selon une fiche de 2020, l'article L. 821-1 du code de la sécurité sociale demande pour l'AAH un séjour régulier ou un "
    "récépissé de demande de renouvellement.",
    CSS_L821_1,
    conditions=_AIDE,
)
RECEPISSE_FRANCE_TRAVAIL = a_montrer(
    "recepisse_france_travail",
    "Selon le site de France Travail, le récépissé de demande de renouvellement du titre de séjour permet d'enregistrer une "
    "nouvelle date de fin.",
    FT_PAGE_RENOUVELLEMENT,
    conditions=("Le titre doit être dans la liste du code du travail (article R. 5221-48).",),
)
DOCUMENT_SEJOUR = a_montrer(
    "document_sejour",
    "Jusqu'à sa date de fin, l'attestation de prolongation d'instruction, avec le titre de séjour expiré, permet de "
    "justifier de la régularité du séjour, et le récépissé autorise la présence en France.",
    CESEDA_R431_15_1_API,
    CESEDA_R431_12,
)
DOCUMENT_LOGEMENT = a_montrer(
    "document_logement",
    "Selon le décret n° 2015-1437, la liste des pièces qu'un bailleur peut demander à un candidat étranger prévoit un "
    "document qui prouve le droit au séjour.",
    DECRET_2015_1437,
)
DOCUMENT_RETOUR = a_montrer(
    "document_retour",
    "Selon la fiche officielle service-public F12189, l'attestation de prolongation d'instruction ou le récépissé d'une "
    "demande de renouvellement, en cours de validité, permet de revenir en France avec le titre expiré et le passeport.",
    SP_F12189_RETOUR,
    conditions=_RETOUR,
)
APS_RETOUR = a_montrer(
    "aps_retour",
    "Selon la fiche officielle service-public F12189, l'autorisation provisoire de séjour en cours de validité permet de "
    "revenir en France avec le passeport.",
    SP_F12189_RETOUR,
    conditions=_RETOUR,
)
ADF_SEJOUR = a_montrer(
    "adf_sejour",
    "L'attestation de décision favorable permet à son titulaire de justifier de la régularité de son séjour, dans l'attente "
    "de la remise de son titre.",
    CESEDA_R431_15_1_ADF,
)
ADF_TRAVAIL = a_montrer(
    "adf_travail",
    "Selon la fiche officielle service-public F36206, l'attestation de décision favorable d'un renouvellement permet de "
    "travailler si la carte renouvelée le permettait.",
    SP_F36206_ATTESTATIONS,
    conditions=_LIMITES,
)
ADF_RETOUR = a_montrer(
    "adf_retour",
    "Selon la fiche officielle service-public F12189, l'attestation de décision favorable permet de revenir en France avec "
    "le passeport.",
    SP_F12189_RETOUR,
    conditions=_RETOUR,
)
COMMISSION_SEJOUR = a_montrer(
    "commission_sejour",
    "L'attestation de prolongation d'instruction ou le récépissé remis quand la commission du titre de séjour est saisie "
    "est valable trois mois et renouvelé jusqu'à ce que le préfet ait statué.",
    CESEDA_R432_9,
)
COMMISSION_TRAVAIL = a_montrer(
    "commission_travail",
    "L'attestation de prolongation d'instruction ou le récépissé remis quand la commission du titre de séjour est saisie "
    "porte la mention « Il autorise son titulaire à travailler » si le titre précédent le permettait.",
    CESEDA_R432_9,
    conditions=_LIMITES,
)
PROTECTION_SEJOUR = a_montrer(
    "protection_sejour",
    "L'attestation de prolongation d'instruction remise à la personne reconnue réfugiée ou protégée lui permet de justifier "
    "de la régularité de son séjour pendant la durée qu'elle précise.",
    CESEDA_R431_15_3,
)
PROTECTION_TRAVAIL = a_montrer(
    "protection_travail",
    "L'attestation de prolongation d'instruction remise à la personne reconnue réfugiée ou protégée lui donne le droit "
    "d'exercer la profession de son choix pendant la durée qu'elle précise, dans les conditions prévues à l'article "
    "L. 414-10 du CESEDA.",
    CESEDA_R431_15_3,
)
TROIS_MOIS_SEJOUR = _trois_mois(
    "trois_mois_sejour",
    "justifie de la régularité de son séjour en présentant le titre expiré,",
    CESEDA_L433_3_AL1,
)
TROIS_MOIS_TRAVAIL = _trois_mois(
    "trois_mois_travail",
    "conserve son droit de travailler, si le titre le permettait,",
    CESEDA_L433_3,
    CESEDA_L433_3_AL1,
    conditions=_LIMITES,
)
TROIS_MOIS_SOCIAL = _trois_mois(
    "trois_mois_social",
    "conserve l'intégralité de ses droits sociaux",
    CESEDA_L433_3,
    CESEDA_L433_3_AL1,
)
EUROPE = a_montrer(
    "europe",
    "Selon les articles L. 231-1 et R. 233-18 du CESEDA, le citoyen de l'Union européenne n'est pas tenu de détenir un titre "
    "de séjour, et le droit au séjour de sa famille n'est pas subordonné à la détention de la carte.",
    CESEDA_LIVRE2_UE,
    CESEDA_R233_15,
    conditions=_EUROPE,
)
SANTE = a_montrer(
    "sante",
    "Selon l'article R. 111-4 du code de la sécurité sociale, les droits déjà ouverts à l'assurance maladie (PUMa) et à la C2S "
    "ne peuvent pas être fermés avant la fin du sixième mois qui suit l'expiration des titres ou documents de séjour, sauf "
    "exceptions.",
    CSS_R111_4,
    conditions=_SANTE,
)
APPRENTISSAGE = a_montrer(
    "apprentissage",
    "Selon l'article L. 5221-5 du code du travail, l'autorisation de travail est accordée de droit à l'étranger autorisé à "
    "séjourner, pour un contrat d'apprentissage ou un contrat de professionnalisation à durée déterminée.",
    CT_L5221_5,
    conditions=("L'autorisation de travail est obtenue avant le début du contrat.",),
)
BANQUE = a_montrer(
    "banque",
    "Selon une décision de la Cour de cassation du 18 décembre 2007 (n° 07-12.382), connue par une source secondaire, La "
    "Poste ne pouvait pas refuser l'accès au compte au seul motif d'un récépissé périmé.",
    CASS_COM_2007_12_18,
    conditions=("La banque peut demander une pièce d'identité valable : le passeport.",),
)
REGROUPEMENT = a_montrer(
    "regroupement",
    "Selon l'article R. 434-1 du CESEDA, le demandeur d'un regroupement familial justifie d'une carte temporaire d'au moins un "
    "an, d'une carte pluriannuelle, d'une carte de résident, ou du récépissé de demande de leur renouvellement.",
    CESEDA_R434_1,
    conditions=("Les autres conditions du regroupement familial s'appliquent.",),
)
