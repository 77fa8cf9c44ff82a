"""The compiled graphs of the rule base: installed from ``graphs.json``, or compiled when first asked for.

The page of the checker reads ``graphs.json`` (written at build time) and hands it over: compiling in the browser
would take seconds. A source checkout compiles once. Languages share the graphs: their conditions are the same.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import Any

from checker import dates, remedies, translation
from checker.engine.compilation import compile_over, compile_table
from checker.engine.conditions import Condition
from checker.engine.evaluation import Asking, asking
from checker.engine.graph import Graph
from checker.engine.model import Question, RuleBase
from checker.engine.pool import pooled, unpooled
from checker.rules.base import BASE
from checker.translation import FRENCH

SITUATION = "situation"


@dataclass(frozen=True)
class Compiled:
    """The rule base with one graph for the situations, one for each right by id, and those of dates and remedies."""

    base: RuleBase
    graphs: dict[str, Graph]
    asking: dict[str, Asking]


def tables(base: RuleBase) -> dict[str, list[tuple[str, Condition]]]:
    """The rows of each graph: ``situation`` first, then the rights in their order, then deadlines and remedies."""
    rows = {SITUATION: [(situation.id, situation.when) for situation in base.situations]}
    rows.update({right.id: [(case.id, case.when) for case in right.cases] for right in base.rights})
    return rows | dates.tables(base) | remedies.tables(base)


def compile_base(base: RuleBase) -> dict[str, Graph]:
    """Compile every table of ``base``."""
    rows = tables(base)
    derived = compile_table(rows.pop(SITUATION), base.impossible, base.questions)
    # Several deadlines and remedies have the same condition: their graph is made once.
    made: dict[tuple[tuple[str, Condition], ...], Graph] = {}
    graphs = {SITUATION: derived}
    for name, table in rows.items():
        key = tuple(table)
        if key not in made:
            made[key] = compile_over(derived, SITUATION, table, base.questions)
        graphs[name] = made[key]
    return graphs


def graphs_json(base: RuleBase) -> str:
    """The text of ``graphs.json`` for ``base``: compact, same bytes for the same rules.

    The graphs as ``pool.pooled`` writes them, and ``"dated"``: for each question that dates answer, its two dates
    and its bands as ``[option, [months, days] or null]``.
    """
    dated = {question.id: _dated(question) for question in base.questions if question.dated}
    value = pooled(compile_base(base), base.questions) | {"dated": dated}
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _dated(question: Question) -> dict[str, Any]:
    assert question.dated
    return {
        "reference": question.dated.reference,
        "measured": question.dated.measured,
        "bands": [
            [band.option, [band.until.months, band.until.days] if band.until else None]
            for band in question.dated.bands
        ],
    }


_current: Compiled | None = None


def install(text: str) -> None:
    """Use the graphs of ``text``, written by ``graphs_json`` for these very rules, instead of compiling.

    Raises ``ValueError`` when it is not JSON, and what ``unpooled`` raises when it is not graphs."""
    global _current
    prepared = unpooled(json.loads(text))
    _current = Compiled(BASE, {name: ask.graph for name, ask in prepared.items()}, prepared)


def compiled(lang: str = FRENCH) -> Compiled:
    """The compiled rule base, made once, in the words of ``lang``: in French when none were installed."""
    global _current
    if _current is None:
        graphs = compile_base(BASE)
        prepared = {id(graph): asking(graph) for graph in graphs.values()}
        _current = Compiled(BASE, graphs, {name: prepared[id(graph)] for name, graph in graphs.items()})
    base = translation.base(lang)
    return replace(_current, base=base) if base else _current
