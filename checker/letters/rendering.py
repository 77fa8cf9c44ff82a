"""Run a template over the facts and the fields. Sandboxed, strict, and values never become template text."""

from __future__ import annotations

import hashlib
import pkgutil
import re
from collections.abc import Mapping
from datetime import date
from functools import cache, partial
from typing import Any

from jinja2.loaders import FunctionLoader
from jinja2.runtime import StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from checker.engine.model import Source
from checker.letters import words
from checker.letters.blocks import Block, guarded, parse
from checker.letters.citations import Citations
from checker.letters.facts import Facts
from checker.letters.fields import BLANK
from checker.letters.language import FRENCH, Language, languages

_INCLUDES = re.compile(r'\{% include "([^"]+)" %\}')
_TRANSLATES = re.compile(r"\{#- translates ([0-9a-f]{8}) -#\}")


def template_source(lang: str, name: str) -> str | None:
    """The text of a template file, or ``None``."""
    try:
        data = pkgutil.get_data(__package__, f"{lang}/{name}")
    except OSError:
        return None
    return data.decode("utf-8") if data is not None else None


def render(
    letter: str, language: Language, facts: Facts, values: Mapping[str, Any]
) -> tuple[tuple[Block, ...], tuple[Source, ...]]:
    """The blocks of ``letter`` in ``language`` and the sources it cites, in order.

    ``values``: the checked fields, ``None`` for an empty one. Raises jinja2's errors on a faulty template only.
    """
    citations = Citations(language)
    shown = {name: BLANK if value is None else value for name, value in values.items()}
    text = _environment(language.id).get_template(f"{letter}.j2").render(
        f=facts,
        champ=shown,
        rempli=frozenset(name for name, value in values.items() if value is not None),
        ref=citations.ref,
        extrait=citations.extrait,
    )
    return parse(text, partial(words.typography, language)), tuple(citations.used.values())


def fingerprint(letter: str) -> str:
    """Eight signs that change with the French template of ``letter`` or with a part it includes."""
    source = template_source(FRENCH, f"{letter}.j2") or ""
    parts = [template_source(FRENCH, name) or "" for name in _INCLUDES.findall(source)]
    return hashlib.sha256("\0".join([source, *parts]).encode("utf-8")).hexdigest()[:8]


def stale(letter: str, lang: str) -> bool:
    """True when the French template has changed since its translation."""
    found = _TRANSLATES.match(template_source(lang, f"{letter}.j2") or "")
    return found is None or found.group(1) != fingerprint(letter)


@cache
def _environment(lang: str) -> ImmutableSandboxedEnvironment:
    language = languages()[lang]
    environment = ImmutableSandboxedEnvironment(
        loader=FunctionLoader(partial(template_source, lang)),
        undefined=StrictUndefined,
        finalize=partial(_finalize, language),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        # The result is made of plain blocks: no markup is written here.
        autoescape=False,
    )
    environment.globals.clear()
    environment.filters.clear()
    environment.filters.update(
        jour=partial(_day, language),
        titre=words.title,
        demande=language.request,
        lignes=_lines,
    )
    return environment


def _finalize(language: Language, value: Any) -> str:
    return guarded(words.isolated(language, str(value)))


def _day(language: Language, value: date | str | None) -> str:
    return language.day(value) if isinstance(value, date) else BLANK


def _lines(value: str) -> list[str]:
    return value.split("\n")
