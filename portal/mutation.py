"""Change each condition, limit and outcome of the rules once, and see whether some gate fails.

A change that leaves every consistent combination as it was is no change at all: it is found, exactly, and left out of
the score. What survives has no gate to catch it.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from checker.compiled import SITUATION, Compiled
from checker.consult import consult
from checker.engine.calendar import Offset
from checker.engine.conditions import All, Condition, Not
from checker.engine.model import Deadline, Outcome, Question, Remedy, Right, RuleBase, Situation
from checker.rules.phrases import STATUT_DE
from checker.rules.vocabulaire import situations_dans_l_ordre
from portal.gates import g09_texts, g10_bands, g13_second_reading, g14_ladder
from portal.gates.cases import PlainCase, read_cases
from portal.gates.partition import is_partition
from portal.gates.projection import Small, project
from portal.gates.variants import Options, notions, replaced, variants
from portal.gates.view import View, views

KILLED, EQUIVALENT, SURVIVED = "killed", "equivalent", "survived"


@dataclass(frozen=True)
class Verdict:
    """What became of one change: ``fate`` is KILLED (``by`` a gate), EQUIVALENT or SURVIVED."""

    part: str
    change: str
    fate: str
    by: str = ""


@dataclass(frozen=True)
class Mutant:
    """A change to what situations rest on: the rule base that results, and which part was changed."""

    part: str
    change: str
    base: RuleBase


def run(rules: Compiled, root: Path, sample: int | None = None) -> list[Verdict]:
    """The verdict on every change, or on ``sample`` changes of each part, always the same ones."""
    base = rules.base
    chosen = _chooser(sample)
    verdicts = _foundations(base, chosen(list(foundation_mutants(base))))
    verdicts += _rows(rules, chosen)
    verdicts += _ladder(base, chosen(list(ladder_mutants(base))))
    verdicts += _outcomes(rules, chosen, read_cases(root))
    return verdicts + _bands(base, chosen)


def score(verdicts: Iterable[Verdict]) -> float:
    """The share of changes killed, equivalent ones left out; 1 when there is none."""
    fates = [verdict.fate for verdict in verdicts if verdict.fate != EQUIVALENT]
    return fates.count(KILLED) / len(fates) if fates else 1.0


Chooser = Callable[[list], list]  # type: ignore[type-arg]


def _chooser(sample: int | None) -> Chooser:
    def choose(found: list) -> list:  # type: ignore[type-arg]
        if sample is None or len(found) <= sample:
            return found
        return random.Random(12).sample(found, sample)

    return choose


def options_of(base: RuleBase) -> dict[str, tuple[str, ...]]:
    """The options of each question, the situation among them."""
    asked = {question.id: tuple(option.id for option in question.options) for question in base.questions}
    return {**asked, SITUATION: tuple(situation.id for situation in base.situations)}


# Situations, notions and contradictions: what everything else rests on.


def foundation_mutants(base: RuleBase) -> Iterator[Mutant]:
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


def _foundations(base: RuleBase, mutants: list[Mutant]) -> list[Verdict]:
    """The second reading, which restates situations and contradictions, on every slice until one differs."""
    waiting = dict(enumerate(mutants))
    same = dict.fromkeys(waiting, True)
    for view in views(base, []):
        reading = g13_second_reading.expected(view, rights=False)
        for rank, mutant in list(waiting.items()):
            with view.space.aside():
                consistent = view.space.everything & ~view.space.where(mutant.base.impossible)
                sets = {one.id: view.space.where(one.when) & consistent for one in mutant.base.situations}
            if consistent == view.consistent and sets == view.situations:
                continue
            same[rank] = False
            changed = View(mutant.base, view.space, consistent, sets)
            if any(g13_second_reading.differences(changed, reading)):
                del waiting[rank]
    verdicts = []
    for rank, mutant in enumerate(mutants):
        fate = EQUIVALENT if same[rank] else SURVIVED if rank in waiting else KILLED
        verdicts.append(Verdict(mutant.part, mutant.change, fate, "second reading" if fate == KILLED else ""))
    return verdicts


# The cases of the rights.


def _rows(rules: Compiled, chosen: Chooser) -> list[Verdict]:
    """The conditions of the cases: a gap or an overlap gives a change away."""
    verdicts: list[Verdict] = []
    options = options_of(rules.base)
    for right in rules.base.rights:
        small = _small(rules, [case.when for case in right.cases])
        sets = {case.id: small.where(case.when) for case in right.cases}
        changes = [
            (case.id, words, changed) for case in right.cases for words, changed in _case_variants(case.when, options)
        ]
        for case, words, changed in chosen(changes):
            with small.space.aside():
                after = small.where(changed)
            part = f"right {right.id}/{case}"
            if after == sets[case]:
                verdicts.append(Verdict(part, words, EQUIVALENT))
            elif not is_partition({**sets, case: after}, small.possible):
                verdicts.append(Verdict(part, words, KILLED, "conflict or gap"))
            else:
                verdicts.append(Verdict(part, words, SURVIVED))
    return verdicts


def _case_variants(when: Condition, options: Options) -> Iterator[tuple[str, Condition]]:
    yield from variants(when, options)
    for notion in {notion.name: notion for notion in notions(when)}.values():
        for words, changed in variants(notion.condition, options):
            yield f"notion “{notion.name}”: {words}", replaced(when, notion.name, changed)


def _small(rules: Compiled, conditions: list[Condition]) -> Small:
    return project(rules.base, rules.graphs[SITUATION], conditions)


# Deadlines and remedies.


Step = Deadline | Remedy


def ladder_mutants(base: RuleBase) -> Iterator[tuple[str, str, Step, Step]]:
    """Each condition of a deadline or remedy, and each way of counting, changed once: part, change, before, after."""
    options = options_of(base)
    for kind, steps in (("deadline", base.deadlines), ("remedy", base.remedies)):
        for step in steps:
            for words, changed in _case_variants(step.when, options):
                yield f"{kind} {step.id}", words, step, replace(step, when=changed)
    for deadline in base.deadlines:
        for rank, reading in enumerate(deadline.readings):
            others = (deadline.readings[:rank], deadline.readings[rank + 1 :])
            changes = [(words, replace(reading, when=w)) for words, w in _case_variants(reading.when, options)]
            for days in (-1, 1):
                moved = replace(reading.offset, days=reading.offset.days + days)
                changes.append((f"{days:+} day", replace(reading, offset=moved)))
            for words, after in changes:
                mutated = replace(deadline, readings=(*others[0], after, *others[1]))
                yield f"deadline {deadline.id}, reading {rank + 1}", words, deadline, mutated


def _ladder(base: RuleBase, mutants: list[tuple[str, str, Step, Step]]) -> list[Verdict]:
    """The second reading of who is shown what, on every slice until one differs."""
    waiting = dict(enumerate(mutants))
    same = dict.fromkeys(waiting, True)
    for view in views(base, g14_ladder.conditions(base)):
        steps = {id(before): before for _, _, before, _ in waiting.values()}
        reading = {key: g14_ladder.expected(view, step) for key, step in steps.items()}
        now = {key: g14_ladder.ruled(view, step) for key, step in steps.items()}
        for rank, (_, _, before, after) in list(waiting.items()):
            with view.space.aside():
                same_here = _shown(g14_ladder.ruled(view, after)) == _shown(now[id(before)])
                if not same_here and any(g14_ladder.differences(view, after, reading[id(before)])):
                    del waiting[rank]
            same[rank] &= same_here
    verdicts = []
    for rank, (part, words, _, _) in enumerate(mutants):
        fate = EQUIVALENT if same[rank] else SURVIVED if rank in waiting else KILLED
        verdicts.append(Verdict(part, words, fate, "second reading" if fate == KILLED else ""))
    return verdicts


def _shown(sets: dict[object, int]) -> dict[object, int]:
    return {way: held for way, held in sets.items() if held}


# The outcomes of the cases.


def _outcomes(rules: Compiled, chosen: Chooser, people: list[PlainCase]) -> list[Verdict]:
    """Each case with an outcome one step up or down."""
    moves = [
        (right, rank, Outcome(case.outcome + step))
        for right in rules.base.rights
        for rank, case in enumerate(right.cases)
        for step in (-1, 1)
        if case.outcome + step in set(Outcome)
    ]
    moves = chosen(moves)
    read_twice = {(right.id, rank, outcome) for right, rank, outcome in moves if right.id in g13_second_reading.RIGHTS}
    told = _told(people)
    caught = _caught_by_reading(rules.base, read_twice)
    verdicts = []
    for right, rank, outcome in moves:
        case = right.cases[rank]
        words = f"{STATUT_DE[case.outcome]} becomes {STATUT_DE[outcome]}"
        by = ""
        if (right.id, rank, outcome) in caught:
            by = "second reading"
        elif any(g09_texts.opening(right, replace(case, outcome=outcome))):
            by = "words of the headline"
        elif any(wanted != STATUT_DE[outcome] for wanted in told.get((right.id, case.headline), ())):
            by = "people in plain words"
        verdicts.append(Verdict(f"outcome {right.id}/{case.id}", words, KILLED if by else SURVIVED, by))
    return verdicts


def _caught_by_reading(base: RuleBase, moves: set[tuple[str, int, Outcome]]) -> set[tuple[str, int, Outcome]]:
    waiting = set(moves)
    caught: set[tuple[str, int, Outcome]] = set()
    rights = {right.id: right for right in base.rights}
    for view in views(base, [case.when for name in g13_second_reading.RIGHTS for case in rights[name].cases]):
        if not waiting:
            break
        reading = g13_second_reading.expected(view)
        for name, rank, outcome in sorted(waiting):
            right = with_outcome(rights[name], rank, outcome)
            if view.where(right.cases[rank].when) and any(g13_second_reading.of_right(right, view, reading)):
                caught.add((name, rank, outcome))
        waiting -= caught
    return caught


def with_outcome(right: Right, rank: int, outcome: Outcome) -> Right:
    """``right`` whose case number ``rank`` has another outcome."""
    cases = (*right.cases[:rank], replace(right.cases[rank], outcome=outcome), *right.cases[rank + 1 :])
    return replace(right, cases=cases)


def _told(people: list[PlainCase]) -> dict[tuple[str, str], set[str]]:
    """For each case of a right, known by its headline, what the people who are told it expect."""
    told: dict[tuple[str, str], set[str]] = {}
    for person in people:
        for right in consult(person.request)["rights"]:
            wanted = person.expected.get(right["id"], {})
            if "statut" in wanted:
                told.setdefault((right["id"], right["headline"]), set()).add(wanted["statut"])
    return told


# The limits of the dated questions.


def _bands(base: RuleBase, chosen: Chooser) -> list[Verdict]:
    """Each limit one day earlier or later."""
    verdicts = []
    for part, words, question in chosen(list(_band_mutants(base))):
        killed = any(g10_bands.wrong(question))
        verdicts.append(Verdict(part, words, KILLED if killed else SURVIVED, "bands" if killed else ""))
    return verdicts


def _band_mutants(base: RuleBase) -> Iterator[tuple[str, str, Question]]:
    for question in base.questions:
        if question.dated is None:
            continue
        bands = question.dated.bands
        for rank, band in enumerate(bands):
            if band.until is None:
                continue
            for days in (-1, 1):
                moved = replace(band, until=Offset(band.until.months, band.until.days + days))
                dated = replace(question.dated, bands=(*bands[:rank], moved, *bands[rank + 1 :]))
                yield f"band {question.id}/{band.option}", f"{days:+} day", replace(question, dated=dated)
