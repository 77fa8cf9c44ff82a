"""The static decision pages as a tree of values, drawn from the same graphs as the engine's.

A page asks the next question that still matters, for all graphs at once, and offers "I do not know".
After ``BUDGET`` unknown answers, one more leads straight to the result for what is known: every page stays
exact, and their number stays finite and small. Pages that decide alike are one page.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from checker.compiled import SITUATION, Compiled
from checker.engine.evaluation import State, advance, labels, start
from checker.engine.graph import Node
from checker.result import cases_found, extremes, label_of

BUDGET = 1

States = tuple[State, ...]
Found = tuple[tuple[str, frozenset[str]], ...]


@dataclass(frozen=True)
class Ask:
    """A page that asks ``question``: ``options`` give the page for each possible answer, ``unknown`` for none."""

    name: str
    question: str
    options: tuple[tuple[str, str], ...]
    unknown: str


@dataclass(frozen=True)
class Result:
    """A page of results: for each graph, the labels that are still possible."""

    name: str
    found: Found


@dataclass
class Tree:
    """Every page by name; ``root`` is the name of the first."""

    root: str
    pages: dict[str, Ask | Result]


def build(rules: Compiled) -> Tree:
    """Make all the pages that a reader can reach."""
    builder = _Builder(rules)
    root = builder.page(tuple(start(graph) for graph in rules.graphs.values()), BUDGET)
    if root is None:
        raise ValueError("the rule base holds every combination of answers for impossible")
    reached: dict[str, Ask | Result] = {}
    waiting = [root]
    while waiting:
        name = waiting.pop()
        if name in reached:
            continue
        page = reached[name] = builder.pages[name]
        if isinstance(page, Ask):
            waiting += [page.unknown, *(target for _, target in page.options)]
    return Tree(root, reached)


@dataclass
class _Builder:
    rules: Compiled
    pages: dict[str, Ask | Result] = field(default_factory=dict)
    memo: dict[tuple[States, int], str | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.questions = {question.id: question for question in self.rules.base.questions}
        self.rank = {name: rank for rank, name in enumerate(self.questions)}

    def page(self, states: States, budget: int) -> str | None:
        """The name of the page for ``states``; ``None`` when the answers contradict each other."""
        key = (states, budget)
        if key not in self.memo:
            self.memo[key] = self.make(states, budget)
        return self.memo[key]

    def make(self, states: States, budget: int) -> str | None:
        question = self.next_question(states)
        if question is None:
            return self.result(states)
        options = tuple(
            (option.id, target)
            for option in self.questions[question].options
            if (target := self.page(self.advance(states, question, option.id), budget))
        )
        targets = {target for _, target in options}
        if not targets:
            return None
        after = self.advance(states, question, None)
        if len(targets) == 1:
            # The question cannot change anything here: it is not asked.
            return targets.pop()
        unknown = self.page(after, budget - 1) if budget else self.result(after)
        assert unknown is not None, "a question with a possible answer cannot be contradictory when unknown"
        return self.keep(Ask(_name(question, *sum(options, ()), "?", unknown), question, options, unknown))

    def result(self, states: States) -> str | None:
        found = tuple(
            (name, labels(graph, state, {}))
            for (name, graph), state in zip(self.rules.graphs.items(), states, strict=True)
        )
        if not dict(found)[SITUATION]:
            return None
        found = tuple((name, self.shown(name, labelled)) for name, labelled in found)
        words = [part for name, labelled in found for part in (name, *sorted(labelled))]
        return self.keep(Result(_name("=", *words), found))

    def shown(self, name: str, found: frozenset[str]) -> frozenset[str]:
        """The labels that the result page shows: of an open right, only the best and the worst case."""
        if name == SITUATION:
            return found if len(found) == 1 else frozenset()
        right = next(right for right in self.rules.base.rights if right.id == name)
        best, worst = extremes(cases_found(right, found))
        return found if best.outcome == worst.outcome else frozenset({label_of(right, best), label_of(right, worst)})

    def keep(self, page: Ask | Result) -> str:
        self.pages[page.name] = page
        return page.name

    def next_question(self, states: States) -> str | None:
        asked = {
            node.question
            for graph, state in zip(self.rules.graphs.values(), states, strict=True)
            for index in state
            if isinstance(node := graph.nodes[index], Node)
        }
        return min(asked, key=self.rank.__getitem__, default=None)

    def advance(self, states: States, question: str, option: str | None) -> States:
        return tuple(
            advance(graph, state, question, option)
            for graph, state in zip(self.rules.graphs.values(), states, strict=True)
        )


def _name(*parts: str) -> str:
    """An opaque file name that depends on nothing but what the page decides: it leaves no answer in a history."""
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:10]
