"""Answer a request: the one entry point of every face (browser, terminal, tests).

A request is ``{"answers": {question: option | "?"}, "dates": {date: "YYYY-MM-DD"}, "today": "YYYY-MM-DD"}``.
``"?"`` means "I do not know"; a question that is missing was not asked yet. Three more keys are optional: ``"on"``,
a past day to examine instead of today; ``"expires"``, the last day of the edition of the rules: past it, every outcome
becomes "to verify"; ``"lang"``, the language of the words, French when it has none.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations
from typing import Any

from checker import dates
from checker.compiled import SITUATION, Compiled, compiled
from checker.engine.evaluation import labels, pending, start
from checker.first_sentence import first_sentence
from checker.grounds import sources_json, sources_of
from checker.reading import TODAY, Problem, Reading, read
from checker.remedies import ladder
from checker.result import right_result
from checker.translation import FRENCH

OUT_OF_SCOPE = "hors_champ"


def consult(request: Any) -> dict[str, Any]:
    """Evaluate ``request``; the response holds ``today``, ``relevant`` (questions that can still
    change something), ``summary`` (the first sentence), ``situation``, ``rights``, ``not_examined`` and ``errors``.

    Never raises on bad input: problems come back under ``errors``, each with its field.
    """
    return consult_in(compiled(language_of(request)), request)


def consult_in(rules: Compiled, request: Any) -> dict[str, Any]:
    """``consult`` in the words of ``rules``, whatever language ``request`` asks for."""
    reading = read(rules.base, request)
    problems = [*reading.problems]
    found = labels(rules.graphs[SITUATION], start(rules.graphs[SITUATION]), reading.answers)
    if not found:
        problems.extend(contradictions(rules, reading.answers))
    if problems:
        return _response(rules, reading, problems=problems)
    if found == {OUT_OF_SCOPE}:
        return _response(rules, reading, stop=out_of_scope(rules))
    return _response(
        rules,
        reading,
        situation=situation_json(rules, found),
        rights=[right_result(rules, right, reading) for right in rules.base.rights],
        days=dates.six_dates(rules, reading),
        trap=dates.trap(rules, reading),
        remedies=ladder(rules, reading),
        relevant=relevant(rules, reading.answers, reading.unknown),
    )


def language_of(request: Any) -> str:
    """The language of the words that ``request`` asks for."""
    lang = request.get("lang") if isinstance(request, dict) else None
    return lang if isinstance(lang, str) else FRENCH


def situation_json(rules: Compiled, found: frozenset[str]) -> dict[str, str] | None:
    """The situation in words when the answers leave only one."""
    if len(found) != 1:
        return None
    situation = next(situation for situation in rules.base.situations if situation.id in found)
    return {"id": situation.id, "title": situation.title, "text": situation.text}


def _response(
    rules: Compiled,
    reading: Reading,
    *,
    situation: dict[str, str] | None = None,
    rights: list[dict[str, Any]] | None = None,
    relevant: list[str] | None = None,
    stop: dict[str, Any] | None = None,
    days: list[dict[str, Any]] | None = None,
    trap: dict[str, Any] | None = None,
    remedies: list[dict[str, Any]] | None = None,
    problems: list[Problem] | None = None,
) -> dict[str, Any]:
    return {
        "today": reading.dates[TODAY].isoformat() if TODAY in reading.dates else None,
        "relevant": relevant or [],
        "summary": first_sentence(rights, rules.base.phrases) if rights else None,
        "situation": situation,
        "out_of_scope": stop,
        "rights": rights or [],
        "dates": days or [],
        "trap": trap,
        "remedies": remedies or [],
        "not_examined": list(rules.base.not_examined),
        "errors": [{"field": problem.field, "message": problem.message} for problem in problems or []],
    }


def out_of_scope(rules: Compiled) -> dict[str, Any]:
    """What is said when the tool stops at once and sends to a person."""
    situation = next(s for s in rules.base.situations if s.id == OUT_OF_SCOPE)
    case = next(case for right in rules.base.rights for case in right.cases if case.id == OUT_OF_SCOPE)
    return {
        "title": situation.title,
        "text": f"{case.headline} {case.because}",
        "warnings": [caution.text for caution in case.cautions],
        "sources": sources_json(sources_of([case]), rules.base.phrases),
        "steps": [{"text": step.text, "page": step.page} for step in case.steps],
    }


def relevant(rules: Compiled, answers: Mapping[str, str], unknown: frozenset[str]) -> list[str]:
    """The questions, in order, that are not answered and can still change something."""
    found: set[str] = set()
    for ask in {id(ask): ask for ask in rules.asking.values()}.values():
        # Most graphs ask nothing that another has not asked already.
        if ask.graph.asked[ask.graph.root] - answers.keys() - found:
            found |= pending(ask, start(ask.graph), answers)
    return [q.id for q in rules.base.questions if q.id in found - unknown]


def contradictions(rules: Compiled, answers: Mapping[str, str]) -> list[Problem]:
    """Name the pairs of answers that cannot go together, or say so in general when no pair is to blame."""
    graph = rules.graphs[SITUATION]
    problems = []
    for pair in combinations(answers.items(), 2):
        if not labels(graph, start(graph), dict(pair)):
            problems += [Problem(question, rules.base.phrases["contradiction"]) for question, _ in pair]
    return problems or [Problem("", rules.base.phrases["contradiction_generale"])]
