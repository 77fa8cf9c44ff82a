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
from checker.letters import letters
from checker.papers import papers
from checker.result import outcome
from checker.rules.base import BASE
from checker.rules.sources import SOURCES
from tests.answer_sets import answer_sets
from tests.drawing import answers
from tests.papers.test_papers import API, DATES
from tests.second_language import LANG, installed, marked, outside

TODAY = "2026-11-23"
FRENCH = translation.texts()
WORDS = marked(FRENCH)

# What a response holds beside words: names, dates, addresses. Sources are cited and quoted in French.
NAMES = {
    "id", "status", "before", "to", "date", "today", "relevant", "page", "remedy", "letter", "question", "field",
    "route", "citation", "quote", "confidence", "read_on", "url",
}  # fmt: skip


@pytest.fixture(autouse=True)
def second_language() -> Iterator[None]:
    with installed(LANG, WORDS):
        yield


def bare(value: Any) -> Any:
    """``value`` without the signs of the language."""
    if isinstance(value, str):
        return value.replace("⟦", "").replace("⟧", "")
    if isinstance(value, dict):
        return {key: bare(item) for key, item in value.items()}
    return [bare(item) for item in value] if isinstance(value, list) else value


def said(value: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Every text of a response, with the key that holds it."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield from said(item, key)
    elif isinstance(value, list):
        for item in value:
            yield from said(item, name)
    elif isinstance(value, str):
        yield name, value


def check(french: dict[str, Any], other: dict[str, Any]) -> None:
    assert bare(other) == french
    for name, text in said(other):
        if name in NAMES:
            assert "⟦" not in text, (name, text)
        else:
            assert not outside(text), (name, text)


@pytest.mark.parametrize("seed", range(4))
def test_a_response_differs_by_its_words_only(seed: int) -> None:
    for request in answer_sets(500, seed):
        check(consult(request), consult(request | {"lang": LANG}))


@given(answers())
@settings(max_examples=300, deadline=None)
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


def test_what_is_shown_to_a_clerk_stays_french() -> None:
    request = {"today": TODAY, "answers": API, "dates": DATES}
    assert papers(request)["sheets"]
    assert papers(request | {"lang": LANG}) == papers(request)
    assert letters(request | {"lang": LANG}) == letters(request)


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
