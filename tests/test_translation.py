"""Another language changes words and nothing else.

In the language of these tests each text is its French between ⟦ and ⟧: without these signs a translated response must
be the French one, and nothing that is read may stand outside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings

from checker import translation
from checker.catalogue import catalogue
from checker.compiled import compiled
from checker.consult import consult
from checker.engine.evaluation import labels, start
from checker.engine.model import RuleBase
from checker.engine.phrases import Phrases
from checker.letters import letter, letters
from checker.outcome import outcome
from checker.papers import papers
from checker.rules.base import BASE
from checker.rules.sources import SOURCES
from portal.runtime.inside.letters import PEOPLE, typed_in
from portal.runtime.inside.letters import request as person
from tests.answer_sets import answer_sets
from tests.drawing import answers
from tests.papers.test_papers import API, DATES
from tests.second_language import LANG, NAMES, bare, check, installed, marked, outside

pytestmark = pytest.mark.whole

TODAY = "2026-11-23"
FRENCH = translation.texts()
WORDS = marked(FRENCH)
PAPERS = {"today": TODAY, "answers": API, "dates": DATES}


@pytest.fixture(autouse=True)
def second_language() -> Iterator[None]:
    with installed(LANG, WORDS):
        yield


@pytest.mark.parametrize("seed", range(4))
def test_a_response_differs_by_its_words_only(seed: int) -> None:
    for request in answer_sets(500, seed):
        check(consult(request), consult(request | {"lang": LANG}))


@given(answers())
@settings(max_examples=300)
def test_any_answers(known: dict[str, str]) -> None:
    request = {"today": TODAY, "answers": known}
    check(consult(request), consult(request | {"lang": LANG}))


def test_every_case_of_every_right() -> None:
    there = compiled(LANG).base
    for right, translated in zip(BASE.rights, there.rights, strict=True):
        graph = compiled().graphs[right.id]
        for label in labels(graph, start(graph), {}):
            found = frozenset({label})
            french = outcome(right, found, {}, BASE.to_reread)
            check(french, outcome(translated, found, {}, there.to_reread, there.phrases))


@pytest.mark.parametrize("bad", [{}, {"answers": 3, "dates": 4}, {"answers": {"papier": "?"}, "dates": {"depot": 0}}])
def test_errors_are_translated(bad: dict[str, Any]) -> None:
    assert consult(bad)["errors"]
    check(consult(bad), consult(bad | {"lang": LANG}))


def test_the_questions_are_translated() -> None:
    check(catalogue() | {"statuses": None}, catalogue(LANG) | {"statuses": None})
    assert list(catalogue(LANG)["statuses"].values()) == [f"⟦{text}⟧" for text in catalogue()["statuses"].values()]


@pytest.mark.parametrize("lang", ["de", "", None, 3, [], {}])
def test_a_language_that_is_not_there_is_french(lang: Any) -> None:
    request = {"today": TODAY, "answers": {"document": "api"}}
    assert consult(request | {"lang": lang}) == consult(request)


def test_a_sentence_by_itself() -> None:
    state = next(iter(SOURCES.values())).state
    assert translation.sentence(LANG, state) == f"⟦{state}⟧"
    assert translation.sentence("fr", state) == state
    assert translation.sentence(LANG, "Autre chose.") == "Autre chose."


def test_languages_share_the_graphs() -> None:
    assert compiled(LANG).graphs is compiled().graphs
    assert compiled(LANG).base is compiled(LANG).base


def test_sheets_and_cards_stay_french_but_for_the_name_to_choose_by() -> None:
    for request in asked():
        french, other = papers(request), papers(request | {"lang": LANG})
        assert other["cards"] == french["cards"]
        assert other["sheets"] == [sheet | {"name": f"⟦{sheet['name']}⟧"} for sheet in french["sheets"]]


def test_the_log_and_the_reasons_for_no_paper_are_translated() -> None:
    oqtf = {"answers": {"document": "oqtf"}}
    for more in ({}, {"on": "2026-10-01"}, {"expires": "2026-01-01"}, oqtf, {"today": "hier"}):
        french, other = papers(PAPERS | more), papers(PAPERS | more | {"lang": LANG})
        assert bool(french["errors"]) == bool(more)
        check({"log": french["log"], "errors": french["errors"]}, {"log": other["log"], "errors": other["errors"]})


def test_the_calendar_is_translated() -> None:
    for request in asked():
        french, other = papers(request)["calendar"], papers(request | {"lang": LANG})["calendar"]
        for kind in ("neutral", "named"):
            ours, theirs = lines(french[kind]), lines(other[kind])
            assert bare(theirs) == ours
            for line in theirs:
                field, _, text = line.partition(":")
                if field in ("SUMMARY", "DESCRIPTION"):
                    assert not outside(text.replace("\\n", "")), line


def test_what_is_said_around_letters_is_translated() -> None:
    for request in asked():
        check(letters(request), letters(request | {"lang": LANG}), NAMES - {"to"})


def test_a_letter_stays_french_and_what_is_said_of_it_is_translated() -> None:
    written = 0
    for request in asked():
        for entry in letters(request)["letters"]:
            typed = {field["id"]: typed_in(field) for field in entry["fields"]}
            for values in (typed, {}, dict.fromkeys(typed, 3), dict.fromkeys(typed, "x" * 9000) | {"?": ""}):
                argument = {"request": request, "id": entry["id"], "fields": values, "copy": "en"}
                french, other = letter(argument), letter(argument | {"request": request | {"lang": LANG}})
                told = ("warnings", "sources", "errors")
                assert other | dict.fromkeys(told) == french | dict.fromkeys(told)
                check({key: french[key] for key in told}, {key: other[key] for key in told})
                written += french["text"] != ""
    assert written > 50


def asked() -> list[dict[str, Any]]:
    """People who get papers, then people drawn at random."""
    return [PAPERS, *map(person, PEOPLE), *answer_sets(30, 7)]


def lines(text: str) -> list[str]:
    """The lines of a calendar, whole."""
    return text.replace("\r\n ", "").split("\r\n")


def test_a_text_without_words_stays_french() -> None:
    assert translation.translated(BASE, {}) == BASE
    some = translation.translated(BASE, {"phrase.ne_sait_pas": "Keine Ahnung"})
    assert some == replace(BASE, phrases=Phrases({**BASE.phrases.texts, "ne_sait_pas": "Keine Ahnung"}))


def test_conditions_and_statements_are_the_same() -> None:
    def rest(base: RuleBase) -> Any:
        return [
            (case.id, case.when, case.outcome, case.certainty, case.statement)
            for right in base.rights
            for case in (*right.cases, right.otherwise)
        ] + [(entry.id, entry.when) for entry in (*base.situations, *base.deadlines, *base.remedies)]

    assert rest(compiled(LANG).base) == rest(BASE)


@pytest.mark.parametrize(
    ("key", "text", "named"),
    [
        ("question.papier.text", "Which paper?", "question.papier.text: unknown text"),
        ("sentence.00000000", "No.", "sentence.00000000: unknown text"),
        ("phrase.jusqu_au", "until {date}", "phrase.jusqu_au: its places"),
        ("phrase.jusqu_au", "until then", "phrase.jusqu_au: its places"),
        ("phrase.jusqu_au", "until {day} {", "phrase.jusqu_au: its places"),
        ("phrase.jusqu_au", "until {day!r}", "phrase.jusqu_au: its places"),
    ],
)
def test_a_wrong_key_or_place_is_named(key: str, text: str, named: str) -> None:
    with pytest.raises(ValueError, match=re.escape(named)):
        translation.install("de", {key: text})
    assert translation.base("de") is None
