"""Every right has exactly one case for each consistent combination, and its graph decides like its conditions.

Does not prove: that a case says the right thing, only that one and one alone speaks.
"""

from collections.abc import Iterator

from checker.compiled import SITUATION, Compiled, tables
from checker.engine.conditions import Condition
from checker.engine.graph import CONFLICT, IMPOSSIBLE, NONE, Leaf
from portal.gates.context import Context
from portal.gates.partition import gaps_and_overlaps
from portal.gates.view import View, views

TITLE = "Rights: no conflict, no gap, graphs like conditions"


def run(context: Context) -> list[str]:
    """The conflicts and gaps of each right, and where its graph differs; five examples at most a right."""
    problems = list(leaves(context.rules))
    whole = 0
    rows = tables(context.base)
    for name, table in rows.items():
        found: dict[str, None] = {}
        for view in views(context.base, [condition for _, condition in table]):
            whole += view.space.size
            found.update(dict.fromkeys(_graph(name, table, context, view)))
        # One example of each kind is enough to act on.
        problems += list(found)[:5]
    context.count(len(rows), "graphs")
    context.count(whole, "combinations")
    return problems


def leaves(rules: Compiled) -> Iterator[str]:
    """A leaf of a graph says a conflict or a gap without an example: it is named even if no slice shows it."""
    for name, graph in rules.graphs.items():
        for leaf in graph.nodes:
            if isinstance(leaf, Leaf) and leaf.label == CONFLICT:
                rows = ", ".join(leaf.rows)
                yield f"{_called(name)}: these cases apply together: {rows}. Make their conditions exclude each other."
            if isinstance(leaf, Leaf) and leaf.label == NONE:
                yield f"{_called(name)}: some answers reach no case. Add the missing case."


def _graph(name: str, table: list[tuple[str, Condition]], context: Context, view: View) -> Iterator[str]:
    sets = {label: view.where(condition) for label, condition in table}
    yield from gaps_and_overlaps(_called(name), sets, view)
    walked = view.space.by_label(context.rules.graphs[name])
    for label, held in sets.items():
        if walked.get(label, 0) != held:
            yield f"{_called(name)}: the graph and the condition of {label} do not agree. Compile the graphs again."
    if walked.get(IMPOSSIBLE, 0) != view.space.everything & ~view.consistent:
        yield f"{_called(name)}: the graph and the contradictions do not agree. Compile the graphs again."


def _called(name: str) -> str:
    return "situations" if name == SITUATION else f"right “{name}”"
