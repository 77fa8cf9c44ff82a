"""Boxes of paper made one by one, children first: a box that decides like one already made is that one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from checker.engine.graph import IMPOSSIBLE, Graph, Leaf, Node


class Merging:
    """Collects boxes; ``graph`` gives those that can be reached, as the engine's own kind of graph.

    ``labels`` are those of the ends, in the order in which they are to stand."""

    def __init__(self, labels: Iterable[str]) -> None:
        self.boxes: list[tuple[str, dict[str, int]] | Leaf] = [Leaf(IMPOSSIBLE)]
        self.leaves: dict[str, int] = {IMPOSSIBLE: 0}
        for label in labels:
            self.leaf(label)
        self.asking: dict[tuple[str, frozenset[int]], list[int]] = {}

    def leaf(self, label: str) -> int:
        """The box that ends with ``label``."""
        if label not in self.leaves:
            self.leaves[label] = len(self.boxes)
            self.boxes.append(Leaf(label))
        return self.leaves[label]

    def ask(self, question: str, ways: Mapping[str, int]) -> int:
        """The box that asks ``question`` and leads, for each option, to the box of ``ways``; 0 is a contradiction.

        A question with one possible target is not asked. Two boxes with the same question and the same targets are
        one, unless an answer leads to two different targets: where it contradicts what leads to one of them, it
        follows the other."""
        targets = frozenset(ways.values()) - {0}
        if len(targets) <= 1:
            return next(iter(targets), 0)
        alike = self.asking.setdefault((question, targets), [])
        for index in alike:
            box = self.boxes[index]
            assert not isinstance(box, Leaf)
            if all(to == 0 or box[1][option] in (0, to) for option, to in ways.items()):
                box[1].update((option, to) for option, to in ways.items() if to)
                return index
        alike.append(len(self.boxes))
        self.boxes.append((question, dict(ways)))
        return alike[-1]

    def graph(self, root: int) -> Graph:
        """The graph of the boxes below ``root``, numbered again, children still before their parents."""
        below = {root}
        for index in range(root, -1, -1):
            box = self.boxes[index]
            if index in below and not isinstance(box, Leaf):
                below.update(box[1].values())
        place = {index: new for new, index in enumerate(sorted(below))}
        nodes = tuple(_moved(self.boxes[index], place) for index in place)
        return Graph(nodes, place[root])


def _moved(box: tuple[str, dict[str, int]] | Leaf, place: Mapping[int, int]) -> Node | Leaf:
    if isinstance(box, Leaf):
        return box
    question, ways = box
    return Node(question, tuple((option, place[to]) for option, to in ways.items()))
