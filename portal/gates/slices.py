"""Every combination of answers, cut into spaces small enough to be sets of one integer each."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from math import prod

from checker.engine.model import Question, RuleBase
from portal.gates.space import Space, names

# A slice holds at most this many combinations: its sets then stay in the processor's cache.
SLICE = 1 << 21


def core(base: RuleBase) -> frozenset[str]:
    """The questions on which situations and contradictions depend."""
    return names([base.impossible, *(situation.when for situation in base.situations)])


def slices(
    base: RuleBase, asked: frozenset[str], whole: frozenset[str] = frozenset(), limit: int = SLICE
) -> Iterator[Space]:
    """Cut the combinations of the questions ``asked`` into spaces of at most ``limit``; ``whole`` are never fixed.

    Together the spaces hold every combination once. A space may exceed ``limit`` when ``whole`` alone does.
    """
    questions = [question for question in base.questions if question.id in asked]
    size = prod(len(question.options) for question in questions)
    cut: list[Question] = []
    for question in questions:
        if size <= limit:
            break
        if question.id not in whole:
            cut.append(question)
            size //= len(question.options)
    for chosen in product(*(question.options for question in cut)):
        fixed = {question.id: option.id for question, option in zip(cut, chosen, strict=True)}
        yield Space(questions, fixed)
