"""The texts of the rules in each language: installed in the checker for the pages, and shipped to the browser."""

from __future__ import annotations

from pathlib import Path

from checker import translation
from portal.languages.catalogue import CANONICAL, RULES, languages
from portal.languages.catalogue import words as catalogued
from portal.typography import spaced


def words(root: Path, lang: str) -> dict[str, str]:
    """Key → text for every text of the rules in `lang`, with its spacing; empty in French, which the rules speak."""
    if lang == CANONICAL:
        return {}
    return {key: spaced(text, lang) for key, text in catalogued(root, lang, RULES).items()}


def install(root: Path) -> None:
    """Lets `checker.compiled.compiled` answer in every language. Raises ValueError, which names what is wrong."""
    for lang in languages(root)[1:]:
        translation.install(lang, words(root, lang))
