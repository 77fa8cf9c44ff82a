"""Pieces of a page that are made, not written: `[[ extrait("id") ]]`, `[[ dessin("document-api") ]]`, and the others.

A fragment is a function of this package, named in FRAGMENTS by the word that pages use. It receives the `Place` it is
written in, then what stands between the parentheses, and returns HTML. Adding one takes one file and one line here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from markupsafe import Markup

from portal.fragments import changes, drawing, extract, filing, glossary, others, papers, register, rgaa, state, tracker
from portal.fragments.place import Place
from portal.frontmatter import PageError

FRAGMENTS: Mapping[str, Callable[..., Markup | str]] = {
    "changements": changes.fragment,
    "dessin": drawing.fragment,
    "etat": state.fragment,
    "extrait": extract.fragment,
    "feuilles": papers.leaflets,
    "glossaire": glossary.fragment,
    "mois_de_depot": filing.fragment,
    "papiers": papers.papers,
    "rgaa_compte": rgaa.count,
    "rgaa_grille": rgaa.grid,
    "suivi": tracker.fragment,
    "textes": register.fragment,
    "tiers": others.fragment,
}


def fragments(place: Place) -> dict[str, Any]:
    """Every fragment, ready to be called from the page at `place`."""
    return {name: partial(_made, name, function, place) for name, function in FRAGMENTS.items()}


def _made(
    name: str, function: Callable[..., Markup | str], place: Place, *arguments: str, **named: str
) -> Markup | str:
    try:
        return function(place, *arguments, **named)
    except KeyError as error:
        # Fragments read docs/_data, which people write by hand.
        raise PageError(f"{name}: {error} is a field that docs/_data lacks, or an id that does not exist") from error


__all__ = ["FRAGMENTS", "Place", "fragments"]
