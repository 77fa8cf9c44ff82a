"""Autres textes : travail, sécurité sociale, pénal, finances. Aucun texte officiel complet n'a été lu."""

from checker.rules.sources.lecture import secondaire

CASF_L262_4 = secondaire(
    "casf-l262-4",
    "CASF, art. L. 262-4",
)
CCH_R300_2_DALO = secondaire(
    "cch-r300-2-dalo",
    "CCH, art. R. 300-2 ; arrêté du 29 mai 2019",
    confiance="medium",
)
CCH_R441_1_HLM = secondaire(
    "cch-r441-1-hlm",
    "CCH, art. R. 441-1 ; arrêté du 20 avril 2022",
    confiance="medium",
)
CCIV_21_27 = secondaire(
    "cciv-21-27",
    "Code civil, art. 21-27",
)
CCIV_63 = secondaire(
    "cciv-63",
    "Code civil, art. 63",
)
CMF_L312_1 = secondaire(
    "cmf-l312-1",
    "Code monétaire et financier, art. L. 312-1",
    confiance="medium",
)
CR_R222_3 = secondaire(
    "cr-r222-3",
    "Code de la route, art. R. 222-3 ; arrêté du 12 janv. 2012 modifié (10 mai 2022)",
)
CSB_2016_399_ART2_16 = secondaire(
    "csb-2016-399-art2-16",
    (
        "Règlement (UE) 2016/399, art. 2, point 16, et art. 39 ; JO C/2024/1212 du 31 janv. 2024 "
        "(France)"
    ),
    confiance="medium",
)
CSS_L512_2_D512_1 = secondaire(
    "css-l512-2-d512-1",
    "CSS, art. L. 512-2 et D. 512-1",
)
CSS_L821_1 = secondaire(
    "css-l821-1",
    "CSS, art. L. 821-1",
    confiance="medium",
)
CSS_L842_2 = secondaire(
    "css-l842-2",
    "CSS, art. L. 842-2",
    confiance="medium",
    url="https://gisti.org/spip.php?article7264",
)
CSS_R111_3 = secondaire(
    "css-r111-3",
    "CSS, art. R. 111-3 ; arrêté du 10 mai 2017 (NOR AFSS1713741A)",
)
CSS_R111_4 = secondaire(
    "css-r111-4",
    "CSS, art. R. 111-4",
)
CT_L5221_5 = secondaire(
    "ct-l5221-5",
    "Code du travail, art. L. 5221-5",
    url="https://www.legifrance.gouv.fr/codes/section_lc/LEGITEXT000006072050/LEGISCTA000006189813/",
)
CT_L5221_8 = secondaire(
    "ct-l5221-8",
    "Code du travail, art. L. 5221-8",
    confiance="medium",
    url="https://www.legifrance.gouv.fr/codes/section_lc/LEGITEXT000006072050/LEGISCTA000006189813/",
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
CT_R5221_48 = secondaire(
    "ct-r5221-48",
    "Code du travail, art. R. 5221-47 et R. 5221-48",
    confiance="medium",
)
DECRET_2015_1437 = secondaire(
    "decret-2015-1437",
    "Décret n° 2015-1437 du 5 nov. 2015 (loi du 6 juill. 1989, art. 22-2)",
)
EES_2025 = secondaire(
    "ees-2025",
    "EES : mise en service 12 oct. 2025, pleinement opérationnel au plus tard le 10 avril 2026",
    confiance="medium",
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
