"""The boxes that end a chart, in words: a situation, or what is established of a right, as the rules say it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from checker.compiled import Compiled
from checker.consult import OUT_OF_SCOPE, out_of_scope
from checker.engine.model import Right, Step
from checker.outcome import label_of, outcome
from checker.rules.base import BASE
from checker.rules.demarches import VOIR_UNE_ASSOCIATION
from portal.markdown import short
from portal.printing.links import Node
from portal.printing.typography import set_text

HELP = "que-faire.html#aide"
UNSURE = ("not_established", "to_verify")


@dataclass(frozen=True)
class Ends:
    """``words`` are those of the guide by boxes, ``results`` those of the results on the web, ``semicolon`` what
    stands between the items of a list."""

    rules: Compiled
    words: Mapping[str, Any]
    results: Mapping[str, Any]
    semicolon: str
    lang: str

    @cached_property
    def association(self) -> Step:
        """The step that sends to an association, in the words of the rules: languages keep the order of the French."""
        steps = (
            pair
            for right, french in zip(self.rules.base.rights, BASE.rights, strict=True)
            for case, said in zip(right.cases, french.cases, strict=True)
            for pair in zip(case.steps, said.steps, strict=True)
        )
        return next(step for step, said in steps if said == VOIR_UNE_ASSOCIATION)

    def situation(self, label: str) -> Node:
        """The box of a situation, or the one that stops."""
        if label == OUT_OF_SCOPE:
            stop = out_of_scope(self.rules)
            return {
                "kind": "stop",
                "title": self.set(stop["title"]),
                "text": [self.set(text) for text in (stop["text"], *stop["warnings"])],
                "sources": self._list(source["citation"] for source in stop["sources"]),
                "person": self.set(" ".join(step["text"] for step in stop["steps"])),
            }
        situation = next(one for one in self.rules.base.situations if one.id == label)
        return {"kind": "situation", "title": self.set(situation.title), "text": self.set(situation.text)}

    def right(self, right: Right, label: str) -> Node:
        """The box of one case of a right."""
        base = self.rules.base
        said = outcome(right, frozenset({label}), {}, base.to_reread, base.phrases)
        case = next(case for case in right.cases if label_of(right, case) == label)
        # Any association can be asked: only another step needs its own words.
        person = [step.text for step in case.steps if step.page == HELP and step != self.association]
        cited = self._cited(right)
        numbers = sorted({cited[source.citation] for source in case.sources})
        word = self.results["status"][said["status"]]
        return {
            "kind": "end",
            "status": said["status"],
            "title": self.set(said["headline"]),
            # A headline that begins with the word of the status says it.
            "word": "" if re.match(rf"{word}(?:[.。:：]|\s:)", said["headline"]) else word,
            "until": self.set(case.until.text) if case.until else "",
            "show": self._list(said["show"]),
            "certainty": self.set(said["certainty_text"]),
            "sources": " ".join(f"[{number}]" for number in numbers),
            "person": self.set(" ".join(person) or self.words["anyone"]) if said["status"] in UNSURE else "",
        }

    def texts(self, right: Right) -> list[str]:
        """The texts that the ends of a right rest on, in the order of the numbers between brackets: as pages cite them,
        without titles nor explanations."""
        return [self.set(short(citation)) for citation in self._cited(right)]

    def _cited(self, right: Right) -> dict[str, int]:
        cases = [case for case in right.cases if case.id != OUT_OF_SCOPE]
        citations = dict.fromkeys(source.citation for case in cases for source in case.sources)
        return {citation: number for number, citation in enumerate(citations, 1)}

    def _list(self, texts: Iterable[str]) -> str:
        return self.set(self.semicolon.join(texts))

    def set(self, text: str) -> str:
        """``text`` on one line, with the spaces and marks that the language asks for on paper."""
        return set_text(text, self.lang)
