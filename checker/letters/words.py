"""Dates, titles and requests in the words of each language. French terms of law stay beside the gloss."""

from __future__ import annotations

import re
from datetime import date

from checker.letters.fields import BLANK
from checker.rules.phrases import PHRASES
from checker.rules.vocabulaire import typographie as _t

_ENGLISH = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

# In French everywhere: it is what is printed on the card.
_TITLES = {
    "temporaire": "carte de séjour temporaire",
    "etudiant": "carte de séjour « étudiant »",
    "visiteur": "carte de séjour « visiteur »",
    "saisonnier": "carte de séjour « travailleur saisonnier »",
    "talent_chercheur": "carte de séjour « talent-chercheur »",
    "talent_carte_bleue": "carte de séjour « talent-carte bleue européenne »",
    "pluriannuelle_4_ans": "carte de séjour pluriannuelle de quatre ans",
    "pluriannuelle_autre": "carte de séjour pluriannuelle",
    "resident": "carte de résident",
    "rld_ue": "carte de résident « résident de longue durée-UE »",
    "accord_plus_1_an": "certificat de résidence algérien de dix ans",
    "algerien_1_an": "certificat de résidence algérien d'un an",
    "vls_ts": "visa de long séjour valant titre de séjour",
    "ue_famille": "carte de séjour de membre de la famille d'un citoyen de l'Union",
    "accord_retrait": "carte de séjour « accord de retrait du Royaume-Uni »",
    "aps": "autorisation provisoire de séjour",
}

_REQUESTS = {
    "fr": {
        "renouvellement": "une demande de renouvellement de mon titre de séjour",
        "autre_titre": "une demande d'un autre titre de séjour que le mien",
        "premiere_demande": "une demande de premier titre de séjour",
        "premiere_protection": "une demande de première carte de séjour après la reconnaissance de ma protection",
        "duplicata": "une demande de duplicata de mon titre de séjour",
        "": "une demande de titre de séjour",
    },
    "en": {
        "renouvellement": "an application to renew my residence permit (titre de séjour)",
        "autre_titre": "an application for a residence permit other than mine (autre titre de séjour)",
        "premiere_demande": "an application for a first residence permit (premier titre de séjour)",
        "premiere_protection": "an application for a first residence card after my protection was recognised",
        "duplicata": "an application for a duplicate (duplicata) of my residence permit",
        "": "an application for a residence permit (titre de séjour)",
    },
    "ar": {
        "renouvellement": "طلب تجديد سند إقامتي (titre de séjour)",
        "autre_titre": "طلب سند إقامة مختلف عن سندي (autre titre de séjour)",
        "premiere_demande": "طلب أول سند إقامة (premier titre de séjour)",
        "premiere_protection": "طلب أول بطاقة إقامة بعد الاعتراف لي بالحماية",
        "duplicata": "طلب نسخة بديلة (duplicata) من سند إقامتي",
        "": "طلب سند إقامة (titre de séjour)",
    },
}


_RIGHT_TO_LEFT = frozenset({"ar"})
_ARTICLE = re.compile(r"(?<=\b[LRD]\.) +(?=\d)|(?<=\b[LRD]\.\*) +(?=\d)")


def typography(lang: str, text: str) -> str:
    """No-break spaces in the numbers of articles; French spacing and apostrophes in French."""
    return _ARTICLE.sub("\u00a0", _t(text) if lang == "fr" else text)


def day(lang: str, value: date) -> str:
    """A date in words; day/month/year in figures in Arabic, whose names of months differ from country to country."""
    if lang == "fr":
        return PHRASES.day(value)
    if lang == "en":
        return f"{value.day} {_ENGLISH[value.month - 1]} {value.year}"
    return f"{value.day:02}/{value.month:02}/{value.year}"


def isolated(lang: str, text: str) -> str:
    """A value of its own direction, line by line, in a text that goes from right to left."""
    if lang not in _RIGHT_TO_LEFT:
        return text
    return "\n".join(f"\u2068{line}\u2069" for line in text.split("\n"))


def title(name: str | None) -> str:
    """The kind of title, to write by hand when it has no name here."""
    return _t(_TITLES[name]) if name in _TITLES else BLANK


def request(lang: str, nature: str | None) -> str:
    found = _REQUESTS[lang].get(nature or "", _REQUESTS[lang][""])
    return _t(found) if lang == "fr" else found
