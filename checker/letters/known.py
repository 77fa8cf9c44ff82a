"""What the checker knows and has worked out, as letters ask for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from checker.engine.model import RuleBase
from checker.reading import Problem


@dataclass(frozen=True)
class Known:
    """Answers (``None`` when unknown), dates (``None`` when not given) and results, for one day.

    ``refusals``: the days when an implicit refusal may be born, the nearest reading first. ``appeal``: the nearest
    last day to contest it. ``rights``: right -> ``{"status", "certain", "until": date | None}``. ``base``: the rules in
    the words of the page, for what the reader is told around a letter.
    """

    today: date
    answers: Mapping[str, str]
    dates: Mapping[str, date]
    situation: str | None
    rights: Mapping[str, Mapping[str, Any]]
    remedies: Mapping[str, bool]
    deadlines: Mapping[str, tuple[date, ...]]
    out_of_scope: bool
    problems: tuple[Problem, ...]
    base: RuleBase

    def answer(self, question: str) -> str | None:
        """The option chosen for ``question``, or ``None`` when it is unknown or was not asked."""
        return self.answers.get(question)

    @property
    def route(self) -> str | None:
        """How the request was filed: ``anef``, ``guichet``, another option of ``voie``, or ``None``."""
        return self.answers.get("voie")

    @property
    def nature(self) -> str | None:
        """First request, renewal…: an option of the question ``nature``, or ``None``."""
        return self.answers.get("nature")

    @property
    def renewal(self) -> bool:
        """The request renews a permit; false when its nature is unknown."""
        return self.nature == "renouvellement"

    @property
    def title(self) -> str | None:
        """The permit that is over or ends: an option of the question ``titre``, or ``None``."""
        return self.answers.get("titre")

    @property
    def work(self) -> bool:
        """The title allowed work, with or without a limit."""
        return self.answers.get("travail_permis") in {"oui", "limite"}

    @property
    def mainland(self) -> bool:
        """The reader lives in metropolitan France, where R. 431-15-2 applies; false when that is unknown."""
        return self.answers.get("territoire") == "metropole"

    @property
    def expiry(self) -> date | None:
        """The last day of the permit."""
        return self.dates.get("expiration")

    @property
    def title_over(self) -> bool:
        """The permit has ended, on any earlier day; a letter may then say so without a date."""
        return self.answers.get("expiration") in {"moins_de_3_mois", "moins_de_6_mois", "plus_de_6_mois"}

    @property
    def filed(self) -> date | None:
        """The day of the filing, as the reader gives it: the proof bears it."""
        return self.dates.get("depot")

    @property
    def days_before(self) -> int | None:
        """Days from the filing to the end of the title; negative when it came after."""
        return (self.expiry - self.filed).days if self.expiry and self.filed else None

    @property
    def document_end(self) -> date | None:
        """The last day of the attestation or récépissé, over or not."""
        return self.dates.get("fin_document")

    @property
    def holds(self) -> str | None:
        """The document that is valid today: ``api``, ``recepisse``, or ``None``."""
        document = self.answers.get("document")
        valid = self.answers.get("fin_document") == "en_cours"
        return document if valid and document in {"api", "recepisse"} else None

    @property
    def held(self) -> str | None:
        """The document that is over: ``api``, ``recepisse``, or ``None``."""
        document = self.answers.get("document")
        over = self.answers.get("fin_document") == "terminee"
        return document if over and document in {"api", "recepisse"} else None

    @property
    def refusals(self) -> tuple[date, ...]:
        """The days when an implicit refusal may be born, the nearest reading first; empty without a day of filing."""
        return self.deadlines.get("refus_implicite", ())

    @property
    def appeal(self) -> date | None:
        """The nearest last day to contest an implicit refusal, or ``None``."""
        return next(iter(self.deadlines.get("recours", ())), None)

    @property
    def frozen(self) -> bool:
        """The edition is out of date, or a text has moved: nothing may be claimed."""
        return any(right["status"] == "to_verify" for right in self.rights.values())

    def deadline(self, name: str) -> date | None:
        """The nearest day of a deadline."""
        return next(iter(self.deadlines.get(name, ())), None)

    def established(self, right: str) -> bool:
        """The right is kept, or kept under a condition, in every completion of the answers."""
        found = self.rights.get(right)
        return bool(found and found["certain"] and found["status"] in {"kept", "conditional"})

    def status(self, right: str) -> str:
        """The status of ``right`` in the response, such as ``kept``; ``open`` when it says nothing of that right."""
        found = self.rights.get(right)
        return found["status"] if found else "open"

    def until(self, right: str) -> date | None:
        """The last day of ``right``, or ``None`` when no date is known."""
        found = self.rights.get(right)
        return found["until"] if found else None

    def warning(self, name: str, day: date | None = None) -> str:
        """What the person must know before sending, about ``day``."""
        return self._said(f"avertissement.{name}", day)

    def not_now(self, reason: str, day: date | None = None) -> str:
        """Why a letter is not to be written, and what to do instead."""
        return self._said(f"pas_maintenant.{reason}", day)

    def _said(self, name: str, day: date | None) -> str:
        phrases = self.base.phrases
        return phrases.say(name, day=phrases.day(day)) if day else phrases[name]
