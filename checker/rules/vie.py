"""Ce que partagent les droits de la vie courante : groupes de situations, dates de fin, réserves."""

from checker.rules.questions import nature
from checker.rules.situations import SITUATION
from checker.rules.sources.ceseda import CESEDA_L911_1, CESEDA_R432_2
from checker.rules.vocabulaire import fin, reserve

_titre_en_cours = SITUATION.est("titre_valable", "titre_valable_dossier_clos")

# Un duplicata se demande pour un titre perdu, volé ou abîmé : le titre vaut, mais il ne peut pas être montré.
titre_a_montrer = _titre_en_cours & ~nature.est("duplicata")
titre_sans_la_carte = SITUATION.est("titre_perdu") | _titre_en_cours & nature.est("duplicata")

attestation = SITUATION.est("api", "api_silence")
recepisse = SITUATION.est("recepisse", "recepisse_silence")
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
# Pour les cas écrits par exclusion : le cas « hors champ » passe avant tous les autres.
dans_le_champ = ~SITUATION.est("hors_champ")
renouvellement = nature.est("renouvellement")

FIN_DU_TITRE = fin("jusqu'à la date de fin de votre titre", "expiration")
FIN_DU_DOCUMENT = fin("jusqu'à la date de fin écrite sur votre document", "fin_document")
REMISE_DE_LA_CARTE = fin("jusqu'à la remise de votre carte")

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
