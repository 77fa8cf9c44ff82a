"""Whether sets of combinations cover the consistent ones exactly once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from portal.gates.space import union
from portal.gates.view import View


def is_partition(sets: Mapping[str, int], consistent: int) -> bool:
    """True when ``sets`` cover ``consistent`` and no combination is in two of them."""
    return sum(held.bit_count() for held in sets.values()) == consistent.bit_count() == union(sets.values()).bit_count()


def gaps_and_overlaps(what: str, sets: Mapping[str, int], view: View) -> Iterator[str]:
    """One message for what no set covers, and one for each pair that overlaps, with an example."""
    if is_partition(sets, view.consistent):
        return
    missing = view.consistent & ~union(sets.values())
    if missing:
        yield f"{what}: no case for {in_words(view.space.example(missing))}. Add the missing case."
    named = list(sets.items())
    for rank, (one, held) in enumerate(named):
        for other, too in named[rank + 1 :]:
            if held & too:
                example = in_words(view.space.example(held & too))
                yield f"{what}: {one} and {other} apply together to {example}. Make them exclude each other."


def in_words(answers: Mapping[str, str]) -> str:
    """A combination on one line."""
    return ", ".join(f"{question}={option}" for question, option in answers.items())
