"""Letters to send, made from the answers and a few fields; each with a copy to understand.

Jinja2 templates, read from this package. The only part of ``checker`` that needs more than the standard library.
"""

from __future__ import annotations

import binascii
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from checker.applying import sources_json
from checker.catalogue import catalogue
from checker.letters import kinds
from checker.letters.companion import block_json, companion
from checker.letters.facts import Facts, facts
from checker.letters.fields import field_json, read_fields
from checker.letters.kind import Letter
from checker.letters.odt import odt
from checker.letters.plain import plain_text
from checker.letters.rendering import FRENCH, render
from checker.reading import Problem
from checker.rules.base import BASE
from checker.rules.phrases import PHRASES
from checker.rules.vocabulaire import typographie as _t

__all__ = ["letter", "letters"]

# On a shared phone, the name of a file must not say what it is about.
FILE = "lettre"
EDITION_DEPASSEE = _t("Une règle a pu changer depuis cette édition : faites vérifier cette lettre avant de l'envoyer.")
LETTRE_INCONNUE = _t("Cette lettre n'existe pas.")


def letters(request: Any) -> dict[str, Any]:
    """``{"letters": [{"id", "title", "to", "why", "proposed", "blocked", "fields"}], "errors": []}``.

    ``request`` is that of ``checker.consult``. ``proposed``: a step of the reader's ladder has this letter, and it
    is not blocked. Never raises on bad input.
    """
    known = facts(request)
    if known.problems:
        return {"letters": [], "errors": _errors(known.problems)}
    return {"letters": [_entry(kind, known) for kind in kinds.ALL], "errors": []}


def letter(argument: Any) -> dict[str, Any]:
    """The letter ``{"request", "id", "fields": {id: str}, "lang"}``: see LETTER in API.md.

    ``errors`` names each field to correct (``""`` for the letter as a whole); then nothing else is filled.
    Never raises on bad input.
    """
    if not isinstance(argument, Mapping):
        return _failed((Problem("", PHRASES["demande_illisible"]),))
    kind = next((kind for kind in kinds.ALL if kind.id == argument.get("id")), None)
    if kind is None:
        return _failed((Problem("id", LETTRE_INCONNUE),))
    known = facts(argument.get("request"))
    if known.problems:
        return _failed(known.problems)
    values, problems = read_fields(kind.fields(known), argument.get("fields", {}), known.today)
    if problems:
        return _failed(tuple(problems))
    known = facts(_completed(argument["request"], values))
    if known.problems:
        return _failed(tuple(_known_field(problem, values) for problem in known.problems))
    reason = kind.blocked(known)
    if reason:
        return _failed((Problem("", _t(reason)),))
    return _letter(kind, known, values, argument.get("lang"))


def _letter(kind: Letter, known: Facts, values: dict[str, Any], lang: Any) -> dict[str, Any]:
    blocks, sources = render(kind.id, FRENCH, known, values)
    return {
        "errors": [],
        "title": _t(kind.title),
        "file": FILE,
        "blocks": [block_json(block) for block in blocks],
        "text": plain_text(blocks),
        "odt": binascii.b2a_base64(odt(blocks), newline=False).decode("ascii"),
        "warnings": [*([EDITION_DEPASSEE] if known.frozen else []), *(_t(text) for text in kind.warnings(known))],
        "sources": sources_json(sources, PHRASES),
        "companion": companion(kind.id, lang, known, values) if isinstance(lang, str) else None,
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
    return {
        "id": kind.id,
        "title": _t(kind.title),
        "to": _t(kind.to),
        "why": _t(kind.why),
        "proposed": reason is None and any(remedy in known.remedies for remedy in kind.remedies),
        "blocked": _t(reason) if reason else None,
        "fields": [field_json(field) for field in kind.fields(known)],
    }


def _completed(request: Mapping[str, Any], values: Mapping[str, Any]) -> dict[str, Any]:
    """The request with what the fields add to it: a field named like a date or a question is an answer."""
    dates = {entry.id: values[entry.id].isoformat() for entry in BASE.dates if values.get(entry.id)}
    answers = {question.id: values[question.id] for question in BASE.questions if values.get(question.id)}
    return {
        **request,
        "dates": {**request.get("dates", {}), **dates},
        "answers": {**request.get("answers", {}), **answers},
    }


def _known_field(problem: Problem, values: Mapping[str, Any]) -> Problem:
    """The same problem; when its question is not a field of the letter, the message says which question."""
    if problem.field in values or not problem.field:
        return problem
    texts = {question["id"]: question["text"] for question in catalogue()["questions"]}
    return replace(problem, field="", message=" ".join((texts.get(problem.field, ""), problem.message)).strip())
