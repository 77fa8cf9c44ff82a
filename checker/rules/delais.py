"""Les durées du droit, une fois pour toutes : les règles, les pages et le papier les lisent ici."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Delai:
    """Une durée : son nombre, son unité, les mots pour la dire et l'identifiant de sa source."""

    nombre: int
    unite: str
    texte: str
    source: str

    def __str__(self) -> str:
        return self.texte


def _delai(nombre: int, unite: str, texte: str, source: str) -> Delai:
    return Delai(nombre, unite, texte.replace(" ", "\u00a0"), source)


DELAIS: dict[str, Delai] = {
    # Quand déposer : R. 431-5, 1°.
    "fenetre_debut": _delai(120, "jours", "120 jours", "ceseda-r431-5"),
    "fenetre_fin": _delai(60, "jours", "60 jours", "ceseda-r431-5"),
    "fenetre_hors_anef": _delai(2, "mois", "deux mois", "ceseda-r431-5"),
    "retour_visa": _delai(6, "mois", "six mois", "ceseda-r431-8"),
    # Ce que durent les documents.
    "prolongation_legale": _delai(3, "mois", "trois mois", "ceseda-l433-3-al1"),
    "api_duree_max": _delai(3, "mois", "trois mois", "ceseda-r431-15-1-api"),
    "recepisse_duree_min": _delai(1, "mois", "un mois", "ceseda-r431-12"),
    # Le silence de l'administration : R. 432-2.
    "rejet_implicite": _delai(4, "mois", "quatre mois", "ceseda-r432-2"),
    "rejet_implicite_court": _delai(90, "jours", "90 jours", "ceseda-r432-2"),
    "rejet_implicite_chercheur": _delai(60, "jours", "60 jours", "ceseda-r432-2"),
    # Les recours.
    "recours": _delai(2, "mois", "deux mois", "cja-r421-2"),
    "motifs_reponse": _delai(1, "mois", "un mois", "crpa-l232-4"),
    "recours_oqtf": _delai(1, "mois", "un mois", "ceseda-l911-1"),
    "recours_oqtf_assigne": _delai(7, "jours", "sept jours", "ceseda-l911-1"),
    "recours_oqtf_retention": _delai(48, "heures", "quarante-huit heures", "ceseda-l911-1"),
    "refere_liberte_juge": _delai(48, "heures", "quarante-huit heures", "cja-l521-2"),
    "refere_recours": _delai(15, "jours", "quinze jours", "cja-l523-1"),
    "recours_gracieux_silence": _delai(2, "mois", "deux mois", "crpa-l411-2"),
    "accuse_electronique": _delai(10, "jours ouvrés", "dix jours ouvrés", "crpa-r112-11-2"),
    "distance_outre_mer": _delai(1, "mois", "un mois", "cja-r421-7"),
    "distance_etranger": _delai(2, "mois", "deux mois", "cja-r421-7"),
    # Le travail et les droits sociaux.
    "embauche_reponse": _delai(2, "jours ouvrables", "deux jours ouvrables", "ct-r5221-41-43"),
    "france_travail_declaration": _delai(72, "heures", "72 heures", "ft-page-renouvellement"),
    "sante_maintien": _delai(6, "mois", "six mois", "css-r111-4"),
    # Les injonctions du 5 mai 2026, d'après des comptes rendus de tiers.
    "injonction_courte": _delai(6, "mois", "six mois", "ce-2026-05-05-anef"),
    "injonction_longue": _delai(12, "mois", "douze mois", "ce-2026-05-05-anef"),
}
