"""The copy to understand: the letter in the reader's language, to read and not to send."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from checker.letters.blocks import Block
from checker.letters.facts import Facts
from checker.letters.rendering import render, stale, template_source


@dataclass(frozen=True)
class Language:
    """A language of the copies; ``notice`` is said before the letter."""

    name: str
    direction: str
    notice: str


LANGUAGES = {
    "en": Language(
        "English",
        "ltr",
        "This copy helps you understand the letter. Do not send it: send the French letter. It is information, not "
        "legal advice, and no native speaker has reviewed it yet. If the two differ, the French text is the right one.",
    ),
    "ar": Language(
        "العربية",
        "rtl",
        "هذه النسخة تساعدك على فهم الرسالة. لا ترسلها: أرسل الرسالة المكتوبة بالفرنسية. هذه معلومات وليست استشارة "
        "قانونية، ولم يراجعها بعدُ أحد الناطقين باللغة. إذا اختلف النصان فالنص الفرنسي هو الصحيح.",
    ),
}


def companion(letter: str, lang: str, facts: Facts, values: Mapping[str, Any]) -> dict[str, Any] | None:
    """The copy of ``letter`` in ``lang``; ``None`` in a language that has none."""
    language = LANGUAGES.get(lang)
    if language is None or template_source(lang, f"{letter}.j2") is None:
        return None
    blocks, _ = render(letter, lang, facts, values)
    return {
        "lang": lang,
        "dir": language.direction,
        "name": language.name,
        "notice": language.notice,
        "blocks": [block_json(block) for block in blocks],
        "reviewed": False,
        "stale": stale(letter, lang),
    }


def block_json(block: Block) -> dict[str, Any]:
    return {"kind": block.kind, "text": block.text, "items": None if block.items is None else list(block.items)}
