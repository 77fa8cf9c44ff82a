"""What the guide says about itself: its own few sentences, with dates and numbers filled in."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from portal.edition import Edition
from portal.languages import catalogue
from portal.pages import date_words
from portal.printing.typography import set_text


def dates(interface: Mapping[str, Any]) -> Callable[[date], str]:
    """A function that writes a date in the language of these interface strings."""
    return partial(date_words, t=interface)


def fill(value: Any, lang: str, values: Mapping[str, str]) -> Any:
    """`value`, a tree of texts, with each `{name}` replaced and the spaces of `lang` set."""
    if isinstance(value, dict):
        return {key: fill(child, lang, values) for key, child in value.items()}
    if isinstance(value, list):
        return [fill(child, lang, values) for child in value]
    for name, replacement in values.items():
        value = value.replace(f"{{{name}}}", replacement)
    return set_text(value, lang)


def own(root: Path, lang: str, edition: Edition, interface: Mapping[str, Any], fonts: Sequence[str]) -> Any:
    """The texts of portal/printing/fr.yml, or their translations, for one edition; `fonts` are those of its papers."""
    words = dates(interface)
    values = {"number": edition.number, "date": words(edition.date), "expires": words(edition.expires)}
    values["fonts"] = interface["comma"].join(fonts)
    return fill(catalogue.tree(root, lang, catalogue.PAPER), lang, values)
