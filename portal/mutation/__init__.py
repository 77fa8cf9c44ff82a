"""Change each condition, limit and outcome of the rules once, and see whether some gate fails.

A change that leaves every consistent combination as it was is no change at all: it is found, exactly, and left out of
the score. What survives has no gate to catch it. One file a part of the rules: what is changed, and the gate it meets.
"""

from __future__ import annotations

from pathlib import Path

from checker.compiled import Compiled
from portal.gates.cases import read_cases
from portal.mutation import bands, conditions, foundations, ladder, outcomes
from portal.mutation.verdict import EQUIVALENT, KILLED, SURVIVED, Sample, Verdict, score

__all__ = ["EQUIVALENT", "KILLED", "SURVIVED", "Verdict", "run", "score"]


def run(rules: Compiled, root: Path, sample: int | None = None) -> list[Verdict]:
    """The verdict on every change, or on ``sample`` changes of each part, always the same ones."""
    chosen = Sample(sample)
    return [
        *foundations.verdicts(rules.base, chosen),
        *conditions.verdicts(rules, chosen),
        *ladder.verdicts(rules.base, chosen),
        *outcomes.verdicts(rules, chosen, read_cases(root)),
        *bands.verdicts(rules.base, chosen),
    ]
