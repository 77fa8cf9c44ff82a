"""Which cards to show can be printed for anybody: those of the rule base whose end no reader's date decides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import assert_never

from checker.engine.conditions import All, AnyOf, Condition, Is, Not, Notion
from checker.engine.model import Case, RuleBase
from checker.papers.cards import short
from checker.papers.found import Shown
from checker.papers.sheets import documents
from checker.rules.guichets import GUICHETS
from checker.rules.situations import SITUATION
from checker.rules.tiers import a_la_troisieme_personne

EVERY = frozenset(option.id for option in SITUATION.options)

SHEETS: Mapping[str, tuple[str, ...]] = {
    "titre": ("titre_valable", "titre_valable_dossier_clos"),
    "api": ("api", "api_silence"),
    "recepisse": ("recepisse", "recepisse_silence"),
    "adf": ("accord",),
    "commission": ("commission",),
    "protection": ("protection_reconnue",),
    "europe": ("droit_europeen",),
}
"""Name of a sheet of cards → the situations it is for, which hold the same paper."""


@dataclass(frozen=True)
class Pocket:
    """One card: the words the checker puts on it, and what its back asks of who carries it."""

    title: str
    proves: str
    until: str
    article: str
    show: tuple[str, ...]
    conditions: tuple[str, ...]


def cards(base: RuleBase, situations: tuple[str, ...]) -> Iterator[Pocket]:
    """The cards of people in these situations, one for each reader and each sentence, in the order of the rules.

    The checker computes some ends from the reader's dates ("three months after…"): a printed card cannot."""
    for right in base.rights:
        desk = GUICHETS.get(right.id)
        if desk is None or desk.carte is None:
            continue
        cases = [case for case in right.cases if _printable(case, base) and among(case.when) & set(situations)]
        for statement in dict.fromkeys(case.statement for case in cases):
            assert statement is not None  # _printable
            found = Shown(right, tuple(case for case in cases if case.statement == statement), statement)
            ends = {a_la_troisieme_personne(case.until.text) if case.until else "" for case in found.cases}
            yield Pocket(
                title=desk.carte[1],
                proves=statement.text,
                until=ends.pop() if len(ends) == 1 else "",
                article="\u00a0; ".join(dict.fromkeys(short(source) for source in found.grounds)),
                show=tuple(documents(found)),
                conditions=statement.conditions,
            )


def _printable(case: Case, base: RuleBase) -> bool:
    computed = case.until is not None and (case.until.offset.months, case.until.offset.days) != (0, 0)
    doubtful = any(source.id in base.to_reread for source in case.sources)
    return case.statement is not None and not computed and not doubtful


def among(condition: Condition) -> frozenset[str]:
    """The situations in which a condition can be true, whatever the other answers are."""
    match condition:
        case Is(question, values):
            return frozenset(values) if question == SITUATION.id else EVERY
        case All(parts):
            return EVERY.intersection(*map(among, parts))
        case AnyOf(parts):
            return frozenset[str]().union(*map(among, parts))
        case Not(Is(question, values)) if question == SITUATION.id:
            return EVERY - frozenset(values)
        case Not():
            return EVERY
        case Notion(_, inner, _):
            return among(inner)
        case _:
            assert_never(condition)
