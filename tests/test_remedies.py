"""The ladder: what is open to whom, its order, its switch at the implicit refusal, its deadlines and its sources."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from checker.applying import NO, YES, verdict
from checker.compiled import SITUATION
from checker.engine.compilation import compile_over
from checker.engine.conditions import holds
from checker.engine.graph import CONFLICT, Leaf
from checker.remedies import ladder, tables
from checker.rules.sources import SOURCES
from tests.ten_situations import SITUATIONS
from tests.wiring import RULES, combinations, reading

MILD = ["preuves", "organisme_social"]
ANEF = ["centre_de_contact", "point_d_accueil_numerique"]
AFTER = ["defenseur_des_droits", "cada", "motifs", "recours_refus_implicite", "suspension"]

# In order: everything that is certain for each of the ten situations.
EXPECTED = {
    "A03": [*MILD, *ANEF, "lettre_prefet", *AFTER, "refere_liberte", "aide_juridictionnelle", "indemnisation"],
    "B01": [*MILD, *ANEF, "lettre_prefet", *AFTER, "refere_liberte", "aide_juridictionnelle", "indemnisation"],
    "C01": [
        "preuves", "employeur", "organisme_social", *ANEF, "lettre_prefet", *AFTER, "aide_juridictionnelle",
        "indemnisation",
    ],
    "D03": [
        *MILD, *ANEF, "lettre_prefet", "defenseur_des_droits", "mesures_utiles", "refere_liberte",
        "aide_juridictionnelle", "indemnisation",
    ],
    "E02": [
        "preuves", *ANEF, "solution_substitution", "defenseur_des_droits", "mesures_utiles", "aide_juridictionnelle",
    ],
    "E04": [
        *MILD, *ANEF, "solution_substitution", "defenseur_des_droits", "cada", "contester_la_cloture",
        "aide_juridictionnelle", "indemnisation",
    ],
    "F01": [*MILD, "lettre_prefet_recepisse", *AFTER, "refere_liberte", "aide_juridictionnelle", "indemnisation"],
    "G03": [
        "preuves", "employeur", "organisme_social", *ANEF, "lettre_prefet", *AFTER, "aide_juridictionnelle",
        "indemnisation",
    ],
    "I01": [
        "preuves", "employeur", "organisme_social", *ANEF, "lettre_prefet", *AFTER, "aide_juridictionnelle",
        "indemnisation",
    ],
}  # fmt: skip


def steps(**request: Any) -> dict[str, dict[str, Any]]:
    return {entry["id"]: entry for entry in ladder(RULES, reading(**request))}


@pytest.mark.parametrize("known", [case for case in SITUATIONS if case.id in EXPECTED], ids=lambda case: case.id)
def test_the_ladder_of_the_situations(known: Any) -> None:
    found = steps(dates=known.dates, **known.answers)
    assert [entry["id"] for entry in found.values() if entry["certain"]] == EXPECTED[known.id]


def test_only_what_the_missing_answer_leaves_open_is_uncertain() -> None:
    """H03 does not know the way: what depends on it is listed, and said to be uncertain."""
    h03 = next(case for case in SITUATIONS if case.id == "H03")
    found = steps(dates=h03.dates, **{**h03.answers, "document": "aucun"})
    doubtful = {entry["id"] for entry in found.values() if not entry["certain"]}
    assert {"lettre_prefet", "lettre_prefet_recepisse", *ANEF} <= doubtful
    assert found["mesures_utiles"]["certain"]


def test_the_shape_of_a_remedy() -> None:
    known = SITUATIONS[9]
    found = steps(dates=known.dates, **known.answers)["motifs"]
    assert list(found) == [
        "id", "title", "text", "certain", "deadline", "cost", "letter", "page", "warnings", "sources",
    ]  # fmt: skip
    assert found["deadline"] == {
        "title": "Dernier jour pour contester le refus implicite au tribunal, et pour en demander les motifs",
        "date": "2027-01-17",
        "words": "17\u00a0janvier\u00a02027",
    }
    assert (found["letter"], found["certain"]) == ("motifs", True)


def test_without_dates_a_deadline_is_named_without_a_day() -> None:
    known = SITUATIONS[9]
    found = steps(**known.answers, depuis_depot="plus_de_4_mois", fin_document="en_cours", expiration="moins_de_3_mois")
    deadline = found["recours_refus_implicite"]["deadline"]
    assert deadline["date"] is None and deadline["words"] is None and deadline["title"]


def test_a_written_refusal_has_its_own_appeal_and_no_date_of_the_implicit_one() -> None:
    known = SITUATIONS[0]
    found = steps(dates=known.dates, **{**known.answers, "dossier": "refus"})
    assert {"recours_refus_ecrit", "suspension"} <= set(found)
    assert not {"motifs", "recours_refus_implicite", "mesures_utiles"} & set(found)
    assert found["suspension"]["deadline"] is None


@pytest.mark.parametrize("answers", [{"document": "oqtf"}, {"document": "asile"}, {"nature": "regularisation"}])
def test_nothing_out_of_scope(answers: dict[str, str]) -> None:
    assert ladder(RULES, reading(**answers)) == []


@pytest.mark.parametrize(("today", "way"), [("2027-03-19", "mesures_utiles"), ("2027-03-20", "suspension")])
def test_the_switch_on_the_day_the_refusal_may_be_born(today: str, way: str) -> None:
    known = next(case for case in SITUATIONS if case.id == "D03")
    found = steps(today=today, dates={"expiration": "2027-03-15", "depot": "2026-11-20"}, **known.answers)
    assert {"mesures_utiles", "suspension"} & set(found) == {way}
    said = " ".join(found[way]["warnings"])
    assert "seul tribunal" in said
    lyon = next(source for source in found[way]["sources"] if source["id"] == "ta-lyon-2411057")
    assert lyon["confidence"] == "medium"


def test_the_two_ways_to_the_judge_never_stand_together() -> None:
    """For every consistent combination of answers, not a sample: no leaf of the joint graph holds both."""
    rows = [(entry.id, entry.when) for entry in RULES.base.remedies if entry.id in {"mesures_utiles", "suspension"}]
    joint = compile_over(RULES.graphs[SITUATION], SITUATION, rows, RULES.base.questions)
    reached = {node.label for node in joint.nodes if isinstance(node, Leaf)}
    assert CONFLICT not in reached
    assert {"mesures_utiles", "suspension"} <= reached


def test_no_attestation_is_claimed_outside_the_anef() -> None:
    known = next(case for case in SITUATIONS if case.id == "F01")
    found = steps(dates=known.dates, **known.answers)
    assert not {"lettre_prefet", *ANEF} & set(found)
    assert "attestation de prolongation" not in found["lettre_prefet_recepisse"]["text"]
    assert "ceseda-r431-15-1-api" not in {source["id"] for source in found["lettre_prefet_recepisse"]["sources"]}


def test_the_graphs_decide_like_the_conditions() -> None:
    seen: dict[str, set[str]] = {name: set() for name in tables(RULES.base)}
    for answers in combinations(1500, seed=5):
        for name, rows in tables(RULES.base).items():
            (expected,) = [label for label, condition in rows if holds(condition, answers)]
            assert verdict(RULES, answers, name) == {expected}, (name, answers)
            seen[name].add(expected)
    assert all(found == {YES, NO} for found in seen.values()), seen


def test_the_ladder_is_in_order_and_certain_steps_stay() -> None:
    """Whatever is left out of the answers: the order is that of the ranks, and what was certain is still so."""
    rank = {entry.id: entry.rank for entry in RULES.base.remedies}
    assert len(set(rank.values())) == len(rank)
    for answers in combinations(40, seed=8):
        del answers["situation"]
        full = {entry["id"] for entry in ladder(RULES, reading(**answers))}
        for left_out in ("titre", "depuis_depot", "voie"):
            partial = ladder(RULES, reading(**{**answers, left_out: "?"}))
            names = [entry["id"] for entry in partial]
            assert names == sorted(names, key=lambda name: rank[name])
            assert full <= set(names)
            assert {entry["id"] for entry in partial if entry["certain"]} <= full


def test_every_remedy_is_sourced_explained_and_says_its_cost(root: Path) -> None:
    deadlines = {entry.id for entry in RULES.base.deadlines}
    for remedy in RULES.base.remedies:
        assert remedy.sources and remedy.cost, remedy.id
        cautions = [source for caution in remedy.cautions for source in caution.sources]
        for source in (*remedy.sources, *cautions):
            assert source.id in SOURCES and source.confidence != "low"
        assert remedy.deadline is None or remedy.deadline in deadlines
        page, anchor = remedy.page.split("#")
        text = (root / "docs" / "fr" / page.replace(".html", ".md")).read_text(encoding="utf-8")
        assert re.search(rf"\{{#{re.escape(anchor)}\}}", text), remedy.page


def test_the_seven_letters_each_have_their_step() -> None:
    assert {entry.letter for entry in RULES.base.remedies if entry.letter} == {
        "blocage_substitution", "defenseur_des_droits", "employeur", "motifs", "organisme_social", "prefet_api",
        "refere_mesures_utiles",
    }  # fmt: skip


def test_nothing_is_promised_and_no_right_is_denied() -> None:
    for remedy in RULES.base.remedies:
        said = " ".join([remedy.text, *(caution.text for caution in remedy.cautions)]).lower()
        assert "vous n’avez pas le droit" not in said
        assert "vous gagnerez" not in said and "vous obtiendrez" not in said
