"""Run plain functions of answers on every combination of a slice, one path of their tests at a time.

A function asks ``a(question, *options)``. Each time both answers are possible, the path forks: the function is
run again for the other one. The paths of a function thus cover the slice exactly, in a few hundred runs.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from portal.gates.space import Space, union

T = TypeVar("T")


class _Path:
    """Answers along one path: ``turns`` says which way to go at each fork, the rest goes "yes" first."""

    def __init__(self, space: Space, within: int, turns: list[bool]) -> None:
        self.space = space
        self.here = within
        self.turns = turns
        self.met = 0

    def __call__(self, question: str, *options: str) -> bool:
        yes = self.here & union(self.space.atom(question, option) for option in options)
        no = self.here & ~yes
        if not yes or not no:
            return bool(yes)
        if self.met == len(self.turns):
            self.turns.append(True)
        turn = self.turns[self.met]
        self.met += 1
        self.here = yes if turn else no
        return turn


def results(function: Callable[[Callable[..., bool]], T], space: Space, within: int) -> dict[T, int]:
    """For each value of ``function`` over the combinations ``within``, those that give it."""
    found: dict[T, int] = {}
    turns: list[bool] = []
    while within:
        path = _Path(space, within, turns)
        value = function(path)
        found[value] = found.get(value, 0) | path.here
        while turns and not turns[-1]:
            turns.pop()
        if not turns:
            break
        turns[-1] = False
    return found
