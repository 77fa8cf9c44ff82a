"""The conditions of the cases of the rights: a gap or an overlap gives a change away."""

from __future__ import annotations

from checker.compiled import SITUATION, Compiled
from portal.gates.partition import is_partition
from portal.gates.projection import project
from portal.gates.variants import options_of, with_notions
from portal.mutation.verdict import EQUIVALENT, KILLED, SURVIVED, Sample, Verdict


def verdicts(rules: Compiled, chosen: Sample) -> list[Verdict]:
    """The conditions of the cases: a gap or an overlap gives a change away."""
    found: list[Verdict] = []
    options = options_of(rules.base)
    for right in rules.base.rights:
        small = project(rules.base, rules.graphs[SITUATION], [case.when for case in right.cases])
        sets = {case.id: small.where(case.when) for case in right.cases}
        changes = [
            (case.id, words, changed) for case in right.cases for words, changed in with_notions(case.when, options)
        ]
        for case, words, changed in chosen.of(changes):
            with small.space.aside():
                after = small.where(changed)
            part = f"right {right.id}/{case}"
            if after == sets[case]:
                found.append(Verdict(part, words, EQUIVALENT))
            elif not is_partition({**sets, case: after}, small.possible):
                found.append(Verdict(part, words, KILLED, "conflict or gap"))
            else:
                found.append(Verdict(part, words, SURVIVED))
    return found
