"""Which rights can be handed over: certain, favourable, and with one sentence to show."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.compiled import Compiled
from checker.engine.evaluation import labels, start
from checker.engine.model import Case, Right, Source, Statement
from checker.grounds import sources_of
from checker.outcome import cases_found
from checker.reading import Reading


@dataclass(frozen=True)
class Shown:
    """A right whose outcome is the same whatever is unknown: its cases, and the sentence that holds in all of them."""

    right: Right
    cases: tuple[Case, ...]
    statement: Statement

    @property
    def grounds(self) -> list[Source]:
        """The sources of the sentence, as the cases quote them: what is not about it stays off the paper."""
        cited = (source for case in self.cases for source in case.sources if source.id in self.statement.sources)
        return list(dict.fromkeys(cited))


def shown(rules: Compiled, reading: Reading) -> Iterator[Shown]:
    """Each right to hand over, in the order of the rules.

    Several cases with one outcome are one right only if they show the same sentence. A right that rests on a text
    to read again is left out.
    """
    for right in rules.base.rights:
        graph = rules.graphs[right.id]
        cases = cases_found(right, labels(graph, start(graph), reading.answers))
        statements = {case.statement for case in cases}
        if len({case.outcome for case in cases}) != 1 or len(statements) != 1:
            continue
        (statement,) = statements
        if statement is None or {source.id for source in sources_of(cases)} & rules.base.to_reread:
            continue
        yield Shown(right, tuple(cases), statement)
