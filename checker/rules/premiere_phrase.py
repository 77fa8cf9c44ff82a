"""La première phrase d'un résultat : le travail et le séjour, en quelques mots calmes."""

from checker.rules.vocabulaire import typographie as _t

PREMIERE_PHRASE = {
    nom: _t(texte)
    for nom, texte in {
        "travail.kept": "Oui, vous pouvez travailler.",
        "travail.kept_until": "Oui, vous pouvez travailler {until}.",
        "travail.conditional": "Travail : sous condition.",
        "travail.disputed": "Travail : ce n'est pas tranché.",
        "travail.not_established": "Travail : ce n'est pas établi.",
        "travail.open": "Travail : il manque une réponse.",
        "travail.to_verify": "Travail : à vérifier.",
        "sejour.kept": "Votre séjour est régulier.",
        "sejour.kept_until": "Votre séjour est régulier {until}.",
        "sejour.conditional": "Séjour : régulier, sous condition.",
        "sejour.disputed": "Séjour : ce n'est pas tranché.",
        "sejour.not_established": "Séjour : ce n'est pas établi.",
        "sejour.open": "Séjour : il manque une réponse.",
        "sejour.to_verify": "Séjour : à vérifier.",
        "rien_d_etabli": "Avec ces réponses, rien n'est établi. Voyez plus bas ce que vous pouvez faire.",
        "edition_ancienne": "Cette édition est trop vieille : faites vérifier ce résultat.",
    }.items()
}
