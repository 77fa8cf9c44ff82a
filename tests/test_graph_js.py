"""assets/graph.js: the questions still worth asking are those of the engine, whatever is answered."""

from __future__ import annotations

from pathlib import Path

from checker.consult import consult
from tests.scripts import RULES, drawn, run_scripts


def test_the_questions_left_are_those_of_the_engine(root: Path, site: Path) -> None:
    forms = [{"answers": {}, "dates": {}, "day": "2026-11-23"}, *drawn(1500, seed=4), *drawn(700, seed=5, share=0.25)]
    found = run_scripts(root, {"asked": forms}, site / "runtime" / "graphs.json")["asked"]
    stops = {None: 0, "contradiction": 0, "out_of_scope": 0}
    lengths = set()
    for form, asked in zip(forms, found, strict=True):
        response = consult({"answers": form["answers"], "dates": form["dates"], "today": form["day"]})
        expected = "out_of_scope" if response["out_of_scope"] else "contradiction" if response["errors"] else None
        assert asked == {"relevant": response["relevant"], "stop": expected}, form
        stops[expected] += 1
        lengths.add(len(asked["relevant"]))
    assert min(stops.values()) >= 50, f"every kind of form was drawn: {stops}"
    assert {0, 1, len(RULES.base.questions)} <= lengths


def test_a_journey_never_asks_more_than_it_announced(root: Path, site: Path) -> None:
    """“At most five questions”: whatever is answered next, no more than five are asked."""
    files = (site / "runtime" / "graphs.json",)
    forms = drawn(60, seed=6, share=0.2)
    before = run_scripts(root, {"asked": forms}, *files)["asked"]
    options = {question.id: [option.id for option in question.options] for question in RULES.base.questions}
    longer = []
    for form, asked in zip(forms, before, strict=True):
        for option in [*options[asked["relevant"][0]], "?"] if asked["relevant"] else []:
            answers = {**form["answers"], asked["relevant"][0]: option}
            longer.append(({**form, "answers": answers}, asked["relevant"][1:]))
    after = run_scripts(root, {"asked": [form for form, _ in longer]}, *files)["asked"]
    assert len(after) > 100
    for (form, announced), asked in zip(longer, after, strict=True):
        assert set(asked["relevant"]) <= set(announced), form
