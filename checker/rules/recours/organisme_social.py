"""Écrire à la CAF, à l'assurance maladie ou à France Travail."""

from checker.rules.situations import SITUATION
from checker.rules.sources.autres_codes import CSS_L512_2_D512_1, CSS_R111_4, CT_R5221_48
from checker.rules.sources.ceseda import CESEDA_L433_3, CESEDA_R431_15_1_API
from checker.rules.sources.pratiques import DDD_RA_2019_130
from checker.rules.vocabulaire import recours, reserve

RECOURS = recours(
    "organisme_social",
    "Écrivez à la CAF, à l'assurance maladie ou à France Travail",
    "Si un droit est coupé, demandez la décision par écrit, avec les motifs et les délais de recours. Dites « je conteste » et joignez vos documents. Pour le RSA, écrivez au président du conseil départemental.",
    rang=14,
    si=~SITUATION.est("hors_champ", "titre_valable", "titre_valable_dossier_clos", "titre_perdu"),
    source=(CSS_R111_4, CESEDA_L433_3, CESEDA_R431_15_1_API, CSS_L512_2_D512_1, CT_R5221_48, DDD_RA_2019_130),
    page="que-faire.html#droits-sociaux",
    cout="Gratuit",
    lettre="organisme_social",
    reserves=(
        reserve(
            "Les droits santé ne peuvent pas être fermés avant la fin du sixième mois après la fin du titre, sauf "
            "exceptions.",
            CSS_R111_4,
        ),
        reserve("Lisez le délai de recours écrit sur la décision : il est souvent de deux mois. Vérifiez-le."),
    ),
)
