"""The same answers give the same outcomes in every language: only words differ, and dates stay dates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from checker import translation
from checker.consult import consult
from portal.cli import ROOT
from portal.languages import catalogue, rules
from tests.answer_sets import answer_sets
from tests.second_language import NAMES, said

pytestmark = pytest.mark.whole

LANGUAGES = catalogue.languages(ROOT)[1:]
REQUESTS = answer_sets(150, seed=7)


@pytest.fixture(scope="module", autouse=True)
def languages() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        for registry in ("_bases", "_words"):
            patch.setattr(translation, registry, {})
        rules.install(ROOT)
        yield


@pytest.fixture(scope="module")
def french() -> list[dict[str, Any]]:
    return [consult(request) for request in REQUESTS]


def bare(value: Any, name: str = "") -> Any:
    """`value` without its words: identifiers, states, dates and the shape of what holds them."""
    if isinstance(value, dict):
        return {key: bare(item, key) for key, item in value.items()}
    if isinstance(value, list):
        return [bare(item, name) for item in value]
    return bool(value) if isinstance(value, str) and name not in NAMES else value


@pytest.mark.parametrize("lang", LANGUAGES)
def test_outcomes_are_the_same(lang: str, french: list[dict[str, Any]]) -> None:
    for request, response in zip(REQUESTS, french, strict=True):
        other = consult({**request, "lang": lang})
        assert bare(other) == bare(response)
        for (_, ours), (_, theirs) in zip(said(response), said(other), strict=True):
            assert bool(ours) == bool(theirs)
            assert "{" not in theirs
            assert "\u2068" not in theirs, "a text still in French"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_day_and_number_of_days_is_kept(lang: str, french: list[dict[str, Any]]) -> None:
    figures = re.compile(r"\d{4}|\d+ jours")
    for request, response in zip(REQUESTS, french, strict=True):
        other = consult({**request, "lang": lang})
        for (_, ours), (_, theirs) in zip(said(response), said(other), strict=True):
            for found in figures.findall(ours):
                assert re.search(rf"\b{found.split()[0]}\b|{found.split()[0]}", theirs), (ours, theirs)
