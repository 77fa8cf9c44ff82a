"""The ladder of remedies that may be open to the reader, from the mildest to the strongest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker import dates
from checker.applying import YES, verdict, yes_no
from checker.engine.conditions import Condition
from checker.engine.model import Remedy, RuleBase
from checker.grounds import sources_json
from checker.reading import Reading

if TYPE_CHECKING:
    from checker.compiled import Compiled


def tables(base: RuleBase) -> dict[str, list[tuple[str, Condition]]]:
    """The rows of a graph for each remedy that is not open to everyone."""
    return yes_no({graph_of(remedy): remedy.when for remedy in base.remedies})


def ladder(rules: Compiled, reading: Reading) -> list[dict[str, Any]]:
    """Every remedy open in at least one completion of the answers, in ladder order; certain when open in all."""
    found = []
    for remedy in sorted(rules.base.remedies, key=lambda entry: entry.rank):
        said = verdict(rules, reading.answers, graph_of(remedy))
        if YES in said:
            found.append(_entry(rules, reading, remedy, said == {YES}))
    return found


def graph_of(remedy: Remedy) -> str:
    """The name of the graph that says to whom ``remedy`` is open."""
    return f"recours.{remedy.id}"


def _entry(rules: Compiled, reading: Reading, remedy: Remedy, certain: bool) -> dict[str, Any]:
    cautions = (source for caution in remedy.cautions for source in caution.sources)
    return {
        "id": remedy.id,
        "title": remedy.title,
        "text": remedy.text,
        "certain": certain,
        "deadline": _deadline(rules, reading, remedy),
        "cost": remedy.cost,
        "letter": remedy.letter,
        "page": remedy.page,
        "warnings": [caution.text for caution in remedy.cautions],
        "sources": sources_json((*remedy.sources, *cautions), rules.base.phrases),
    }


def _deadline(rules: Compiled, reading: Reading, remedy: Remedy) -> dict[str, Any] | None:
    """The nearest day of the deadline of ``remedy``; ``None`` when it has none or it does not concern the reader."""
    deadline = next((entry for entry in rules.base.deadlines if entry.id == remedy.deadline), None)
    if deadline is None or YES not in verdict(rules, reading.answers, dates.graph_of(deadline)):
        return None
    ways = dates.reached(rules, reading, deadline)
    day = ways[0].day if ways else None
    return {
        "title": deadline.title,
        "date": day.isoformat() if day else None,
        "words": rules.base.phrases.day(day) if day else None,
    }
