"""The smallest step that would improve an outcome, whatever is still unknown."""

from __future__ import annotations

from collections.abc import Mapping

from checker.engine.evaluation import labels, start
from checker.engine.graph import Graph
from checker.engine.model import Lever, Outcome


def lever(
    graph: Graph, answers: Mapping[str, str], levers: tuple[Lever, ...], outcomes: Mapping[str, Outcome]
) -> tuple[Lever, Outcome] | None:
    """Return the first lever that makes the worst possible outcome better, and that outcome.

    ``outcomes`` gives the outcome of each label of ``graph``. A lever whose changes contradict the answers is
    not open to the person and is passed over. ``None`` when no lever helps.
    """
    now = _worst(graph, answers, outcomes)
    for candidate in levers:
        then = _worst(graph, {**answers, **dict(candidate.changes)}, outcomes)
        if now is not None and then is not None and then > now:
            return candidate, then
    return None


def _worst(graph: Graph, answers: Mapping[str, str], outcomes: Mapping[str, Outcome]) -> Outcome | None:
    found = labels(graph, start(graph), answers)
    return min((outcomes[label] for label in found), default=None)
