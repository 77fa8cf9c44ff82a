"""The rules agree with a second, independent reading of the dossier's decision table, on every combination.

Does not prove: that the dossier reads the law rightly. Both readings come from the same dossier and the same hands:
only a lawyer can tell. Of the rights, only the stay and work stand in that table.
"""

from collections.abc import Iterator, Mapping

from checker.engine.model import Right
from checker.rules.phrases import STATUT_DE
from portal.gates import second_reading
from portal.gates.context import Context
from portal.gates.partition import in_words
from portal.gates.reading_paths import results
from portal.gates.view import View, views

TITLE = "Second reading of the decision table"

RIGHTS = {"sejour": second_reading.stay, "travail": second_reading.work}


def run(context: Context) -> list[str]:
    """The combinations for which the second reading of the dossier says otherwise: 20 at most."""
    problems: dict[str, None] = {}
    whole = 0
    rights = [right for right in context.base.rights if right.id in RIGHTS]
    if missing := RIGHTS.keys() - {right.id for right in rights}:
        problems[f"the second reading speaks of rights that do not exist: {', '.join(sorted(missing))}."] = None
    for view in views(context.base, [case.when for right in rights for case in right.cases]):
        whole += view.space.size
        problems.update(dict.fromkeys(differences(view, expected(view))))
    context.count(whole, "combinations")
    return list(problems)[:20]


Reading = Mapping[str, Mapping[str, int]]


def expected(view: View, *, rights: bool = True) -> Reading:
    """What the second reading says on a slice: ``contradiction``, ``situation`` and, if ``rights``, each of RIGHTS.

    Each is given as sets of combinations, by answer."""
    space = view.space
    contradictory = results(second_reading.contradiction, space, space.everything).get(True, 0)
    consistent = space.everything & ~contradictory
    return {
        "contradiction": {"yes": contradictory},
        "situation": results(second_reading.situation, space, consistent),
        **{name: results(function, space, consistent) for name, function in RIGHTS.items() if rights},
    }


def differences(view: View, reading: Reading) -> Iterator[str]:
    """Where the rules, as ``view`` evaluates them, and the second reading part, one message and example each."""
    contradictory = view.space.everything & ~view.consistent
    yield from _compare("contradiction", {"yes": contradictory}, reading, view)
    yield from _compare("situation", view.situations, reading, view)
    for right in view.base.rights:
        if right.id in reading:
            yield from of_right(right, view, reading)


def of_right(right: Right, view: View, reading: Reading) -> Iterator[str]:
    """Where the outcomes of one right part from the second reading."""
    outcomes = {STATUT_DE[outcome]: held for outcome, held in view.outcomes(right).items()}
    yield from _compare(right.id, outcomes, reading, view)


def _compare(what: str, ruled: Mapping[str, int], reading: Reading, view: View) -> Iterator[str]:
    for answer in sorted({*ruled, *reading[what]}):
        apart = ruled.get(answer, 0) ^ reading[what].get(answer, 0)
        if apart:
            side = "the rules alone say" if ruled.get(answer, 0) & apart else "the second reading alone says"
            example = in_words(view.space.example(apart))
            yield f"{what}: {side} “{answer}” for {example}. Read the dossier again and correct one of the two."
