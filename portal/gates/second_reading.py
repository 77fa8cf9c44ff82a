"""The decision table of the legal dossier, read a second time as plain tests, without the rules' conditions.

Written from the table of the dossier (its rows are numbered in the comments) and from the texts that it cites.
Each function asks its questions of ``a``: ``a("document", "api")`` is true when the document held is an API.
Outcomes are named by their ids in the model: kept, conditional, disputed, not_established.
"""

from __future__ import annotations

from collections.abc import Callable

Asked = Callable[..., bool]

EXPIRED = ("moins_de_3_mois", "moins_de_6_mois", "plus_de_6_mois")
# L. 433-3, first paragraph: a card of four years, a resident's card, a permit of over a year by treaty.
THREE_MONTHS_BY_LAW = ("pluriannuelle_4_ans", "resident", "accord_plus_1_an")
# The dossier leaves open whether the first paragraph covers these, or whether they last four years.
THREE_MONTHS_PERHAPS = ("rld_ue", "accord_retrait", "talent_chercheur", "talent_carte_bleue")


def contradiction(a: Asked) -> bool:
    """True when the answers cannot all be true of one person."""
    # R. 431-15-1: these documents come from the online service; R. 431-12: the receipt comes from elsewhere.
    if a("document", "confirmation_depot", "api", "adf"):
        if a("voie", "guichet") or a("depose", "non"):
            return True
        if a("document", "adf") and not a("dossier", "en_cours"):
            return True
    if a("document", "recepisse") and (a("voie", "anef") or a("depose", "non")):
        return True
    # Whatever befalls a file, the file was lodged.
    if a("depose", "non") and not a("dossier", "en_cours"):
        return True
    # Nobody renews, changes or replaces a permit that never was; and who never had one has no permit to name.
    if a("expiration", "sans_titre"):
        if a("nature", "renouvellement", "autre_titre", "duplicata") or not a("titre", "aucun", "ue_citoyen"):
            return True
    elif a("titre", "aucun"):
        return True
    if a("titre", "visiteur") and a("travail_permis", "oui", "limite"):
        return True
    if a("titre", "ue_citoyen", "ue_famille") and not a("travail_permis", "oui"):
        return True
    return _impossible_dates(a)


def _impossible_dates(a: Asked) -> bool:
    """A day of filing that does not fit the end of the permit and the time since the filing."""
    if a("expiration", "valable"):
        return a("depot_anef" if a("voie", "anef") else "depot_guichet", "apres")
    # The bands of the online window are those of an online filing: at the desk they are not asked.
    if not a("expiration", *EXPIRED) or not a("voie", "anef"):
        return False
    # Days that have passed since the filing, at the least: those before the end of the permit, then those since.
    if a("depot_anef", "trop_tot"):
        return a("depuis_depot", "moins_de_60_jours", "moins_de_90_jours")
    if a("depot_anef", "a_temps"):
        return a("depuis_depot", "moins_de_60_jours")
    if a("depot_anef", "tard"):
        return a("expiration", "moins_de_6_mois", "plus_de_6_mois") and a("depuis_depot", "moins_de_60_jours")
    return False


def situation(a: Asked) -> str:
    """Where the person stands, the strongest first."""
    if a("document", "asile", "oqtf") or a("nature", "regularisation"):
        return "hors_champ"
    if a("dossier", "refus"):  # row 15
        return "refus"
    if a("titre", "ue_citoyen", "ue_famille"):  # row 13
        return "droit_europeen"
    if a("expiration", "valable"):  # row 1
        return _with_a_valid_permit(a)
    if a("dossier", "clos"):
        return "dossier_clos"
    if a("document", "adf"):  # row 10
        return "accord"
    if a("document", "api", "recepisse") and a("fin_document", "en_cours"):
        return _with_a_valid_document(a)
    if a("nature", "renouvellement") and a("depose", "oui") and a("expiration", "moins_de_3_mois"):
        if a("titre", *THREE_MONTHS_BY_LAW):  # row 3
            return "prolongation_legale" if _in_time(a) and not implicit_refusal(a) else "prolongation_discutee"
        if a("titre", *THREE_MONTHS_PERHAPS):
            return "prolongation_discutee"
    return _without_proof(a)


def _with_a_valid_permit(a: Asked) -> str:
    if a("nature", "duplicata") and a("document", "aucun", "confirmation_depot", "convocation"):
        return "titre_perdu"
    return "titre_valable_dossier_clos" if a("dossier", "clos") else "titre_valable"


