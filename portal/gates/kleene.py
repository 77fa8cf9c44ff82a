"""Three-valued logic on a rule base: what a plain evaluation of the conditions is sure of, from partial answers."""

from __future__ import annotations

from collections.abc import Mapping

from checker.compiled import SITUATION
from checker.engine.conditions import All, AnyOf, Condition, Is, Not, Notion
from checker.engine.model import RuleBase


class Kleene:
    """Evaluate conditions of ``base`` on ``known`` answers; ``None`` is "unknown"."""

    def __init__(self, base: RuleBase, known: Mapping[str, str]) -> None:
        self.known = known
        self._values: dict[int, bool | None] = {}
        self.situations = {situation.id: self.value(situation.when) for situation in base.situations}

    def value(self, condition: Condition) -> bool | None:
        """True, False, or None when the answers known do not tell."""
        # The base keeps its conditions alive: their identity is a safe key.
        if id(condition) not in self._values:
            self._values[id(condition)] = self._value(condition)
        return self._values[id(condition)]

    def _value(self, condition: Condition) -> bool | None:
        match condition:
            case Is(question, values) if question == SITUATION:
                return _any([self.situations[value] for value in values])
            case Is(question, values):
                return self.known[question] in values if question in self.known else None
            case Not(part):
                inner = self.value(part)
                return None if inner is None else not inner
            case Notion(_, inner_condition, _):
                return self.value(inner_condition)
            case All(parts):
                negated = [None if (value := self.value(part)) is None else not value for part in parts]
                false = _any(negated)
                return None if false is None else not false
            case AnyOf(parts):
                return _any([self.value(part) for part in parts])


def _any(values: list[bool | None]) -> bool | None:
    return True if True in values else None if None in values else False
