"""The letters: what they claim, when they are refused, how fields are read, what comes out."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.compiled import compiled
from checker.letters import kinds, letter, letters
from checker.letters.citations import CITABLE
from checker.letters.plain import WIDTH
from checker.letters.rendering import template_source
from portal.runtime.inside.letters import PEOPLE, TYPED, request

IDS = [kind.id for kind in kinds.ALL]
HEDGES = ("selon", "je soutiens", "présentations", "selon les extraits")


def listed(asked: Any) -> dict[str, dict[str, Any]]:
    response = letters(asked)
    assert response["errors"] == []
    return {entry["id"]: entry for entry in response["letters"]}


def filled(entry: dict[str, Any], **given: str) -> dict[str, str]:
    """Every field of a letter, typed as in the record; ``given`` replaces some."""
    values = {}
    for field in entry["fields"]:
        values[field["id"]] = field["options"][0]["id"] if field["kind"] == "choice" else TYPED[field["kind"]]
    return values | {name: text for name, text in given.items() if name in values}


def written(asked: Any, name: str, **given: str) -> dict[str, Any]:
    entry = listed(asked)[name]
    return letter({"request": asked, "id": name, "fields": filled(entry, **given)})


def case(
    document: str = "confirmation_depot",
    *,
    on: str = "2026-11-23",
    dates: dict[str, str] | None = None,
    **more: str,
) -> dict[str, Any]:
    asked = request("three months")
    answers = asked["answers"] | {"document": document} | more
    return {"today": on, "answers": answers, "dates": asked["dates"] | (dates or {})}


def flat(made: dict[str, Any]) -> str:
    return " ".join(made["text"].replace("\u00a0", " ").split())


# What is claimed


def test_employer_three_months() -> None:
    made = written(case(), "employeur")
    text = flat(made)
    assert "24 janvier 2027" in text
    assert "n° 22-10.004" in text
    assert "21-12.125" not in text
    assert {"ceseda-l433-3", "soc-2023-11-29"} <= {source["id"] for source in made["sources"]}


def test_employer_attestation_ends_with_the_document() -> None:
    asked = case("api", titre="temporaire", dates={"fin_document": "2027-01-02"})
    text = flat(written(asked, "employeur"))
    assert "2 janvier 2027" in text
    assert "L. 433-3" not in text


def test_employer_overseas_attestation_claims_nothing() -> None:
    asked = case("api", titre="temporaire", territoire="outre_mer", dates={"fin_document": "2027-01-02"})
    made = written(asked, "employeur")
    assert "Je ne prétends pas" in flat(made).replace("’", "'")
    assert "reprendre mon travail" not in flat(made)
    assert made["warnings"]


def test_employer_without_document_claims_nothing() -> None:
    asked = case(titre="temporaire")
    made = written(asked, "employeur")
    assert "Je ne prétends pas" in flat(made)
    assert "les pièces jointes le prouvent" not in flat(made)
    assert not listed(asked)["employeur"]["proposed"]


@pytest.mark.parametrize(
    "change",
    [{"travail_permis": "non"}, {"dossier": "refus"}, {"dossier": "clos"}, {"travail_permis": "?"}],
)
def test_employer_blocked(change: dict[str, str]) -> None:
    entry = listed(case(**change))["employeur"]
    assert entry["blocked"]
    assert not entry["proposed"]


def test_employer_blocked_when_the_edition_is_over() -> None:
    entry = listed(case() | {"expires": "2026-11-01"})["employeur"]
    assert "vérifier" in entry["blocked"]


def test_prefect_is_bound_only_in_time() -> None:
    assert "mets en demeure" in flat(written(case(), "prefet_api"))
    late = case(dates={"depot": "2026-09-20"})
    assert "mets en demeure" not in flat(written(late, "prefet_api"))
    assert "L. 433-3" not in flat(written(late, "prefet_api"))


def test_prefect_counter_asks_for_a_recepisse() -> None:
    made = written(request("counter"), "prefet_api")
    assert "R. 431-12" in flat(made)
    assert "R. 431-15-1" not in flat(made)
    assert "ceseda-r431-15-1-api" not in {source["id"] for source in made["sources"]}


def test_blocking_letter_waits_for_the_window() -> None:
    early = case("aucun", depose="non", titre="pluriannuelle_autre")
    early["dates"] = {"expiration": "2027-09-01"}
    assert "commence le" in listed(early)["blocage_substitution"]["blocked"]
    assert listed(request("blocked"))["blocage_substitution"]["proposed"]


def test_before_and_after_the_implicit_refusal() -> None:
    """One frontier: the day before, the judge's measures; that day, the reasons."""
    before, born = case(on="2026-11-25"), case(on="2026-11-26")
    assert listed(before)["refere_mesures_utiles"]["proposed"]
    assert "26\u00a0novembre\u00a02026" in listed(before)["motifs"]["blocked"]
    assert "L. 521-1" in listed(born)["refere_mesures_utiles"]["blocked"]
    assert listed(born)["motifs"]["proposed"]
    assert "cette décision est née le 26 novembre 2026" in flat(written(born, "motifs"))


