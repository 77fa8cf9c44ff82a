"""What became of a change of the rules, and which changes are tried."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

KILLED, EQUIVALENT, SURVIVED = "killed", "equivalent", "survived"

Change = TypeVar("Change")


@dataclass(frozen=True)
class Verdict:
    """What became of one change: ``fate`` is KILLED (``by`` a gate), EQUIVALENT or SURVIVED."""

    part: str
    change: str
    fate: str
    by: str = ""


def score(verdicts: Iterable[Verdict]) -> float:
    """The share of changes killed, equivalent ones left out; 1 when there is none."""
    fates = [verdict.fate for verdict in verdicts if verdict.fate != EQUIVALENT]
    return fates.count(KILLED) / len(fates) if fates else 1.0


@dataclass(frozen=True)
class Sample:
    """At most ``size`` changes of those found, always the same ones; all of them when it is ``None``."""

    size: int | None

    def of(self, found: list[Change]) -> list[Change]:
        """The changes to try, in no order of their own."""
        if self.size is None or len(found) <= self.size:
            return found
        return random.Random(12).sample(found, self.size)


def fates(changes: Sequence[Change], slices: Iterable[Callable[[Change], str]]) -> list[str]:
    """The fate of each change, tried on one slice of the combinations after another until one kills it.

    Each of ``slices`` gives the fate of a change there: EQUIVALENT where nothing differs."""
    found = [EQUIVALENT] * len(changes)
    waiting = dict(enumerate(changes))
    for fate_there in slices:
        for rank, change in list(waiting.items()):
            fate = fate_there(change)
            if fate == KILLED:
                del waiting[rank]
            if fate != EQUIVALENT:
                found[rank] = fate
    return found
