"""Conditions on answers: an algebra of five frozen constructors.

``Is`` tests one question, ``All``, ``AnyOf`` and ``Not`` combine, ``Notion`` gives a legal
name to a condition so that explanations and flowcharts can speak the words of the law.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Never, cast


class _Operators:
    """``a & b``, ``a | b`` and ``~a`` on every condition."""

    def __and__(self, other: Condition) -> All:
        return All((cast("Condition", self), other))

    def __or__(self, other: Condition) -> AnyOf:
        return AnyOf((cast("Condition", self), other))

    def __invert__(self) -> Not:
        return Not(cast("Condition", self))


@dataclass(frozen=True)
class Is(_Operators):
    """True when the answer to ``question`` is one of ``values`` (sorted, no duplicate)."""

    question: str
    values: tuple[str, ...]


@dataclass(frozen=True)
class All(_Operators):
    """True when every part is true; ``All(())`` is always true."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True)
class AnyOf(_Operators):
    """True when at least one part is true; ``AnyOf(())`` is never true."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True)
class Not(_Operators):
    """True when ``part`` is false."""

    part: Condition


@dataclass(frozen=True)
class Notion(_Operators):
    """A condition that the law names; ``source`` is the id of the text that defines it."""

    name: str
    condition: Condition
    source: str


Condition = Is | All | AnyOf | Not | Notion

ALWAYS = All(())
NEVER = AnyOf(())


def holds(condition: Condition, answers: Mapping[str, str]) -> bool:
    """Evaluate naively on complete ``answers`` (question id -> option id).

    This is the reference that the compiled graphs are checked against.
    Raises ``KeyError`` when an answer that decides is missing, ``TypeError`` on what is no condition.
    """
    match condition:
        case Is(question, values):
            return answers[question] in values
        case All(parts):
            return all(holds(part, answers) for part in parts)
        case AnyOf(parts):
            return any(holds(part, answers) for part in parts)
        case Not(part):
            return not holds(part, answers)
        case Notion(_, inner, _):
            return holds(inner, answers)
        case _:
            raise _refused(condition)


def restrict(condition: Condition, question: str, value: str) -> Condition:
    """Return the condition that remains once ``question`` is answered ``value``."""
    match condition:
        case Is(asked, values):
            return condition if asked != question else ALWAYS if value in values else NEVER
        case All(parts):
            return conjunction(restrict(part, question, value) for part in parts)
        case AnyOf(parts):
            return disjunction(restrict(part, question, value) for part in parts)
        case Not(part):
            return negation(restrict(part, question, value))
        case Notion(_, inner, _):
            return restrict(inner, question, value)
        case _:
            raise _refused(condition)


def simplify(condition: Condition) -> Condition:
    """Return the same condition without constants, names or nesting."""
    return restrict(condition, "", "")


def conjunction(parts: Iterator[Condition]) -> Condition:
    """``All`` of the parts, without constants, nesting or repetition."""
    kept: dict[Condition, None] = {}
    for part in parts:
        if part == NEVER:
            return NEVER
        kept.update(dict.fromkeys(part.parts if isinstance(part, All) else (part,)))
    return next(iter(kept)) if len(kept) == 1 else All(tuple(kept))


def disjunction(parts: Iterator[Condition]) -> Condition:
    """``AnyOf`` the parts, without constants, nesting or repetition."""
    kept: dict[Condition, None] = {}
    for part in parts:
        if part == ALWAYS:
            return ALWAYS
        kept.update(dict.fromkeys(part.parts if isinstance(part, AnyOf) else (part,)))
    return next(iter(kept)) if len(kept) == 1 else AnyOf(tuple(kept))


def negation(part: Condition) -> Condition:
    """``Not`` of the part, with constants and double negations resolved."""
    match part:
        case All(()):
            return NEVER
        case AnyOf(()):
            return ALWAYS
        case Not(inner):
            return inner
    return Not(part)


def atoms(condition: Condition) -> Iterator[Is]:
    """Yield every test of a question in the condition, in reading order."""
    match condition:
        case Is():
            yield condition
        case All(parts) | AnyOf(parts):
            for part in parts:
                yield from atoms(part)
        case Not(inner) | Notion(_, inner, _):
            yield from atoms(inner)
        case _:
            raise _refused(condition)


def _refused(value: Never) -> TypeError:
    """Types let nothing come here; a rule they did not check would otherwise be read as "no" in silence."""
    return TypeError(f'{value!r} is not a condition: write question.est("option"), joined by &, | and ~.')
