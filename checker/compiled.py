"""The compiled graphs of the rule base: read from ``graphs.json`` when it is shipped, else compiled.

The browser's copy of this package carries ``graphs.json`` (written at build time): compiling
there would take seconds. A source checkout has no such file and compiles once.
"""

from __future__ import annotations

import json
import pkgutil
from dataclasses import dataclass
from functools import cache

from checker import dates, remedies
from checker.engine.conditions import Condition
from checker.engine.evaluation import Asking, asking
from checker.engine.graph import Graph, compile_over, compile_table
from checker.engine.model import RuleBase
from checker.engine.serialise import from_json, to_json
from checker.rules.base import BASE

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

    ``{"names": {name: i}, "graphs": [graph, …]}``: equal graphs stand once.
    """
    numbers: dict[Graph, int] = {}
    names = {name: numbers.setdefault(graph, len(numbers)) for name, graph in compile_base(base).items()}
    value = {"names": names, "graphs": [to_json(graph) for graph in numbers]}
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _read(text: bytes) -> dict[str, Graph]:
    value = json.loads(text)
    graphs = [from_json(graph) for graph in value["graphs"]]
    return {name: graphs[number] for name, number in value["names"].items()}


@cache
def compiled() -> Compiled:
    """The compiled rule base, made once."""
    try:
        shipped = pkgutil.get_data("checker", "graphs.json")
    except OSError:
        shipped = None
    graphs = _read(shipped) if shipped else compile_base(BASE)
    prepared = {id(graph): asking(graph) for graph in graphs.values()}
    return Compiled(BASE, graphs, {name: prepared[id(graph)] for name, graph in graphs.items()})
