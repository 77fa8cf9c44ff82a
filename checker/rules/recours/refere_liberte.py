"""Le référé-liberté : exceptionnel."""

from checker.rules.questions import expiration
from checker.rules.sources.contentieux import CJA_L521_2, CJA_L523_1, CJA_R522_5_AVOCAT
from checker.rules.sources.decisions import CE_ORD_2019_430259, CE_ORD_2025_501569
from checker.rules.vocabulaire import recours, reserve
from checker.rules.voies import demande_en_attente, depot_a_faire, document_attendu, refus_ecrit

RECOURS = recours(
    "refere_liberte",
    "Dans un cas extrême : le référé-liberté (L. 521-2)",
    "C'est exceptionnel. Il faut une extrême urgence et une atteinte grave et manifestement illégale à une liberté fondamentale. Le juge décide en 48 heures. Voyez un avocat avant.",
    rang=120,
    si=(demande_en_attente & document_attendu | depot_a_faire | refus_ecrit) & ~expiration.est("valable"),
    source=(CJA_L521_2, CJA_R522_5_AVOCAT),
    page="que-faire.html#juge",
    cout="Avocat non obligatoire",
    reserves=(
        reserve(
            "Les rejets sont fréquents, surtout si le séjour ou le travail reste possible, selon les résumés lus.",
            CE_ORD_2019_430259,
            CE_ORD_2025_501569,
        ),
        reserve("Pour contester la décision du juge, le délai est de quinze jours. Vérifiez-le.", CJA_L523_1),
    ),
)
