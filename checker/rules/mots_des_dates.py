"""Les phrases des échéances, du piège et de la fenêtre de dépôt."""

from checker.rules.vocabulaire import typographie as _t

MOIS = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip

_JOURS_ET_CALCULS = {
    "date": "{day} {month} {year}".replace(" ", "\u00a0"),
    "date.first": "1er",
    **{f"month.{rang}": mois for rang, mois in enumerate(MOIS, 1)},
    "jusqu_au": _t("jusqu'au {day}"),
    # « 2 mai 2026 + 4 mois = 2 septembre 2026 ».
    "addition": "{start} {added} = {end}",
    "months.one": "{number}\u00a0mois",
    "months.other": "{number}\u00a0mois",
    "days.one": "{number}\u00a0jour",
    "days.other": "{number}\u00a0jours",
    "mois_court": _t("{sum} (ce mois est plus court : on prend son dernier jour)"),
    "etape": _t("{reading} : {sum}"),
    "lecture": "{reading}.",
}

# Un jour où les bureaux sont fermés : le jour n'est jamais reporté.
_JOURS_FERMES = {
    "jour_ferme": _t("Ce jour est {closed} : déposez avant. Aucun texte lu ne reporte cette date."),
    "closed.saturday": "un samedi",
    "closed.sunday": "un dimanche",
    "closed.new_year": "férié (1er janvier)",
    "closed.easter_monday": "férié (lundi de Pâques)",
    "closed.labour_day": "férié (1er mai)",
    "closed.victory_day": "férié (8 mai)",
    "closed.ascension": "férié (Ascension)",
    "closed.whit_monday": "férié (lundi de Pentecôte)",
    "closed.national_day": "férié (14 juillet)",
    "closed.assumption": "férié (15 août)",
    "closed.all_saints": "férié (Toussaint)",
    "closed.armistice_day": "férié (11 novembre)",
    "closed.christmas": "férié (Noël)",
}

_PIEGE = {
    "concerne_peut_etre": _t("Il manque une réponse pour savoir si cette date vous concerne."),
    "la_plus_proche": _t("Il manque une réponse : nous donnons la date la plus proche."),
    "piege": _t("Sans réponse de la préfecture, un refus implicite peut naître le {day}, {gap}."),
    "ecart.meme_jour": _t("le jour même de la fin de votre titre"),
    "ecart.apres.one": _t("{number}\u00a0jour après la fin de votre titre"),
    "ecart.apres.other": _t("{number}\u00a0jours après la fin de votre titre"),
    "ecart.avant.one": _t("{number}\u00a0jour avant la fin de votre titre"),
    "ecart.avant.other": _t("{number}\u00a0jours avant la fin de votre titre"),
    "avant_le_refus": _t(
        "Avant ce jour : le référé « mesures utiles » est la voie simple pour obtenir un document. Après ce jour, un juge "
        "peut le rejeter : un seul tribunal l'a jugé dans ce que nous avons lu, d'autres peuvent décider autrement."
    ),
    "apres_le_refus": _t(
        "Ce jour est passé : demandez les motifs, déposez un recours contre le refus, et un référé-suspension avec lui. "
        "Le référé « mesures utiles » peut être rejeté : un seul tribunal l'a jugé dans ce que nous avons lu."
    ),
    "autre_lecture": _t(
        "Selon une autre lecture, le refus naît seulement le {day} : ce n'est pas tranché pour un renouvellement. "
        "Faites vérifier la bonne voie."
    ),
}

_FENETRE = {
    "voie.anef": _t("Sur l'ANEF"),
    "voie.guichet": _t("Ailleurs que sur l'ANEF"),
    "silence.general": _t("Cas général, quatre mois"),
    "silence.court": _t("Étudiants et saisonniers, si les 90 jours valent pour un renouvellement (ce n'est pas tranché)"),
    # Ce que devient un dépôt fait le premier et le dernier jour de la fenêtre.
    "piege_de_la_fenetre": _t(
        "{title} : si vous déposez dans ce délai, un refus implicite peut naître entre le {first} ({first_gap}) et le {last} "
        "({last_gap})."
    ),
    # Vrai pour toute date de fin : les tests le démontrent jour par jour.
    "piege_anef": _t(
        "Une demande déposée dans le délai de l'ANEF peut devenir un refus implicite de 0 à 63 jours après la fin du "
        "titre. Pour le délai de 90 jours : de 30 jours avant à 30 jours après. Qui dépose tôt a donc très peu de temps "
        "pour demander au juge les mesures utiles. Une attestation n'empêche pas ce refus."
    ),
}

MOTS_DES_DATES = _JOURS_ET_CALCULS | _JOURS_FERMES | _PIEGE | _FENETRE
