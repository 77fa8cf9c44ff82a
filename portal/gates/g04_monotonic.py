"""A better document, date or file never loses a right, everything else equal (``better.py`` says what is better).

Does not prove: that the order declared is the law's, nor anything about pairs of answers that are not declared.
An answer that contradicts the others is not compared.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.engine.graph import CONFLICT, NONE, Leaf
from checker.engine.model import Right
from checker.rules.phrases import STATUT_DE
from portal.gates.better import BETTER, EXEMPT, Better
from portal.gates.context import Context
from portal.gates.partition import in_words
from portal.gates.space import union
from portal.gates.view import View, needed, views

TITLE = "A better document never loses a right"


def run(context: Context) -> list[str]:
    """The combinations where a better answer makes an outcome worse, one example a right and pair."""
    found: dict[str, str] = {}
    combinations = 0
    questions = frozenset(pair.question for pair in BETTER)
    for right in context.base.rights:
        leaves = {node.label for node in context.rules.graphs[right.id].nodes if isinstance(node, Leaf)}
        if leaves & {CONFLICT, NONE}:
            found[right.id] = f"right “{right.id}”: not compared, because it has a conflict or a gap."
            continue
        conditions = [case.when for case in right.cases]
        for view in views(context.base, conditions, questions & needed(context.base, conditions)):
            combinations += view.space.size
            for pair in BETTER:
                # A question on which nothing depends changes nothing.
                if pair.question in view.space.free_names:
                    for key, message in losses(view, right, pair):
                        found.setdefault(key, message)
    context.count(len(BETTER), "declared pairs")
    context.count(combinations, "combinations")
    return list(found.values())


def losses(view: View, right: Right, pair: Better) -> Iterator[tuple[str, str]]:
    """Where ``pair`` makes the outcome of ``right`` worse: a key for the kind of loss, and a message."""
    allowed = view.where(pair.when)
    exempted = 0
    for exempt in EXEMPT:
        if right.id in exempt.rights and exempt.question == pair.question and pair.better in exempt.better:
            exempted |= view.where(exempt.when)
    outcomes = view.outcomes(right)
    for outcome, held in outcomes.items():
        after = view.space.changed(held & allowed, pair.question, pair.worse, pair.better) & allowed & ~exempted
        lower = union(also for other, also in outcomes.items() if other < outcome)
        if lost := after & lower:
            example = view.space.example(lost)
            now = next(other for other, also in outcomes.items() if also & lost & -lost)
            key = f"{right.id} {pair.question} {pair.worse} {pair.better}"
            yield (
                key,
                f"right “{right.id}”: {STATUT_DE[outcome]} with {pair.question}={pair.worse} becomes {STATUT_DE[now]} "
                f"with {in_words(example)}. Correct the rule, or declare the exception in portal/gates/better.py.",
            )
