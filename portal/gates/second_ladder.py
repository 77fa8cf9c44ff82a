"""Who is shown which deadline and which remedy, read a second time from the dossier, without the rules' conditions.

The questions are asked as in ``second_reading``; the situation, which is read a second time there, may be asked here.
A deadline also has its ways of counting, in months and days from its start.
"""

from __future__ import annotations

from collections.abc import Callable

from portal.gates.second_reading import THREE_MONTHS_BY_LAW, THREE_MONTHS_PERHAPS, Asked, implicit_refusal

Counting = frozenset[tuple[int, int]]

WITHOUT_A_DOCUMENT = (
    *("prolongation_legale", "prolongation_discutee", "api_terminee", "recepisse_termine"),
    *("depot_seul", "convocation_seule", "depot_sans_papier"),
)
WITH_A_DOCUMENT = ("api", "api_silence", "recepisse", "recepisse_silence")
CLOSED = ("dossier_clos", "titre_valable_dossier_clos")
VALID_PERMIT = ("titre_valable", "titre_valable_dossier_clos", "titre_perdu")


def _in_scope(a: Asked) -> bool:
    return not a("situation", "hors_champ")


def _european(a: Asked) -> bool:
    return a("titre", "ue_citoyen", "ue_famille")


def _waiting(a: Asked) -> bool:
    """A request for a permit was lodged and has no answer: no duplicate, no European right, no favourable decision."""
    if not _in_scope(a) or a("depose", "non") or a("dossier", "clos", "refus"):
        return False
    return not (a("document", "adf") or a("nature", "duplicata") or _european(a))


def _not_lodged(a: Asked) -> bool:
    return _in_scope(a) and a("depose", "non") and not a("nature", "duplicata") and not _european(a)


def _refused_by_silence(a: Asked) -> bool:
    return _waiting(a) and implicit_refusal(a)


def _document_due(a: Asked) -> bool:
    return _waiting(a) and a("situation", *WITHOUT_A_DOCUMENT)


def _written_refusal(a: Asked) -> bool:
    return a("situation", "refus")


def _closed(a: Asked) -> bool:
    return a("situation", *CLOSED)


def _had_a_permit(a: Asked) -> bool:
    return _in_scope(a) and not a("expiration", "sans_titre")


def _has_a_window(a: Asked) -> bool:
    """R. 431-5: those who hold a permit; not the long-term resident, nor the European citizen."""
    return _had_a_permit(a) and a("nature", "renouvellement", "autre_titre") and not a("titre", "rld_ue", "ue_citoyen")


def _opens(a: Asked) -> Counting:
    if a("titre", "ue_famille"):
        return frozenset({(-2, 0)})
    return frozenset({(0, -120)}) if a("voie", "anef") else frozenset({(-2, 0)})


def _closes(a: Asked) -> Counting:
    return frozenset({(0, -60)}) if a("voie", "anef") and not a("titre", "ue_famille") else frozenset({(0, 0)})


def _three_months(a: Asked) -> bool:
    lodged = _in_scope(a) and a("nature", "renouvellement") and a("depose", "oui") and not a("dossier", "clos", "refus")
    return lodged and a("titre", *THREE_MONTHS_BY_LAW, *THREE_MONTHS_PERHAPS)


def _silence(a: Asked) -> Counting:
    """R. 432-2: four months always; a shorter delay beside it for the permits that the text names."""
    if a("titre", "talent_chercheur"):
        return frozenset({(4, 0), (0, 60)})
    if a("titre", "etudiant", "saisonnier", "talent_carte_bleue", "vls_ts", "autre", "aucun"):
        return frozenset({(4, 0), (0, 90)})
    return frozenset({(4, 0)})


def _appeal(a: Asked) -> Counting:
    """R. 421-2: two months; R. 421-7 adds one overseas: the shorter is kept beside it."""
    return frozenset({(2, 0), (3, 0)}) if a("territoire", "outre_mer") else frozenset({(2, 0)})


def _exactly(months: int = 0, days: int = 0) -> Callable[[Asked], Counting]:
    return lambda a: frozenset({(months, days)})


DEADLINES: dict[str, tuple[Callable[[Asked], bool], Callable[[Asked], Counting]]] = {
    "fenetre_debut": (_has_a_window, _opens),
    "fenetre_fin": (_has_a_window, _closes),
    "fin_du_titre": (_had_a_permit, _exactly()),
    "fin_du_document": (lambda a: _in_scope(a) and a("document", "api", "recepisse"), _exactly()),
    "trois_mois": (_three_months, _exactly(months=3)),
    "refus_implicite": (_waiting, _silence),
    "recours": (_waiting, _appeal),
    "motifs": (_refused_by_silence, _exactly(months=1)),
    "six_mois": (lambda a: _had_a_permit(a) and not a("titre", "rld_ue") and not _european(a), _exactly(months=6)),
    "sante": (lambda a: _had_a_permit(a) and not a("titre", "ue_citoyen"), _exactly(months=6)),
}


def _employer(a: Asked) -> bool:
    if not a("nature", "renouvellement") or a("travail_permis", "non"):
        return False
    return a("situation", *WITH_A_DOCUMENT, "prolongation_legale")


def _online_help(a: Asked) -> bool:
    return a("voie", "anef") and _in_scope(a) and not _written_refusal(a)


def _letter(a: Asked) -> bool:
    return _waiting(a) and a("situation", *WITHOUT_A_DOCUMENT, *WITH_A_DOCUMENT)


def _commission(a: Asked) -> bool:
    return _in_scope(a) and a("depose", "oui") and a("dossier", "commission")


def _useful_measures(a: Asked) -> bool:
    """L. 521-3: no refusal may have been born."""
    return _not_lodged(a) or (_document_due(a) and not implicit_refusal(a))


def _liberty(a: Asked) -> bool:
    if a("expiration", "valable"):
        return False
    return _written_refusal(a) or _not_lodged(a) or _document_due(a)


REMEDIES: dict[str, Callable[[Asked], bool]] = {
    "preuves": _in_scope,
    "employeur": _employer,
    "organisme_social": lambda a: _in_scope(a) and not a("situation", *VALID_PERMIT),
    "centre_de_contact": _online_help,
    "point_d_accueil_numerique": _online_help,
    "solution_substitution": lambda a: a("voie", "anef") and (_not_lodged(a) or _closed(a)),
    "lettre_prefet": lambda a: a("voie", "anef") and _letter(a),
    "lettre_prefet_recepisse": lambda a: a("voie", "guichet") and _letter(a),
    "defenseur_des_droits": _in_scope,
    "cada": lambda a: _written_refusal(a) or _closed(a) or _commission(a) or _refused_by_silence(a),
    "mesures_utiles": _useful_measures,
    "motifs": _refused_by_silence,
    "recours_refus_implicite": _refused_by_silence,
    "recours_refus_ecrit": _written_refusal,
    "contester_la_cloture": _closed,
    "suspension": lambda a: _written_refusal(a) or _refused_by_silence(a),
    "refere_liberte": _liberty,
    "aide_juridictionnelle": lambda a: (
        _written_refusal(a) or _closed(a) or _refused_by_silence(a) or _useful_measures(a)
    ),
    "indemnisation": lambda a: _written_refusal(a) or _closed(a) or _refused_by_silence(a) or _document_due(a),
}
