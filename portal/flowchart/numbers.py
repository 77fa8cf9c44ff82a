"""The numbers of the boxes: the same from one edition to the next, so that a page and an older paper still agree.

``boxes.json`` says, for each chart and number, what the box is: the question that it ``asks`` ``after`` some answers,
or what it ``says``. A box keeps its number while those answers still lead to that question. New boxes take the next
free number of their chart; the number of a box that is gone stays in the file, and is never given again.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from checker.compiled import SITUATION
from checker.consult import OUT_OF_SCOPE
from checker.engine.graph import IMPOSSIBLE, Graph, Node
from portal.errors import BuildError
from portal.flowchart.charts import Charts, ends

REGISTRY = Path(__file__).with_name("boxes.json")
COMMAND = "python3 build.py print --number"
UNKNOWN = "unknown"
# These two belong to no right: they stand with the situations.
SHARED = (UNKNOWN, IMPOSSIBLE)
# Numbers are given to charts by the half-hundred, so that those of a page follow each other.
BLOCK = 50

Place = Mapping[str, Any]
Registry = Mapping[str, Mapping[str, Place]]
Numbers = Mapping[str, Mapping[int | str, int]]


def load(path: Path = REGISTRY) -> Registry:
    """The registry: chart → number → place. Raises ``BuildError`` when it cannot be read."""
    try:
        value: Registry = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise BuildError(f"{path}: {error}. Take it back from the last commit: it holds numbers on paper.") from None
    return value


def numbers(charts: Charts, registry: Registry) -> Numbers:
    """For each chart, the number of each box by its index, and of those of ``SHARED`` by name.

    Raises ``BuildError`` with the command to run when a box has no number."""
    found: dict[str, dict[int | str, int]] = {}
    for name, chart in charts.items():
        given = found.setdefault(name, {})
        for number, place in sorted((int(number), place) for number, place in registry.get(name, {}).items()):
            box = _box(chart, place)
            if box is not None:
                given.setdefault(box, number)
        for box, place in places(name, chart):
            if box not in given:
                raise BuildError(
                    f"{REGISTRY.name}: the box of “{name}” that {_words(place)} has no number. "
                    f"Run {COMMAND}, then commit portal/flowchart/{REGISTRY.name}."
                )
    return found


def completed(charts: Charts, registry: Registry) -> Registry:
    """``registry`` with a number for each box that has none; nothing that it holds is changed."""
    made = {name: dict(registry.get(name, {})) for name in (*charts, *registry)}
    for name, chart in charts.items():
        known = {box for place in made[name].values() if (box := _box(chart, place)) is not None}
        for box, place in places(name, chart):
            if box not in known:
                made[name][str(_next(name, made))] = place
    return made


def write(charts: Charts, path: Path = REGISTRY) -> int:
    """Complete the registry in ``path``, and return how many numbers were given."""
    before = load(path) if path.exists() else {}
    after = completed(charts, before)
    lines = [
        f"{json.dumps(name)}: {{\n"
        + ",\n".join(f"{json.dumps(number)}: {json.dumps(place)}" for number, place in given.items())
        + "\n}"
        for name, given in after.items()
    ]
    path.write_text("{\n" + ",\n".join(lines) + "\n}\n", "utf-8")
    return sum(map(len, after.values())) - sum(map(len, before.values()))


def places(name: str, chart: Graph) -> Iterator[tuple[int | str, Place]]:
    """Every box of a chart that has a number, in the order in which numbers are first given."""
    first = _paths(chart)
    asked = [
        (index, {"asks": node.question, "after": first[index]})
        for index in _downward(chart)
        if isinstance(node := chart.nodes[index], Node)
    ]
    said = [(index, {"says": label}) for label, index in ends(chart).items() if label != OUT_OF_SCOPE]
    if name != SITUATION:
        # The first question of a right, the situation, is the table at the head of its page.
        yield from asked[1:]
        yield from said
        return
    yield from asked[:1]
    yield from ((shared, {"says": shared}) for shared in SHARED)
    yield from ((index, {"says": label}) for label, index in ends(chart).items() if label == OUT_OF_SCOPE)
    yield from asked[1:]
    yield from said


def _box(chart: Graph, place: Place) -> int | str | None:
    """The box of ``chart`` that ``place`` speaks of, if it is still there."""
    if (said := place.get("says")) is not None:
        return said if said in SHARED else ends(chart).get(said)
    index, left = chart.root, dict(place["after"])
    while isinstance(node := chart.nodes[index], Node) and node.question in left:
        index = dict(node.branches).get(left.pop(node.question), 0)
    return index if not left and isinstance(node, Node) and node.question == place["asks"] else None


def _paths(chart: Graph) -> dict[int, dict[str, str]]:
    """The fewest answers that lead to each box, the first in the order of the options."""
    found: dict[int, dict[str, str]] = {chart.root: {}}
    waiting = [chart.root]
    for index in waiting:
        if isinstance(node := chart.nodes[index], Node):
            for option, child in node.branches:
                if child not in found:
                    found[child] = {**found[index], node.question: option}
                    waiting.append(child)
    return found


def _downward(chart: Graph) -> Iterator[int]:
    """The boxes, each followed by those that it leads to: who reads seldom turns back."""
    seen: set[int] = set()
    waiting = [chart.root]
    while waiting:
        index = waiting.pop()
        if index not in seen:
            seen.add(index)
            yield index
            if isinstance(node := chart.nodes[index], Node):
                waiting += [child for _, child in reversed(node.branches)]


def _next(name: str, given: Registry) -> int:
    """The next free number of a chart: in its last half-hundred, or in one that is nobody's."""
    taken = {(int(number) - 1) // BLOCK for chart in given.values() for number in chart}
    following = max(map(int, given[name]), default=0) + 1
    if given[name] and ((following - 1) % BLOCK or (following - 1) // BLOCK not in taken):
        return following
    return max(taken, default=-1) * BLOCK + BLOCK + 1


def _words(place: Place) -> str:
    if "says" in place:
        return f"says “{place['says']}”"
    answers = ", ".join(f"{question}={option}" for question, option in place["after"].items())
    return f"asks “{place['asks']}” after {answers or 'nothing'}"
