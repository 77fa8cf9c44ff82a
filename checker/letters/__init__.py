"""Letters to send, made from the answers and a few fields; each with a copy to understand.

Jinja2 templates, read from this package. The only part of ``checker`` that needs more than the standard library.
"""

from __future__ import annotations

import binascii
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from checker.compiled import compiled
from checker.consult import language_of
from checker.engine.model import RuleBase
from checker.grounds import sources_json
from checker.letters import kinds
from checker.letters.companion import block_json, companion, copies
from checker.letters.facts import Facts, facts
from checker.letters.fields import field_json, read_fields
from checker.letters.kind import Letter
from checker.letters.language import FRENCH, languages
from checker.letters.odt import odt
from checker.letters.plain import plain_text
from checker.letters.rendering import render
from checker.reading import Problem
from checker.rules.phrases import PHRASES
from checker.translation import sentence

__all__ = ["letter", "letters"]

# On a shared phone, the name of a file must not say what it is about.
FILE = "lettre"


def letters(request: Any) -> dict[str, Any]:
    """``{"letters": [ENTRY], "copies": [], "errors": []}``, where ENTRY is ``{"id", "title", "to", "why", "proposed",
    "blocked", "fields"}``.

    ``request`` is that of ``checker.consult``, and the words are in its language. ``proposed``: a step of the reader's
    ladder has this letter, and it is not blocked. ``copies``: the languages of the copies to understand.
    Never raises on bad input.
    """
    known = facts(request)
    if known.problems:
        return {"letters": [], "copies": [], "errors": _errors(known.problems)}
    return {"letters": [_entry(kind, known) for kind in kinds.ALL], "copies": copies(), "errors": []}


def letter(argument: Any) -> dict[str, Any]:
    """The letter ``{"request", "id", "fields": {id: str}, "copy"}``: see LETTER in API.md.

    It is in French, and what is said of it in the language of ``request``; ``copy``: that of a copy to understand.
    ``errors`` names each field to correct (``""`` for the letter as a whole); then nothing else is filled.
    Never raises on bad input.
    """
    if not isinstance(argument, Mapping):
        return _failed((Problem("", PHRASES["demande_illisible"]),))
    lang = language_of(argument.get("request"))
    phrases = compiled(lang).base.phrases
    kind = next((kind for kind in kinds.ALL if kind.id == argument.get("id")), None)
    if kind is None:
        return _failed((Problem("id", phrases["erreur.lettre_inconnue"]),))
    known = facts(argument.get("request"))
    if known.problems:
        return _failed(known.problems)
    values, problems = read_fields(kind.fields(known), argument.get("fields", {}), known.today, phrases)
    if problems:
        return _failed(tuple(problems))
    known = facts(_completed(known.base, argument["request"], values))
    if known.problems:
        return _failed(tuple(_known_field(known.base, problem, values) for problem in known.problems))
    reason = kind.blocked(known)
    if reason:
        return _failed((Problem("", reason),))
    return _letter(kind, known, values, lang, argument.get("copy"))


def _letter(kind: Letter, known: Facts, values: dict[str, Any], lang: str, copy: Any) -> dict[str, Any]:
    blocks, cited = render(kind.id, languages()[FRENCH], known, values)
    sources = (replace(source, state=sentence(lang, source.state)) for source in cited)
    return {
        "errors": [],
        "title": PHRASES[f"lettre.{kind.id}.titre"],
        "file": FILE,
        "blocks": [block_json(block) for block in blocks],
        "text": plain_text(blocks),
        "odt": binascii.b2a_base64(odt(blocks), newline=False).decode("ascii"),
        "warnings": [*([known.warning("edition")] if known.frozen else []), *kind.warnings(known)],
        "sources": sources_json(sources, known.base.phrases),
        "companion": companion(kind.id, copy, known, values) if isinstance(copy, str) else None,
    }


def _failed(problems: tuple[Problem, ...]) -> dict[str, Any]:
    return {
        "errors": _errors(problems),
        "title": "",
        "file": FILE,
        "blocks": [],
        "text": "",
        "odt": "",
        "warnings": [],
        "sources": [],
        "companion": None,
    }


def _errors(problems: tuple[Problem, ...]) -> list[dict[str, str]]:
    return [{"field": problem.field, "message": problem.message} for problem in problems]


def _entry(kind: Letter, known: Facts) -> dict[str, Any]:
    reason = kind.blocked(known)
    phrases = known.base.phrases
    return {
        "id": kind.id,
        "title": phrases[f"lettre.{kind.id}.titre"],
        "to": phrases[f"lettre.{kind.id}.a"],
        "why": phrases[f"lettre.{kind.id}.pourquoi"],
        "proposed": reason is None and any(remedy in known.remedies for remedy in kind.remedies),
        "blocked": reason,
        "fields": [field_json(field) for field in kind.fields(known)],
    }


def _completed(base: RuleBase, request: Mapping[str, Any], values: Mapping[str, Any]) -> dict[str, Any]:
    """The request with what the fields add to it: a field named like a date or a question is an answer.

    Some questions bear the name of the date that answers them: a day that was typed is the date, not an option."""
    dates = {entry.id: values[entry.id].isoformat() for entry in base.dates if values.get(entry.id)}
    options = {question.id: values.get(question.id) for question in base.questions}
    answers = {name: option for name, option in options.items() if option and isinstance(option, str)}
    return {
        **request,
        "dates": {**request.get("dates", {}), **dates},
        "answers": {**request.get("answers", {}), **answers},
    }


def _known_field(base: RuleBase, problem: Problem, values: Mapping[str, Any]) -> Problem:
    """The same problem; when its question is not a field of the letter, the message says which question."""
    if problem.field in values or not problem.field:
        return problem
    texts = {question.id: question.text for question in base.questions}
    return replace(problem, field="", message=" ".join((texts.get(problem.field, ""), problem.message)).strip())
