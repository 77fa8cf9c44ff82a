"""The first sentence: calm, never greener than the rights it speaks of, and exact about the day."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.consult import consult
from checker.first_sentence import SEVERITY, first_sentence
from checker.rules.base import BASE
from checker.rules.phrases import PHRASES, STATUTS

IN_ORDER = {
    "document": "api", "dossier": "en_cours", "nature": "renouvellement", "titre": "pluriannuelle_4_ans",
    "voie": "anef", "depose": "oui", "depot_anef": "a_temps", "travail_permis": "oui", "territoire": "metropole",
}  # fmt: skip


def right(id: str, status: str, until: str | None = None) -> dict[str, Any]:
    return {"id": id, "status": status, "until": until and {"text": until}}


@pytest.mark.parametrize(("work", "stay"), list(itertools.product(SEVERITY, SEVERITY)))
def test_it_is_as_weak_as_the_weaker_right(work: str, stay: str) -> None:
    found = first_sentence([right("sejour", stay), right("travail", work)], PHRASES)
    if work == stay == "open":
        assert found is None
        return
    assert found and found["status"] == max(work, stay, key=SEVERITY.index)
    assert found["text"].startswith("Oui") == (work == "kept" and stay != "to_verify")
    assert "{" not in found["text"]


def test_every_status_has_its_rank() -> None:
    assert set(SEVERITY) == set(STATUTS)


def test_the_day_is_said() -> None:
    request = {
        "answers": IN_ORDER,
        "dates": {"expiration": "2026-11-01", "fin_document": "2027-06-12", "depot": "2026-08-10"},
        "today": "2026-11-23",
    }
    response = consult(request)
    assert response["errors"] == []
    text = response["summary"]["text"].replace("\u00a0", " ")
    assert text == "Oui, vous pouvez travailler jusqu’au 12 juin 2027. Votre séjour est régulier jusqu’au 12 juin 2027."
    old = consult(request | {"expires": "2026-11-01"})["summary"]
    assert old["status"] == "to_verify" and "Oui" not in old["text"]


def test_nothing_is_said_before_an_answer_or_outside_the_scope() -> None:
    assert consult({"today": "2026-11-23"})["summary"] is None
    assert consult({"today": "2026-11-23", "answers": {"document": "oqtf"}})["summary"] is None
    assert consult({"today": "never"})["summary"] is None


@settings(max_examples=60)
@given(st.fixed_dictionaries({}, optional={q.id: st.sampled_from([o.id for o in q.options]) for q in BASE.questions}))
def test_it_agrees_with_the_rights(answers: dict[str, str]) -> None:
    response = consult({"answers": answers, "today": "2026-11-23"})
    rights = {entry["id"]: entry["status"] for entry in response["rights"]}
    if not rights or rights["sejour"] == rights["travail"] == "open":
        assert response["summary"] is None
    else:
        assert SEVERITY.index(response["summary"]["status"]) >= SEVERITY.index(rights["travail"])
        assert SEVERITY.index(response["summary"]["status"]) >= SEVERITY.index(rights["sejour"])
