"""The public JSON files: they conform to their schema, and others can walk them to the same answers."""

from __future__ import annotations

import doctest
import json
import random
import subprocess
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from checker.applying import NO, YES
from checker.compiled import SITUATION, compiled
from checker.consult import consult
from checker.engine.bands import band_of
from checker.engine.calendar import Offset, shift
from checker.engine.evaluation import labels, start
from checker.engine.graph import CONFLICT, IMPOSSIBLE, Leaf
from checker.outcome import label_of
from portal.exports import FOLDER, write
from portal.npm import node

RULES = compiled()
NAMES = ["catalogue.json", "graphes.json", "sources.json", "schema.json"]
TODAY = date(2026, 11, 23)
Values = dict[str, dict[str, Any]]


@pytest.fixture(scope="module")
def folder(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = tmp_path_factory.mktemp("site")
    assert write(root, site) == [site / FOLDER / name for name in NAMES]
    return site / FOLDER


@pytest.fixture(scope="module")
def values(folder: Path) -> Values:
    return {name: json.loads((folder / name).read_text("utf-8")) for name in NAMES}


def validator(values: Values, name: str) -> Draft202012Validator:
    schema = values["schema.json"]
    return Draft202012Validator(
        {"$schema": schema["$schema"], "$ref": f"#/$defs/{name}", "$defs": schema["$defs"]},
        format_checker=Draft202012Validator.FORMAT_CHECKER,
    )


def drawn(count: int, seed: int, *, full: bool = False) -> list[dict[str, str]]:
    """Consistent and contradictory sets of answers, from few answers to all of them."""
    dice = random.Random(seed)
    sets = []
    for _ in range(count):
        share = 1.0 if full else dice.random()
        sets.append({q.id: dice.choice(q.options).id for q in RULES.base.questions if dice.random() < share})
    return sets


def consistent(count: int, seed: int) -> list[dict[str, str]]:
    """Partial answers without contradiction; each situation in turn is one that they lead to."""
    dice = random.Random(seed)
    graph = RULES.graphs[SITUATION]
    sets = []
    for rank in range(count):
        answers = toward(RULES.base.situations[rank % len(RULES.base.situations)].id, dice)
        share = dice.random()
        for question in RULES.base.questions:
            more = {question.id: dice.choice(question.options).id, **answers}
            if dice.random() < share and labels(graph, start(graph), more):
                answers = more
        forgotten = dice.random() ** 3
        sets.append({name: option for name, option in answers.items() if dice.random() >= forgotten})
    return sets


def toward(situation: str, dice: random.Random) -> dict[str, str]:
    """Answers that leave only this situation: a walk that never takes a branch from which it is out of reach."""
    graph = RULES.graphs[SITUATION]
    reach: list[bool] = []
    for entry in graph.nodes:
        leaf = isinstance(entry, Leaf)
        reach.append(entry.label == situation if leaf else any(reach[child] for _, child in entry.branches))
    answers: dict[str, str] = {}
    entry = graph.nodes[graph.root]
    while not isinstance(entry, Leaf):
        option, child = dice.choice([branch for branch in entry.branches if reach[branch[1]]])
        answers[entry.question] = option
        entry = graph.nodes[child]
    return answers


def test_the_schema_is_a_schema(values: Values) -> None:
    Draft202012Validator.check_schema(values["schema.json"])
    assert values["schema.json"]["$schema"] == Draft202012Validator.META_SCHEMA["$id"]


@pytest.mark.parametrize("name", ["catalogue", "graphes", "sources"])
def test_each_file_conforms_and_names_its_schema(values: Values, name: str) -> None:
    value = values[f"{name}.json"]
    validator(values, name).validate(value)
    assert value["schema"] == f"schema.json#/$defs/{name}"
    for key in ("version", "edition", "rules"):
        assert value[key] == values["schema.json"][key]


@pytest.mark.parametrize("name", ["catalogue", "sources"])
def test_a_changed_file_does_not_conform(values: Values, name: str) -> None:
    check = validator(values, name)
    for changed in (
        {**values[f"{name}.json"], "version": 2},
        {**values[f"{name}.json"], "more": 1},
        {k: v for k, v in values[f"{name}.json"].items() if k != "rules"},
    ):
        with pytest.raises(ValidationError):
            check.validate(changed)


def test_requests_and_responses_conform(values: Values) -> None:
    """500 responses: partial answers, unknown ones, dates, a past day, an expired edition, contradictions."""
    dice = random.Random(5)
    request_check, response_check = validator(values, "request"), validator(values, "response")
    seen: set[str] = set()
    for known in [*consistent(400, 3), *drawn(100, 4)]:
        answers = {name: "?" if dice.random() < 0.15 else option for name, option in known.items()}
        dates = {
            entry.id: (TODAY + timedelta(days=dice.randint(-400, 100))).isoformat()
            for entry in RULES.base.dates
            if dice.random() < 0.3
        }
        request: dict[str, Any] = {"today": TODAY.isoformat(), "answers": answers, "dates": dates}
        if dice.random() < 0.2:
            request["on"] = (TODAY - timedelta(days=dice.randint(0, 300))).isoformat()
        if dice.random() < 0.5:
            request["expires"] = (TODAY + timedelta(days=dice.randint(-9, 9))).isoformat()
        if dice.random() < 0.2:
            request["lang"] = dice.choice(("fr", "en", None))
        request_check.validate(request)
        response = json.loads(json.dumps(consult(request)))
        response_check.validate(response)
        seen.update(right["status"] for right in response["rights"])
        seen.update(key for key in ("errors", "out_of_scope") if response[key])
    assert seen >= {"kept", "not_established", "open", "to_verify", "errors", "out_of_scope"}


def test_a_wrong_response_does_not_conform(values: Values) -> None:
    check = validator(values, "response")
    response = consult({"today": TODAY.isoformat(), "answers": {}})
    check.validate(response)
    with pytest.raises(ValidationError):
        check.validate({**response, "rights": [{**response["rights"][0], "status": "lost"}]})
    with pytest.raises(ValidationError):
        validator(values, "request").validate({"today": TODAY.isoformat(), "answers": {"document": "nothing"}})
    with pytest.raises(ValidationError):
        validator(values, "request").validate({"today": "2026-02-31"})


def test_another_program_walks_the_graphs_to_the_same_answers(root: Path, folder: Path, tmp_path: Path) -> None:
    """A short walker in JavaScript, on 2,000 sets of answers: the same situation and the same cases as Python."""
    sets = [*consistent(1400, 1), *drawn(300, 2), *drawn(300, 6, full=True)]
    walked = subprocess.run(
        [node(root), root / "tests" / "node" / "walk.mjs", folder / "graphes.json"],
        input=json.dumps(sets),
        capture_output=True,
        text=True,
        check=True,
    )
    found = json.loads(walked.stdout)
    expected = [
        {name: sorted(labels(graph, start(graph), answers)) for name, graph in RULES.graphs.items()}
        for answers in sets
    ]
    assert found == expected
    decided = [one for one in found if len(one[SITUATION]) == 1]
    assert {one[SITUATION][0] for one in decided} == {situation.id for situation in RULES.base.situations}
    assert [] in [one[SITUATION] for one in found], "contradictions are among what is compared"


def test_the_leaves_are_the_situations_and_the_cases(values: Values) -> None:
    catalogue, graphs = values["catalogue.json"], values["graphes.json"]["graphs"]
    cases = {right["id"]: {case["id"] for case in right["cases"]} for right in catalogue["rights"]}
    cases[SITUATION] = {situation["id"] for situation in catalogue["situations"]}
    readings = [reading for deadline in catalogue["deadlines"] for reading in deadline["readings"]]
    for entry in (*catalogue["deadlines"], *readings, *catalogue["remedies"]):
        if entry["graph"] is not None:
            cases[entry["graph"]] = {YES, NO}
    assert set(graphs) == set(cases)
    for name, graph in graphs.items():
        leaves = {entry[0] for entry in graph["nodes"] if isinstance(entry, list)}
        assert leaves - {IMPOSSIBLE} <= cases[name]
        assert CONFLICT not in leaves


def test_every_case_is_there_in_full(values: Values) -> None:
    by_id = {source["id"]: source for source in values["sources.json"]["sources"]}
    published = {right["id"]: right for right in values["catalogue.json"]["rights"]}
    for right in RULES.base.rights:
        cases = {case["id"]: case for case in published[right.id]["cases"]}
        for case in (*right.cases, right.otherwise):
            shown = cases[label_of(right, case)]
            assert (shown["headline"], shown["because"]) == (case.headline, case.because)
            quotes = [by_id[cited["id"]]["extracts"][cited["extract"]]["quote"] for cited in shown["sources"]]
            assert quotes == [source.quote for source in case.sources]


def test_the_bands_of_the_catalogue_are_enough_to_answer_with_dates(values: Values) -> None:
    dice = random.Random(9)
    published = {question["id"]: question["dated"] for question in values["catalogue.json"]["questions"]}
    for question in RULES.base.questions:
        if question.dated is None:
            assert published[question.id] is None
            continue
        dated = published[question.id]
        for _ in range(200):
            reference, measured = (TODAY + timedelta(days=dice.randint(-400, 400)) for _ in range(2))
            option = next(
                band["option"]
                for band in dated["bands"]
                if band["until"] is None or measured <= shift(reference, Offset(**band["until"]))
            )
            assert option == band_of(question.dated, {dated["reference"]: reference, dated["measured"]: measured})


def test_the_files_are_compact_and_the_same_each_time(root: Path, folder: Path, tmp_path: Path) -> None:
    for again in write(root, tmp_path):
        data = again.read_bytes()
        assert data == (folder / again.name).read_bytes()
        assert b"\n" not in data and b"\\u" not in data and b'": ' not in data


def test_the_fingerprint_is_that_of_the_rules(root: Path, values: Values, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another edition of the same rules keeps it; one changed sentence changes it."""
    from portal import exports
    from portal.exports import content

    monkeypatch.setenv("PORTAL_EDITION", "2027-01-05")
    later = exports.files(root)["sources.json"]
    assert later["edition"]["date"] == "2027-01-05"
    assert later["rules"] == values["sources.json"]["rules"]
    real = content.catalogue
    monkeypatch.setattr(content, "catalogue", lambda rules: {**real(rules), "not_examined": ["Autre phrase."]})
    assert exports.files(root)["sources.json"]["rules"] != values["sources.json"]["rules"]


def test_the_examples_of_the_documentation_run(root: Path) -> None:
    """Every example of API.md, as it is printed there."""
    result = doctest.testfile(str(root / "API.md"), module_relative=False, encoding="utf-8")
    assert result.attempted >= 8
    assert result.failed == 0


def test_the_built_site_has_them(site: Path, folder: Path) -> None:
    for name in NAMES:
        assert (site / FOLDER / name).read_bytes() == (folder / name).read_bytes()
        assert (site / FOLDER / f"{name}.br").is_file()
