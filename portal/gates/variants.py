"""A condition changed once, in every way that a slip of the hand could: what the mutation run tries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from checker.compiled import SITUATION
from checker.engine.conditions import All, AnyOf, Condition, Is, Not, Notion
from checker.engine.model import RuleBase

Options = Mapping[str, tuple[str, ...]]


def options_of(base: RuleBase) -> dict[str, tuple[str, ...]]:
    """The options of each question, the situation among them."""
    asked = {question.id: tuple(option.id for option in question.options) for question in base.questions}
    return {**asked, SITUATION: tuple(situation.id for situation in base.situations)}


def variants(condition: Condition, options: Options) -> Iterator[tuple[str, Condition]]:
    """Every change, in words, with the changed condition. Notions are left alone: they are changed where defined.

    ``options`` gives the options of each question.
    """
    match condition:
        case Is(question, values):
            yield f"not {question} in {'/'.join(values)}", Not(condition)
            for value in values:
                yield f"{question} loses {value}", Is(question, tuple(v for v in values if v != value))
            for option in options[question]:
                if option not in values:
                    yield f"{question} gains {option}", Is(question, tuple(sorted((*values, option))))
        case All(parts):
            if len(parts) > 1:
                yield f"“and” becomes “or” before {_short(parts[-1])}", AnyOf(parts)
            for rank, part in enumerate(parts):
                for words, changed in variants(part, options):
                    yield words, All((*parts[:rank], changed, *parts[rank + 1 :]))
        case AnyOf(parts):
            if len(parts) > 1:
                yield f"“or” becomes “and” before {_short(parts[-1])}", All(parts)
            for rank, part in enumerate(parts):
                for words, changed in variants(part, options):
                    yield words, AnyOf((*parts[:rank], changed, *parts[rank + 1 :]))
        case Not(part):
            yield f"“not” is lost before {_short(part)}", part
            for words, changed in variants(part, options):
                yield words, Not(changed)
        case Notion(name, _, _):
            yield f"not “{name}”", Not(condition)


def with_notions(when: Condition, options: Options) -> Iterator[tuple[str, Condition]]:
    """The variants of ``when``, then those of each notion in it, changed wherever it occurs there."""
    yield from variants(when, options)
    for notion in {notion.name: notion for notion in notions(when)}.values():
        for words, changed in variants(notion.condition, options):
            yield f"notion “{notion.name}”: {words}", replaced(when, notion.name, changed)


def replaced(condition: Condition, name: str, changed: Condition) -> Condition:
    """``condition`` in which the notion ``name`` is ``changed``; the very same object where it does not occur."""
    match condition:
        case Notion(here, inner, source):
            if here == name:
                return Notion(name, changed, source)
            after = replaced(inner, name, changed)
            return condition if after is inner else Notion(here, after, source)
        case Not(part):
            after = replaced(part, name, changed)
            return condition if after is part else Not(after)
        case All(parts) | AnyOf(parts):
            afters = tuple(replaced(part, name, changed) for part in parts)
            if all(one is other for one, other in zip(parts, afters, strict=True)):
                return condition
            return All(afters) if isinstance(condition, All) else AnyOf(afters)
        case Is():
            return condition


def notions(condition: Condition) -> Iterator[Notion]:
    """Every notion that occurs in ``condition``, those inside others too."""
    match condition:
        case Notion(_, inner, _):
            yield condition
            yield from notions(inner)
        case Not(part):
            yield from notions(part)
        case All(parts) | AnyOf(parts):
            for part in parts:
                yield from notions(part)
        case Is():
            return


def _short(condition: Condition) -> str:
    match condition:
        case Is(question, values):
            return f"{question} in {'/'.join(values)}"
        case Notion(name, _, _):
            return f"“{name}”"
        case Not(part):
            return f"not {_short(part)}"
        case All(parts) | AnyOf(parts):
            return f"a group of {len(parts)}"
