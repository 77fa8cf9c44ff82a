"""Ce que partagent les droits : groupes de situations, dates de fin, preuves, réserves, et le dernier cas."""

from checker.engine.model import Case, Source, Step
from checker.rules import demarches as faire
from checker.rules.questions import nature, titre
from checker.rules.situations import SITUATION
from checker.rules.sources.autres_codes import PENAL_225_1
from checker.rules.sources.ceseda import CESEDA_L911_1, CESEDA_R432_2
from checker.rules.sources.decisions import SOC_2023_11_29
from checker.rules.sources.pratiques import BODY_DDD, DDD_RAPPORT_ANEF_2024
from checker.rules.vocabulaire import JAMAIS, NON_ETABLI, cas, fin, reserve

titre_en_cours = SITUATION.est("titre_valable", "titre_valable_dossier_clos")

# Un duplicata se demande pour un titre perdu, volé ou abîmé : le titre vaut, mais il ne peut pas être montré.
titre_a_montrer = titre_en_cours & ~nature.est("duplicata")
titre_sans_la_carte = SITUATION.est("titre_perdu") | titre_en_cours & nature.est("duplicata")

attestation_en_cours = SITUATION.est("api", "api_silence")
recepisse_en_cours = SITUATION.est("recepisse", "recepisse_silence")
silence = SITUATION.est("api_silence", "recepisse_silence")
rien_de_valable = SITUATION.est(
    "api_terminee",
    "recepisse_termine",
    "depot_seul",
    "convocation_seule",
    "depot_sans_papier",
    "rien",
    "rien_depuis_six_mois",
)
demande_fermee = SITUATION.est("refus", "dossier_clos")
renouvellement = nature.est("renouvellement")
# Le passage du VLS-TS à une carte : renouvellement ou première demande ? Le dossier répond « incertain ».
renouvellement_de_carte = renouvellement & ~titre.est("vls_ts")
decision_favorable = SITUATION.est("accord")
commission = SITUATION.est("commission")
sans_document = rien_de_valable | SITUATION.est("titre_perdu")

FIN_DU_TITRE = fin("jusqu'à la date de fin de votre titre", "expiration")
FIN_DU_DOCUMENT = fin("jusqu'à la date de fin écrite sur votre document", "fin_document")
REMISE_DE_LA_CARTE = fin("jusqu'à la remise de votre carte")
FIN_DU_DOCUMENT_OU_REMISE = fin(
    "jusqu'à la date de fin écrite sur votre document, ou jusqu'à la remise de votre carte", "fin_document"
)

RECEPISSE_ET_TITRE = ("votre récépissé", "votre titre de séjour fini", "votre passeport")
DOCUMENT_ET_TITRE = (
    "votre attestation ou votre récépissé",
    "votre titre de séjour fini, si vous en avez un",
    "votre passeport",
)
TITRE_ET_DEMANDE = ("votre titre de séjour fini", "la preuve de votre demande et de sa date", "votre passeport")
TRACES_DES_DEMARCHES = ("votre titre, même fini", "tout ce qui prouve vos démarches et leurs dates")
PAPIERS_DU_DROIT_EUROPEEN = (
    "votre passeport ou votre carte d'identité",
    "ce qui prouve votre lien de famille avec le citoyen européen, si c'est votre cas",
)

REFUS_POSSIBLE = reserve(
    "Si la préfecture se tait depuis longtemps, un refus a pu naître : demandez d'abord l'avis d'un avocat ou d'une "
    "association.",
    CESEDA_R432_2,
)
DELAI_DE_LA_DECISION = reserve(
    "Une décision reçue peut ouvrir un délai très court pour agir : lisez-la le jour même. Vérifiez le délai écrit "
    "dessus, et auprès d'un avocat ou d'une association.",
    CESEDA_L911_1,
)
DEMANDE_A_TEMPS = reserve(
    "Pour garder le travail pendant ces trois mois, un juge a exigé une demande faite dans le délai : gardez la preuve "
    "de la date de votre dépôt.",
    SOC_2023_11_29,
)
DOCUMENTS_MAL_ACCEPTES = reserve(
    "Le Défenseur des droits a relevé en 2024 que les documents de l'ANEF sont parfois mal acceptés : gardez une preuve "
    "de chaque envoi.",
    DDD_RAPPORT_ANEF_2024,
)
DEFENSEUR = reserve(
    "Vous pouvez écrire au Défenseur des droits. C'est gratuit, mais en général cela n'arrête pas les délais pour "
    "contester.",
    BODY_DDD,
)
DISCRIMINATION = reserve(
    "Refuser à cause de votre origine ou de votre nationalité est une discrimination, punie par la loi. Refuser parce "
    "qu'un titre exigé manque n'est pas, en soi, une discrimination.",
    PENAL_225_1,
)


def sinon(source: Source, *a_faire: Step) -> Case:
    """Le cas qui reste quand aucune règle ne répond."""
    return cas(
        "sinon",
        NON_ETABLI,
        si=JAMAIS,
        reponse="Non établi : nos règles ne permettent pas de répondre.",
        parce_que="Votre situation n'entre dans aucun des cas que nous avons pu vérifier.",
        source=source,
        a_faire=a_faire or (faire.VOIR_UNE_ASSOCIATION,),
    )
