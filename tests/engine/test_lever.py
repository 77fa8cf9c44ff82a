"""The lever is the first step that makes the worst outcome better, and never another."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from checker.engine.lever import lever
from checker.engine.model import Lever, Outcome

OUTCOMES = {outcome.name: outcome for outcome in Outcome}
LABELS = st.frozensets(st.sampled_from(list(OUTCOMES)))
STEPS = st.lists(LABELS, max_size=5).map(
    lambda left: [(Lever(f"step{rank}", "", (), ""), labels) for rank, labels in enumerate(left)]
)


def worst(labels: frozenset[str]) -> Outcome:
    return min(OUTCOMES[label] for label in labels)


@given(LABELS.filter(bool), STEPS)
def test_the_first_step_that_helps(now: frozenset[str], steps: list[tuple[Lever, frozenset[str]]]) -> None:
    helping = [(step, worst(left)) for step, left in steps if left and worst(left) > worst(now)]
    assert lever(now, steps, OUTCOMES) == (helping[0] if helping else None)


@given(STEPS)
def test_nothing_helps_answers_that_contradict_each_other(steps: list[tuple[Lever, frozenset[str]]]) -> None:
    assert lever(frozenset(), steps, OUTCOMES) is None
