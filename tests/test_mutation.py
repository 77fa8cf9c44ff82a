"""A fixed sample of changes of the rules: nearly all make some gate fail (all of them: build.py check --mutations)."""

from __future__ import annotations

from pathlib import Path

from checker.compiled import compiled
from portal import mutation
from portal.gates.g12_mutations import LEAST


def test_a_sample_of_changes_is_caught(root: Path) -> None:
    verdicts = mutation.run(compiled(), root, sample=40)
    assert len(verdicts) > 400
    survived = [verdict for verdict in verdicts if verdict.fate == mutation.SURVIVED]
    assert mutation.score(verdicts) >= LEAST, survived


def test_the_score_leaves_equivalent_changes_out() -> None:
    fates = (mutation.KILLED, mutation.EQUIVALENT, mutation.SURVIVED, mutation.KILLED)
    verdicts = [mutation.Verdict("part", "change", fate) for fate in fates]
    assert round(mutation.score(verdicts), 3) == 0.667
