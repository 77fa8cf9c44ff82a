"""Dire à la troisième personne ce que les règles disent à « vous » : les papiers sont lus par quelqu'un d'autre."""

import re

# L'ordre compte : les tournures longues d'abord.
_TOURNURES = (
    (r", (s’il y en a un|si vous en avez une?)$", " (s’il existe)"),
    (r", si c’est votre cas$", " (si c’est le cas)"),
    (r"\bde votre (titre|document)\b", r"du \1"),
    (r"\bde votre (carte|demande)\b", r"de la \1"),
    (r"\bsur votre\b", "sur le"),
    (r"\b(ou|et) (votre|vos)\b", r"\1"),
    (r", votre\b", ","),
    (r"\bce qui prouve votre\b", "ce qui prouve le"),
    (r"^([Vv]otre|[Vv]os|la|le|les) ", ""),
)


def a_la_troisieme_personne(texte: str) -> str:
    """Le même texte, sans « vous » ni « votre ». Les tests vérifient qu'aucun texte des papiers n'en garde."""
    for motif, remplacement in _TOURNURES:
        texte = re.sub(motif, remplacement, texte)
    return texte


def piece(texte: str) -> str:
    """Une pièce à montrer, comme une ligne de liste."""
    dite = a_la_troisieme_personne(texte)
    return dite[:1].upper() + dite[1:]
