"""Bad input of every kind gets a message that names its field, and never an exception."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.browser import call
from checker.consult import consult

TODAY = "2026-11-23"


def errors(**request: Any) -> dict[str, str]:
    response = consult({"today": TODAY, **request})
    return {error["field"]: error["message"] for error in response["errors"]}


@pytest.mark.parametrize(
    ("request_", "field"),
    [
        ({"answers": {"planete": "mars"}}, "planete"),
        ({"answers": {"document": "licorne"}}, "document"),
        ({"answers": {"document": ["api"]}}, "document"),
        ({"answers": "api"}, "answers"),
        ({"dates": {"expiration": "2026-02-31"}}, "expiration"),
        ({"dates": {"expiration": "31/12/2026"}}, "expiration"),
        ({"dates": {"expiration": "20261231"}}, "expiration"),
        ({"dates": {"expiration": 20261231}}, "expiration"),
        ({"dates": {"expiration": "1926-12-31"}}, "expiration"),
        ({"dates": {"naissance": "1990-01-01"}}, "naissance"),
        ({"dates": {"depot": "2026-11-24"}}, "depot"),
        ({"dates": []}, "dates"),
        ({"today": "hier"}, "today"),
        ({"today": None}, "today"),
    ],
)
def test_each_mistake_names_its_field(request_: dict[str, Any], field: str) -> None:
    found = errors(**request_)
    assert field in found
    assert found[field]


def test_contradictory_answers_name_both() -> None:
    assert set(errors(answers={"document": "recepisse", "voie": "anef"})) == {"document", "voie"}


def test_a_date_answers_its_question_and_wins_over_the_band() -> None:
    response = consult(
        {"today": TODAY, "answers": {"expiration": "valable"}, "dates": {"expiration": "2026-08-01"}}
    )
    assert "expiration" not in response["relevant"]
    assert not response["errors"]


def test_the_last_day_of_validity_still_counts() -> None:
    answers = {"dossier": "en_cours", "document": "aucun", "nature": "renouvellement", "titre": "temporaire"}
    at_end = consult({"today": TODAY, "answers": answers, "dates": {"expiration": TODAY}})
    assert at_end["situation"]["id"] == "titre_valable"
    after = consult({"today": "2026-11-24", "answers": answers, "dates": {"expiration": TODAY}})
    assert after["situation"] is None


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=12), inner, max_size=3),
    max_leaves=10,
)


@given(json_values)
@settings(max_examples=100)
def test_no_request_raises(value: Any) -> None:
    response = consult(value)
    assert response["errors"]


@given(
    st.fixed_dictionaries(
        {"today": st.dates().map(str)},
        optional={
            "answers": json_values,
            "dates": st.dictionaries(st.sampled_from(["expiration", "depot"]), json_values),
        },
    )
)
@settings(max_examples=100)
def test_no_half_right_request_raises(value: Any) -> None:
    assert "errors" in consult(value)


@given(st.text() | st.binary().map(lambda raw: raw.decode("latin-1")))
@settings(max_examples=60)
def test_the_browser_entry_never_raises(text: str) -> None:
    assert "errors" in json.loads(call("consult", text))


@given(st.dates().map(str), st.dates().map(str), st.dates().map(str), st.dates().map(str))
@settings(max_examples=150)
def test_no_dates_raise(today: str, expiration: str, depot: str, fin: str) -> None:
    response = consult({"today": today, "dates": {"expiration": expiration, "depot": depot, "fin_document": fin}})
    assert "errors" in response
