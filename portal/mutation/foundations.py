"""The situations, notions and contradictions, on which everything else rests, against the second reading."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from checker.engine.conditions import All, Not
from checker.engine.model import RuleBase, Situation
from checker.rules.vocabulaire import situations_dans_l_ordre
from portal.gates import g13_second_reading
from portal.gates.variants import notions, options_of, replaced, variants
from portal.gates.view import View, views
from portal.mutation.verdict import EQUIVALENT, KILLED, SURVIVED, Sample, Verdict, fates


@dataclass(frozen=True)
class Mutant:
    """A change to what situations rest on: the rule base that results, and which part was changed."""

    part: str
    change: str
    base: RuleBase


def verdicts(base: RuleBase, chosen: Sample) -> list[Verdict]:
    """The second reading restates situations and contradictions: a change is tried on every slice until one differs."""
    changes = chosen.of(list(mutants(base)))
    slices = (partial(_fate, view, g13_second_reading.expected(view, rights=False)) for view in views(base, []))
    return [
        Verdict(mutant.part, mutant.change, fate, "second reading" if fate == KILLED else "")
        for mutant, fate in zip(changes, fates(changes, slices), strict=True)
    ]


def _fate(view: View, reading: g13_second_reading.Reading, mutant: Mutant) -> str:
    with view.space.aside():
        consistent = view.space.everything & ~view.space.where(mutant.base.impossible)
        sets = {one.id: view.space.where(one.when) & consistent for one in mutant.base.situations}
    if consistent == view.consistent and sets == view.situations:
        return EQUIVALENT
    changed = View(mutant.base, view.space, consistent, sets)
    return KILLED if any(g13_second_reading.differences(changed, reading)) else SURVIVED


def mutants(base: RuleBase) -> Iterator[Mutant]:
    """Each condition of the situations, notions and contradictions changed once."""
    options = options_of(base)
    own = [_own(situation) for situation in base.situations]
    if situations_dans_l_ordre(*own) != base.situations:
        raise ValueError("the situations are not made by situations_dans_l_ordre: they cannot be taken apart")
    for words, changed in variants(base.impossible, options):
        yield Mutant("contradictions", words, replace(base, impossible=changed))
    for rank, situation in enumerate(own):
        for words, changed in variants(situation.when, options):
            others = (*own[:rank], replace(situation, when=changed), *own[rank + 1 :])
            mutated = replace(base, situations=situations_dans_l_ordre(*others))
            yield Mutant(f"situation {situation.id}", words, mutated)
    for notion in {notion.name: notion for one in own for notion in notions(one.when)}.values():
        for words, changed in variants(notion.condition, options):
            others = tuple(replace(one, when=replaced(one.when, notion.name, changed)) for one in own)
            mutated = replace(base, situations=situations_dans_l_ordre(*others))
            yield Mutant(f"notion “{notion.name}”", words, mutated)


def _own(situation: Situation) -> Situation:
    """The situation with its own condition, without the exclusion of those that come first."""
    match situation.when:
        case All((own, Not(_))):
            return replace(situation, when=own)
    raise ValueError(f"situation {situation.id}: its condition does not exclude those that come first")
