"""Le centre de contact citoyens : l'assistance de l'ANEF."""

from checker.rules.questions import voie
from checker.rules.situations import SITUATION
from checker.rules.sources.ceseda import CESEDA_R431_2
from checker.rules.sources.pratiques import ARRETE_2023_08_01_SUBSTITUTION, BODY_CCC
from checker.rules.vocabulaire import recours, reserve

RECOURS = recours(
    "centre_de_contact",
    "Contactez le centre de contact citoyens (CCC)",
    "Écrivez par le formulaire, ou appelez. Il renseigne et transmet les anomalies du site. Notez le jour, l'heure et le numéro du ticket.",
    rang=20,
    si=voie.est("anef") & ~SITUATION.est("hors_champ", "refus"),
    source=(CESEDA_R431_2, ARRETE_2023_08_01_SUBSTITUTION, BODY_CCC),
    page="que-faire.html#blocage",
    cout="Gratuit",
    reserves=(reserve("Cet appel n'arrête aucun délai."),),
)
