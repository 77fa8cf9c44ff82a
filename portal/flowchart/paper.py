"""The whole of what paper asks and says: charts and numbers, made once, and where the web pages stand in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from checker.compiled import SITUATION, Compiled, compiled
from checker.consult import OUT_OF_SCOPE
from checker.engine.graph import IMPOSSIBLE, Leaf, Node
from portal.decisions.tree import Ask, Result, Tree
from portal.flowchart import numbers
from portal.flowchart.charts import Charts, charts, ends, stand
from portal.gates.g06_faces import shortest_paths


@dataclass(frozen=True)
class Paper:
    """The charts by name, ``situation`` first, and the number of each of their boxes."""

    charts: Charts
    numbers: numbers.Numbers

    def number(self, name: str, index: int) -> int:
        """The number of a box of the chart ``name``; contradictions and what is out of scope have one for all."""
        node = self.charts[name].nodes[index]
        if isinstance(node, Leaf) and node.label == IMPOSSIBLE:
            return self.numbers[SITUATION][IMPOSSIBLE]
        if isinstance(node, Leaf) and node.label == OUT_OF_SCOPE:
            return self.numbers[SITUATION][ends(self.charts[SITUATION])[OUT_OF_SCOPE]]
        return self.numbers[name][index]

    @property
    def unknown(self) -> int:
        """The number of the box for those who do not know."""
        return self.numbers[SITUATION][numbers.UNKNOWN]


def draw(rules: Compiled) -> Paper:
    """The charts of ``rules`` with the numbers of the registry. Raises ``BuildError`` when one is missing."""
    drawn = charts(rules)
    return Paper(drawn, numbers.numbers(drawn, numbers.load()))


@cache
def paper() -> Paper:
    """The charts of the rule base."""
    return draw(compiled())


def on_pages(drawn: Paper, tree: Tree) -> Mapping[str, int]:
    """For each web page that asks, by name, the number of the paper box where its reader would stand.

    A page is left out when paper, which asks less, does not ask its question there."""
    found = {}
    for name, answers in shortest_paths(tree).items():
        page = tree.pages[name]
        if isinstance(page, Ask) and (number := standing(drawn, tree, page, answers)):
            found[name] = number
    return found


def standing(drawn: Paper, tree: Tree, page: Ask, answers: Mapping[str, str]) -> int | None:
    """The number of the box that asks the question of ``page`` after ``answers``, if there is one."""
    below = tree.pages[page.unknown]
    assert isinstance(below, Result)
    guide = below.found[0][0]
    known = dict(answers)
    if guide != SITUATION:
        situations = drawn.charts[SITUATION]
        reached = situations.nodes[stand(situations, answers)]
        assert isinstance(reached, Leaf), "a page about one right comes after the situation"
        known[SITUATION] = reached.label
    index = stand(drawn.charts[guide], known)
    node = drawn.charts[guide].nodes[index]
    return drawn.number(guide, index) if isinstance(node, Node) and node.question == page.question else None
