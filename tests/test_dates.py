"""The reader's dates: the ten situations, readings in doubt, the trap, the filing window, any date at all."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.applying import NO, YES, verdict
from checker.dates import six_dates, tables, trap, window
from checker.engine.calendar import shift
from checker.engine.conditions import holds
from checker.engine.deadlines import closed
from checker.reading import read
from checker.rules.delais import DELAIS
from checker.rules.phrases import PHRASES
from checker.rules.sources import SOURCES
from checker.window import WINDOWS
from tests.ten_situations import SITUATIONS, Known
from tests.wiring import RULES, TODAY, combinations, reading

EVERY_DAY_OF_TWO_YEARS = [date(2027, 1, 1) + timedelta(days=n) for n in range(365 + 366)]


def by_id(**request: Any) -> dict[str, dict[str, Any]]:
    return {entry["id"]: entry for entry in six_dates(RULES, reading(**request))}


@pytest.mark.parametrize("known", SITUATIONS, ids=lambda known: known.id)
def test_the_ten_situations(known: Known) -> None:
    found = by_id(dates=known.dates, **known.answers)
    (anef,) = window(RULES.base, date.fromisoformat(known.dates["expiration"]), "anef")["windows"]
    assert (anef["start"]["date"], anef["end"]["date"]) == known.window
    if known.answers.get("voie") != "guichet":
        assert (found["fenetre_debut"]["date"], found["fenetre_fin"]["date"]) == known.window
    assert found["fin_du_titre"]["date"] == known.dates["expiration"]
    assert found["six_mois"]["date"] == known.six_months
    expected = {
        "refus_implicite": known.refusal,
        "recours": known.appeal,
        "trois_mois": known.three_months,
        "fin_du_document": known.dates.get("fin_document"),
    }
    for name, day in expected.items():
        assert (found[name]["date"] if name in found else None) == day, name


def test_the_shape_of_a_date() -> None:
    a03 = SITUATIONS[0]
    found = by_id(dates=a03.dates, **a03.answers)["recours"]
    assert found | {"note": None, "sources": []} == {
        "id": "recours",
        "title": "Dernier jour pour contester le refus implicite au tribunal, et pour en demander les motifs",
        "date": "2026-11-02",
        "words": "2\u00a0novembre\u00a02026",
        "steps": [
            "Délai général de quatre mois\u00a0: 2\u00a0mai\u00a02026 + 4\u00a0mois = 2\u00a0septembre\u00a02026",
            "Deux mois à partir du jour où le refus est né\u00a0: 2\u00a0septembre\u00a02026 + 2\u00a0mois = "
            "2\u00a0novembre\u00a02026",
        ],
        "note": None,
        "others": [],
        "past": True,
        "sources": [],
    }
    said = {source["id"] for source in found["sources"]}
    assert said >= {"cja-r421-2", "ceseda-r432-2", "crpa-l112-12", "cja-r421-5"}
    assert "auprès d’un avocat ou d’une association" in found["note"]


TITLES = [option.id for question in RULES.base.questions if question.id == "titre" for option in question.options]


STUDENT = SITUATIONS[5].answers | {"dossier": "en_cours"}
FILED = {"expiration": "2027-03-15", "depot": "2026-11-20"}


@pytest.mark.parametrize(
    ("titre", "given_day", "others"),
    [
        ("temporaire", "2027-03-20", []),
        ("etudiant", "2027-02-18", ["2027-03-20"]),
        ("saisonnier", "2027-02-18", ["2027-03-20"]),
        ("talent_carte_bleue", "2027-02-18", ["2027-03-20"]),
        ("talent_chercheur", "2027-01-19", ["2027-03-20"]),
        (None, "2027-01-19", ["2027-02-18", "2027-02-18", "2027-03-20"]),
    ],
)
def test_the_nearest_reading_is_given_and_the_others_named(
    titre: str | None, given_day: str, others: list[str]
) -> None:
    answers = {**STUDENT, "titre": titre} if titre else {k: v for k, v in STUDENT.items() if k != "titre"}
    found = by_id(dates=FILED, **answers)["refus_implicite"]
    assert found["date"] == given_day
    assert [other["date"] for other in found["others"]] == others
    assert all("mois" in other["text"] or "jours" in other["text"] for other in found["others"])
    assert (PHRASES["la_plus_proche"] in found["note"]) == (titre is None)


def test_overseas_the_longer_reading_is_named_not_given() -> None:
    here = by_id(dates=FILED, **{**STUDENT, "titre": "temporaire"})["recours"]
    there = by_id(dates=FILED, **{**STUDENT, "titre": "temporaire", "territoire": "outre_mer"})["recours"]
    assert here["date"] == there["date"] == "2027-05-20"
    assert here["others"] == []
    assert [other["date"] for other in there["others"]] == ["2027-06-20"]
    assert "ne comptez pas" in there["others"][0]["text"]
    assert "étranger" in here["note"]


def test_both_ways_to_file_are_given_while_the_way_is_not_known() -> None:
    found = by_id(dates={"expiration": "2027-04-30"}, nature="renouvellement", titre="temporaire")
    assert found["fenetre_debut"]["date"] == "2026-12-31"
    assert [other["date"] for other in found["fenetre_debut"]["others"]] == ["2027-02-28"]
    assert found["fenetre_fin"]["date"] == "2027-03-01"
    assert [other["date"] for other in found["fenetre_fin"]["others"]] == ["2027-04-30"]
    counter = by_id(dates={"expiration": "2027-04-30"}, nature="renouvellement", titre="temporaire", voie="guichet")
    assert (counter["fenetre_debut"]["date"], counter["fenetre_fin"]["date"]) == ("2027-02-28", "2027-04-30")
    assert any("ce mois est plus court" in step for step in counter["fenetre_debut"]["steps"])


@pytest.mark.parametrize(
    ("filed", "appeal", "why"),
    [
        ("2026-11-21", "2027-05-21", None),
        ("2026-11-06", "2027-05-06", "férié (Ascension)"),
        ("2026-11-22", "2027-05-22", "un samedi"),
        ("2026-11-23", "2027-05-23", "un dimanche"),
        ("2026-08-31", "2027-02-28", "un dimanche"),
    ],
)
def test_a_closed_last_day_is_said_and_kept(filed: str, appeal: str, why: str | None) -> None:
    found = by_id(dates={"expiration": "2026-12-20", "depot": filed}, **{**STUDENT, "titre": "temporaire"})["recours"]
    assert found["date"] == appeal
    assert ("déposez avant" in found["note"]) == (why is not None)
    assert why is None or f"Ce jour est {why}" in found["note"].replace("\u00a0", " ")


def test_reasons_are_counted_from_today_once_a_refusal_may_be_born() -> None:
    i01, d03 = SITUATIONS[9], SITUATIONS[3]
    assert by_id(dates=i01.dates, **i01.answers)["motifs"]["date"] == "2026-12-23"
    assert "motifs" not in by_id(dates=d03.dates, **d03.answers)


def test_a_date_that_may_not_concern_the_reader_says_so() -> None:
    found = by_id(dates=FILED)
    assert PHRASES["concerne_peut_etre"] in found["trois_mois"]["note"]
    assert PHRASES["concerne_peut_etre"] in found["refus_implicite"]["note"]
    assert PHRASES["concerne_peut_etre"] not in found["six_mois"]["title"]


@pytest.mark.parametrize(
    "answers",
    [
        {"document": "oqtf"},
        {"nature": "regularisation"},
        {"dossier": "refus", "depose": "oui"},
        {"document": "adf"},
        {"titre": "ue_famille"},
        {"depose": "non"},
    ],
)
def test_no_implicit_refusal_where_the_rules_know_none(answers: dict[str, str]) -> None:
    assert "refus_implicite" not in by_id(dates=FILED, **answers)
    assert trap(RULES, reading(dates=FILED, **answers)) is None


def test_a_long_term_resident_has_no_window_nor_six_months() -> None:
    found = by_id(dates=FILED, titre="rld_ue", nature="renouvellement", depose="oui", dossier="en_cours")
    assert not {"fenetre_debut", "fenetre_fin", "six_mois"} & set(found)
    assert "pas confirmé" in found["trois_mois"]["steps"][0]


@pytest.mark.parametrize(
    ("known", "days", "route"),
    [
        ("A03", 40, "suspension"),
        ("D03", 33, "mesures_utiles"),
        ("F01", 72, "suspension"),
        ("H03", 67, "mesures_utiles"),
        ("I01", 44, "suspension"),
    ],
)
def test_the_trap(known: str, days: int, route: str) -> None:
    case = next(case for case in SITUATIONS if case.id == known)
    found = trap(RULES, reading(dates=case.dates, **case.answers))
    assert found is not None
    assert (found["days"], found["route"]) == (days, route)
    assert PHRASES.day(date.fromisoformat(case.refusal or "")) in found["text"]
    assert "un seul tribunal" in found["route_text"]
    lyon = next(source for source in found["sources"] if source["id"] == "ta-lyon-2411057")
    assert lyon["confidence"] == "medium"


def test_the_trap_switches_on_the_very_day() -> None:
    answers = {**STUDENT, "titre": "temporaire"}
    for today, route in (("2027-03-19", "mesures_utiles"), ("2027-03-20", "suspension")):
        found = trap(RULES, reading(today, FILED, **answers))
        assert found is not None and found["route"] == route


def test_the_trap_names_the_later_reading_while_it_is_ahead() -> None:
    found = trap(RULES, reading("2027-03-01", FILED, **STUDENT))
    assert found is not None
    assert (found["days"], found["route"]) == (-25, "suspension")
    assert PHRASES.day(date(2027, 3, 20)) in found["route_text"]
    assert "avant" in found["text"]


def test_filing_in_the_window_is_refused_by_silence_0_to_63_days_after_the_title() -> None:
    """The statement of the trap, on every filing day of the window of every end of title in two years."""
    general, short = set(), set()
    for end in EVERY_DAY_OF_TWO_YEARS:
        for before in range(DELAIS["fenetre_fin"].nombre, DELAIS["fenetre_debut"].nombre + 1):
            filed = end - timedelta(days=before)
            year, month = divmod(filed.year * 12 + filed.month - 1 + 4, 12)
            for day in range(filed.day, 0, -1):
                try:
                    born = date(year, month + 1, day)
                    break
                except ValueError:
                    continue
            general.add((born - end).days)
            short.add((filed + timedelta(days=90) - end).days)
    assert (min(general), max(general)) == (0, 63)
    assert (min(short), max(short)) == (-30, 30)
    assert "de 0 à 63 jours après" in PHRASES["piege_anef"].replace("\u00a0", " ")
    assert "de 30 jours avant à 30 jours après" in PHRASES["piege_anef"].replace("\u00a0", " ")


def test_the_window_of_every_day_of_two_years() -> None:
    seen = set()
    for end in EVERY_DAY_OF_TWO_YEARS:
        anef, counter = window(RULES.base, end, None)["windows"]
        assert date.fromisoformat(anef["start"]["date"]) == end - timedelta(days=120)
        assert date.fromisoformat(anef["end"]["date"]) == end - timedelta(days=60)
        assert counter["end"]["date"] == end.isoformat()
        assert anef["silence"][1]["days"] == [-30, 30]
        assert (anef["note"] is None) == (closed(end - timedelta(days=60)) is None)
        seen.update(anef["silence"][0]["days"])
    assert (min(seen), max(seen)) == (0, 63)


def test_a_window_refuses_what_it_cannot_count() -> None:
    with pytest.raises(ValueError, match="unknown way"):
        window(RULES.base, date(2027, 1, 1), "poste")
    with pytest.raises(ValueError, match="too near"):
        window(RULES.base, date.max, None)


def test_the_window_agrees_with_the_deadlines() -> None:
    for voie, (first, last) in WINDOWS.items():
        found = by_id(dates={"expiration": "2027-04-30"}, nature="renouvellement", titre="temporaire", voie=voie)
        end = date(2027, 4, 30)
        assert found["fenetre_debut"]["date"] == shift(end, first).isoformat()
        assert found["fenetre_fin"]["date"] == shift(end, last).isoformat()


def answers() -> st.SearchStrategy[dict[str, str]]:
    return st.fixed_dictionaries(
        {},
        optional={q.id: st.sampled_from([o.id for o in q.options]) for q in RULES.base.questions if not q.dated},
    )


@given(
    answers(),
    st.dates(min_value=date(2, 1, 1)),
    st.fixed_dictionaries({}, optional={entry.id: st.integers(-7000, 7000) for entry in RULES.base.dates}),
)
@settings(max_examples=150)
def test_any_date_and_any_answers(given_answers: dict[str, str], today: date, distances: dict[str, int]) -> None:
    """Never an exception; dates in order; the given one is never after another reading of itself."""
    days = {}
    for name, distance in distances.items():
        try:
            days[name] = (today + timedelta(days=distance)).isoformat()
        except OverflowError:
            continue
    found = read(RULES.base, {"today": today.isoformat(), "answers": given_answers, "dates": days})
    entries = six_dates(RULES, found)
    assert [entry["date"] for entry in entries] == sorted(entry["date"] for entry in entries)
    for entry in entries:
        assert entry["date"] <= min([other["date"] for other in entry["others"]], default="9999-99-99")
        assert entry["past"] == (entry["date"] < today.isoformat())
        assert entry["steps"] and entry["sources"]
    trap(RULES, found)


@given(st.dates(date(2026, 1, 1), date(2030, 1, 1)), st.integers(0, 400), st.sampled_from(TITLES))
@settings(max_examples=150)
def test_the_given_day_of_the_refusal_is_that_of_the_situation(filed: date, elapsed: int, titre: str) -> None:
    """The dates and the situations draw the same line: a refusal may be born from the day that is given on."""
    today = filed + timedelta(days=elapsed)
    found = reading(
        today.isoformat(), {"depot": filed.isoformat()}, titre=titre, depose="oui", dossier="en_cours",
        nature="renouvellement", document="confirmation_depot", voie="anef",
    )  # fmt: skip
    born = next((entry["date"] for entry in six_dates(RULES, found) if entry["id"] == "refus_implicite"), None)
    may_be = verdict(RULES, found.answers, "recours.motifs") == {YES}
    assert may_be == (born is not None and born <= today.isoformat())


def test_the_graphs_decide_like_the_conditions() -> None:
    """Against the naive evaluator, on complete answers; and each condition is seen both to hold and not to."""
    seen: dict[str, set[str]] = {name: set() for name in tables(RULES.base)}
    for answers in combinations(1500, seed=3):
        for name, rows in tables(RULES.base).items():
            (expected,) = [label for label, condition in rows if holds(condition, answers)]
            assert verdict(RULES, answers, name) == {expected}, (name, answers)
            seen[name].add(expected)
    assert all(found == {YES, NO} for found in seen.values()), seen


def test_every_deadline_is_sourced_and_starts_from_something_known() -> None:
    known = {entry.id for entry in RULES.base.dates} | {"aujourd_hui"}
    for deadline in sorted(RULES.base.deadlines, key=lambda entry: entry.rank):
        assert deadline.start in known, deadline.id
        known.add(deadline.id)
        for source in (r.source for r in deadline.readings):
            assert source.id in SOURCES and source.confidence != "low"
    names = [entry.id for entry in RULES.base.deadlines]
    assert len(set(names)) == len(names)
    assert not set(names) & {entry.id for entry in RULES.base.dates}


def test_every_deadline_of_litigation_sends_to_a_lawyer() -> None:
    for deadline in RULES.base.deadlines:
        if deadline.id in {"refus_implicite", "recours", "motifs"}:
            assert any("auprès d’un avocat ou d’une association" in caution.text for caution in deadline.cautions)


def test_today_is_needed_only_as_a_mark() -> None:
    assert reading(TODAY).dates.keys() == {"aujourd_hui"}
    assert six_dates(RULES, reading(TODAY, None, titre="ue_citoyen")) == []
