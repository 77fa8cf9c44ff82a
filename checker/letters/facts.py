"""The facts of a letter, and what it may claim from them: never what the checker only supposes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from checker.compiled import compiled
from checker.consult import consult_in, language_of
from checker.letters.known import Known
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


class Facts(Known):
    """What a letter may claim, each on the ground of a text."""

    @property
    def in_time(self) -> bool:
        """Filed within the window of R. 431-5, for a title to which it applies by its own words."""
        question = {"anef": "depot_anef", "guichet": "depot_guichet"}.get(self.route or "")
        return self.title in _WINDOW and bool(question) and self.answers.get(question or "") == "a_temps"

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
