"""What a response promises: never a favourable answer that rests on an unknown; every statement has its source."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from checker.compiled import compiled
from checker.consult import consult
from checker.engine.graph import IMPOSSIBLE
from checker.result import label_of
from checker.rules.sources import SOURCES
from tests.rules.test_exhaustive import FOUND, SPACE, answers

RULES = compiled()
TODAY = "2026-11-23"
FAVOURABLE = {"kept", "conditional"}


def ask(known: dict[str, str], **more: Any) -> dict[str, Any]:
    return consult({"today": TODAY, "answers": known, **more})


def possible_outcomes(name: str, known: dict[str, str]) -> set[int]:
    right = next(right for right in RULES.base.rights if right.id == name)
    outcome = {label_of(right, case): case.outcome for case in (*right.cases, right.otherwise)}
    where = SPACE.completions(known)
    return {outcome[label] for label, found in FOUND[name].items() if label != IMPOSSIBLE and found & where}


@given(answers(), st.sets(st.sampled_from([question.id for question in RULES.base.questions])))
@settings(max_examples=250, deadline=None)
def test_a_status_is_said_only_when_every_completion_agrees(known: dict[str, str], unknown: set[str]) -> None:
    known = {name: value for name, value in known.items() if name not in unknown}
    response = consult({"today": TODAY, "answers": {**known, **dict.fromkeys(unknown, "?")}})
    if response["errors"]:
        assert not SPACE.completions(known)
        return
    for right in response["rights"]:
        outcomes = possible_outcomes(right["id"], known)
        assert right["certain"] == (len(outcomes) == 1)
        if right["status"] in FAVOURABLE:
            assert len(outcomes) == 1
        assert not set(response["relevant"]) & (set(known) | unknown)


@given(answers())
@settings(max_examples=150, deadline=None)
def test_what_is_said_has_sources_reasons_and_steps(known: dict[str, str]) -> None:
    for right in ask(known)["rights"]:
        if right["certain"]:
            assert right["headline"] and right["because"] and right["steps"]
            assert right["sources"], right["id"]
            assert all(source["id"] in SOURCES for source in right["sources"])
            assert right["settle"] is None and not right["alternatives"]
        else:
            assert right["status"] == "open"
            assert right["settle"]["question"] in {question.id for question in RULES.base.questions}
            best, worst = right["alternatives"]
            assert best["status"] != worst["status"]


@given(answers())
@settings(max_examples=60, deadline=None)
def test_the_same_request_gives_the_same_response(known: dict[str, str]) -> None:
    assert ask(known) == ask(dict(reversed(known.items())))


def test_certain_although_unknown() -> None:
    """A four-year, resident or treaty card decide alike: the answer is the same without knowing which."""
    known = {
        "document": "api",
        "fin_document": "en_cours",
        "decision": "aucune",
        "expiration": "moins_de_3_mois",
        "nature": "renouvellement",
        "titre": "?",
        "depuis_depot": "moins_de_90_jours",
    }
    stay = ask(known)["rights"][0]
    assert (stay["status"], stay["certain"]) == ("kept", True)
    assert "titre" not in {item["question"] for item in stay["deciding"]}


def test_the_end_is_computed_and_shown_step_by_step() -> None:
    response = ask(
        {
            "document": "confirmation_depot",
            "decision": "aucune",
            "nature": "renouvellement",
            "titre": "resident",
            "voie": "anef",
            "depose": "oui",
        },
        dates={"expiration": "2026-10-24", "depot": "2026-08-20"},
    )
    until = response["rights"][0]["until"]
    assert until["date"] == "2027-01-24"
    assert until["steps"] == ["24\u00a0octobre\u00a02026 + 3\u00a0mois = 24\u00a0janvier\u00a02027"]


def test_no_text_refuses_a_right() -> None:
    """The fallback is “non établi”; the rule base never tells a person that they have no right."""
    for right in RULES.base.rights:
        for case in (*right.cases, right.otherwise):
            said = " ".join((case.headline, case.because, *(caution.text for caution in case.cautions))).lower()
            assert "pas le droit" not in said
            assert "perdu" not in said
