"""The numbered boxes of a chart, in words: what flowchart.typ draws. Questions are those of the rules."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from checker.compiled import SITUATION, Compiled
from checker.consult import OUT_OF_SCOPE
from checker.engine.evaluation import labels
from checker.engine.graph import IMPOSSIBLE, Leaf
from checker.engine.graph import Node as Asking
from checker.engine.model import Question, Right
from checker.outcome import cases_found
from checker.rules.phrases import STATUT_DE
from portal.flowchart import Paper
from portal.flowchart.numbers import UNKNOWN
from portal.printing.ends import Ends
from portal.printing.links import Node
from portal.printing.typography import set_text
from portal.typography import NBSP

# More answers than that lead to one box: they are "any other answer".
NAMED = 3
# Who does not know reads the situations that remain when they are no more than that.
READ = 3


@dataclass(frozen=True)
class Boxes:
    """The boxes of ``drawn`` in the words of ``lang``: ``words`` are those of paper, ``results`` those of the web."""

    rules: Compiled
    drawn: Paper
    words: Mapping[str, Any]
    results: Mapping[str, Any]
    semicolon: str
    lang: str
    site: str

    @cached_property
    def ends(self) -> Ends:
        """What the boxes that end a chart say, in the same words."""
        return Ends(self.rules, self.words, self.results, self.semicolon, self.lang)

    def of(self, name: str) -> Iterator[Node]:
        """The boxes of a chart, by their numbers. Where to look is said once for each question, and not again for those
        of the situation, which come before."""
        first = self.drawn.charts[SITUATION].asked[-1]
        told = set() if name == SITUATION else set(first)
        for box, number in sorted(self.drawn.numbers[name].items(), key=lambda item: item[1]):
            if box == UNKNOWN:
                yield {"n": number, "kind": "lost", **self.words["lost"], "text": self._lost()}
            elif box == IMPOSSIBLE:
                again = self.words["again"]
                title = set_text(self._phrase("contradiction_generale"), self.lang)
                yield {"n": number, "kind": "again", "title": title, "go": self._way(again, 1)}
            elif isinstance(node := self.drawn.charts[name].nodes[int(box)], Leaf):
                if name == SITUATION:
                    yield {"n": number, **self.ends.situation(node.label)}
                else:
                    yield {"n": number, **self.ends.right(self.right(name), node.label)}
            else:
                where = "" if node.question in told else self._question(node.question).where
                told.add(node.question)
                yield {"n": number, "kind": "ask", **self._ask(name, int(box), node), "where": self.set(where)}

    def range(self, name: str) -> str:
        """ "cases 201 à 238"."""
        given = self.drawn.numbers[name].values()
        text: str = self.words["cases"]
        return text.replace("{first}", str(min(given))).replace("{last}", str(max(given)))

    def table(self, name: str) -> list[Node]:
        """From each situation, by its number, the box of a right."""
        chart = self.drawn.charts[name]
        root = chart.nodes[chart.root]
        assert isinstance(root, Asking), "a right that says the same in every situation has no chart"
        situations = {situation.id: situation for situation in self.rules.base.situations}
        rows = [
            {
                "n": self._number_of(label),
                "title": self.set(situations[label].title),
                "to": self.drawn.number(name, box),
            }
            for label, box in root.branches
            if label != OUT_OF_SCOPE
        ]
        return sorted(rows, key=lambda row: row["n"])

    def explained(self, question: Question) -> Node:
        """A question with all its answers, what they mean, and where to look."""
        return {
            "question": self.set(question.text),
            "help": self.set(question.help),
            "where": self.set(question.where),
            "options": [{"text": self.set(option.text), "help": self.set(option.help)} for option in question.options],
        }

    def set(self, text: str) -> str:
        """``text`` on one line, with the spaces and marks that the language asks for on paper."""
        return set_text(text, self.lang)

    def _number_of(self, situation: str) -> int:
        chart = self.drawn.charts[SITUATION]
        return next(
            self.drawn.number(SITUATION, index)
            for index, node in enumerate(chart.nodes)
            if isinstance(node, Leaf) and node.label == situation
        )

    def _way(self, text: str, number: int) -> Node:
        """``text`` around a number that never begins a line."""
        before, after = self.set(text).split("{n}")
        return {"before": re.sub(r" $", NBSP, before), "n": number, "after": after}

    def _ask(self, name: str, index: int, node: Asking) -> Node:
        question = self._question(node.question)
        texts = {option.id: option.text for option in question.options}
        groups: dict[int, list[str]] = {}
        for option, child in node.branches:
            groups.setdefault(self.drawn.number(name, child), []).append(texts[option])
        most = max(groups, key=lambda number: len(groups[number]))
        # What most answers lead to, or what contradicts the answers before, need not be spelt out.
        other = most if len(groups[most]) > NAMED else self.drawn.numbers[SITUATION][IMPOSSIBLE]
        ways = [
            self._way(self.words["way"].replace("{answers}", " / ".join(answers)), number)
            for number, answers in groups.items()
            if number != other
        ]
        if other in groups:
            ways.append(self._way(self.words["way"].replace("{answers}", self.words["otherwise"]), other))
        return {
            "question": self.set(question.text),
            "ways": ways,
            "unknown": self._unknown(name, index),
        }

    def _unknown(self, name: str, index: int) -> list[Node]:
        """What a reader who does not know may do: read what remains, hold what is sure, or conclude nothing."""
        chart = self.drawn.charts[name]
        remain = labels(chart, frozenset({index}), {})
        said = self.words["unknown"]
        if name == SITUATION and OUT_OF_SCOPE not in remain and len(remain) <= READ:
            numbers = sorted(self._number_of(label) for label in remain)
            before, after = (
                self.words["unknown_read"].replace("{unknown}", self._phrase("ne_sait_pas")).split("{cases}")
            )
            ways = [self._way(self.words["unknown_case"], number) for number in numbers]
            for way in ways[1:]:
                way["before"] = self.words["and"] + way["before"]
            ways[0]["before"] = self.set(before) + ways[0]["before"]
            ways[-1]["after"] += self.set(after)
            return ways
        if name != SITUATION:
            right = self.right(name)
            outcomes = {case.outcome for case in cases_found(right, remain)}
            if len(outcomes) == 1:
                status = self.results["status"][STATUT_DE[outcomes.pop()]]
                always = self.rules.base.phrases.say("dans_tous_les_cas", status=status)
                said = self.words["unknown_certain"].replace("{status}{always}", always)
        return [self._way(said.replace("{unknown}", self._phrase("ne_sait_pas")), self.drawn.unknown)]

    def _phrase(self, name: str) -> str:
        return self.rules.base.phrases[name]

    def _question(self, name: str) -> Question:
        return next(question for question in self.rules.base.questions if question.id == name)

    def right(self, name: str) -> Right:
        """The right whose id is ``name``. Raises StopIteration when there is none."""
        return next(right for right in self.rules.base.rights if right.id == name)

    def _lost(self) -> list[str]:
        texts = [self.set(text.replace("{site}", self.site)) for text in self.words["lost"]["text"]]
        return [*texts, self.set(self.ends.association.text)]
