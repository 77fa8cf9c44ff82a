"""Les phrases des échéances, du piège et de la fenêtre de dépôt."""

from collections.abc import Iterable

from checker.engine.calendar import Offset
from checker.rules.vocabulaire import typographie as _t

CONCERNE_PEUT_ETRE = _t("Il manque une réponse pour savoir si cette date vous concerne.")
LA_PLUS_PROCHE = _t("Il manque une réponse : nous donnons la date la plus proche.")
DERNIER_JOUR_DU_MOIS = _t("ce mois est plus court : on prend son dernier jour")


def jour_ferme(quoi: str) -> str:
    """Un jour où les bureaux sont fermés : le jour n'est jamais reporté."""
    return _t(f"Ce jour est {quoi} : déposez avant. Aucun texte lu ne reporte cette date.")


def calcul(depart: str, decalage: Offset, arrivee: str) -> str:
    """« 2 mai 2026 + 4 mois = 2 septembre 2026 » ; le jour seul si rien n'est ajouté."""
    nombres = ((decalage.months, "mois"), (decalage.days, "jour" if abs(decalage.days) == 1 else "jours"))
    ajouts = [f"{'−' if nombre < 0 else '+'} {abs(nombre)} {unite}" for nombre, unite in nombres if nombre]
    return _t(f"{depart} {' '.join(ajouts)} = {arrivee}") if ajouts else arrivee


def etape(lecture: str, calcul: str) -> str:
    return _t(f"{lecture} : {calcul}")


def ecart(jours: int) -> str:
    """« 40 jours après la fin de votre titre »."""
    if jours == 0:
        return _t("le jour même de la fin de votre titre")
    nombre = f"{abs(jours)} jour{'s' if abs(jours) > 1 else ''}"
    return _t(f"{nombre} {'après' if jours > 0 else 'avant'} la fin de votre titre")


def piege(jour: str, jours: int) -> str:
    return _t(f"Sans réponse de la préfecture, un refus implicite peut naître le {jour}, {ecart(jours)}.")


AVANT_LE_REFUS = _t(
    "Avant ce jour : le référé « mesures utiles » est la voie simple pour obtenir un document. Après ce jour, un juge "
    "peut le rejeter : un seul tribunal l'a jugé dans ce que nous avons lu, d'autres peuvent décider autrement."
)
APRES_LE_REFUS = _t(
    "Ce jour est passé : demandez les motifs, déposez un recours contre le refus, et un référé-suspension avec lui. "
    "Le référé « mesures utiles » peut être rejeté : un seul tribunal l'a jugé dans ce que nous avons lu."
)


def autre_lecture(jour: str) -> str:
    return _t(
        f"Selon une autre lecture, le refus naît seulement le {jour} : ce n'est pas tranché pour un renouvellement. "
        "Faites vérifier la bonne voie."
    )


def piege_de_la_fenetre(titre: str, premier: int, dernier: int, jour: str, dernier_jour: str) -> str:
    """Ce que devient un dépôt fait le premier et le dernier jour de la fenêtre."""
    return _t(
        f"{titre} : si vous déposez dans ce délai, un refus implicite peut naître entre le {jour} "
        f"({ecart(premier)}) et le {dernier_jour} ({ecart(dernier)})."
    )


def phrases(lectures: Iterable[str]) -> str:
    """Des lectures dites à la suite, en phrases."""
    return " ".join(f"{lecture}." for lecture in lectures)


VOIES = {"anef": _t("Sur l'ANEF"), "guichet": _t("Ailleurs que sur l'ANEF")}

CAS_GENERAL = _t("Cas général, quatre mois")
DELAI_COURT = _t("Étudiants et saisonniers, si les 90 jours valent pour un renouvellement (ce n'est pas tranché)")

# Vrai pour toute date de fin : les tests le démontrent jour par jour.
PIEGE_ANEF = _t(
    "Une demande déposée dans le délai de l'ANEF peut devenir un refus implicite de 0 à 63 jours après la fin du "
    "titre. Pour le délai de 90 jours : de 30 jours avant à 30 jours après. Qui dépose tôt a donc très peu de temps "
    "pour demander au juge les mesures utiles. Une attestation n'empêche pas ce refus."
)
