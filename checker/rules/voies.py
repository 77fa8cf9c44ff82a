"""Les états du dossier dont dépendent les échéances et les recours.

Une seule frontière commande les deux voies du juge : un refus implicite a-t-il pu naître ?
"""

from checker.rules.notions import droit_europeen, silence_trop_long
from checker.rules.questions import depose, document, dossier, nature
from checker.rules.situations import SITUATION
from checker.rules.sources.ceseda import CESEDA_R432_1, CESEDA_R432_2
from checker.rules.vocabulaire import notion, reserve

dans_le_champ = ~SITUATION.est("hors_champ")

refus_ecrit = SITUATION.est("refus")
dossier_ferme = SITUATION.est("dossier_clos", "titre_valable_dossier_clos")

# Le silence sur un duplicata ou sur une carte de l'Union : le dossier juridique n'en dit rien.
demande_en_attente = notion(
    "Une demande de titre attend une décision",
    dans_le_champ
    & depose.est("oui")
    & dossier.est("en_cours", "complement", "commission")
    & ~document.est("adf")
    & ~nature.est("duplicata")
    & ~droit_europeen,
    CESEDA_R432_1,
)

refus_possible = notion("Un refus implicite a pu naître", demande_en_attente & silence_trop_long, CESEDA_R432_2)
aucun_refus = notion("Aucun refus n'a pu naître", demande_en_attente & ~silence_trop_long, CESEDA_R432_2)

depot_a_faire = dans_le_champ & depose.est("non") & ~nature.est("duplicata") & ~droit_europeen

document_attendu = SITUATION.est(
    "prolongation_legale",
    "prolongation_discutee",
    "api_terminee",
    "recepisse_termine",
    "depot_seul",
    "convocation_seule",
    "depot_sans_papier",
)
document_en_cours = SITUATION.est("api", "api_silence", "recepisse", "recepisse_silence")

mesures_utiles_possibles = aucun_refus & document_attendu | depot_a_faire
suspension_possible = refus_possible | refus_ecrit

A_VERIFIER = reserve(
    "Textes lus dans leur état de la mi-juillet 2025 ; un décret du 6 juin 2026 (n° 2026-455), que nous n'avons pas lu, "
    "aurait changé des délais de recours. Vérifiez sur la décision reçue et auprès d'un avocat ou d'une association."
)
