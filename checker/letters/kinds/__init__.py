"""The seven letters, from the mildest to the strongest. A file for each; its texts are in ``../<language>/``."""

from checker.letters.kinds import (
    blocage_substitution,
    defenseur_des_droits,
    employeur,
    motifs,
    organisme_social,
    prefet_api,
    refere_mesures_utiles,
)

ALL = (
    employeur.LETTER,
    organisme_social.LETTER,
    prefet_api.LETTER,
    blocage_substitution.LETTER,
    motifs.LETTER,
    defenseur_des_droits.LETTER,
    refere_mesures_utiles.LETTER,
)
