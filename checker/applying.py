"""To whom a date or a remedy applies: exact over everything that is still unknown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from checker.engine.conditions import ALWAYS, Condition, simplify
from checker.engine.evaluation import labels, start

if TYPE_CHECKING:
    from checker.compiled import Compiled

YES, NO = "oui", "non"


def yes_no(named: Mapping[str, Condition]) -> dict[str, list[tuple[str, Condition]]]:
    """Two rows for each condition, yes and no; none for a condition that always holds."""
    return {name: [(YES, when), (NO, ~when)] for name, when in named.items() if simplify(when) != ALWAYS}


def verdict(rules: Compiled, answers: Mapping[str, str], name: str) -> frozenset[str]:
    """What the condition ``name`` is over every consistent completion of ``answers``: yes, no, or both.

    A condition without a graph always holds; contradictory answers give an empty verdict.
    """
    graph = rules.graphs.get(name)
    return frozenset({YES}) if graph is None else labels(graph, start(graph), answers)
