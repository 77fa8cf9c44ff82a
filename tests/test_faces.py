"""One rule base, several faces: CPython, Pyodide (the runtime that is shipped) and the static pages agree.

Every result page is visited by its shortest path, and many more sets of answers are drawn at random,
with dates, unknown answers and contradictions.
"""

from __future__ import annotations

import json
import random
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from checker.browser import call
from checker.compiled import compiled
from checker.consult import OUT_OF_SCOPE
from portal.decisions.paths import shortest_paths
from portal.decisions.tree import Result, build
from portal.npm import install
from portal.runtime import LIBRARY
from portal.runtime.node import run

RULES = compiled()
TODAY = date(2026, 11, 23)
DRAWN = 800

BATCH = """
import json
from checker.browser import call
json.dumps([call("consult", json.dumps(request)) for request in json.loads(requests)])
"""


def drawn(count: int) -> list[dict[str, Any]]:
    """Requests as readers make them: some answers, some unknown, some dates, some mistakes."""
    dice = random.Random(20261123)
    requests = []
    for _ in range(count):
        answers = {
            question.id: dice.choice([option.id for option in question.options] + ["?"])
            for question in RULES.base.questions
            if dice.random() < 0.7
        }
        dates = {
            entry.id: (TODAY + timedelta(days=dice.randint(-500, 200))).isoformat()
            for entry in RULES.base.dates
            if dice.random() < 0.5
        }
        requests.append({"today": TODAY.isoformat(), "answers": answers, "dates": dates})
    return requests


@pytest.fixture(scope="module")
def requests() -> list[dict[str, Any]]:
    tree = build(RULES)
    paths = [
        {"today": TODAY.isoformat(), "answers": answers}
        for name, answers in shortest_paths(tree).items()
        if isinstance(tree.pages[name], Result)
    ]
    return paths + drawn(DRAWN)


@pytest.fixture(scope="module")
def by_python(requests: list[dict[str, Any]]) -> list[str]:
    return [call("consult", json.dumps(request)) for request in requests]


def test_the_requests_cover_every_case(by_python: list[str]) -> None:
    """Every case of every right, and errors too, are among what is compared."""
    responses = [json.loads(text) for text in by_python]
    headlines = {right["headline"] for response in responses for right in response["rights"]}
    inside = (case for right in RULES.base.rights for case in right.cases if case.id != OUT_OF_SCOPE)
    assert headlines >= {case.headline for case in inside}
    assert any(response["out_of_scope"] for response in responses)
    assert any(response["errors"] for response in responses)
    assert any(right["status"] == "open" for response in responses for right in response["rights"])


def test_pyodide_answers_like_cpython(
    root: Path, site: Path, requests: list[dict[str, Any]], by_python: list[str]
) -> None:
    """The very library that the site ships, in the real Pyodide, byte for byte."""
    pyodide = install(root) / "pyodide"
    printed = run(root, pyodide, site / "runtime" / LIBRARY, BATCH, values={"requests": json.dumps(requests)})
    by_pyodide = json.loads(printed)
    assert len(by_pyodide) == len(by_python)
    different = [request for request, one, other in zip(requests, by_python, by_pyodide, strict=True) if one != other]
    assert not different, f"{len(different)} of {len(requests)} differ, the first: {different[0]}"
