"""Les phrases communes : états, confiance, erreurs. Les mots propres à un droit sont dans son fichier."""

from checker.engine.model import Certainty, Outcome
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

CERTITUDES = {
    Certainty.LAW: _t("Le texte le dit."),
    Certainty.CASE_LAW: _t("Cela repose sur une décision de justice et sur une interprétation."),
    Certainty.PRACTICE: _t("C'est la position de l'administration : la loi ne le dit pas."),
    Certainty.READING: _t("C'est notre lecture des textes : un juge peut décider autrement."),
}

A_CONFIRMER = _t("Nous connaissons ce texte par une source secondaire : à confirmer.")
NON_TRANCHE = _t("Les textes ne tranchent pas.")

CONFIANCES = {
    "high": _t("source sûre"),
    "medium": _t("source à confirmer"),
}

NE_SAIT_PAS = _t("Je ne sais pas")
PAS_ENCORE = _t("Il manque une réponse pour être sûr.")
DANS_TOUS_LES_CAS = _t(", quelles que soient les réponses qui manquent.")
CONTRADICTION = _t("Ces deux réponses ne vont pas ensemble : vérifiez-les.")
CONTRADICTION_GENERALE = _t("Vos réponses ne vont pas ensemble : vérifiez-les.")
QUESTION_INCONNUE = _t("Cette question n'existe pas.")
REPONSE_INCONNUE = _t("Cette réponse n'existe pas.")
DATE_INCONNUE = _t("Cette date n'existe pas dans le questionnaire.")
DATE_ILLISIBLE = _t("Cette date n'existe pas. Écrivez le jour, le mois et l'année, par exemple 5 3 2027.")
DATE_FUTURE = _t("Cette date est dans le futur : vérifiez-la.")
DATE_APRES = _t("Cette date vient après le jour examiné : vérifiez les deux.")
DEPOT_AVANT_LE_TITRE = _t("Ce dépôt vient avant le titre lui-même, qui dure dix ans au plus : vérifiez les deux dates.")
DATE_LOINTAINE = _t("Cette date est trop éloignée : vérifiez l'année.")
DEMANDE_ILLISIBLE = _t("La demande n'a pas pu être lue.")


def calcul(depart: str, mois: int, arrivee: str) -> str:
    """Une ligne de calcul de date : « 24 juillet 2026 + 3 mois = 24 octobre 2026 »."""
    return _t(f"{depart} + {mois} mois = {arrivee}")


def jusqu_au(jour: str) -> str:
    return _t(f"jusqu'au {jour}")
