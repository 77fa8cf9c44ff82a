"""Le Défenseur des droits : gratuit, après avoir écrit à l'administration."""

from checker.rules.sources.contentieux import CJA_MPO
from checker.rules.sources.pratiques import BODY_DDD, DDD_RAPPORT_ANEF_2024
from checker.rules.vocabulaire import recours, reserve
from checker.rules.voies import dans_le_champ

RECOURS = recours(
    "defenseur_des_droits",
    "Saisissez le Défenseur des droits",
    "Écrivez-lui après avoir écrit à l'administration. Racontez les faits dans l'ordre, joignez les preuves, et dites si un recours est en cours. Il peut agir auprès de la préfecture, de la CAF, de la CPAM et de France Travail.",
    rang=60,
    si=dans_le_champ,
    source=(BODY_DDD, DDD_RAPPORT_ANEF_2024),
    page="que-faire.html#defenseur",
    cout="Gratuit",
    lettre="defenseur_des_droits",
    reserves=(
        reserve("Il n'arrête pas les délais de recours, sauf médiation préalable obligatoire.", BODY_DDD, CJA_MPO),
    ),
)
