"""Sheets and cards of the people of ``tests/cases``: what is certain and favourable, in the third person, no more."""

from __future__ import annotations

import json
import random
import re
import sys
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.compiled import compiled
from checker.consult import OUT_OF_SCOPE, consult
from checker.engine.conditions import holds
from checker.engine.model import Case, Outcome
from checker.papers import papers
from checker.rules import guichets
from checker.rules.phrases import PHRASES
from portal.gates.cases import read_cases
from tests.wiring import RULES, TODAY, combinations

PEOPLE = read_cases(Path(__file__).parents[2])
SECOND_PERSON = re.compile(r"\b(vous|votre|vos)\b", re.IGNORECASE)
SHEET = {"id", "name", "title", "sentence", "until", "conditions", "show", "quotes", "page", "audience"}
CARD = {"id", "right", "audience", "title", "proves", "until", "article", "show", "translations"}
API = {
    "document": "api", "dossier": "en_cours", "nature": "renouvellement", "titre": "temporaire", "voie": "anef",
    "travail_permis": "oui", "territoire": "metropole",
}  # fmt: skip
DATES = {"expiration": "2026-10-05", "depot": "2026-07-20", "fin_document": "2026-12-31"}


KEYS = ("today", "answers", "dates", "on", "expires", "document")


def made(**request: Any) -> dict[str, Any]:
    return papers({"today": TODAY, **request})


def texts(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for part in parts for text in texts(part)]


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: person.name)
def test_each_person(person: Any) -> None:
    """A sheet for each right that is certain and whose one case has a sentence; nothing for any other."""
    response, found = consult(person.request), papers(person.request)
    if person.expected["situation"] == OUT_OF_SCOPE:
        assert (found["sheets"], found["cards"], found["log"]) == ([], [], None)
        assert [error["message"] for error in found["errors"]] == [PHRASES["papier.hors_champ"]]
        return
    assert found["errors"] == []
    rights = {right["id"]: right for right in response["rights"]}
    for sheet in found["sheets"]:
        assert set(sheet) == SHEET
        right = rights[sheet["id"]]
        assert sheet["name"] == right["title"]
        assert right["certain"] and right["status"] in ("kept", "conditional")
        known = {(source["citation"], source["quote"]) for source in right["sources"]}
        assert sheet["quotes"] and {(quote["citation"], quote["quote"]) for quote in sheet["quotes"]} <= known
        if right["until"] and len(right["because"]) == 1:
            assert sheet["until"]["date"] == right["until"]["date"]
            assert sheet["until"]["steps"] == right["until"]["steps"]
        assert len(sheet["show"]) <= len(right["show"]) or not right["show"]
        shown = [*texts({key: value for key, value in sheet.items() if key not in ("quotes", "name")})]
        assert not [text for text in shown if SECOND_PERSON.search(text)]
    kept = {name for name, right in rights.items() if right["status"] == "kept" and len(right["because"]) == 1}
    assert kept <= {sheet["id"] for sheet in found["sheets"]}
    for card in found["cards"]:
        assert set(card) == CARD
        sheet = next(sheet for sheet in found["sheets"] if sheet["id"] == card["right"])
        assert (card["proves"], card["show"]) == (sheet["sentence"], sheet["show"])
        assert card["until"] == (sheet["until"] and sheet["until"]["text"])
        assert card["article"]
        assert set(card["translations"]) == {"en", "ar"}


def test_the_people_meet_most_sentences() -> None:
    known = {case.statement.text for right in RULES.base.rights for case in right.cases if case.statement}
    met = {sheet["sentence"] for person in PEOPLE for sheet in papers(person.request)["sheets"]}
    assert met <= known
    assert len(met) >= 25


def one_case(name: str, known: dict[str, str]) -> Case:
    right = next(right for right in RULES.base.rights if right.id == name)
    (case,) = [case for case in right.cases if holds(case.when, known)]
    return case


def test_complete_answers_give_the_sentence_of_their_case() -> None:
    """The conditions, evaluated one by one, say the same as the graphs: on complete answers, nothing is open."""
    shown = 0
    for known in combinations(400, 4):
        answers = {name: option for name, option in known.items() if name != "situation"}
        found = made(answers=answers)
        if known["situation"] == OUT_OF_SCOPE:
            assert found["sheets"] == []
            continue
        sheets = {sheet["id"]: sheet for sheet in found["sheets"]}
        for right in RULES.base.rights:
            statement = one_case(right.id, known).statement
            assert (sheets[right.id]["sentence"] if right.id in sheets else None) == (statement and statement.text)
            shown += statement is not None
    assert shown > 300


def test_unknown_answers_never_claim_more_than_every_completion() -> None:
    dice = random.Random(8)
    for known in combinations(150, 9):
        answers = {name: option for name, option in known.items() if name != "situation" and dice.random() < 0.8}
        completed = {name: option for name, option in known.items() if name != "situation"}
        partial, whole = made(answers=answers), made(answers=completed)
        if partial["errors"] or known["situation"] == OUT_OF_SCOPE:
            continue
        sentences = {sheet["id"]: sheet["sentence"] for sheet in whole["sheets"]}
        for sheet in partial["sheets"]:
            assert sentences.get(sheet["id"]) == sheet["sentence"]


