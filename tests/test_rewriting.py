"""The walk over the texts of the rules: none is left out, and a key names one text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest

from checker import translation
from checker.engine.model import Statement
from checker.rules.base import BASE

FRENCH = translation.texts()
# The fields of the rules that readers see.
SHOWN = {
    "text", "title", "help", "where", "headline", "because", "show", "cost", "state", "not_examined", "texts",
    "why", "intro", "columns",
}  # fmt: skip


def rewritten(value: Any, name: str = "") -> Iterator[str]:
    """Every text of the rules that readers see, found without knowing where they are."""
    if isinstance(value, Statement):
        return
    if is_dataclass(value):
        for field in fields(value):
            yield from rewritten(getattr(value, field.name), field.name)
    elif isinstance(value, dict):
        for item in value.values():
            yield from rewritten(item, name)
    elif isinstance(value, tuple | list):
        for item in value:
            yield from rewritten(item, name)
    elif isinstance(value, str) and name in SHOWN and value:
        yield value


def test_every_text_of_the_rules_has_a_key() -> None:
    assert set(rewritten(BASE)) == set(FRENCH.values())
    assert all(text.strip() == text != "" for text in FRENCH.values())


def test_a_key_is_made_of_identifiers() -> None:
    assert all(re.fullmatch(r"sentence\.[0-9a-f]{8}|[a-z]+(\.[a-z0-9_]+)+", key) for key in FRENCH)


def test_two_texts_never_share_a_key() -> None:
    lever = BASE.levers[0]
    twice = replace(BASE, levers=(lever, replace(lever, text="Autre chose.")))
    with pytest.raises(ValueError, match=rf"lever\.{lever.id}"):
        translation.texts(twice)