def _with_a_valid_document(a: Asked) -> str:
    if a("dossier", "commission"):  # row 12
        return "commission"
    if a("document", "api") and a("nature", "premiere_protection"):  # row 11
        return "protection_reconnue"
    document = "api" if a("document", "api") else "recepisse"  # rows 5, 6, 8, 9
    return f"{document}_silence" if implicit_refusal(a) else document  # row 14


def _without_proof(a: Asked) -> str:
    if a("document", "api"):  # row 7
        return "api_terminee"
    if a("document", "recepisse"):
        return "recepisse_termine"
    if a("document", "confirmation_depot"):  # row 2
        return "depot_seul"
    if a("document", "convocation"):
        return "convocation_seule"
    if a("depose", "oui"):
        return "depot_sans_papier"
    return "rien_depuis_six_mois" if a("expiration", "plus_de_6_mois") else "rien"


def _in_time(a: Asked) -> bool:
    """R. 431-5: from the 120th to the 60th day online, in the last two months elsewhere."""
    return a("depot_anef", "a_temps") if a("voie", "anef") else a("depot_guichet", "a_temps")


def implicit_refusal(a: Asked) -> bool:
    """R. 432-2: four months; 90 days for some permits, 60 for the researcher, counted short when in doubt."""
    if a("depuis_depot", "plus_de_4_mois"):
        return True
    if a("depuis_depot", "moins_de_4_mois"):
        return a(
            "titre",
            *("etudiant", "saisonnier", "talent_chercheur", "talent_carte_bleue"),
            # Among these are some that the rule of 90 days names (au pair, trainee, job seeker, posted worker).
            *("vls_ts", "autre", "aucun"),
        )
    return a("depuis_depot", "moins_de_90_jours") and a("titre", "talent_chercheur")


def stay(a: Asked) -> str:
    """Is the stay proved? The second column of the table."""
    match situation(a):
        case "prolongation_discutee":
            return "disputed"
        case (
            "titre_valable" | "titre_valable_dossier_clos"  # row 1
            | "prolongation_legale"  # row 3
            | "api" | "api_silence" | "recepisse" | "recepisse_silence"  # rows 5, 6, 8, 9, 14
            | "accord" | "protection_reconnue" | "commission" | "droit_europeen"  # rows 10 to 13
        ):  # fmt: skip
            return "kept"
    return "not_established"


def work(a: Asked) -> str:
    """May the person work? The third column of the table."""
    where = situation(a)
    could_work = not a("travail_permis", "non")
    match where:
        case "droit_europeen" | "protection_reconnue":  # rows 13 and 11
            return "kept"
        case "titre_valable" | "titre_valable_dossier_clos" | "prolongation_legale":  # rows 1 and 3
            return "kept" if could_work else "not_established"
        case "prolongation_discutee":
            return "disputed" if could_work else "not_established"
        case "commission":  # row 12
            if not a("nature", "renouvellement"):
                return "disputed"
            return "kept" if could_work else "not_established"
        case "accord":  # row 10: the text is silent; the official leaflet makes a condition
            if not a("nature", "renouvellement"):
                return "conditional"
            if not could_work:
                return "not_established"
            # Open question 4 of the dossier: from a long-stay visa to a card, uncertain.
            return "disputed" if a("titre", "vls_ts") else "conditional"
        case "api" | "api_silence" | "recepisse" | "recepisse_silence":
            return _work_with_a_document(a, could_work, online=where.startswith("api"))
    return "not_established"


def _work_with_a_document(a: Asked, could_work: bool, *, online: bool) -> str:
    if a("nature", "premiere_demande", "premiere_protection"):  # rows 6 and 9: only the permits of a list
        return "conditional"
    if not a("nature", "renouvellement"):
        return "disputed"
    if not could_work:
        return "not_established"
    if a("titre", "vls_ts"):
        return "disputed"
    # Row 5: the text of the API says metropolitan France; row 8 has no such limit, nor has row 3.
    return "kept" if not online or a("territoire", "metropole") or _three_months(a) else "disputed"


def _three_months(a: Asked) -> bool:
    """Row 3, whatever the document held: L. 433-3, filed in time and without an implicit refusal."""
    extended = a("expiration", "moins_de_3_mois") and a("titre", *THREE_MONTHS_BY_LAW)
    return extended and _in_time(a) and not implicit_refusal(a)
