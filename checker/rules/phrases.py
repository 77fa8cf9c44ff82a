"""Les phrases communes : états, confiance, dates, erreurs. Les mots propres à un droit sont dans son fichier.

Une phrase est un texte, ou un modèle avec des places nommées : ``{day}``.
"""

from checker.engine.model import Certainty, Outcome
from checker.engine.phrases import Phrases
from checker.rules.mots_des_dates import MOTS_DES_DATES
from checker.rules.mots_des_lettres import MOTS_DES_LETTRES
from checker.rules.mots_des_papiers import MOTS_DES_PAPIERS
from checker.rules.premiere_phrase import PREMIERE_PHRASE
from checker.rules.vocabulaire import typographie as _t

STATUTS = {
    "kept": _t("Oui"),
    "conditional": _t("Oui, sous condition"),
    "disputed": _t("Discuté"),
    "not_established": _t("Non établi"),
    "open": _t("Il manque une réponse"),
    "to_verify": _t("À vérifier"),
}

STATUT_DE = {
    Outcome.KEPT: "kept",
    Outcome.CONDITIONAL: "conditional",
    Outcome.DISPUTED: "disputed",
    Outcome.NOT_ESTABLISHED: "not_established",
}

CONFIANCES = {
    "high": _t("source sûre"),
    "medium": _t("source à confirmer"),
}

NE_SAIT_PAS = _t("Je ne sais pas")
DANS_TOUS_LES_CAS = _t(", quelles que soient les réponses qui manquent.")
CONTRADICTION_GENERALE = _t("Vos réponses ne vont pas ensemble : vérifiez-les.")

_COMMUNES = {
    "ne_sait_pas": NE_SAIT_PAS,
    **{f"statut.{statut}": texte for statut, texte in STATUTS.items()},
    "pas_encore": _t("Il manque une réponse pour être sûr."),
    "dans_tous_les_cas": "{status}" + DANS_TOUS_LES_CAS,
    **{
        f"certitude.{certitude.value}": _t(texte)
        for certitude, texte in {
            Certainty.LAW: "Le texte le dit.",
            Certainty.CASE_LAW: "Cela repose sur une décision de justice et sur une interprétation.",
            Certainty.PRACTICE: "C'est la position de l'administration : la loi ne le dit pas.",
            Certainty.READING: "C'est notre lecture des textes : un juge peut décider autrement.",
        }.items()
    },
    "a_confirmer": _t("Nous connaissons ce texte par une source secondaire : à confirmer."),
    "non_tranche": _t("Les textes ne tranchent pas."),
    **{f"confiance.{confiance}": texte for confiance, texte in CONFIANCES.items()},
}

_ERREURS = {
    "contradiction": _t("Ces deux réponses ne vont pas ensemble : vérifiez-les."),
    "contradiction_generale": CONTRADICTION_GENERALE,
    "question_inconnue": _t("Cette question n'existe pas."),
    "reponse_inconnue": _t("Cette réponse n'existe pas."),
    "date_inconnue": _t("Cette date n'existe pas dans le questionnaire."),
    "date_illisible": _t("Cette date n'existe pas. Écrivez le jour, le mois et l'année, par exemple 5 3 2027."),
    "date_future": _t("Cette date est dans le futur : vérifiez-la."),
    "date_apres": _t("Cette date vient après le jour examiné : vérifiez les deux."),
    "depot_avant_le_titre": _t(
        "Ce dépôt vient avant le titre lui-même, qui dure dix ans au plus : vérifiez les deux dates."
    ),
    "date_lointaine": _t("Cette date est trop éloignée : vérifiez l'année."),
    "demande_illisible": _t("La demande n'a pas pu être lue."),
}

PHRASES = Phrases(_COMMUNES | PREMIERE_PHRASE | MOTS_DES_DATES | _ERREURS | MOTS_DES_PAPIERS | MOTS_DES_LETTRES)
