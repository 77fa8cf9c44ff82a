"""The whole of what paper asks and says, made once: charts, and the number of each box."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from checker.compiled import SITUATION, Compiled, compiled
from checker.consult import OUT_OF_SCOPE
from checker.engine.graph import IMPOSSIBLE, Leaf
from portal.flowchart import numbers
from portal.flowchart.charts import Charts, charts, ends


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


def give_numbers() -> int:
    """Give a number to each box of the rule base that has none, in the registry; return how many were given."""
    return numbers.write(charts(compiled()))
