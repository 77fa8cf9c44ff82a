"""Décisions des juges, sur lesquelles les pages et les règles s'appuient."""

from checker.rules.sources.lecture import secondaire

AJ_QPC_2024 = secondaire(
    "aj-qpc-2024",
    (
        "Cons. const., 28 mai 2024, n° 2024-1091/1092/1093 QPC ; loi n° 91-647 du 10 juill. 1991, "
        "art. 3"
    ),
)
CAA_CLOTURE = secondaire(
    "caa-cloture",
    (
        "CAA Paris, 12 décembre 2025, n° 25PA00512 ; CAA Bordeaux, 27 juin 2025, n° 25BX00440 ; "
        "CAA Lyon, 12 mars 2025, n° 24LY03110 ; CAA Paris, 15 janvier 2025, n° 24PA01928"
    ),
    confiance="medium",
)
CAA_INDEM = secondaire(
    "caa-indem",
    (
        "CAA Paris, 2 mars 2022, n° 21PA01297 ; CAA Toulouse, 20 févr. 2025, n° 23TL00930 ; CAA "
        "Paris, 1er déc. 2025, n° 24PA02879 ; CAA Bordeaux, 14 avr. 2022, n° 20BX00856 ; CAA "
        "Versailles, 19 juill. 2016, n° 15VE03953 ; CAA Bordeaux, 12 juin 2019, n° 18BX01770 ; "
        "CAA Lyon, 23 juin 2016, n° 14LY02618"
    ),
    confiance="medium",
)
CASS_COM_2007_12_18 = secondaire(
    "cass-com-2007-12-18",
    "Cass. com., 18 déc. 2007, n° 07-12.382",
    confiance="medium",
)
CE_2015_375887 = secondaire(
    "ce-2015-375887",
    "CE, 10 juill. 2015, n° 375887",
    confiance="medium",
)
CE_2020_435594 = secondaire(
    "ce-2020-435594",
    "CE, 10 juin 2020, n° 435594",
)
CE_2022_06_03_452798 = secondaire(
    "ce-2022-06-03-452798",
    "CE, Section, 3 juin 2022, n° 452798, 452806, 454716, ECLI:FR:CESEC:2022:452798.20220603",
    url="https://www.legifrance.gouv.fr/ceta/id/CETATEXT000045863484",
)
CE_2022_453391 = secondaire(
    "ce-2022-453391",
    "CE, 9 juin 2022, n° 453391",
)
CE_2022_457933 = secondaire(
    "ce-2022-457933",
    "CE, 18 févr. 2022, n° 457933",
)
CE_2023_08_02_473349 = secondaire(
    "ce-2023-08-02-473349",
    "CE, 2 août 2023, n° 473349",
)
CE_2024_497389 = secondaire(
    "ce-2024-497389",
    "CE, 12 déc. 2024, n° 497389",
)
CE_2025_498497 = secondaire(
    "ce-2025-498497",
    "CE, 6 mars 2025, n° 498497 (tables)",
    url="https://conseil-etat.fr/fr/arianeweb/CE/analyse/2025-03-06/498497",
)
CE_2026_05_05_ANEF = secondaire(
    "ce-2026-05-05-anef",
    "Conseil d'État, 5 mai 2026 (numéro et ECLI inconnus de nous)",
    confiance="medium",
    url="https://conseil-etat.fr/en/news/public-services-the-conseil-d-etat-orders-the-state-to-guarantee-normal-access-to-the-anef-online-platform",
)
CE_AVIS_2023_10_10_472831 = secondaire(
    "ce-avis-2023-10-10-472831",
    "CE, avis, 10 octobre 2023, n° 472831",
)
CE_AVIS_2024_10_10_494718 = secondaire(
    "ce-avis-2024-10-10-494718",
    "CE, avis, 10 octobre 2024, n° 493514 et n° 494718, ECLI:FR:CECHR:2024:494718.20241010",
)
CE_AVIS_2025_05_06_499904 = secondaire(
    "ce-avis-2025-05-06-499904",
    "CE, avis, 6 mai 2025, n° 499904 (et 499907)",
)
CE_ORD_2019_430259 = secondaire(
    "ce-ord-2019-430259",
    "CE, ord., 14 juin 2019, n° 430259",
    confiance="medium",
)
CE_ORD_2025_501569 = secondaire(
    "ce-ord-2025-501569",
    "CE, ord., 19 févr. 2025, n° 501569",
    confiance="medium",
)
DEMANDES_MULTIPLES = secondaire(
    "demandes-multiples",
    "CE, avis, 10 octobre 2024, n° 494718 ; CE, 5 mai 2026",
    confiance="medium",
)
SOC_2012_07_04 = secondaire(
    "soc-2012-07-04",
    "Cass. soc., 4 juill. 2012, n° 11-18.840",
    confiance="medium",
)
SOC_2021_11_17 = secondaire(
    "soc-2021-11-17",
    "Cass. soc., 17 nov. 2021, n° 20-11.911",
    url="https://www.courdecassation.fr/decision/6194ba495a317cc1d116fc21",
)
SOC_2022_11_23 = secondaire(
    "soc-2022-11-23",
    "Cass. soc., 23 nov. 2022, n° 21-12.125, publié au Bulletin",
    url="https://www.courdecassation.fr/decision/637dcb5814982305d4c204d4",
)
SOC_2023_11_29 = secondaire(
    "soc-2023-11-29",
    "Cass. soc., 29 nov. 2023, n° 22-10.004, publié au Bulletin",
)
TA_LYON_2411057 = secondaire(
    "ta-lyon-2411057",
    "TA Lyon, 20 nov. 2024, n° 2411057",
    confiance="medium",
)
