"""Le recours pour excès de pouvoir contre un refus né du silence."""

from checker.rules.sources.contentieux import CJA_R312_8, CJA_R421_2, CJA_R421_5, CJA_R522_5_AVOCAT, CRPA_L112_12
from checker.rules.sources.decisions import CE_AVIS_2024_10_10_494718, CE_AVIS_2025_05_06_499904
from checker.rules.vocabulaire import recours, reserve
from checker.rules.voies import A_VERIFIER, refus_possible

RECOURS = recours(
    "recours_refus_implicite",
    "Contestez le refus implicite au tribunal (recours pour excès de pouvoir)",
    "Demandez au tribunal administratif d'annuler le refus né du silence. Le délai est de deux mois à partir de sa naissance. Une attestation ou un récépissé n'empêche pas ce refus.",
    rang=100,
    si=refus_possible,
    source=(CJA_R421_2, CE_AVIS_2025_05_06_499904, CJA_R312_8, CJA_R522_5_AVOCAT),
    page="que-faire.html#juge-apres",
    cout="Avocat non obligatoire",
    echeance="recours",
    reserves=(
        reserve(
            "Délai passé ? Voyez quand même un avocat : il ne peut pas vous être opposé si l'accusé de réception n'a pas été "
            "envoyé, ou s'il ne disait pas les délais et les voies de recours. N'attendez pas pour autant.",
            CRPA_L112_12,
            CJA_R421_5,
        ),
        reserve(
            "Si le dossier était vraiment incomplet, le silence n'est pas un refus attaquable.", CE_AVIS_2024_10_10_494718
        ),
        A_VERIFIER,
    ),
)
