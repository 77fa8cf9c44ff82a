"""Les mots du calendrier : neutres pour un téléphone partagé, ou complets."""

from collections.abc import Iterable

from checker.rules.vocabulaire import typographie as _t

DESCRIPTION_NEUTRE = _t("Voir ma feuille")
ATTENTION = _t("À vérifier auprès d'un avocat ou d'une association.")


def titre_neutre(rang: int) -> str:
    return _t(f"Rappel {rang}")


def autre_lecture(texte: str, calculs: Iterable[str]) -> str:
    return _t(f"Autre façon de compter : {texte} {' ; '.join(calculs)}.")


def textes(citations: Iterable[str]) -> str:
    return _t(f"Textes : {' ; '.join(citations)}")
