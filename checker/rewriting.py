"""Every text of a rule base, by key, listed or replaced in one walk.

What has an id is named by it: ``question.<id>.text``, ``remedy.<id>.title``, ``phrase.<name>``. A sentence of a case,
of a reserve or of a way of counting has none, and the same one is said by many cases: its key is the fingerprint of
its French, ``sentence.<8 hex>``, so that it is translated once and never mistaken for another one when rules are added
above it.

Sources are cited and quoted in French in every language, and what is handed to a clerk (``Statement``, letters) stays
French; what is said to the reader about it is translated.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
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

# The prefix of the keys of phrases, which alone have places.
PHRASE = "phrase."


def sentence_key(french: str) -> str:
    """The key of a sentence that has no id."""
    return f"sentence.{fingerprint(french)}"


@dataclass(frozen=True)
class Rewriting:
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
            phrases=Phrases({name: self.own(PHRASE + name, text) for name, text in base.phrases.texts.items()}),
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
        return self.own(sentence_key(french), french)
