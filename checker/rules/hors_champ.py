"""Ce que l'outil n'examine pas : il s'arrête tout de suite et renvoie vers une personne."""

from checker.rules import demarches as faire
from checker.rules.situations import SITUATION
from checker.rules.sources.ceseda import CESEDA_L911_1
from checker.rules.vocabulaire import NON_ETABLI, cas, reserve

HORS_CHAMP = cas(
    "hors_champ",
    NON_ETABLI,
    si=SITUATION.est("hors_champ"),
    reponse="Cet outil ne peut pas vous répondre : parlez à une personne, tout de suite.",
    parce_que="Demande d'asile, obligation de quitter le territoire (OQTF), rétention, régularisation : ces situations "
    "ont leurs propres règles et des délais très courts.",
    source=CESEDA_L911_1,
    preuve=("la décision reçue, avec la date de sa remise", "tous vos papiers"),
    reserves=(
        reserve(
            "OQTF : le délai pour aller au tribunal est de 48 heures en rétention, de sept jours si vous êtes assigné à "
            "résidence ou détenu, d'un mois dans les autres cas. Ces délais ont pu changer en juin 2026 : vérifiez sur la "
            "décision reçue, et auprès d'un avocat ou d'une association.",
            CESEDA_L911_1,
        ),
    ),
    a_faire=(faire.VOIR_UN_AVOCAT_VITE,),
)
