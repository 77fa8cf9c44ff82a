"""The gates: the quick ones pass on the project, and each sees what it claims to see."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from checker.compiled import Compiled, compile_base, compiled
from checker.engine.calendar import Offset
from checker.engine.conditions import ALWAYS, NEVER
from checker.engine.evaluation import asking
from checker.engine.model import Outcome, RuleBase
from portal.errors import BuildError
from portal.gates import NAMES, gate
from portal.gates.cases import read_case
from portal.gates.context import Context
from portal.mutation.outcomes import with_outcome

RULES = compiled()
BASE = RULES.base


def run(name: str, root: Path, base: RuleBase = BASE, *, compile_again: bool = False) -> list[str]:
    """The problems that one gate finds on ``base``."""
    graphs = compile_base(base) if compile_again else RULES.graphs
    walking = {key: asking(graph) for key, graph in graphs.items()} if compile_again else RULES.asking
    return list(gate(name).run(Context(root, Compiled(base, graphs, walking))))


@pytest.mark.parametrize("name", NAMES)
def test_each_gate_says_what_it_does_not_prove(name: str) -> None:
    module = gate(name)
    assert module.TITLE
    assert "Does not prove:" in (module.__doc__ or "")


@pytest.mark.whole
@pytest.mark.parametrize(
    "name", ["g01_situations", "g08_dates", "g09_texts", "g10_bands", "g13_second_reading", "g14_ladder"]
)
def test_the_project_passes(name: str, root: Path) -> None:
    assert run(name, root) == []


def first_right(**changes: object) -> RuleBase:
    """The base whose first right has another second case."""
    right = BASE.rights[0]
    cases = (right.cases[0], replace(right.cases[1], **changes), *right.cases[2:])  # type: ignore[arg-type]
    return replace(BASE, rights=(replace(right, cases=cases),))


def test_a_gap_in_the_situations_is_seen(root: Path) -> None:
    base = replace(BASE, situations=BASE.situations[1:])
    assert any("no case for" in problem for problem in run("g01_situations", root, base))


@pytest.mark.parametrize(("when", "words"), [(NEVER, "no case for"), (ALWAYS, "apply together")])
def test_a_gap_and_an_overlap_in_a_right_are_seen(root: Path, when: object, words: str) -> None:
    base = replace(first_right(when=when), deadlines=(), remedies=())
    assert any(words in problem for problem in run("g02_rights", root, base))


def test_another_reading_is_seen(root: Path) -> None:
    right = next(right for right in BASE.rights if right.id == "sejour")
    kept = next(rank for rank, case in enumerate(right.cases) if case.outcome is Outcome.KEPT)
    rights = tuple(with_outcome(one, kept, Outcome.DISPUTED) if one is right else one for one in BASE.rights)
    problems = run("g13_second_reading", root, replace(BASE, rights=rights))
    assert any("the rules alone say “disputed”" in problem for problem in problems)


def test_a_remedy_never_shown_is_seen(root: Path) -> None:
    remedies = (replace(BASE.remedies[0], when=NEVER), *BASE.remedies[1:])
    assert run("g14_ladder", root, replace(BASE, remedies=remedies))


def test_a_remedy_not_read_twice_is_seen(root: Path) -> None:
    remedies = (*BASE.remedies, replace(BASE.remedies[0], id="autre"))
    assert any("not read a second time" in p for p in run("g14_ladder", root, replace(BASE, remedies=remedies)))


@pytest.mark.parametrize("days", [-1, 1])
def test_a_limit_one_day_off_is_seen(root: Path, days: int) -> None:
    question = next(question for question in BASE.questions if question.id == "expiration")
    assert question.dated
    first, *others = question.dated.bands
    moved = replace(question.dated, bands=(replace(first, until=Offset(0, days)), *others))
    questions = tuple(replace(one, dated=moved) if one is question else one for one in BASE.questions)
    assert any("expiration" in problem for problem in run("g10_bands", root, replace(BASE, questions=questions)))


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"headline": "Non : c'est fini"}, "no-break"),
        ({"because": ""}, "is empty"),
        ({"because": "Vous n’avez pas le droit."}, "says"),
        ({"sources": ()}, "no source"),
    ],
)
def test_a_bad_text_is_seen(root: Path, changes: dict[str, object], words: str) -> None:
    assert any(words in problem for problem in run("g09_texts", root, first_right(**changes)))


def test_a_page_that_does_not_exist_is_seen(root: Path) -> None:
    remedies = (replace(BASE.remedies[0], page="que-faire.html#nulle-part"),)
    base = replace(BASE, remedies=remedies, levers=())
    assert any("que-faire.html#nulle-part" in problem for problem in run("g09_texts", root, base))


@pytest.mark.parametrize(
    ("expected", "said"),
    [
        ("", "`attendu` names no situation"),
        ("{travail: {statut: kept, mentionne: []}}", "`attendu` names no situation"),
        ("{situation: api, travail: kept}", "travail: `statut` or `mentionne` is missing"),
        ("{situation: api, travail: {statut: kept}}", "travail: `statut` or `mentionne` is missing"),
        ("{situation: api, travail: {mentionne: [api]}}", "travail: `statut` or `mentionne` is missing"),
        ("{situation: api, travail: {statut: kept, mentionne: api}}", "travail: `statut` or `mentionne` is missing"),
    ],
)
def test_a_person_who_expects_nothing_clear_is_refused(expected: str, said: str, tmp_path: Path) -> None:
    file = tmp_path / "a.yml"
    file.write_text(f"{{titre: a, histoire: a, relu_par: , le: 2026-11-23, reponses: , dates: , attendu: {expected}}}")
    with pytest.raises(BuildError, match=rf"a\.yml: {said}"):
        read_case(file)


def test_a_situation_without_a_person_is_seen(root: Path) -> None:
    situations = (*BASE.situations, replace(BASE.situations[0], id="inconnue"))
    problems = run("g11_cases", root, replace(BASE, situations=situations))
    assert any("inconnue" in problem for problem in problems)
