"""The compiled rules as the page reads them: they decide like those just compiled, and carry the bands of dates."""

from __future__ import annotations

import json
import random

from checker.compiled import compile_base, graphs_json
from checker.engine.evaluation import asking, labels, pending, start
from checker.engine.pool import unpooled
from checker.rules.base import BASE


def test_the_rules_come_back_whole() -> None:
    graphs = compile_base(BASE)
    back = unpooled(json.loads(graphs_json(BASE)))
    assert list(back) == list(graphs)
    chance = random.Random(4)
    for _ in range(60):
        asked = chance.sample(BASE.questions, chance.randrange(len(BASE.questions)))
        known = {question.id: chance.choice(question.options).id for question in asked}
        for name, graph in graphs.items():
            found, before = back[name], asking(graph)
            assert labels(found.graph, start(found.graph), known) == labels(graph, start(graph), known)
            assert pending(found, start(found.graph), known) == pending(before, start(graph), known)


def test_dates_are_written_with_their_bands() -> None:
    value = json.loads(graphs_json(BASE))
    questions = {question.id: question for question in BASE.questions}
    assert value["dated"].keys() == {name for name, question in questions.items() if question.dated}
    for name, dated in value["dated"].items():
        meant = questions[name].dated
        assert meant and (dated["reference"], dated["measured"]) == (meant.reference, meant.measured)
        assert [option for option, _ in dated["bands"]] == [band.option for band in meant.bands]
        assert [limit is None for _, limit in dated["bands"]] == [band.until is None for band in meant.bands]
