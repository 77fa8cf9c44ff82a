"""Comment chaque texte a été lu : les constructeurs des sources, et ce qu'ils avouent au lecteur."""

from __future__ import annotations

from checker.engine.model import Source
from checker.rules.vocabulaire import typographie

RELU_LE = "2026-11-23"

ETAT_MI_2025 = "Texte officiel lu dans son état de la mi-2025 : à relire sur Légifrance"
ETAT_CRPA = "Texte officiel lu dans son état du 20 août 2026"
ETAT_SECONDAIRE = "Texte officiel non lu : connu par une source secondaire"


class _Code:
    """Un code lu dans un état donné ; l'appeler cite un extrait mot à mot d'un de ses alinéas."""

    def __init__(self, nom: str, etat: str) -> None:
        self.nom = nom
        self.etat = typographie(etat)

    def __call__(
        self,
        id: str,
        citation: str,
        article: str,
        alinea: int,
        extrait: str,
        *,
        confiance: str = "high",
        url: str | None = None,
    ) -> Source:
        return Source(
            id, typographie(citation), confiance, self.etat, RELU_LE, self.nom, article, alinea, extrait, url
        )


ceseda = _Code("CESEDA", ETAT_MI_2025)
cja = _Code("CJA", ETAT_MI_2025)
crpa = _Code("CRPA", ETAT_CRPA)


def lu_sans_extrait(id: str, citation: str, *, confiance: str = "high", url: str | None = None) -> Source:
    """Un ensemble d'articles du CESEDA lus, dont aucun extrait ne suffit à lui seul."""
    return Source(id, typographie(citation), confiance, typographie(ETAT_MI_2025), RELU_LE, url=url)


def secondaire(id: str, citation: str, *, confiance: str = "high", url: str | None = None) -> Source:
    """Un texte, une décision ou une pratique sans extrait officiel lu."""
    return Source(id, typographie(citation), confiance, typographie(ETAT_SECONDAIRE), RELU_LE, url=url)
