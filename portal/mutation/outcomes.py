"""The outcomes of the cases, against the second reading, their headlines and the people in plain words."""

from __future__ import annotations

from dataclasses import replace

from checker.compiled import Compiled
from checker.consult import consult
from checker.engine.model import Outcome, Right, RuleBase
from checker.rules.phrases import STATUT_DE
from portal.gates import g09_texts, g13_second_reading
from portal.gates.cases import PlainCase
from portal.gates.view import views
from portal.mutation.verdict import KILLED, SURVIVED, Sample, Verdict


def verdicts(rules: Compiled, chosen: Sample, people: list[PlainCase]) -> list[Verdict]:
    """Each case with an outcome one step up or down."""
    moves = [
        (right, rank, Outcome(case.outcome + step))
        for right in rules.base.rights
        for rank, case in enumerate(right.cases)
        for step in (-1, 1)
        if case.outcome + step in set(Outcome)
    ]
    moves = chosen.of(moves)
    read_twice = {(right.id, rank, outcome) for right, rank, outcome in moves if right.id in g13_second_reading.RIGHTS}
    told = _told(people)
    caught = _caught_by_reading(rules.base, read_twice)
    found = []
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
        found.append(Verdict(f"outcome {right.id}/{case.id}", words, KILLED if by else SURVIVED, by))
    return found


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
