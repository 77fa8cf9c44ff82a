"""The static decision pages as a tree of values, drawn from the same graphs as the engine's.

First the questions that settle the situation, one a page. Then a page for the situation, with the result for
each right; a right that needs an answer more leads to its own few questions. "I do not know" leads straight to
what can be said with the answers already given: every page is exact, and pages that decide alike are one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from checker.compiled import SITUATION, Compiled
from checker.engine.evaluation import State, advance, labels, start
from checker.engine.graph import Node
from checker.outcome import cases_found, extremes, label_of

States = dict[str, State]


@dataclass(frozen=True)
class Ask:
    """A page that asks ``question``: ``options`` give the page for each possible answer, ``unknown`` for none."""

    name: str
    question: str
    options: tuple[tuple[str, str], ...]
    unknown: str


@dataclass(frozen=True)
class Result:
    """A page of results: for the situation and some rights, the labels still possible.

    ``more`` gives, for a right that one or a few answers would settle, the page of its first question.
    """

    name: str
    found: tuple[tuple[str, frozenset[str]], ...]
    more: tuple[tuple[str, str], ...]


@dataclass
class Tree:
    """Every page by name; ``root`` is the name of the first."""

    root: str
    pages: dict[str, Ask | Result]


def build(rules: Compiled) -> Tree:
    """Make all the pages that a reader can reach."""
    builder = _Builder(rules)
    root = builder.page({name: start(rules.graphs[name]) for name in builder.shown}, SITUATION)
    if root is None:
        raise ValueError("the rule base holds every combination of answers for impossible")
    reached: dict[str, Ask | Result] = {}
    waiting = [root]
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached[name] = builder.pages[name]
            waiting += targets(reached[name])
    return Tree(root, reached)


def targets(page: Ask | Result) -> list[str]:
    """The names of the pages that ``page`` leads to."""
    if isinstance(page, Result):
        return [target for _, target in page.more]
    return [page.unknown, *(target for _, target in page.options)]


@dataclass
class _Builder:
    rules: Compiled
    pages: dict[str, Ask | Result] = field(default_factory=dict)
    memo: dict[tuple[str, tuple[State, ...]], str | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.questions = {question.id: question for question in self.rules.base.questions}
        self.rank = {name: rank for rank, name in enumerate(self.questions)}
        self.rights = {right.id: right for right in self.rules.base.rights}
        self.shown = (SITUATION, *self.rights)

    def page(self, states: States, guide: str) -> str | None:
        """The name of the page for ``states``, asking what the graph ``guide`` needs.

        ``None`` when the answers contradict each other.
        """
        key = (guide, tuple(states.values()))
        if key not in self.memo:
            self.memo[key] = self.make(states, guide)
        return self.memo[key]

    def make(self, states: States, guide: str) -> str | None:
        question = self.next_question(guide, states[guide])
        if question is None:
            return self.result(states, follow=guide == SITUATION)
        options = tuple(
            (option.id, target)
            for option in self.questions[question].options
            if (target := self.page(self.advance(states, question, option.id), guide))
        )
        targets = {target for _, target in options}
        if len(targets) <= 1:
            # Contradictory answers only, or a question that cannot change anything here: it is not asked.
            return targets.pop() if targets else None
        unknown = self.result(states, follow=False)
        assert unknown is not None, "a question with a possible answer is not contradictory when unknown"
        return self.keep(Ask(_name(question, *sum(options, ()), "?", unknown), question, options, unknown))

    def result(self, states: States, *, follow: bool) -> str | None:
        """The page of what ``states`` allow; with ``follow``, rights that need answers lead to their questions."""
        found = {name: labels(self.rules.graphs[name], state, {}) for name, state in states.items()}
        if not all(found.values()):
            return None
        more = {}
        for name, labelled in found.items():
            if follow and name in self.rights and len(labelled) > 1:
                page = self.page({name: states[name]}, name)
                if page is not None and isinstance(self.pages[page], Ask):
                    more[name] = page
        shown = {name: self.kept(name, labelled) for name, labelled in found.items()}
        words = [part for name, labelled in shown.items() for part in (name, *sorted(labelled), more.get(name, ""))]
        return self.keep(Result(_name("=", *words), tuple(shown.items()), tuple(more.items())))

    def is_open(self, name: str, found: frozenset[str]) -> bool:
        best, worst = extremes(cases_found(self.rights[name], found))
        return best.outcome != worst.outcome

    def kept(self, name: str, found: frozenset[str]) -> frozenset[str]:
        """The labels that the page shows: of an open right, only the best and the worst case."""
        if name == SITUATION:
            return found if len(found) == 1 else frozenset()
        if not self.is_open(name, found):
            return found
        right = self.rights[name]
        return frozenset(label_of(right, case) for case in extremes(cases_found(right, found)))

    def keep(self, page: Ask | Result) -> str:
        self.pages[page.name] = page
        return page.name

    def next_question(self, guide: str, state: State) -> str | None:
        nodes = self.rules.graphs[guide].nodes
        asked = {node.question for index in state if isinstance(node := nodes[index], Node)}
        return min(asked, key=self.rank.__getitem__, default=None)

    def advance(self, states: Mapping[str, State], question: str, option: str) -> States:
        return {
            name: advance(self.rules.graphs[name], state, question, option) for name, state in states.items()
        }


def _name(*parts: str) -> str:
    """An opaque file name that depends on nothing but what the page decides: it leaves no answer in a history."""
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:10]
