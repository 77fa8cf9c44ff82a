"""A fixed sample of changes of the rules: nearly all make some gate fail (all of them: build.py check --mutations)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from checker.compiled import compiled
from portal import mutation
from portal.gates.g12_mutations import LEAST
from portal.mutation.verdict import fates


def test_a_sample_of_changes_is_caught(root: Path) -> None:
    verdicts = mutation.run(compiled(), root, sample=40)
    assert len(verdicts) > 400
    survived = [verdict for verdict in verdicts if verdict.fate == mutation.SURVIVED]
    assert mutation.score(verdicts) >= LEAST, survived


def test_the_score_leaves_equivalent_changes_out() -> None:
    fates = (mutation.KILLED, mutation.EQUIVALENT, mutation.SURVIVED, mutation.KILLED)
    verdicts = [mutation.Verdict("part", "change", fate) for fate in fates]
    assert round(mutation.score(verdicts), 3) == 0.667


def test_a_change_is_tried_until_some_slice_kills_it() -> None:
    tried: list[tuple[int, str]] = []

    def slice_where(rank: int, fate_of: dict[str, str]) -> Callable[[str], str]:
        def fate_there(change: str) -> str:
            tried.append((rank, change))
            return fate_of.get(change, mutation.EQUIVALENT)

        return fate_there

    slices = [
        slice_where(1, {"missed": mutation.SURVIVED, "caught": mutation.SURVIVED}),
        slice_where(2, {"caught": mutation.KILLED}),
        slice_where(3, {}),
    ]
    found = fates(["same", "missed", "caught"], slices)
    assert found == [mutation.EQUIVALENT, mutation.SURVIVED, mutation.KILLED]
    assert (2, "caught") in tried
    assert (3, "caught") not in tried
