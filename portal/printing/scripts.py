"""What each script asks of paper: the fonts that have its letters, how large and how loose they are set.

A language is set in the script of its own name. Latin letters inside another script (French words, articles of law)
keep the Latin font: typ/look.typ.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from portal.printing.vocabulary import PrintingError

# Folders of node_modules/@expo-google-fonts.
_STYLES = ("400Regular", "400Regular_Italic", "700Bold", "700Bold_Italic")
_UPRIGHT = ("400Regular", "700Bold")
FALLBACK = "Noto Sans"
# Given with every script: the letters of French, and signs that other fonts lack.
LATIN_FONTS = tuple(f"{font}/{style}" for font in ("atkinson-hyperlegible-next", "noto-sans") for style in _STYLES)


@dataclass(frozen=True)
class Script:
    """`family` is the name of the font, found in `fonts`; `size` and `leading` are what sizes and the white between
    lines are multiplied by, so that its letters are read as easily as Latin ones. `top` and `bottom` are how far a line
    reaches above and below the foot of its letters, in em: by default, a Latin capital."""

    family: str
    fonts: tuple[str, ...] = ()
    size: float = 1
    leading: float = 1
    top: float | None = None
    bottom: float = 0

    @property
    def families(self) -> tuple[str, ...]:
        """The names of the fonts of a paper in this script."""
        return tuple(dict.fromkeys((LATIN.family, self.family, FALLBACK)))

    def json(self) -> dict[str, Any]:
        """What the templates read."""
        return {**asdict(self), "fonts": list(self.fonts), "latin": self is LATIN}


LATIN = Script("Atkinson Hyperlegible Next")
# By the first word of the Unicode name of its letters.
SCRIPTS: Mapping[str, Script] = {
    "LATIN": LATIN,
    "CYRILLIC": Script(FALLBACK, leading=1.05),
    # Version 0.2.3: in later ones letters and their dots are apart, and a machine reads back another text.
    "ARABIC": Script(
        "Noto Naskh Arabic",
        ("noto-naskh-arabic",),
        size=1.1,
        leading=0.6,
        top=0.78,
        bottom=0.28,
    ),
    "CJK": Script(
        "Noto Sans SC", tuple(f"noto-sans-sc/{style}" for style in _UPRIGHT), leading=0.9, top=0.88, bottom=0.12
    ),
    "TAMIL": Script(
        "Noto Sans Tamil", tuple(f"noto-sans-tamil/{style}" for style in _UPRIGHT), leading=0.8, top=0.75, bottom=0.25
    ),
    "BENGALI": Script(
        "Noto Sans Bengali",
        tuple(f"noto-sans-bengali/{style}" for style in _UPRIGHT),
        size=1.05,
        leading=0.75,
        top=0.8,
        bottom=0.25,
    ),
}


def of(name: str) -> Script:
    """The script of a language, from its name written in it. Raises PrintingError for one without a font."""
    found = unicodedata.name(name[0]).partition(" ")[0]
    if found not in SCRIPTS:
        raise PrintingError(
            f"“{name}” is written in letters ({found.lower()}) that no font of the papers has. "
            "Add one to package.json and to portal/printing/scripts.py."
        )
    return SCRIPTS[found]
