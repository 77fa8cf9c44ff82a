"""The smallest step that would improve an outcome, whatever is still unknown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set

from checker.engine.model import Lever, Outcome


def lever(
    now: Set[str], then: Iterable[tuple[Lever, Set[str]]], outcomes: Mapping[str, Outcome]
) -> tuple[Lever, Outcome] | None:
    """Return the first lever that makes the worst possible outcome better, and that outcome.

    ``now`` holds the labels that the answers allow, ``then`` those that each lever would leave: none for a lever
    whose changes contradict the answers, which is passed over. ``outcomes`` gives the outcome of each label.
    ``None`` when no lever helps.
    """
    if not now:
        return None
    worst = min(outcomes[label] for label in now)
    for candidate, left in then:
        if left and (better := min(outcomes[label] for label in left)) > worst:
            return candidate, better
    return None
