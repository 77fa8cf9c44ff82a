"""The compiled graphs of the rule base: read from ``graphs.json`` when it is shipped, else compiled.

The browser's copy of this package carries ``graphs.json`` (written at build time): compiling
there would take seconds. A source checkout has no such file and compiles once.
"""

from __future__ import annotations

import json
import pkgutil
from dataclasses import dataclass
from functools import cache
from typing import Any

from checker.engine.evaluation import Asking, asking
from checker.engine.graph import Graph, compile_table
from checker.engine.model import RuleBase
from checker.engine.serialise import from_json, to_json
from checker.rules.base import BASE

SITUATION = "situation"


@dataclass(frozen=True)
class Compiled:
    """The rule base with one graph for the situations and one for each right, by id."""

    base: RuleBase
    graphs: dict[str, Graph]
    asking: dict[str, Asking]


def tables(base: RuleBase) -> dict[str, list[tuple[str, Any]]]:
    """The rows of each graph: ``situation`` first, then the rights in their order."""
    rows = {SITUATION: [(situation.id, situation.when) for situation in base.situations]}
    rows.update({right.id: [(case.id, case.when) for case in right.cases] for right in base.rights})
    return rows


def compile_base(base: RuleBase) -> dict[str, Graph]:
    """Compile every table of ``base``."""
    return {
        name: compile_table(rows, base.impossible, base.questions) for name, rows in tables(base).items()
    }


def graphs_json(base: RuleBase) -> str:
    """The text of ``graphs.json`` for ``base``: compact, same bytes for the same rules."""
    graphs = {name: to_json(graph) for name, graph in compile_base(base).items()}
    return json.dumps(graphs, ensure_ascii=False, separators=(",", ":"))


@cache
def compiled() -> Compiled:
    """The compiled rule base, made once."""
    try:
        shipped = pkgutil.get_data("checker", "graphs.json")
    except OSError:
        shipped = None
    graphs = (
        {name: from_json(value) for name, value in json.loads(shipped).items()}
        if shipped
        else compile_base(BASE)
    )
    return Compiled(BASE, graphs, {name: asking(graph) for name, graph in graphs.items()})
