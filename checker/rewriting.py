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
        """``base`` with its texts replaced; conditions, ids, dates and numbers are the same objects."""
        return replace(
            base,
            questions=tuple(self._question(question) for question in base.questions),
            dates=tuple(replace(date, text=self._own(f"date.{date.id}", date.text)) for date in base.dates),
            situations=tuple(self._situation(situation) for situation in base.situations),
            rights=tuple(self._right(right) for right in base.rights),
            deadlines=tuple(self._deadline(deadline) for deadline in base.deadlines),
            remedies=tuple(self._remedy(remedy) for remedy in base.remedies),
            levers=tuple(replace(lever, text=self._own(f"lever.{lever.id}", lever.text)) for lever in base.levers),
            not_examined=self._sentences(base.not_examined),
            phrases=Phrases({name: self._own(PHRASE + name, text) for name, text in base.phrases.texts.items()}),
            trap=self._sources(base.trap),
            window=self._sources(base.window),
            log=self._log(base.log),
        )

    def _question(self, question: Question) -> Question:
        key = f"question.{question.id}"
        return replace(
            question,
            text=self._own(f"{key}.text", question.text),
            help=self._own(f"{key}.help", question.help),
            where=self._own(f"{key}.where", question.where),
            options=tuple(self._option(f"{key}.option.{option.id}", option) for option in question.options),
        )

    def _option(self, key: str, option: Option) -> Option:
        return replace(option, text=self._own(f"{key}.text", option.text), help=self._own(f"{key}.help", option.help))

    def _situation(self, situation: Situation) -> Situation:
        key = f"situation.{situation.id}"
        return replace(
            situation,
            title=self._own(f"{key}.title", situation.title),
            text=self._own(f"{key}.text", situation.text),
        )

    def _right(self, right: Right) -> Right:
        return replace(
            right,
            title=self._own(f"right.{right.id}.title", right.title),
            cases=tuple(self._case(case) for case in right.cases),
            otherwise=self._case(right.otherwise),
            refused=self._cautions(right.refused),
        )

    def _case(self, case: Case) -> Case:
        return replace(
            case,
            headline=self._sentence(case.headline),
            because=self._sentence(case.because),
            until=replace(case.until, text=self._sentence(case.until.text)) if case.until else None,
            show=self._sentences(case.show),
            cautions=self._cautions(case.cautions),
            steps=tuple(replace(step, text=self._sentence(step.text)) for step in case.steps),
            sources=self._sources(case.sources),
        )

    def _deadline(self, deadline: Deadline) -> Deadline:
        return replace(
            deadline,
            title=self._own(f"deadline.{deadline.id}.title", deadline.title),
            readings=tuple(
                replace(reading, text=self._sentence(reading.text), source=self._source(reading.source))
                for reading in deadline.readings
            ),
            cautions=self._cautions(deadline.cautions),
        )

    def _remedy(self, remedy: Remedy) -> Remedy:
        key = f"remedy.{remedy.id}"
        return replace(
            remedy,
            title=self._own(f"{key}.title", remedy.title),
            text=self._own(f"{key}.text", remedy.text),
            cost=self._own(f"{key}.cost", remedy.cost),
            cautions=self._cautions(remedy.cautions),
            sources=self._sources(remedy.sources),
        )

    def _log(self, log: Log) -> Log:
        return Log(
            title=self._sentence(log.title),
            intro=self._sentence(log.intro),
            columns=self._sentences(log.columns),
            groups=tuple(
                replace(group, title=self._sentence(group.title), proofs=tuple(map(self._proof, group.proofs)))
                for group in log.groups
            ),
        )

    def _proof(self, proof: Proof) -> Proof:
        return Proof(self._sentence(proof.text), self._sentence(proof.why), self._sources(proof.sources))

    def _cautions(self, cautions: Iterable[Caution]) -> tuple[Caution, ...]:
        return tuple(
            replace(caution, text=self._sentence(caution.text), sources=self._sources(caution.sources))
            for caution in cautions
        )

    def _sources(self, sources: Iterable[Source]) -> tuple[Source, ...]:
        return tuple(self._source(source) for source in sources)

    def _source(self, source: Source) -> Source:
        return replace(source, state=self._sentence(source.state))

    def _sentences(self, texts: Iterable[str]) -> tuple[str, ...]:
        return tuple(self._sentence(text) for text in texts)

    def _own(self, key: str, french: str) -> str:
        """A text that its key names; what is empty stays so."""
        return self.say(key, french) if french else french

    def _sentence(self, french: str) -> str:
        """A text that its fingerprint names."""
        return self._own(sentence_key(french), french)
