"""The copy to understand: the letter in the reader's language, to read and not to send."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from checker.letters.blocks import Block
from checker.letters.facts import Facts
from checker.letters.language import FRENCH, languages
from checker.letters.rendering import render, stale, template_source


def copies() -> list[str]:
    """The codes of the languages in which letters can be understood."""
    return [code for code in languages() if code != FRENCH]


def companion(letter: str, lang: str, facts: Facts, values: Mapping[str, Any]) -> dict[str, Any] | None:
    """The copy of ``letter`` in ``lang``; ``None`` in a language that has none."""
    language = languages().get(lang)
    if language is None or lang == FRENCH or template_source(lang, f"{letter}.j2") is None:
        return None
    blocks, _ = render(letter, language, facts, values)
    return {
        "lang": lang,
        "dir": language.dir,
        "name": language.name,
        "notice": language.notice,
        "blocks": [block_json(block) for block in blocks],
        "reviewed": False,
        "stale": stale(letter, lang),
    }


def block_json(block: Block) -> dict[str, Any]:
    """The BLOCK of the contract with the page: ``kind``, ``text``, and ``items`` (``None`` outside a list)."""
    return {"kind": block.kind, "text": block.text, "items": None if block.items is None else list(block.items)}
