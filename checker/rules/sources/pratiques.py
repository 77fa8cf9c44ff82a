"""Fiches officielles, positions de l'administration, organismes et synthèses."""

from checker.rules.sources.lecture import secondaire

ACCORD_FR_DZ_1968 = secondaire(
    "accord-fr-dz-1968",
    "Accord franco-algérien du 27 décembre 1968 modifié (annexe 1 du CESEDA)",
    confiance="medium",
)
ACCORDS_TN_MA = secondaire(
    "accords-tn-ma",
    (
        "Accord franco-tunisien du 17 mars 1988 ; accord franco-marocain du 9 octobre 1987 "
        "(annexe 1 du CESEDA)"
    ),
    confiance="medium",
)
ARRETE_2023_08_01_SUBSTITUTION = secondaire(
    "arrete-2023-08-01-substitution",
    "Arrêté du 1er août 2023, NOR IOMV2311395A (JO du 4 août 2023)",
    confiance="medium",
)
BODY_CCC = secondaire(
    "body-ccc",
    "Centre de contact citoyens (France Titres)",
    confiance="medium",
)
BODY_CIMADE = secondaire(
    "body-cimade",
    "La Cimade",
    url="https://lacimade.org/etre-aide-par-la-cimade",
)
BODY_DDD = secondaire(
    "body-ddd",
    "Défenseur des droits",
    confiance="medium",
    url="https://defenseurdesdroits.fr/fr/obtenir-de-laide",
)
BODY_GISTI = secondaire(
    "body-gisti",
    "GISTI",
    confiance="medium",
    url="https://www.gisti.org/spip.php?article6721",
)
DDD_2020_043 = secondaire(
    "ddd-2020-043",
    "Défenseur des droits, décision 2020-043 du 5 févr. 2020",
    confiance="medium",
    url="https://juridique.defenseurdesdroits.fr/index.php?lvl=notice_display&id=31402",
)
DDD_RA_2019_130 = secondaire(
    "ddd-ra-2019-130",
    "Défenseur des droits, règlement amiable RA-2019-130 du 24 sept. 2019",
    url="https://juridique.defenseurdesdroits.fr/index.php?lvl=notice_display&id=30172",
)
DDD_RA_2021_035 = secondaire(
    "ddd-ra-2021-035",
    "Défenseur des droits, RA-2021-035 du 5 août 2021",
    confiance="medium",
    url="https://juridique.defenseurdesdroits.fr/index.php?lvl=notice_display&id=40101",
)
DDD_RA_AAH = secondaire(
    "ddd-ra-aah",
    (
        "Défenseur des droits, RA-2023-033 (17/08/2023), RA-2023-059 (19/10/2023), RA-2024-108 "
        "(21/11/2024)"
    ),
    confiance="medium",
    url="https://juridique.defenseurdesdroits.fr/index.php?lvl=notice_display&id=48130",
)
DDD_RAPPORT_ANEF_2024 = secondaire(
    "ddd-rapport-anef-2024",
    (
        "Défenseur des droits, rapport « L'Administration numérique pour les étrangers en France "
        "(ANEF) : une dématérialisation à l'origine d'atteintes massives aux droits des usagers "
        "», publié le 11 déc. 2024"
    ),
    url="https://www.vie-publique.fr/rapport/297548-ladministration-numerique-pour-les-etrangers-en-france-anef",
)
ETUDIANTS = secondaire(
    "etudiants",
    "CESEDA, art. L. 422-1, L. 422-10, R. 422-5, L. 411-4 8°, R. 431-15-2",
    confiance="medium",
)
FT_PAGE_RENOUVELLEMENT = secondaire(
    "ft-page-renouvellement",
    "francetravail.fr, « Déclarer le renouvellement d'un titre de séjour »",
    confiance="medium",
    url="https://francetravail.fr/candidat/vos-droits-et-demarches/vos-changements-de-situation/declarer-le-renouvellement-dun-t.html",
)
PASSEPORT_TALENT = secondaire(
    "passeport-talent",
    "CESEDA, art. L. 421-9 à L. 421-24, R. 421-23, R. 421-26, R. 421-37-7",
)
PRATIQUE_EFFETS_ANEF_RECEPISSE = secondaire(
    "pratique-effets-anef-recepisse",
    "Notes préfectorales (Nord et autres)",
    confiance="medium",
)
PRATIQUE_PREDEMANDE = secondaire(
    "pratique-predemande",
    "Pratique : pré-demande, convocation, prise de rendez-vous",
    confiance="medium",
)
PREF78_VISAS = secondaire(
    "pref78-visas",
    "Préfecture des Yvelines, page « Visas »",
    confiance="medium",
)
REFUGIES_RENOUVELLEMENT = secondaire(
    "refugies-renouvellement",
    "CESEDA, art. L. 424-1 s., L. 424-9, L. 424-18, L. 433-2, L. 433-3, R. 431-5",
)
REGLE_DEPOT_TARDIF = secondaire(
    "regle-depot-tardif",
    (
        "Synthèse du dossier : CESEDA, art. R. 431-5, R. 431-8, R. 431-15-1, L. 411-2, L. 433-3, "
        "L. 436-5"
    ),
)
SAISONNIER = secondaire(
    "saisonnier",
    "CESEDA, art. L. 421-34, R. 421-60, L. 414-1",
)
SP_F12189_RETOUR = secondaire(
    "sp-f12189-retour",
    (
        "Service-public, fiche F12189 « Comment un étranger peut revenir en France après être "
        "sorti de l'espace Schengen ? » (DILA, modifiée le 10/04/2024)"
    ),
    url="https://www.service-public.gouv.fr/particuliers/vosdroits/F12189",
)
SP_F15763_RECEPISSE = secondaire(
    "sp-f15763-recepisse",
    (
        "Service-public, fiche F15763 « Qu'est-ce qu'un récépissé de demande de titre de séjour ? "
        "» (DILA)"
    ),
    url="https://www.service-public.gouv.fr/particuliers/vosdroits/F15763",
)
SP_F36206_ATTESTATIONS = secondaire(
    "sp-f36206-attestations",
    (
        "Service-public, fiche F36206 « Qu'est-ce qu'une attestation de demande de carte de "
        "séjour ? » (DILA, modifiée le 15/12/2023)"
    ),
    url="https://www.service-public.gouv.fr/particuliers/vosdroits/F36206",
)
UK_ACCORD_RETRAIT = secondaire(
    "uk-accord-retrait",
    "Accord de retrait UE–Royaume-Uni ; décret n° 2020-1417 (art. 21)",
    confiance="medium",
)
VISITEUR = secondaire(
    "visiteur",
    "CESEDA, art. L. 426-20, L. 414-11",
)
