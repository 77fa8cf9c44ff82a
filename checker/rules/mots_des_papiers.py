"""Ce qui est dit au lecteur des papiers à emporter, et les mots du calendrier : neutres pour un téléphone partagé, ou
complets."""

from checker.rules.vocabulaire import typographie as _t

_PAS_DE_PAPIER = {
    "papier.perime": _t(
        "Cette édition des règles est dépassée : aucun papier n'est fait avec elle. Prenez l'édition à jour."
    ),
    "papier.jour_passe": _t(
        "Vous examinez un jour passé : les papiers à montrer se font pour aujourd'hui. Retirez ce jour."
    ),
    "papier.hors_champ": _t(
        "Votre situation n'est pas examinée ici : aucun papier n'est fait. Voyez d'abord une personne."
    ),
}

_CALENDRIER = {
    "rappel.neutre": "Rappel {number}",
    "rappel.description": _t("Voir ma feuille"),
    "rappel.autre_lecture": _t("Autre façon de compter : {text} {steps}."),
    "rappel.textes": _t("Textes : {citations}"),
    "rappel.attention": _t("À vérifier auprès d'un avocat ou d'une association."),
    # Deux éléments d'une liste ; avec plus de deux, le début en est une.
    "rappel.liste": _t("{start} ; {next}"),
}

MOTS_DES_PAPIERS = _PAS_DE_PAPIER | _CALENDRIER
