"""L'aide juridictionnelle : l'État paie l'avocat."""

from checker.rules.sources.autres_codes import LF2026_ART128
from checker.rules.sources.ceseda import CESEDA_L911_1
from checker.rules.sources.decisions import AJ_QPC_2024
from checker.rules.vocabulaire import recours, reserve
from checker.rules.voies import dossier_ferme, mesures_utiles_possibles, suspension_possible

RECOURS = recours(
    "aide_juridictionnelle",
    "Demandez l'aide juridictionnelle",
    "L'État paie tout ou une partie de l'avocat si vos revenus sont faibles. Il suffit d'habiter en France de façon habituelle, même sans titre valable. Demandez-la avant d'aller au juge.",
    rang=130,
    si=mesures_utiles_possibles | suspension_possible | dossier_ferme,
    source=AJ_QPC_2024,
    page="que-faire.html#juge-depot",
    cout="Gratuit, sous condition de revenus",
    reserves=(
        reserve("Nous n'avons pas les plafonds de 2026."),
        reserve(
            "Contre une OQTF, demandez-la au plus tard avec le recours. Vérifiez auprès d'un avocat ou d'une association.",
            CESEDA_L911_1,
        ),
        reserve("Selon une source, il n'y a pas de timbre à payer au tribunal administratif.", LF2026_ART128),
    ),
)
