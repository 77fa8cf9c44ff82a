"""Autres textes : travail, sécurité sociale, pénal, finances. Aucun texte officiel complet n'a été lu."""

from checker.rules.sources.lecture import secondaire

CSS_L512_2_D512_1 = secondaire(
    "css-l512-2-d512-1",
    "CSS, art. L. 512-2 et D. 512-1",
)
CSS_R111_4 = secondaire(
    "css-r111-4",
    "CSS, art. R. 111-4",
)
CT_L8251_1 = secondaire(
    "ct-l8251-1",
    "Code du travail, art. L. 8251-1",
)
CT_L8253_1 = secondaire(
    "ct-l8253-1",
    (
        "Code du travail, art. L. 8253-1, R. 8253-1 et R. 8253-2 (loi n° 2024-42 du 26/01/2024, "
        "art. 34 ; décret n° 2024-814 du 9/07/2024)"
    ),
)
CT_R5221_41_43 = secondaire(
    "ct-r5221-41-43",
    "Code du travail, art. R. 5221-41 à R. 5221-44",
)
LF2026_ART128 = secondaire(
    "lf2026-art128",
    "Loi n° 2026-103 du 19 févr. 2026 de finances pour 2026, art. 128 (CGI, art. 1635 bis Q)",
    confiance="medium",
)
PENAL_225_1 = secondaire(
    "penal-225-1",
    "Code pénal, art. 225-1, 225-2 et 432-7",
)
