"""What is better to have: pairs of answers of which the second must never lose a right that the first has.

``EXEMPT`` are the rights for which the law itself makes the better answer worse, with its reason.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from checker.engine.conditions import ALWAYS, Condition
from checker.rules.questions import document, expiration, fin_document, titre, travail_permis


@dataclass(frozen=True)
class Better:
    """Everything else equal, answering ``better`` to ``question`` is worth at least ``worse``, where ``when`` holds."""

    question: str
    worse: str
    better: str
    when: Condition = ALWAYS


def _chain(question: str, *upwards: str, when: Condition = ALWAYS) -> tuple[Better, ...]:
    """Each answer is worth at least the one before it."""
    return tuple(Better(question, worse, better, when) for worse, better in pairwise(upwards))


VALID = fin_document.est("en_cours")

BETTER = (
    *_chain("document", "aucun", "confirmation_depot", "api", "adf", when=VALID),
    *_chain("document", "aucun", "convocation", "recepisse", when=VALID),
    *_chain("document", "aucun", "confirmation_depot"),
    *_chain("document", "aucun", "convocation"),
    *_chain("fin_document", "terminee", "en_cours"),
    *_chain("dossier", "refus", "clos", "en_cours"),
    *_chain("dossier", "clos", "complement"),
    *_chain("dossier", "refus", "commission"),
    *_chain("expiration", "plus_de_6_mois", "moins_de_6_mois", "moins_de_3_mois", "valable"),
    *_chain("depose", "non", "oui"),
    *_chain("depot_anef", "apres", "tard", "a_temps"),
    *_chain("depot_guichet", "apres", "a_temps"),
    *_chain("depuis_depot", "plus_de_4_mois", "moins_de_4_mois", "moins_de_90_jours", "moins_de_60_jours"),
    *_chain("travail_permis", "non", "limite", "oui"),
    *_chain("passeport", "non", "oui"),
)


@dataclass(frozen=True)
class Exempt:
    """``rights`` may lose something by answering ``better`` to ``question`` where ``when`` holds, for ``reason``."""

    rights: tuple[str, ...]
    question: str
    better: tuple[str, ...]
    when: Condition
    reason: str


SOCIAL = ("france_travail", "prestations", "logement")
DOCUMENT_FIRST = (
    "For social rights, the rules look at the document held before the three months of L. 433-3, which keep them "
    "whatever the document: cautious, less favourable than the text."
)
FAVOURABLE_DECISION = (
    "R. 431-15-1, last paragraph, gives the favourable decision its effect on the stay only; the lists of documents "
    "that open the other rights do not name it."
)
PERMIT_FIRST = (
    "As long as the permit is valid, it alone says what is allowed and is what must be shown: a document given in the "
    "meantime adds nothing, and a lost permit cannot be shown."
)
three_months = expiration.est("moins_de_3_mois") & titre.est("pluriannuelle_4_ans", "resident", "accord_plus_1_an")

EXEMPT = (
    Exempt(SOCIAL, "document", ("api", "recepisse"), three_months, DOCUMENT_FIRST),
    Exempt(SOCIAL, "fin_document", ("en_cours",), three_months, DOCUMENT_FIRST),
    Exempt(("travail", "etudes", "regroupement_familial", *SOCIAL), "document", ("adf",), ALWAYS, FAVOURABLE_DECISION),
    Exempt(("travail",), "expiration", ("valable",), travail_permis.est("non"), PERMIT_FIRST),
    Exempt(
        ("banque", "permis_conduire", "controle_identite", "voyage", "france_travail", "prestations"),
        "expiration",
        ("valable",),
        ALWAYS,
        PERMIT_FIRST,
    ),
    Exempt(
        ("banque",),
        "expiration",
        ("moins_de_3_mois",),
        document.est("recepisse") & fin_document.est("terminee"),
        "The decision of 2007 is about a receipt that has ended; nothing was found for the three months of L. 433-3.",
    ),
)
