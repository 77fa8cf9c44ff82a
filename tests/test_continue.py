"""assets/continue.js: from the form to the static page that asks the same question with the same answers."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest

from checker.compiled import SITUATION
from checker.consult import consult
from checker.reading import read
from portal.decisions.tree import Ask, Result, Tree, build
from portal.decisions.write import map_json, result, url_of
from tests.scripts import RULES, drawn, run_scripts

DAY = "2026-11-23"


@pytest.fixture(scope="module")
def tree() -> Tree:
    return build(RULES)


def forms(tree: Tree) -> list[dict[str, Any]]:
    """Every length of beginnings of walks through the pages, and forms filled in any order, with dates."""
    dice = random.Random(9)
    found = []
    for _ in range(400):
        answers: dict[str, str] = {}
        page = tree.pages[tree.root]
        stop = dice.randint(0, len(RULES.base.questions))
        while isinstance(page, Ask) and len(answers) < stop:
            option, target = dice.choice([*page.options * 4, ("?", page.unknown)])
            answers[page.question] = option
            page = tree.pages[target]
        found.append({"answers": answers, "dates": {}, "day": DAY})
    return found + drawn(400, seed=10)


def walked(tree: Tree, form: dict[str, Any]) -> tuple[str, dict[str, str]]:
    """The page that Python reaches with the answers of a form, and those it used."""
    reading = read(RULES.base, {"answers": form["answers"], "dates": form["dates"], "today": form["day"]})
    name, used = tree.root, {}
    while isinstance(page := tree.pages[name], Ask):
        answer = "?" if page.question in reading.unknown else reading.answers.get(page.question)
        target = page.unknown if answer == "?" else dict(page.options).get(answer or "")
        if target is None:
            break
        name, used[page.question] = target, answer or ""
    return name, used


def test_the_page_asks_the_first_question_without_answer_or_says_what_the_engine_says(
    root: Path, site: Path, tree: Tree
) -> None:
    given = forms(tree)
    files = (site / "runtime" / "graphs.json", site / "fr" / "q" / "arbre.json")
    pages = run_scripts(root, {"pages": given}, *files)["pages"]
    by_file = {Path(url_of(tree, name)).name: name for name in tree.pages}
    seen = {"asked": 0, "ended": 0, "dated": 0}
    for form, reached in zip(given, pages, strict=True):
        name, used = walked(tree, form)
        assert by_file[reached["file"]] == name, form
        page = tree.pages[name]
        assert reached["question"] == (page.question if isinstance(page, Ask) else None)
        if isinstance(page, Ask):
            seen["asked"] += 1
            continue
        seen["ended"] += 1
        seen["dated"] += bool(form["dates"])
        response = consult({"today": form["day"], "answers": used})
        computed = {right["id"]: right["status"] for right in response["rights"]}
        assert isinstance(page, Result) and SITUATION in dict(page.found)
        assert {right["id"]: right["status"] for right in result(RULES, page, tree)["rights"]} == computed, form
    assert min(seen.values()) > 30, seen


def test_an_answer_that_contradicts_the_others_is_asked_again(root: Path, site: Path, tree: Tree) -> None:
    """The page stops at the question whose answer no page follows."""
    options = {question.id: [option.id for option in question.options] for question in RULES.base.questions}
    cases = []
    waiting: list[tuple[str, dict[str, str]]] = [(tree.root, {})]
    for name, answers in waiting:
        page = tree.pages[name]
        if isinstance(page, Ask) and len(waiting) < 3000:
            missing = set(options[page.question]) - set(dict(page.options))
            cases += [(name, {"answers": {**answers, page.question: o}, "dates": {}, "day": DAY}) for o in missing]
            waiting += [(target, {**answers, page.question: option}) for option, target in page.options]
    assert len(cases) > 20, "some pages leave out an answer that would contradict those before"
    files = (site / "runtime" / "graphs.json", site / "fr" / "q" / "arbre.json")
    pages = run_scripts(root, {"pages": [form for _, form in cases]}, *files)["pages"]
    assert [page["file"] for page in pages] == [Path(url_of(tree, name)).name for name, _ in cases]


def test_the_map_names_every_page_once(site: Path, tree: Tree) -> None:
    text = (site / "fr" / "q" / "arbre.json").read_text("utf-8")
    assert text == map_json(RULES, tree) == map_json(RULES, build(RULES))
    written = json.loads(text)
    assert sorted(written["names"]) == sorted(path.stem for path in (site / "fr" / "q").glob("*.html"))
    assert written["names"][0] == "index"
    asks = sum(isinstance(page, Ask) for page in tree.pages.values())
    assert len(written["asks"]) == asks
