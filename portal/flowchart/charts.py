"""What paper asks, as graphs: one that finds the situation, then one for each right that begins from the situation.

They are drawn from the engine's compiled graphs and are as small as paper needs: an answer that contradicts those
before it is never asked about, and boxes that decide alike are one.
"""

from __future__ import annotations

from collections.abc import Mapping

from checker.compiled import SITUATION, Compiled
from checker.engine.graph import IMPOSSIBLE, Graph, Leaf, Node
from portal.flowchart.merging import Merging
from portal.flowchart.rights import right_charts

Charts = Mapping[str, Graph]


def charts(rules: Compiled) -> Charts:
    """The chart of the situations, then that of each right, by name, in the order of the rules."""
    return {SITUATION: situations(rules), **dict(right_charts(rules))}


def situations(rules: Compiled) -> Graph:
    """The graph of the situations, in which only what can happen is asked."""
    merging = Merging(situation.id for situation in rules.base.situations)
    boxes: list[int] = []
    for node in rules.graphs[SITUATION].nodes:
        if isinstance(node, Leaf):
            boxes.append(merging.leaf(node.label))
        else:
            boxes.append(merging.ask(node.question, {option: boxes[child] for option, child in node.branches}))
    return merging.graph(boxes[rules.graphs[SITUATION].root])


def stand(chart: Graph, answers: Mapping[str, str]) -> int:
    """The box where a reader who gives ``answers`` stands: an end, or the first question not answered."""
    index = chart.root
    while isinstance(node := chart.nodes[index], Node) and node.question in answers:
        index = dict(node.branches)[answers[node.question]]
    return index


def ends(chart: Graph) -> dict[str, int]:
    """The boxes that end ``chart``, by label, without contradictions."""
    return {
        node.label: index
        for index, node in enumerate(chart.nodes)
        if isinstance(node, Leaf) and node.label != IMPOSSIBLE
    }
