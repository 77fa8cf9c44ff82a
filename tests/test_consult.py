"""What a response promises: never a favourable answer that rests on an unknown; every statement has its source."""

from __future__ import annotations

import random
import re
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from checker.compiled import SITUATION, compiled
from checker.consult import consult
from checker.engine.evaluation import labels, start
from checker.rules.sources import SOURCES
from tests.drawing import answers

RULES = compiled()
TODAY = "2026-11-23"


def ask(known: dict[str, str], **more: Any) -> dict[str, Any]:
    return consult({"today": TODAY, "answers": known, **more})


def completed(known: dict[str, str], dice: random.Random) -> dict[str, str]:
    """One complete set of answers that agrees with ``known`` and contradicts nothing, drawn at random."""
    graph = RULES.graphs[SITUATION]
    full = dict(known)
    questions = [question for question in RULES.base.questions if question.id not in known]
    dice.shuffle(questions)
    for question in questions:
        options = [option.id for option in question.options]
        dice.shuffle(options)
        full[question.id] = next(
            option for option in options if labels(graph, start(graph), {**full, question.id: option})
        )
    return full


@given(answers(), st.sets(st.sampled_from([question.id for question in RULES.base.questions])), st.randoms())
@settings(max_examples=60)
def test_a_status_is_said_only_when_every_completion_agrees(
    known: dict[str, str], unknown: set[str], dice: random.Random
) -> None:
    """No outcome, favourable or not, rests on an unknown: every way to complete the answers gives the same."""
    known = {name: value for name, value in known.items() if name not in unknown}
    response = consult({"today": TODAY, "answers": {**known, **dict.fromkeys(unknown, "?")}})
    if response["errors"]:
        return
    assert not set(response["relevant"]) & (set(known) | unknown)
    said = {right["id"]: right for right in response["rights"]}
    for _ in range(4):
        for right in ask(completed(known, dice))["rights"]:
            before = said.get(right["id"])
            assert right["certain"]
            if before is not None and before["certain"]:
                assert right["status"] == before["status"], right["id"]


@given(answers())
@settings(max_examples=60)
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
@settings(max_examples=60)
def test_nothing_holds_past_the_last_day_of_the_edition(known: dict[str, str]) -> None:
    """Nor what another answer, or a step of the ladder, would give; the former status is kept in words."""
    fresh, old = ask(known, expires=TODAY), ask(known, expires="2026-11-22")
    for before, after in zip(fresh["rights"], old["rights"], strict=True):
        assert after["status"] == ("to_verify" if before["certain"] else "open")
        assert after["before"] == ((before["before"] or before["status"]) if before["certain"] else None)
        others = [*after["alternatives"], *([{"status": after["lever"]["to"]}] if after["lever"] else [])]
        assert {other["status"] for other in others} <= {"to_verify"}
        assert after["headline"] == before["headline"]


@given(answers())
@settings(max_examples=60)
def test_the_same_request_gives_the_same_response(known: dict[str, str]) -> None:
    assert ask(known) == ask(dict(reversed(known.items())))


def test_certain_although_unknown() -> None:
    """A four-year, resident or treaty card decide alike: the answer is the same without knowing which."""
    known = {
        "document": "api",
        "fin_document": "en_cours",
        "dossier": "en_cours",
        "expiration": "moins_de_3_mois",
        "nature": "renouvellement",
        "titre": "?",
        "depuis_depot": "moins_de_60_jours",
    }
    stay = ask(known)["rights"][0]
    assert (stay["status"], stay["certain"]) == ("kept", True), stay
    assert "titre" not in {item["question"] for item in stay["deciding"]}


def test_the_end_is_computed_and_shown_step_by_step() -> None:
    response = ask(
        {
            "document": "confirmation_depot",
            "dossier": "en_cours",
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


def test_a_week_is_no_date() -> None:
    """Python's own reader of dates takes it; the page, and the documentation, do not."""
    assert [error["field"] for error in consult({"today": "2026-W48-1"})["errors"]] == ["today"]
    assert [error["field"] for error in ask({}, dates={"depot": "2026-W40-1"})["errors"]] == ["depot"]


def test_no_text_refuses_a_right() -> None:
    """The fallback is “non établi”; the rule base never tells a person that they have no right."""
    for right in RULES.base.rights:
        for case in (*right.cases, right.otherwise):
            said = " ".join((case.headline, case.because, *(caution.text for caution in case.cautions))).lower()
            assert "pas le droit" not in said
            assert not re.search(r"(perdu|perdez) (\w+ ){0,2}droits?\b", said)
