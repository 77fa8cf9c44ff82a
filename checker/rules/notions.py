"""Les notions : ce que la loi nomme, avec le texte qui le dit."""

from checker.rules.questions import (
    decision,
    depose,
    depot_anef,
    depot_guichet,
    depuis_depot,
    document,
    expiration,
    fin_document,
    nature,
    titre,
    voie,
)
from checker.rules.sources.ceseda import (
    CESEDA_L411_1,
    CESEDA_L433_3_AL1,
    CESEDA_R431_5,
    CESEDA_R431_12,
    CESEDA_R431_15_1_API,
    CESEDA_R432_2,
)
from checker.rules.vocabulaire import notion

titre_valable = notion("Le titre est encore valable", expiration.est("valable"), CESEDA_L411_1)

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

titre_prolonge_par_la_loi = notion(
    "Le titre est de ceux que la loi prolonge de trois mois",
    titre.est("pluriannuelle_4_ans", "resident", "accord_plus_1_an")
    & expiration.est("moins_de_3_mois")
    & nature.est("renouvellement")
    & depose.est("oui"),
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
    | depuis_depot.est("moins_de_4_mois") & titre.est("etudiant", "vls_ts", "autre", "aucun"),
    CESEDA_R432_2,
)

sans_decision_defavorable = decision.est("aucune")