def test_short_delay_is_worded_as_possible() -> None:
    asked = case(titre="etudiant", on="2026-11-10")
    text = flat(written(asked, "motifs"))
    assert "a pu naître le 24 octobre 2026" in text
    assert "est née" not in text


def test_reasons_after_the_time_to_appeal() -> None:
    late = request("long silence")
    assert "ne me sont donc pas opposables" in flat(written(late, "motifs", accuse="aucun"))
    told = flat(written(late, "motifs", accuse="oui"))
    assert "opposables" not in told
    assert "dans le délai de recours, qui" not in told


def test_a_date_typed_with_the_letter_can_block_it() -> None:
    asked = case()
    del asked["dates"]["depot"]
    made = written(asked, "refere_mesures_utiles", depot="2026-06-25")
    assert [error["field"] for error in made["errors"]] == [""]
    assert "L. 521-1" in made["errors"][0]["message"]
    assert made["text"] == made["odt"] == ""


def test_a_day_typed_with_a_letter_is_not_taken_for_an_option() -> None:
    """Questions answered in words: the letter asks for the day, under the name of the question that it answers."""
    asked = case("api", fin_document="en_cours", expiration="?") | {"dates": {}}
    entry = listed(asked)["organisme_social"]
    assert {"fin_document", "expiration"} <= {field["id"] for field in entry["fields"] if field["kind"] == "date"}
    made = written(asked, entry["id"], fin_document="2027-01-15", expiration="2026-10-24", depot="2026-07-26")
    assert made["errors"] == []
    assert "15 janvier 2027" in flat(made)


def test_health_letter_gives_six_months() -> None:
    made = written(case(), "organisme_social", organisme="cpam")
    assert "24 avril 2027" in flat(made)
    assert "un an" not in flat(made)


def test_out_of_scope_blocks_every_letter() -> None:
    assert all(entry["blocked"] and not entry["proposed"] for entry in listed(request("out of scope")).values())


# Sources


def texts() -> list[tuple[str, str]]:
    both = [(name, lang) for name in IDS for lang in ("fr", "en", "ar")]
    return [(f"{name}/{lang}", template_source(lang, f"{name}.j2") or "") for name, lang in both]


def test_cited_sources_exist_and_none_is_low() -> None:
    for where, source in texts():
        cited = re.findall(r'(?:ref|extrait)\("([^"]+)"', source)
        assert cited, where
        for name in cited:
            assert CITABLE[name].confidence in {"high", "medium"}, (where, name)


def test_medium_sources_are_worded_as_such() -> None:
    """A source that is to be confirmed is introduced by words that say so, in the same sentence."""
    for name in IDS:
        source = template_source("fr", f"{name}.j2") or ""
        for match in re.finditer(r'ref\("([^"]+)", "([^"]+)"\)', source):
            if CITABLE[match[1]].confidence == "medium":
                before = source[: match.start()].rsplit(". ", 1)[-1].rsplit("\n", 1)[-1]
                sentence = (before + match[2]).lower()
                assert any(hedge in sentence for hedge in HEDGES), (name, match[1])


def test_articles_are_cited_through_a_source() -> None:
    """No number of an article stands outside a reference: the list of sources would lack it."""
    for where, source in texts():
        bare = re.sub(r'ref\("[^"]+", "[^"]+"\)', "", source)
        found = set(re.findall(r"[LRD]\.\*? ?\d[\d-]*", bare))
        allowed = {"L. 521-3"} if where.startswith("refere_mesures_utiles") else set()
        assert found <= allowed, (where, found)


