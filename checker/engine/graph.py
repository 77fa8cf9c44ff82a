"""A decision graph, and what walks read of it: made once a graph, kept beside its nodes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

IMPOSSIBLE = "impossible"
NONE = "none"
CONFLICT = "conflict"

# What a walk reads of a node: its question, the child of each option, and each child once; of a leaf, its label.
Step = tuple[str, dict[str, int], tuple[int, ...]] | str
# A question, and the options of it that lead to one child.
Way = tuple[str, frozenset[str]]


@dataclass(frozen=True)
class Node:
    """Ask ``question``; ``branches`` gives the index of the next node for each option."""

    question: str
    branches: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Leaf:
    """The end of a walk: a row's label, ``NONE``, ``IMPOSSIBLE``, or ``CONFLICT`` with the rows."""

    label: str
    rows: tuple[str, ...] = ()


@dataclass(frozen=True)
class Graph:
    """A rooted graph; ``nodes[root]`` is the start. Children always stand before their parents."""

    nodes: tuple[Node | Leaf, ...]
    root: int

    @cached_property
    def follow(self) -> tuple[Step, ...]:
        """The ``Step`` of each node, made for walking: many options lead to the same child."""
        return tuple(
            node.label
            if isinstance(node, Leaf)
            else (node.question, dict(node.branches), tuple({child for _, child in node.branches}))
            for node in self.nodes
        )

    @cached_property
    def _grouped(self) -> tuple[dict[Way, int], tuple[tuple[tuple[int, int], ...] | str, ...]]:
        ways: dict[Way, int] = {}
        onward: list[tuple[tuple[int, int], ...] | str] = []
        for step in self.follow:
            if isinstance(step, str):
                onward.append(step)
                continue
            question, children, each = step
            grouped = {child: frozenset(option for option, to in children.items() if to == child) for child in each}
            onward.append(
                tuple((ways.setdefault((question, options), len(ways)), child) for child, options in grouped.items())
            )
        return ways, tuple(onward)

    @property
    def ways(self) -> tuple[Way, ...]:
        """The groups of options, each with its question, that lead to one child of some node."""
        return tuple(self._grouped[0])

    @property
    def onward(self) -> tuple[tuple[tuple[int, int], ...] | str, ...]:
        """For each node, its children, each with the rank in ``ways`` of the options that lead there; for a leaf,
        its label."""
        return self._grouped[1]

    @cached_property
    def asked(self) -> tuple[frozenset[str], ...]:
        """For each node, the questions met below it, its own included: walks stop where theirs is not one."""
        found: list[frozenset[str]] = []
        for step in self.follow:
            if isinstance(step, str):
                found.append(frozenset())
            else:
                found.append(frozenset((step[0],)).union(*(found[child] for child in step[2])))
        return tuple(found)

    @cached_property
    def labels(self) -> frozenset[str]:
        """Every label but ``IMPOSSIBLE``: a walk that has found them all can stop."""
        return frozenset(step for step in self.follow if isinstance(step, str)) - {IMPOSSIBLE}
