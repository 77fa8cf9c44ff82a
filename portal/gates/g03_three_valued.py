"""From partial answers, the engine is never less certain than three-valued logic, and never certain of another case.

Does not prove: this for all partial answers, which are too many. Every answer alone, every pair, and many larger
sets drawn at random are compared; the tests compare the walk with all completions.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import combinations

from checker.compiled import tables
from checker.engine.evaluation import labels, start
from portal.gates.context import Context
from portal.gates.kleene import Kleene
from portal.gates.partition import in_words

TITLE = "Exact is never less certain than three-valued logic"

DRAWN = 1500


def run(context: Context) -> list[str]:
    """The partial answers for which three-valued logic is certain, and the engine is not or says otherwise."""
    problems: dict[str, None] = {}
    compared = more = 0
    rows = tables(context.base)
    for known in partial_answers(context):
        logic = Kleene(context.base, known)
        for name, graph in context.rules.graphs.items():
            found = labels(graph, start(graph), known)
            if not found:
                continue
            compared += 1
            sure = {label for label, condition in rows[name] if logic.value(condition) is True}
            more += len(found) == 1 and not sure
            if sure and found != sure:
                said = ", ".join(sorted(found))
                problems[f"{name}: {', '.join(sure)} is sure for {in_words(known)}, yet the engine says {said}."] = None
    context.count(compared, "partial answers")
    context.count(more, "settled by the engine only")
    return list(problems)[:20]


def partial_answers(context: Context) -> Iterator[dict[str, str]]:
    """Each answer alone, each pair of answers, then larger sets, the same at each run."""
    questions = context.base.questions
    atoms = [(question.id, option.id) for question in questions for option in question.options]
    yield from ({name: value} for name, value in atoms)
    yield from (dict(pair) for pair in combinations(atoms, 2) if pair[0][0] != pair[1][0])
    dice = random.Random(11)
    for _ in range(DRAWN):
        share = dice.uniform(0.2, 0.9)
        yield {q.id: dice.choice(q.options).id for q in questions if dice.random() < share}
