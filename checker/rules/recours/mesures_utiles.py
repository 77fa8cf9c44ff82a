"""Le référé « mesures utiles » : la voie simple, tant qu'aucun refus n'a pu naître."""

from checker.rules.sources.contentieux import CJA_L521_3, CJA_R312_8, CJA_R522_3, CJA_R522_5_AVOCAT
from checker.rules.sources.decisions import CE_2022_453391, TA_LYON_2411057
from checker.rules.vocabulaire import recours, reserve
from checker.rules.voies import mesures_utiles_possibles

RECOURS = recours(
    "mesures_utiles",
    "Demandez au juge les mesures utiles (référé L. 521-3)",
    "Le juge peut ordonner à la préfecture de donner un document ou un rendez-vous, ou d'enregistrer la demande. Il faut une urgence, une mesure utile, et aucune décision qui s'y oppose. Allez au tribunal administratif du lieu où vous habitez. Écrivez « référé » sur la demande.",
    rang=80,
    si=mesures_utiles_possibles,
    source=(CJA_L521_3, CE_2022_453391, CJA_R312_8, CJA_R522_3, CJA_R522_5_AVOCAT),
    page="que-faire.html#juge-avant",
    cout="Avocat non obligatoire",
    echeance="refus_implicite",
    lettre="refere_mesures_utiles",
    reserves=(
        reserve(
            "Agissez avant la naissance du refus implicite. Un tribunal a rejeté ce référé demandé après : le refus était né et "
            "aucun péril grave n'était établi. C'est un seul tribunal ; d'autres peuvent décider autrement.",
            TA_LYON_2411057,
        ),
        reserve(
            "Pour un renouvellement, l'urgence est en principe reconnue, selon le résumé lu d'une décision de 2022.",
            CE_2022_453391,
        ),
    ),
)
