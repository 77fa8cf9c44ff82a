"""Each deadline, its ways of counting and each remedy are shown to those whom a second reading says, everywhere.

Does not prove: that the dossier reads the law rightly, nor that dates are counted well (test_deadlines.py).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from checker.engine.conditions import Condition
from checker.engine.model import Deadline, Remedy, RuleBase
from portal.gates.context import Context
from portal.gates.partition import in_words
from portal.gates.reading_paths import results
from portal.gates.second_ladder import DEADLINES, REMEDIES
from portal.gates.view import View, views

TITLE = "Second reading of deadlines and remedies"

Sets = Mapping[object, int]


def run(context: Context) -> list[str]:
    """The deadlines and remedies that a second reading shows to others, or does not know: 20 at most."""
    base = context.base
    problems = dict.fromkeys(_unread(base))
    combinations = 0
    steps: list[Deadline | Remedy] = [*base.deadlines, *base.remedies]
    for view in views(base, conditions(base)):
        combinations += view.space.size
        for step in steps:
            problems.update(dict.fromkeys(differences(view, step, expected(view, step))))
    context.count(len(base.deadlines), "deadlines")
    context.count(len(base.remedies), "remedies")
    context.count(combinations, "combinations")
    return list(problems)[:20]


def conditions(base: RuleBase) -> list[Condition]:
    """Every condition of the deadlines and remedies."""
    readings = [reading.when for deadline in base.deadlines for reading in deadline.readings]
    return [*(one.when for one in base.deadlines), *(one.when for one in base.remedies), *readings]


def ruled(view: View, step: Deadline | Remedy) -> dict[object, int]:
    """Who is shown ``step``: the combinations for each way of counting, under ``None`` those shown at all."""
    shown = view.where(step.when)
    found: dict[object, int] = {None: shown}
    if isinstance(step, Deadline):
        for reading in step.readings:
            way = (reading.offset.months, reading.offset.days)
            found[way] = found.get(way, 0) | view.where(reading.when) & shown
    return found


def expected(view: View, step: Deadline | Remedy) -> dict[object, int]:
    """The same, as the second reading says."""
    if isinstance(step, Remedy):
        if step.id not in REMEDIES:
            return {}
        return {None: results(REMEDIES[step.id], view.space, view.consistent).get(True, 0)}
    if step.id not in DEADLINES:
        return {}
    is_shown, counted = DEADLINES[step.id]
    shown = results(is_shown, view.space, view.consistent).get(True, 0)
    found: dict[object, int] = {None: shown}
    for ways, held in results(counted, view.space, shown).items():
        for way in ways:
            found[way] = found.get(way, 0) | held
    return found


def differences(view: View, step: Deadline | Remedy, reading: Sets) -> Iterator[str]:
    """Where the rules and the second reading of ``step`` part."""
    if not reading:
        return
    found = ruled(view, step)
    for way in dict.fromkeys([*found, *reading]):
        apart = found.get(way, 0) ^ reading.get(way, 0)
        if apart:
            side = "the rules alone show it" if found.get(way, 0) & apart else "the second reading alone shows it"
            what = f"{step.id}, counted {way}" if way else step.id
            example = in_words(view.space.example(apart))
            yield f"{what}: {side} to {example}. Read the dossier again and correct one of the two."


def _unread(base: RuleBase) -> Iterator[str]:
    known = {"deadline": DEADLINES.keys(), "remedy": REMEDIES.keys()}
    there = {"deadline": {one.id for one in base.deadlines}, "remedy": {one.id for one in base.remedies}}
    for kind in known:
        for name in sorted(there[kind] - known[kind]):
            yield f"{kind} {name}: it was not read a second time. Write it in portal/gates/second_ladder.py."
        for name in sorted(known[kind] - there[kind]):
            yield f"{kind} {name}: the second reading speaks of it, the rules do not. Correct one of the two."
