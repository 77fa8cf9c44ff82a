"""La première phrase d'un résultat : le travail et le séjour, en quelques mots calmes."""

from checker.rules.vocabulaire import typographie as _t

TRAVAIL = {
    "kept": _t("Oui, vous pouvez travailler{fin}."),
    "conditional": _t("Travail : sous condition."),
    "disputed": _t("Travail : ce n'est pas tranché."),
    "not_established": _t("Travail : ce n'est pas établi."),
    "open": _t("Travail : il manque une réponse."),
    "to_verify": _t("Travail : à vérifier."),
}

SEJOUR = {
    "kept": _t("Votre séjour est régulier{fin}."),
    "conditional": _t("Séjour : régulier, sous condition."),
    "disputed": _t("Séjour : ce n'est pas tranché."),
    "not_established": _t("Séjour : ce n'est pas établi."),
    "open": _t("Séjour : il manque une réponse."),
    "to_verify": _t("Séjour : à vérifier."),
}

RIEN_D_ETABLI = _t("Avec ces réponses, rien n'est établi. Voyez plus bas ce que vous pouvez faire.")
EDITION_ANCIENNE = _t("Cette édition est trop vieille : faites vérifier ce résultat.")