def test_letters_and_remedies_name_each_other() -> None:
    """A letter under the wrong name would be offered at no step, in silence."""
    offered = {(kind.id, remedy) for kind in kinds.ALL for remedy in kind.remedies}
    assert offered == {(remedy.letter, remedy.id) for remedy in compiled().base.remedies if remedy.letter}
    assert {kind.id for kind in kinds.ALL} == {letter for letter, _ in offered}, "a letter that no remedy proposes"


def test_every_letter_has_sources() -> None:
    for person in PEOPLE:
        for name, entry in listed(request(person)).items():
            if not entry["blocked"]:
                made = written(request(person), name)
                assert made["errors"] == [], (person, name, made["errors"])
                told = name == "employeur" and "Je ne prétends pas" in made["text"]
                assert made["sources"] or told or name in {"defenseur_des_droits", "organisme_social"}


# Fields


def test_minimal_letter_leaves_dots() -> None:
    asked = case()
    for name, entry in listed(asked).items():
        required = {field["id"] for field in entry["fields"] if field["required"]}
        if entry["blocked"]:
            continue
        values = {key: value for key, value in filled(entry).items() if key in required}
        made = letter({"request": asked, "id": name, "fields": values})
        assert made["errors"] == []
        assert "…" in made["text"]
        assert "None" not in made["text"]
        assert made["companion"] is None


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("courriel", "pas une adresse"),
        ("courriel", "a@b"),
        ("naissance", "2031-01-01"),
        ("naissance", "1800-01-01"),
        ("naissance", "1/2/1990"),
        ("delai", "demain"),
        ("nom", "x" * 121),
        ("effets", "x" * 1501),
        ("nom", "x" * 100000),
    ],
)
def test_wrong_field_is_named(field: str, text: str) -> None:
    made = written(case(), "prefet_api", **{field: text})
    assert [error["field"] for error in made["errors"]] == [field]
    assert made["errors"][0]["message"]


def test_missing_required_field_is_named() -> None:
    made = written(request("blocked"), "blocage_substitution", essais="  \n ")
    assert [error["field"] for error in made["errors"]] == ["essais"]


@pytest.mark.parametrize(
    "argument",
    [None, [], 3, {}, {"id": "motifs"}, {"id": ["x"], "request": {}}, {"id": "motifs", "request": case(), "fields": []},
     {"id": "motifs", "request": case() | {"dates": 3}, "fields": {}},
     {"id": "prefet_api", "request": case(), "fields": {"nom": 3}},
     {"id": "prefet_api", "request": case(), "fields": {"inconnu": "x"}}],
)  # fmt: skip
def test_bad_input_is_an_error_not_an_exception(argument: Any) -> None:
    made = letter(argument)
    assert made["errors"]
    assert made["text"] == ""


ODD = st.text(alphabet=st.characters(), max_size=60) | st.sampled_from(
    [
        "{{ 7*7 }}",
        "{% for x in (1,) %}",
        "</text:p>",
        "@subject x",
        "- x",
        "\u202eabc",
        "عائشة",
        "a\r\nb",
        "\ue000x\ue001",
        "\x00",
    ]
)


@settings(max_examples=60)
@given(name=ODD, effects=ODD)
def test_values_are_data(name: str, effects: str) -> None:
    """No value changes the blocks of the letter, nor is read as a template."""
    asked = case()
    plain = written(asked, "prefet_api", nom="Awa", effets="Un effet")
    made = written(asked, "prefet_api", nom=f"A{name}", effets=f"B {effects}")
    assert made["errors"] == []
    assert [block["kind"] for block in made["blocks"]] == [block["kind"] for block in plain["blocks"]]
    if name == "{{ 7*7 }}":
        assert "A{{ 7*7 }}" in made["text"]
    assert not set("\x00\u202e\ue000\ue001") & set(made["text"])


# Plain text


def test_plain_text_is_wrapped_with_crlf() -> None:
    made = written(case(), "refere_mesures_utiles")
    lines = made["text"].split("\r\n")
    assert "\n" not in "".join(lines)
    assert made["text"].endswith("\r\n")
    assert max(len(line) for line in lines) <= WIDTH
    assert made["file"] == "lettre"


def test_same_request_same_letter() -> None:
    assert written(case(), "motifs") == written(case(), "motifs")
    assert written(request("long silence"), "motifs") == written(request("long silence"), "motifs")
