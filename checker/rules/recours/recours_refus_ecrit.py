"""Le recours pour excès de pouvoir contre un refus écrit."""

from checker.rules.sources.ceseda import CESEDA_L911_1
from checker.rules.sources.contentieux import CJA_R312_8, CJA_R421_1, CJA_R421_5, CRPA_L411_2
from checker.rules.vocabulaire import recours, reserve
from checker.rules.voies import A_VERIFIER, refus_ecrit

RECOURS = recours(
    "recours_refus_ecrit",
    "Contestez le refus écrit au tribunal (recours pour excès de pouvoir)",
    "Refus sans OQTF : deux mois à partir de la réception. Refus avec OQTF : un mois, sept jours si vous êtes assigné à résidence ou détenu, 48 heures en rétention. Lisez le délai écrit sur la décision. Voyez un avocat ou une association cette semaine.",
    rang=102,
    si=refus_ecrit,
    source=(CJA_R421_1, CESEDA_L911_1, CJA_R312_8),
    page="que-faire.html#delais",
    cout="Avocat non obligatoire, mais très utile",
    reserves=(
        reserve("Les délais ne valent que s'ils sont écrits dans la décision, avec les voies de recours.", CJA_R421_5),
        reserve(
            "Redemander au préfet, dans le délai, interrompt le délai de deux mois, mais pas celui de l'OQTF dans le texte lu.",
            CRPA_L411_2,
            CESEDA_L911_1,
        ),
        A_VERIFIER,
    ),
)
