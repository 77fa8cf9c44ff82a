"""Le référé-suspension : la voie du juge une fois le refus né."""

from checker.rules.sources.contentieux import CJA_L521_1, CJA_L911_L761, CJA_R522_3, CJA_R522_5_AVOCAT
from checker.rules.sources.decisions import CE_2022_457933, TA_LYON_2411057
from checker.rules.vocabulaire import recours, reserve
from checker.rules.voies import suspension_possible

RECOURS = recours(
    "suspension",
    "Demandez la suspension du refus (référé L. 521-1)",
    "Ce référé va avec le recours contre le refus, dans une requête séparée, avec une copie du recours. Il faut une urgence et un doute sérieux sur la légalité. Demandez aussi un document provisoire.",
    rang=110,
    si=suspension_possible,
    source=(CJA_L521_1, CJA_R522_3, CJA_L911_L761, CJA_R522_5_AVOCAT),
    page="que-faire.html#juge-apres",
    cout="Avocat non obligatoire",
    echeance="recours",
    reserves=(
        reserve(
            "Pour un refus de renouvellement, l'urgence est en principe remplie, même avec un récépissé, selon le résumé lu "
            "d'une décision de 2022.",
            CE_2022_457933,
        ),
        reserve(
            "Le référé « mesures utiles » ne vient plus qu'en complément : un tribunal l'a rejeté après la naissance du refus. "
            "C'est un seul tribunal ; d'autres peuvent décider autrement.",
            TA_LYON_2411057,
        ),
    ),
)
