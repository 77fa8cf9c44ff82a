"""The rules in other languages: the words that were installed, and the base that speaks them.

A translated base holds the same frozen values as the French one, with other texts (``checker.rewriting``).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from checker.engine.model import RuleBase
from checker.rewriting import PHRASE, Rewriting, sentence_key
from checker.rules.base import BASE

FRENCH = "fr"

# A place, or a brace that makes none.
_PLACE = re.compile(r"\{\w*\}|[{}]")

_words: dict[str, Mapping[str, str]] = {}
_bases: dict[str, RuleBase] = {}


def install(lang: str, words: Mapping[str, str]) -> None:
    """Answer in ``lang`` with ``words``, key → text.

    Raises ``ValueError``, which names the keys, when the rules have no such text, or when a phrase has other places."""
    if wrong := problems(words):
        raise ValueError(f"{lang}: {'; '.join(wrong)}")
    _words[lang], _bases[lang] = words, translated(BASE, words)


def base(lang: str) -> RuleBase | None:
    """The base in ``lang``; ``None`` for French, and for a language that was not installed."""
    return _bases.get(lang)


def sentence(lang: str, french: str) -> str:
    """One sentence of the rules in ``lang``; in French when it has no words there."""
    return _words.get(lang, {}).get(sentence_key(french), french)


def problems(words: Mapping[str, str]) -> list[str]:
    """What is wrong with the keys and the places of ``words``, in their order."""
    known = texts()
    return [
        f"{key}: unknown text" if key not in known else f"{key}: its places differ from those of the French"
        for key, text in words.items()
        if key not in known or _places(key, text) != _places(key, known[key])
    ]


def _places(key: str, text: str) -> set[str]:
    """The named places of a phrase; other texts are shown as they stand."""
    return set(_PLACE.findall(text)) if key.startswith(PHRASE) else set()


def texts(base: RuleBase = BASE) -> dict[str, str]:
    """Every French text that the reader can be shown, by key, in the order of the rules."""
    found: dict[str, str] = {}

    def collect(key: str, french: str) -> str:
        if found.setdefault(key, french) != french:
            raise ValueError(f"two texts have the key {key}: {found[key]!r} and {french!r}")
        return french

    Rewriting(collect).base(base)
    return found


def translated(base: RuleBase, words: Mapping[str, str]) -> RuleBase:
    """``base`` with the texts of ``words``, key → text; a text without words stays in French."""
    return Rewriting(words.get).base(base)
