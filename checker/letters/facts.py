"""The facts of a letter: what the checker knows and has worked out, never what it only supposes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from checker.compiled import compiled
from checker.consult import consult_in, language_of
from checker.engine.model import RuleBase
from checker.reading import TODAY, Problem, read

# The titles for which the window of R. 431-5 applies by its own words; for the others the letter does not say so.
_WINDOW = frozenset(
    {"temporaire", "etudiant", "visiteur", "pluriannuelle_4_ans", "pluriannuelle_autre", "resident"}
)

# Where the right to work rests on a text that names the document; the letter to the employer has a paragraph for each.
_WORK_NAMED = frozenset(
    {
        "titre_valable",
        "titre_valable_dossier_clos",
        "api",
        "api_silence",
        "recepisse",
        "recepisse_silence",
        "prolongation_legale",
        "commission",
        "accord",
        "protection_reconnue",
        "droit_europeen",
    }
)


@dataclass(frozen=True)
class Facts:
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
    def title(self) -> str | None:
        """The permit that is over or ends: an option of the question ``titre``, or ``None``."""
        return self.answers.get("titre")

    @property
    def expiry(self) -> date | None:
        """The last day of the permit."""
        return self.dates.get("expiration")

    @property
    def filed(self) -> date | None:
        """The day of the filing, as the reader gives it: the proof bears it."""
        return self.dates.get("depot")

    @property
    def document_end(self) -> date | None:
        """The last day of the attestation or récépissé, over or not."""
        return self.dates.get("fin_document")

    @property
    def title_over(self) -> bool:
        """The permit has ended, on any earlier day; a letter may then say so without a date."""
        return self.answers.get("expiration") in {"moins_de_3_mois", "moins_de_6_mois", "plus_de_6_mois"}

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
    def days_before(self) -> int | None:
        """Days from the filing to the end of the title; negative when it came after."""
        return (self.expiry - self.filed).days if self.expiry and self.filed else None

    @property
    def in_time(self) -> bool:
        """Filed within the window of R. 431-5, for a title to which it applies by its own words."""
        question = {"anef": "depot_anef", "guichet": "depot_guichet"}.get(self.route or "")
        return self.title in _WINDOW and bool(question) and self.answers.get(question or "") == "a_temps"

    @property
    def renewal(self) -> bool:
        """The request renews a permit; false when its nature is unknown."""
        return self.nature == "renouvellement"

    @property
    def work(self) -> bool:
        """The title allowed work, with or without a limit."""
        return self.answers.get("travail_permis") in {"oui", "limite"}

    @property
    def mainland(self) -> bool:
        """The reader lives in metropolitan France, where R. 431-15-2 applies; false when that is unknown."""
        return self.answers.get("territoire") == "metropole"

    @property
    def refusals(self) -> tuple[date, ...]:
        """The days when an implicit refusal may be born, the nearest reading first; empty without a day of filing."""
        return self.deadlines.get("refus_implicite", ())

    @property
    def refusal_possible(self) -> bool:
        """An implicit refusal may be born by now: in the nearest reading, or as the remedies suppose."""
        return (bool(self.refusals) and self.refusals[0] <= self.today) or "motifs" in self.remedies

    @property
    def refusal_sure(self) -> bool:
        """Born in every reading of the delay, which a request for more documents may have suspended."""
        born = bool(self.refusals) and self.refusals[-1] <= self.today
        return born and self.answers.get("dossier") != "complement"

    @property
    def appeal(self) -> date | None:
        """The nearest last day to contest an implicit refusal, or ``None``."""
        return next(iter(self.deadlines.get("recours", ())), None)

    @property
    def owed(self) -> bool:
        """The prefect must give the attestation, by the very words of R. 431-15-1, al. 2."""
        return (
            self.route == "anef"
            and not self.frozen
            and self.renewal
            and self.in_time
            and self.answers.get("dossier") == "en_cours"
            and self.title_over
            and not self.refusal_possible
        )

    @property
    def work_mention(self) -> bool:
        """A renewal that keeps the right to work, as R. 431-15-2 (mainland) or R. 431-15 says."""
        if not (self.renewal and self.work) or self.title in {None, "vls_ts"}:
            return False
        return self.mainland if self.route == "anef" else self.route == "guichet"

    @property
    def may_work(self) -> bool:
        """A letter may say that the person has the right to work."""
        if self.situation not in _WORK_NAMED or not self.established("travail"):
            return False
        # « Oui, sous condition » for a first request: the condition is the card asked for, unknown here.
        # After a visa, whether it renews one is not settled either.
        granted = self.situation == "accord" and self.renewal and self.title != "vls_ts"
        return self.status("travail") == "kept" or granted

    @property
    def sante_six_months(self) -> bool:
        """Health rights are kept by the six months of R. 111-4, counted from the end of the title."""
        end = self.deadline("sante")
        return self.established("sante") and self.title_over and end is not None and end >= self.today

    def social_argument(self, body: str) -> bool:
        """The letter to ``body`` gives a text for the right, so it may ask for the right itself."""
        if body == "cpam":
            return self.sante_six_months
        right = "france_travail" if body == "france_travail" else "prestations"
        renewed = self.holds is not None and self.renewal and self.title != "vls_ts"
        argued = self.situation == "prolongation_legale" or renewed
        return argued or self.established(right) or self.status(right) == "disputed"

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


def facts(request: Any) -> Facts:
    """The facts behind ``request`` (see ``checker.consult``); ``problems`` when it cannot be used."""
    rules = compiled(language_of(request))
    response = consult_in(rules, request)
    reading = read(rules.base, request)
    return Facts(
        today=reading.dates.get(TODAY, date.min),
        answers=reading.answers,
        dates={name: day for name, day in reading.dates.items() if name != TODAY},
        situation=response["situation"]["id"] if response["situation"] else None,
        rights={right["id"]: _right(right) for right in response["rights"]},
        remedies={remedy["id"]: remedy["certain"] for remedy in response["remedies"]},
        deadlines={entry["id"]: _days(entry) for entry in response["dates"]},
        out_of_scope=response["out_of_scope"] is not None,
        problems=tuple(Problem(error["field"], error["message"]) for error in response["errors"]),
        base=rules.base,
    )


def _right(right: Mapping[str, Any]) -> dict[str, Any]:
    until = right["until"] and right["until"]["date"]
    return {
        "status": right["status"],
        "certain": right["certain"],
        "until": date.fromisoformat(until) if until else None,
    }


def _days(entry: Mapping[str, Any]) -> tuple[date, ...]:
    return tuple(date.fromisoformat(way["date"]) for way in (entry, *entry["others"]))