def test_a_document_without_the_answer_that_decides_gives_no_sheet_for_work() -> None:
    without = {name: option for name, option in API.items() if name != "travail_permis"}
    assert "travail" in {sheet["id"] for sheet in made(answers=API, dates=DATES)["sheets"]}
    assert "travail" not in {sheet["id"] for sheet in made(answers=without, dates=DATES)["sheets"]}


def test_the_end_shows_its_arithmetic() -> None:
    answers = API | {"document": "aucun", "titre": "resident", "depose": "oui"}
    dates = {"expiration": "2026-11-01", "depot": "2026-08-10"}
    found = {sheet["id"]: sheet for sheet in made(answers=answers, dates=dates)["sheets"]}
    until = found["travail"]["until"]
    assert until["date"] == "2027-02-01"
    assert [step.replace("\u00a0", " ") for step in until["steps"]] == ["1er novembre 2026 + 3 mois = 1er février 2027"]
    assert "décision de la préfecture" in until["rule"]


def test_the_silence_is_not_on_a_paper_for_someone_else() -> None:
    """The attestation keeps its effect; that a refusal may be born is for the reader, not for the employer."""
    found = made(answers=API, dates=DATES | {"depot": "2026-06-20"})
    assert found["sheets"]
    for sheet in (*found["sheets"], *found["cards"]):
        assert "rejet" not in json.dumps(sheet, ensure_ascii=False)


@pytest.mark.parametrize(
    ("more", "field", "message"),
    [
        ({"expires": "2026-11-22"}, "expires", PHRASES["papier.perime"]),
        ({"on": "2026-11-20"}, "on", PHRASES["papier.jour_passe"]),
        ({"answers": {"document": "licorne"}}, "document", None),
        ({"dates": {"depot": "2026-02-31"}}, "depot", None),
        ({"today": "hier"}, "today", None),
    ],
)
def test_no_paper_is_made(more: dict[str, Any], field: str, message: str | None) -> None:
    found = made(**{"answers": API, "dates": DATES} | more)
    assert [error["field"] for error in found["errors"]] == [field]
    assert message in (None, found["errors"][0]["message"])
    assert (found["sheets"], found["cards"], found["log"]) == ([], [], None)
    assert found["calendar"] == {"count": 0, "neutral": "", "named": ""}


def test_today_may_be_examined_and_the_last_day_of_the_edition_counts() -> None:
    assert made(answers=API, dates=DATES, on=TODAY, expires=TODAY)["sheets"]


def test_a_right_to_read_again_has_no_sheet(monkeypatch: pytest.MonkeyPatch) -> None:
    module = sys.modules["checker.papers"]
    base = replace(RULES.base, to_reread=frozenset({"ceseda-r431-15-2-renouvellement"}))
    monkeypatch.setattr(module, "compiled", lambda lang="fr": replace(compiled(lang), base=base))
    assert "travail" not in {sheet["id"] for sheet in made(answers=API, dates=DATES)["sheets"]}


def test_papers_are_the_same_each_time() -> None:
    request = {"answers": API, "dates": DATES}
    assert json.dumps(made(**request), sort_keys=True) == json.dumps(made(**request), sort_keys=True)


@settings(max_examples=60)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=8),
        lambda inner: st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(KEYS), inner, max_size=4),
        max_leaves=8,
    )
)
def test_nothing_raises(request_: Any) -> None:
    assert set(papers(request_)) == {"sheets", "cards", "log", "calendar", "errors"}


def test_every_favourable_outcome_has_a_desk() -> None:
    for right in RULES.base.rights:
        if any(case.outcome is Outcome.KEPT for case in right.cases):
            assert right.id in guichets.GUICHETS
    pages = {path.name for path in (Path(__file__).parents[2] / "docs" / "fr").glob("*.md")}
    assert {desk.page.replace(".html", ".md") for desk in guichets.GUICHETS.values()} <= pages
    names = [desk.carte[0] for desk in guichets.GUICHETS.values() if desk.carte]
    assert len(names) == len(set(names))


def test_dates_never_leave_a_past_end_on_a_sheet() -> None:
    """Whatever the dates, a right that is shown today has not ended yet."""
    today, dice = date.fromisoformat(TODAY), random.Random(5)
    for _ in range(150):
        dates = {name: (today + timedelta(days=dice.randint(-300, 200))).isoformat() for name in DATES}
        for sheet in made(answers=API | {"document": dice.choice(["api", "aucun", "carte"])}, dates=dates)["sheets"]:
            end = sheet["until"] and sheet["until"]["date"]
            assert end is None or end >= TODAY, (dates, sheet["id"])
