"""Les notions : ce que la loi nomme, avec le texte qui le dit."""

from checker.rules.questions import (
    depose,
    depot_anef,
    depot_guichet,
    depuis_depot,
    document,
    dossier,
    expiration,
    fin_document,
    nature,
    titre,
    voie,
)
from checker.rules.sources.ceseda import (
    CESEDA_L411_1,
    CESEDA_L433_3_AL1,
    CESEDA_LIVRE2_UE,
    CESEDA_R431_5,
    CESEDA_R431_12,
    CESEDA_R431_15_1_API,
    CESEDA_R432_2,
    CESEDA_R432_9,
)
from checker.rules.vocabulaire import notion

titre_valable = notion("Le titre est encore valable", expiration.est("valable"), CESEDA_L411_1)

droit_europeen = notion(
    "Le droit au séjour ne dépend pas du titre", titre.est("ue_citoyen", "ue_famille"), CESEDA_LIVRE2_UE
)

api_en_cours = notion(
    "L'attestation de prolongation est en cours de validité",
    document.est("api") & fin_document.est("en_cours"),
    CESEDA_R431_15_1_API,
)

recepisse_en_cours = notion(
    "Le récépissé est en cours de validité",
    document.est("recepisse") & fin_document.est("en_cours"),
    CESEDA_R431_12,
)

commission_saisie = notion(
    "La commission du titre de séjour est saisie", dossier.est("commission"), CESEDA_R432_9
)

renouvellement_en_attente = nature.est("renouvellement") & depose.est("oui")

titre_prolonge_par_la_loi = notion(
    "Le titre est de ceux que la loi prolonge de trois mois",
    titre.est("pluriannuelle_4_ans", "resident", "accord_plus_1_an")
    & expiration.est("moins_de_3_mois")
    & renouvellement_en_attente,
    CESEDA_L433_3_AL1,
)

# « Inclusion probable, non confirmée » pour le résident longue durée-UE et l'accord de retrait ; les cartes
# « talent » à délai court ne durent pas toujours quatre ans.
titre_peut_etre_prolonge = notion(
    "Le titre est peut-être de ceux que la loi prolonge",
    titre.est("rld_ue", "accord_retrait", "talent_chercheur", "talent_carte_bleue")
    & expiration.est("moins_de_3_mois")
    & renouvellement_en_attente,
    CESEDA_L433_3_AL1,
)

depot_a_temps = notion(
    "La demande a été déposée dans le délai",
    voie.est("anef") & depot_anef.est("a_temps") | voie.est("guichet") & depot_guichet.est("a_temps"),
    CESEDA_R431_5,
)

# Les délais courts visent la « délivrance » de certains titres : leur application au renouvellement
# n'est pas tranchée. Dans le doute, le refus implicite est tenu pour possible dès le délai court.
silence_trop_long = notion(
    "Un refus implicite a pu naître du silence",
    depuis_depot.est("plus_de_4_mois")
    | depuis_depot.est("moins_de_4_mois")
    & titre.est("etudiant", "saisonnier", "talent_chercheur", "talent_carte_bleue", "vls_ts", "autre", "aucun")
    | depuis_depot.est("moins_de_90_jours") & titre.est("talent_chercheur"),
    CESEDA_R432_2,
)

trois_mois_acquis = notion(
    "La loi prolonge le titre de trois mois, sans discussion",
    titre_prolonge_par_la_loi & depot_a_temps & ~silence_trop_long,
    CESEDA_L433_3_AL1,
)
