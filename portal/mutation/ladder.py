"""Deadlines and remedies, who is shown them and how they are counted, against the second reading."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from checker.engine.model import Deadline, Remedy, RuleBase
from portal.gates import g14_ladder
from portal.gates.variants import options_of, with_notions
from portal.gates.view import View, views
from portal.mutation.verdict import EQUIVALENT, KILLED, SURVIVED, Sample, Verdict, fates

Step = Deadline | Remedy
# Its part, the change in words, the step before and after.
Change = tuple[str, str, Step, Step]
# What the second reading and the rules say of each step, by its identity: it is worked out once a slice.
Known = dict[int, tuple[dict[object, int], dict[object, int]]]


def verdicts(base: RuleBase, chosen: Sample) -> list[Verdict]:
    """The second reading of who is shown what: a change is tried on every slice until one differs."""
    changes = chosen.of(list(mutants(base)))
    slices = (partial(_fate, view, {}) for view in views(base, g14_ladder.conditions(base)))
    return [
        Verdict(part, words, fate, "second reading" if fate == KILLED else "")
        for (part, words, _, _), fate in zip(changes, fates(changes, slices), strict=True)
    ]


def _fate(view: View, known: Known, change: Change) -> str:
    _, _, before, after = change
    if id(before) not in known:
        known[id(before)] = g14_ladder.expected(view, before), _shown(g14_ladder.ruled(view, before))
    reading, now = known[id(before)]
    with view.space.aside():
        if _shown(g14_ladder.ruled(view, after)) == now:
            return EQUIVALENT
        return KILLED if any(g14_ladder.differences(view, after, reading)) else SURVIVED


def _shown(sets: dict[object, int]) -> dict[object, int]:
    return {way: held for way, held in sets.items() if held}


def mutants(base: RuleBase) -> Iterator[Change]:
    """Each condition of a deadline or remedy, and each way of counting, changed once: part, change, before, after."""
    options = options_of(base)
    for kind, steps in (("deadline", base.deadlines), ("remedy", base.remedies)):
        for step in steps:
            for words, changed in with_notions(step.when, options):
                yield f"{kind} {step.id}", words, step, replace(step, when=changed)
    for deadline in base.deadlines:
        for rank, reading in enumerate(deadline.readings):
            others = (deadline.readings[:rank], deadline.readings[rank + 1 :])
            changes = [(words, replace(reading, when=w)) for words, w in with_notions(reading.when, options)]
            for days in (-1, 1):
                moved = replace(reading.offset, days=reading.offset.days + days)
                changes.append((f"{days:+} day", replace(reading, offset=moved)))
            for words, after in changes:
                mutated = replace(deadline, readings=(*others[0], after, *others[1]))
                yield f"deadline {deadline.id}, reading {rank + 1}", words, deadline, mutated
