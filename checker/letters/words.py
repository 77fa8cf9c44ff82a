"""What is written in a letter besides its template: spacing, values, and titles, which are French in every language."""

from __future__ import annotations

import re

from checker.letters.fields import BLANK
from checker.letters.language import FRENCH, Language
from checker.rules.vocabulaire import typographie as _t

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

_ARTICLE = re.compile(r"(?<=\b[LRD]\.) +(?=\d)|(?<=\b[LRD]\.\*) +(?=\d)")


def typography(language: Language, text: str) -> str:
    """No-break spaces in the numbers of articles; French spacing and apostrophes in French."""
    return _ARTICLE.sub("\u00a0", _t(text) if language.id == FRENCH else text)


def isolated(language: Language, text: str) -> str:
    """A value of its own direction, line by line, in a text that goes from right to left."""
    if language.dir != "rtl":
        return text
    return "\n".join(f"\u2068{line}\u2069" for line in text.split("\n"))


def title(name: str | None) -> str:
    """The kind of title, to write by hand when it has no name here."""
    return _t(_TITLES[name]) if name in _TITLES else BLANK
