"""Fiches officielles, positions de l'administration, organismes et synthèses."""

from checker.rules.sources.lecture import secondaire

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
DDD_RA_2019_130 = secondaire(
    "ddd-ra-2019-130",
    "Défenseur des droits, règlement amiable RA-2019-130 du 24 sept. 2019",
    url="https://juridique.defenseurdesdroits.fr/index.php?lvl=notice_display&id=30172",
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
PRATIQUE_PREDEMANDE = secondaire(
    "pratique-predemande",
    "Pratique : pré-demande, convocation, prise de rendez-vous",
    confiance="medium",
)
REGLE_DEPOT_TARDIF = secondaire(
    "regle-depot-tardif",
    (
        "Synthèse du dossier : CESEDA, art. R. 431-5, R. 431-8, R. 431-15-1, L. 411-2, L. 433-3, "
        "L. 436-5"
    ),
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
