"""The rule base in another language: the same frozen values, with other texts.

A text has a key. What has an id is named by it: ``question.<id>.text``, ``remedy.<id>.title``, ``phrase.<name>``.
A sentence of a case, of a reserve or of a way of counting has none, and the same one is said by many cases: its key is
the fingerprint of its French, ``sentence.<8 hex>``, so that it is translated once and never mistaken for another one
when rules are added above it.

Sources are cited and quoted in French in every language, and what is handed to a clerk (``Statement``, letters) stays
French; what is said to the reader about it is translated.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from checker.engine.model import (
    Case,
    Caution,
    Deadline,
    Log,
    Option,
    Proof,
    Question,
    Remedy,
    Right,
    RuleBase,
    Situation,
    Source,
)
from checker.engine.phrases import Phrases
from checker.fingerprint import fingerprint
from checker.rules.base import BASE

FRENCH = "fr"

# The prefix of the keys of phrases, which alone have places.
_PHRASE = "phrase."
# A place, or a brace that makes none.
_PLACE = re.compile(r"\{\w*\}|[{}]")

_words: dict[str, Mapping[str, str]] = {}
_bases: dict[str, RuleBase] = {}


def install(lang: str, words: Mapping[str, str]) -> None:
    """Answer in ``lang`` with ``words``, key → text.

    Raises ``ValueError``, which names the keys, when the rules have no such text, or when a phrase has other places."""
    if wrong := problems(words):
        raise ValueError(f"{lang}: {'; '.join(wrong)}")
    _words[lang], _bases[lang] = words, translated(BASE, words)


def base(lang: str) -> RuleBase | None:
    """The base in ``lang``; ``None`` for French, and for a language that was not installed."""
    return _bases.get(lang)


def sentence(lang: str, french: str) -> str:
    """One sentence of the rules in ``lang``; in French when it has no words there."""
    return _words.get(lang, {}).get(_sentence(french), french)


def _sentence(french: str) -> str:
    return f"sentence.{fingerprint(french)}"


def problems(words: Mapping[str, str]) -> list[str]:
    """What is wrong with the keys and the places of ``words``, in their order."""
    known = texts()
    return [
        f"{key}: unknown text" if key not in known else f"{key}: its places differ from those of the French"
        for key, text in words.items()
        if key not in known or _places(key, text) != _places(key, known[key])
    ]


def _places(key: str, text: str) -> set[str]:
    """The named places of a phrase; other texts are shown as they stand."""
    return set(_PLACE.findall(text)) if key.startswith(_PHRASE) else set()


def texts(base: RuleBase = BASE) -> dict[str, str]:
    """Every French text that the reader can be shown, by key, in the order of the rules."""
    found: dict[str, str] = {}

    def collect(key: str, french: str) -> str:
        if found.setdefault(key, french) != french:
            raise ValueError(f"two texts have the key {key}: {found[key]!r} and {french!r}")
        return french

    _Rewriting(collect).base(base)
    return found


def translated(base: RuleBase, words: Mapping[str, str]) -> RuleBase:
    """``base`` with the texts of ``words``, key → text; a text without words stays in French."""
    return _Rewriting(words.get).base(base)


@dataclass(frozen=True)
class _Rewriting:
    """The base with each of its texts replaced by what ``say`` gives for its key and its French.

    One walk lists the texts and replaces them: none can be listed and not replaced."""

    say: Callable[[str, str], str]

    def base(self, base: RuleBase) -> RuleBase:
        return replace(
            base,
            questions=tuple(self.question(question) for question in base.questions),
            dates=tuple(replace(date, text=self.own(f"date.{date.id}", date.text)) for date in base.dates),
            situations=tuple(self.situation(situation) for situation in base.situations),
            rights=tuple(self.right(right) for right in base.rights),
            deadlines=tuple(self.deadline(deadline) for deadline in base.deadlines),
            remedies=tuple(self.remedy(remedy) for remedy in base.remedies),
            levers=tuple(replace(lever, text=self.own(f"lever.{lever.id}", lever.text)) for lever in base.levers),
            not_examined=self.sentences(base.not_examined),
            phrases=Phrases({name: self.own(_PHRASE + name, text) for name, text in base.phrases.texts.items()}),
            trap=self.sources(base.trap),
            window=self.sources(base.window),
            log=self.log(base.log),
        )

    def question(self, question: Question) -> Question:
        key = f"question.{question.id}"
        return replace(
            question,
            text=self.own(f"{key}.text", question.text),
            help=self.own(f"{key}.help", question.help),
            where=self.own(f"{key}.where", question.where),
            options=tuple(self.option(f"{key}.option.{option.id}", option) for option in question.options),
        )

    def option(self, key: str, option: Option) -> Option:
        return replace(option, text=self.own(f"{key}.text", option.text), help=self.own(f"{key}.help", option.help))

    def situation(self, situation: Situation) -> Situation:
        key = f"situation.{situation.id}"
        return replace(
            situation,
            title=self.own(f"{key}.title", situation.title),
            text=self.own(f"{key}.text", situation.text),
        )

    def right(self, right: Right) -> Right:
        return replace(
            right,
            title=self.own(f"right.{right.id}.title", right.title),
            cases=tuple(self.case(case) for case in right.cases),
            otherwise=self.case(right.otherwise),
            refused=self.cautions(right.refused),
        )

    def case(self, case: Case) -> Case:
        return replace(
            case,
            headline=self.sentence(case.headline),
            because=self.sentence(case.because),
            until=replace(case.until, text=self.sentence(case.until.text)) if case.until else None,
            show=self.sentences(case.show),
            cautions=self.cautions(case.cautions),
            steps=tuple(replace(step, text=self.sentence(step.text)) for step in case.steps),
            sources=self.sources(case.sources),
        )

    def deadline(self, deadline: Deadline) -> Deadline:
        return replace(
            deadline,
            title=self.own(f"deadline.{deadline.id}.title", deadline.title),
            readings=tuple(
                replace(reading, text=self.sentence(reading.text), source=self.source(reading.source))
                for reading in deadline.readings
            ),
            cautions=self.cautions(deadline.cautions),
        )

    def remedy(self, remedy: Remedy) -> Remedy:
        key = f"remedy.{remedy.id}"
        return replace(
            remedy,
            title=self.own(f"{key}.title", remedy.title),
            text=self.own(f"{key}.text", remedy.text),
            cost=self.own(f"{key}.cost", remedy.cost),
            cautions=self.cautions(remedy.cautions),
            sources=self.sources(remedy.sources),
        )

    def log(self, log: Log) -> Log:
        return Log(
            title=self.sentence(log.title),
            intro=self.sentence(log.intro),
            columns=self.sentences(log.columns),
            groups=tuple(
                replace(group, title=self.sentence(group.title), proofs=tuple(map(self.proof, group.proofs)))
                for group in log.groups
            ),
        )

    def proof(self, proof: Proof) -> Proof:
        return Proof(self.sentence(proof.text), self.sentence(proof.why), self.sources(proof.sources))

    def cautions(self, cautions: Iterable[Caution]) -> tuple[Caution, ...]:
        return tuple(
            replace(caution, text=self.sentence(caution.text), sources=self.sources(caution.sources))
            for caution in cautions
        )

    def sources(self, sources: Iterable[Source]) -> tuple[Source, ...]:
        return tuple(self.source(source) for source in sources)

    def source(self, source: Source) -> Source:
        return replace(source, state=self.sentence(source.state))

    def sentences(self, texts: Iterable[str]) -> tuple[str, ...]:
        return tuple(self.sentence(text) for text in texts)

    def own(self, key: str, french: str) -> str:
        """A text that its key names; what is empty stays so."""
        return self.say(key, french) if french else french

    def sentence(self, french: str) -> str:
        """A text that its fingerprint names."""
        return self.own(_sentence(french), french)
