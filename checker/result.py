"""The result for one right: what the answers leave of it, what decides it or would settle it, and what would help."""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import Any

from checker.compiled import Compiled
from checker.engine.evaluation import labels, pending, start
from checker.engine.explanation import deciding, settling
from checker.engine.lever import lever
from checker.engine.model import Question, Right
from checker.engine.what_if import what_if
from checker.outcome import label_of, outcome, to_verify
from checker.reading import Reading
from checker.rules.phrases import STATUT_DE


def right_result(rules: Compiled, right: Right, reading: Reading) -> dict[str, Any]:
    """The result of ``right`` for what was read, with the answers that decide it or the one that would."""
    graph = rules.graphs[right.id]
    found = labels(graph, start(graph), reading.answers)
    result = outcome(right, found, reading.dates, rules.base.to_reread, rules.base.phrases)
    open_questions = [] if result["certain"] else _open_questions(rules, right, reading)
    supposed = [{question.id: option.id} for question in open_questions for option in question.options]
    changes = [dict(lever.changes) for lever in rules.base.levers]
    # One walk serves the question that would settle it and the levers: walks are what an answer costs.
    left = what_if(graph, [reading.answers | added for added in (*supposed, *changes)])
    result["lever"] = _lever(rules, right, found, left[len(supposed) :])
    if not result["certain"]:
        result["settle"] = _settle(open_questions, left)
    elif len(found) == 1:
        result["deciding"] = _answers(rules, deciding(graph, reading.answers), reading)
    return _expired(result) if reading.frozen else result


def _expired(result: dict[str, Any]) -> dict[str, Any]:
    """The same result from an edition out of date: no status it names, even of what is only possible, holds."""
    unsure = {"status": "to_verify"}
    result = result | {"alternatives": [other | unsure for other in result["alternatives"]]}
    if result["lever"]:
        result["lever"] = result["lever"] | {"to": "to_verify"}
    return to_verify(result) if result["certain"] and not result["before"] else result


def _open_questions(rules: Compiled, right: Right, reading: Reading) -> list[Question]:
    """The questions that can still change the label, in order; those answered "I do not know" only if alone."""
    ask = rules.asking[right.id]
    still = pending(ask, start(ask.graph), reading.answers)
    questions = [question for question in rules.base.questions if question.id in still]
    return [question for question in questions if question.id not in reading.unknown] or questions


def _settle(questions: list[Question], left: Sequence[Set[str]]) -> dict[str, str] | None:
    """``left`` holds the labels left by each option of each of ``questions``, in order."""
    each = iter(left)
    name = settling({question.id: [next(each) for _ in question.options] for question in questions})
    found = next((question for question in questions if question.id == name), None)
    return {"question": found.id, "text": found.text, "where": found.where} if found else None


def _lever(
    rules: Compiled, right: Right, now: Set[str], then: Sequence[Set[str]]
) -> dict[str, str | None] | None:
    """``now`` holds the labels that the answers allow, ``then`` those that each lever would leave."""
    outcomes = {label_of(right, case): case.outcome for case in (*right.cases, right.otherwise)}
    found = lever(now, zip(rules.base.levers, then, strict=True), outcomes)
    if found is None:
        return None
    step, better = found
    return {
        "id": step.id,
        "text": step.text,
        "to": STATUT_DE[better],
        "page": step.page,
        "remedy": step.remedy,
    }


def _answers(rules: Compiled, ids: tuple[str, ...], reading: Reading) -> list[dict[str, str]]:
    questions = {question.id: question for question in rules.base.questions}
    return [
        {
            "question": name,
            "text": questions[name].text,
            "answer": next(o.text for o in questions[name].options if o.id == reading.answers[name]),
        }
        for name in ids
    ]
