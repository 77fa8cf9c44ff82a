"""The gate of the sentences to show passes on the project, and sees what it claims to see."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from checker.compiled import Compiled, compiled
from checker.engine.model import Case, Outcome, Right, RuleBase
from portal.gates import g15_statements as gate
from portal.gates.context import Context

RULES = compiled()
TRAVAIL = next(right for right in RULES.base.rights if right.id == "travail")


def run(root: Path, base: RuleBase = RULES.base) -> list[str]:
    return gate.run(Context(root, Compiled(base, RULES.graphs, RULES.asking)))


def with_case(right: Right, old: Case, new: Case) -> RuleBase:
    changed = replace(right, cases=tuple(new if case is old else case for case in right.cases))
    return replace(RULES.base, rights=tuple(changed if one is right else one for one in RULES.base.rights))


def named(name: str) -> Case:
    return next(case for case in TRAVAIL.cases if case.id == name)


def test_the_project_passes(root: Path) -> None:
    assert run(root) == []


@pytest.mark.parametrize(
    ("case", "statement", "said"),
    [
        ("api_renouvellement", None, "without a sentence"),
        ("api_renouvellement", {"text": "Vous pouvez travailler."}, "third person"),
        ("api_renouvellement", {"conditions": ("Montrez votre titre.",)}, "third person"),
        ("api_renouvellement", {"text": "Le titulaire peut travailler"}, "full stop"),
        ("api_renouvellement", {"text": "Il peut travailler. Il peut aussi partir."}, "one sentence"),
        ("api_renouvellement", {"text": f"Il peut {'bien ' * 100}travailler."}, "at most"),
        ("api_renouvellement", {"sources": ("css-r111-4",)}, "not a source of the case"),
        ("api_renouvellement", {"sources": ()}, "no source"),
        ("accord_renouvellement", {"text": "L’attestation permet de travailler."}, "Selon"),
    ],
)
def test_each_fault_is_seen(root: Path, case: str, statement: dict[str, Any] | None, said: str) -> None:
    old = named(case)
    assert old.statement is not None
    new = replace(old, statement=replace(old.statement, **statement) if statement else None)
    assert any(said in problem for problem in run(root, with_case(TRAVAIL, old, new)))


def test_a_claim_on_what_is_not_kept_is_seen(root: Path) -> None:
    old = next(case for case in TRAVAIL.cases if case.outcome is Outcome.DISPUTED)
    base = with_case(TRAVAIL, old, replace(old, statement=named("api_renouvellement").statement))
    assert any("DISPUTED" in problem for problem in run(root, base))
