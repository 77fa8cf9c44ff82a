"""``python -m checker``: guided questions, files of answers, results to read, errors that name their field."""

from __future__ import annotations

import io
import json
import os
import pty
import re
import select
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checker.catalogue import catalogue
from checker.compiled import compiled
from checker.consult import consult
from checker.papers import papers
from checker.rules import phrases_terminal
from checker.rules.phrases import PHRASES
from checker.terminal import edition
from checker.terminal.cli import Terminal, run
from checker.terminal.days import parse_day
from checker.terminal.files import FORMAT, LARGEST, VERSION
from checker.terminal.screen import Screen, screen_for

RULES = compiled()
TODAY = ("--today", "2026-11-23")
QUESTIONS = {question["id"]: question for question in catalogue()["questions"]}
ANSWERS = {
    "document": "api",
    "fin_document": "en_cours",
    "dossier": "en_cours",
    "expiration": "moins_de_3_mois",
    "nature": "renouvellement",
    "titre": "resident",
    "depot_anef": "a_temps",
    "depuis_depot": "moins_de_4_mois",
    "travail_permis": "oui",
}


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    errors: str


def checker(*arguments: object, typed: str = "") -> Ran:
    """The command in this process, with these lines typed."""
    out, errors = io.StringIO(), io.StringIO()
    code = run([str(argument) for argument in (*TODAY, *arguments)], Terminal(io.StringIO(typed), out, errors))
    return Ran(code, plain(out.getvalue()), plain(errors.getvalue()))


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def lines(*typed: str) -> str:
    return "".join(f"{line}\n" for line in typed)


def number(question: str, option: str) -> str:
    return str([o["id"] for o in QUESTIONS[question]["options"]].index(option) + 1)


def in_order(answers: dict[str, str], dates: dict[str, str] | None = None) -> list[str]:
    """What to type to give these answers, in the order in which the questions come; “?” for all others."""
    typed, given_so_far = [], {}
    while True:
        request = {"today": "2026-11-23", "answers": given_so_far, "dates": {}}
        relevant = consult(request)["relevant"]
        if not relevant:
            return typed
        name = relevant[0]
        given_so_far[name] = answers.get(name, "?")
        typed.append("?" if given_so_far[name] == "?" else number(name, answers[name]))


def write(path: Path, value: Any) -> Path:
    path.write_text(json.dumps(value, ensure_ascii=False), "utf-8")
    return path


# The questions.


def test_a_whole_interview() -> None:
    ran = checker(typed=lines(*in_order(ANSWERS), ""))
    assert ran.code == 0, ran.errors
    first = QUESTIONS["document"]
    assert plain(first["text"]) in ran.out
    assert "Question 1" in ran.out and "Vos réponses" in ran.out and "Le résultat" in ran.out
    response = consult({"today": "2026-11-23", "answers": {**ANSWERS}})
    one_line = " ".join(ran.out.split())
    assert " ".join(plain(response["situation"]["title"]).split()) in one_line
    for right in response["rights"]:
        for said in (right["title"], right["headline"], *right["because"], *right["warnings"], *right["show"]):
            assert " ".join(plain(said).split()) in one_line
        for source in right["sources"]:
            assert " ".join(plain(source["citation"]).split()) in one_line


def test_unknown_everywhere_ends_with_what_is_missing() -> None:
    ran = checker(typed=lines(*["?"] * 30))
    assert ran.code == 0
    assert plain(PHRASES["pas_encore"]) in ran.out
    assert "La réponse à chercher :" in ran.out
    assert "Au mieux :" in ran.out and "Au pire :" in ran.out


def test_back_changes_the_answer_before() -> None:
    straight = in_order(ANSWERS)
    wrong = number("document", "aucun")
    ran = checker(typed=lines(wrong, "<", *straight, ""))
    assert ran.code == 0
    assert after_result(ran.out) == after_result(checker(typed=lines(*straight, "")).out)
    assert plain(phrases_terminal.RIEN_AVANT) in checker(typed=lines("<")).out
    again = checker(typed=lines(*straight, "<", straight[-1], ""))
    assert again.code == 0 and after_result(again.out) == after_result(ran.out)


def after_result(text: str) -> str:
    return text.split("Le résultat", 1)[1]


@pytest.mark.parametrize("typed", ["0", "99", "oui", "-1", "1.5", "²", "", "'; drop", "1" * 5000])
def test_what_is_not_an_answer_is_asked_again(typed: str) -> None:
    out = checker(typed=lines(typed, "<")).out
    assert "Je n’ai pas compris" in out
    assert "Question 2" not in out


def test_dates_are_typed_day_month_year() -> None:
    api, ended = number("document", "api"), "3 11 2026"
    out = checker(typed=lines(api, ended)).out
    assert "Question 3" in out
    for bad in ("31 2 2026", "3 13 2026", "3 11 26", "32 1 2026"):
        wrong = checker(typed=lines(api, bad)).out
        assert "Cette date n’existe pas" in wrong and "Question 3" not in wrong


def test_two_dates_answer_a_dated_question(tmp_path: Path) -> None:
    kept = tmp_path / "a.json"
    known = ANSWERS | {"document": "confirmation_depot"}
    typed = in_order(known)
    at = asked_in_order(known).index("depot_anef")
    ran = checker("--save", kept, typed=lines(*typed[:at], "d", "24 8 2026", "31 2 2026", "1er juillet 2026"))
    assert ran.code == 130
    assert json.loads(kept.read_text("utf-8"))["dates"] in (
        {"expiration": "2026-08-24", "depot": "2026-07-01"},
        {"depot": "2026-08-24", "expiration": "2026-07-01"},
    )


def asked_in_order(answers: dict[str, str]) -> list[str]:
    names: list[str] = []
    given_so_far: dict[str, str] = {}
    while relevant := consult({"today": "2026-11-23", "answers": given_so_far})["relevant"]:
        names.append(relevant[0])
        given_so_far[relevant[0]] = answers.get(relevant[0], "?")
    return names


def test_a_contradiction_is_said_and_asked_again() -> None:
    typed = [number("document", "api"), "?", number("dossier", "en_cours"), number("expiration", "sans_titre")]
    out = checker(typed=lines(*typed, number("nature", "renouvellement"))).out
    assert plain(PHRASES["contradiction"]) in " ".join(out.split())
    assert out.count(plain(QUESTIONS["nature"]["text"])) >= 2


def test_out_of_scope_stops_at_once() -> None:
    ran = checker(typed=lines(number("document", "oqtf")))
    assert ran.code == 0
    assert "Question 2" not in ran.out
    assert "À faire :" in ran.out and "Attention :" in ran.out


# Files, JSON and the other options.


def test_a_file_gives_the_same_result_as_the_questions(tmp_path: Path) -> None:
    asked = checker(typed=lines(*in_order(ANSWERS), "")).out
    read = checker("--answers", write(tmp_path / "a.json", {"answers": ANSWERS, "dates": {}})).out
    unknown = {name: "?" for name in asked_in_order(ANSWERS) if name not in ANSWERS}
    full = checker("--answers", write(tmp_path / "b.json", {"answers": ANSWERS | unknown})).out
    assert after_result(read).strip()
    assert after_result(full) == after_result(asked)


def test_json_is_the_response(tmp_path: Path) -> None:
    path = write(tmp_path / "a.json", {"answers": ANSWERS, "dates": {}})
    ran = checker("--answers", path, "--json")
    expires = edition.edition()
    assert expires is not None
    expected = consult({"today": "2026-11-23", "answers": ANSWERS, "expires": expires.expires.isoformat()})
    assert (ran.code, ran.errors) == (0, "")
    assert ran.out == plain(json.dumps(expected, ensure_ascii=False, indent=2) + "\n")


def test_json_after_questions_is_alone_on_the_output() -> None:
    ran = checker("--json", typed=lines(*in_order(ANSWERS), ""))
    assert json.loads(ran.out)["errors"] == []
    assert "Question 1" in ran.errors


def test_a_past_day(tmp_path: Path) -> None:
    path = write(tmp_path / "a.json", {"answers": {}, "dates": {"expiration": "2026-10-01"}})
    then = json.loads(checker("--answers", path, "--json", "--on", "2026-09-30").out)
    now = json.loads(checker("--answers", path, "--json").out)
    assert (then["today"], now["today"]) == ("2026-09-30", "2026-11-23")
    assert "Jour examiné : 30 septembre 2026." in checker("--answers", path, "--on", "30 9 2026").out
    later = checker("--answers", path, "--on", "2027-01-01")
    assert later.code == 1 and "on : " in later.errors


def test_past_the_edition_every_outcome_is_to_verify(tmp_path: Path) -> None:
    path = write(tmp_path / "a.json", {"answers": ANSWERS})
    found = edition.edition()
    assert found is not None
    late = checker("--answers", path, "--today", date(found.expires.year + 1, 1, 1))
    assert late.code == 0
    assert "À vérifier" in late.out and "Notre réponse était" in late.out
    assert "À vérifier" not in checker("--answers", path).out


def test_saved_answers_are_private_and_read_back(tmp_path: Path) -> None:
    kept = tmp_path / "mes réponses.json"
    kept.write_text("old", "utf-8")
    kept.chmod(0o644)
    ran = checker("--save", kept, typed=lines(*in_order(ANSWERS), ""))
    assert ran.code == 0
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    saved = json.loads(kept.read_text("utf-8"))
    assert list(saved) == ["format", "version", "edition", "answers", "dates"]
    known = edition.edition()
    assert (saved["format"], saved["version"]) == (FORMAT, VERSION) and known and saved["edition"] == known.number
    assert {name: value for name, value in saved["answers"].items() if value != "?"}.items() <= ANSWERS.items()
    assert after_result(checker("--answers", kept).out) == after_result(ran.out).split("Vos réponses sont gardées")[0]
    assert [entry.name for entry in tmp_path.iterdir()] == [kept.name]


def test_a_file_of_the_page_is_opened_and_its_day_examined(tmp_path: Path) -> None:
    """``--on`` wins over the day of the file, which is kept when the answers are saved again."""
    value = {"format": FORMAT, "version": 1, "edition": "1", "answers": {}, "dates": {"expiration": "2026-10-01"}}
    path = write(tmp_path / "a.json", value | {"on": "2026-09-30"})
    assert json.loads(checker("--answers", path, "--json").out)["today"] == "2026-09-30"
    assert json.loads(checker("--answers", path, "--json", "--on", "2026-09-15").out)["today"] == "2026-09-15"
    again = tmp_path / "b.json"
    assert checker("--answers", path, "--save", again).code == 0
    assert json.loads(again.read_text("utf-8")) == value | {"on": "2026-09-30"}
    for wrong in ("2027-01-01", "hier", 3, ["2026-09-30"]):
        ran = checker("--answers", write(tmp_path / "c.json", value | {"on": wrong}))
        assert ran.code == 1 and "on : " in ran.errors


DATES = {"expiration": "2026-10-05", "depot": "2026-07-20", "fin_document": "2026-12-31"}


def test_reminders(tmp_path: Path) -> None:
    path, target = write(tmp_path / "a.json", {"answers": {"document": "api"}, "dates": DATES}), tmp_path / "r.ics"
    request = {"today": "2026-11-23", "answers": {"document": "api"}, "dates": DATES}
    expected = papers(request)["calendar"]
    ran = checker("--answers", path, "--reminders", target)
    assert ran.code == 0 and f"Rappels écrits dans {target} : {expected['count']}." in " ".join(ran.out.split())
    assert target.read_bytes().decode("utf-8") == expected["neutral"]
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert checker("--answers", path, "--reminders", target, "--titles", "--json").code == 0
    assert target.read_bytes().decode("utf-8") == expected["named"]


def test_without_a_date_to_come_no_reminder_is_written(tmp_path: Path) -> None:
    target = tmp_path / "r.ics"
    past = write(tmp_path / "b.json", {"answers": ANSWERS, "dates": {}})
    assert "Aucune date à venir" in checker("--answers", past, "--reminders", target).out
    dated = write(tmp_path / "a.json", {"answers": {"document": "api"}, "dates": DATES})
    assert "jour passé" in checker("--answers", dated, "--reminders", target, "--on", "2026-11-01").out
    assert not target.exists()
    assert checker("--answers", dated, "--reminders", tmp_path).code == 1
    assert checker("--titles").code == 2


def test_what_cannot_be_saved_is_said(tmp_path: Path) -> None:
    for target in (tmp_path, tmp_path / "absent" / "a.json", "/dev/null"):
        ran = checker("--save", target, typed=lines("1"))
        assert ran.code == 1
        assert str(target) in ran.errors and "ne peut pas être écrit" in ran.errors
    assert not Path("/dev/null").is_file()


def test_list_names_every_identifier() -> None:
    ran = checker("--list")
    assert ran.code == 0
    for question in QUESTIONS.values():
        assert f"{question['id']} : " in ran.out
        for option in question["options"]:
            assert re.search(rf"^  {option['id']}  ", ran.out, re.MULTILINE)
    for entry in RULES.base.dates:
        assert re.search(rf"^  {entry.id}  ", ran.out, re.MULTILINE)
    assert json.loads(checker("--list", "--json").out)["questions"]


def test_version_and_help() -> None:
    found = edition.edition()
    assert found is not None and edition.version() is not None
    shown = checker("--version")
    assert shown.code == 0
    assert f"{edition.version()}. Règles de l’édition {found.number}" in shown.out
    helped = checker("--help")
    assert helped.code == 0
    for option in ("--json", "--answers", "--on", "--today", "--lang", "--list", "--version", "--save"):
        assert option in helped.out
    assert "Codes de sortie" in helped.out


def test_a_copy_without_its_edition_says_so(tmp_path: Path) -> None:
    assert edition.edition(tmp_path) is None and edition.version(tmp_path) is None
    (tmp_path / "docs" / "_data").mkdir(parents=True)
    (tmp_path / "docs" / "_data" / "edition.yml").write_text("date: soon\nnumero: 1\nexpire_le: 2027-01-01\n")
    assert edition.edition(tmp_path) is None


# Mistakes.


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["--lang", "en"], "en"),
        (["--today", "2026-02-31"], "2026-02-31"),
        (["--today", "9999-12-31"], "9999"),
        (["--on", "hier"], "hier"),
        (["--colour"], "--colour"),
        (["fichier.json"], "fichier.json"),
        (["--answers"], "--answers"),
    ],
)
def test_a_wrong_command_gives_2(arguments: list[str], named: str) -> None:
    ran = checker(*arguments)
    assert ran.code == 2 and ran.out == ""
    assert named in ran.errors and "--help" in ran.errors
    assert len(ran.errors.strip().splitlines()) == 2


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "vide"),
        (b" \n\t", "vide"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "texte"),
        ("réponses".encode("utf-16"), "texte"),
        (b"\x00\x00", "texte"),
        (b"document: api", "JSON (ligne 1, colonne 1)"),
        (b'{"answers": {"document": "api",}}', "JSON (ligne 1"),
        (b"[]", "objet"),
        (b"null", "objet"),
        (b'"api"', "objet"),
        (b'{"answers": []}', "answers : "),
        (b'{"dates": "2026-11-23"}', "dates : "),
        (b'{"document": "api"}', "« document »"),
        (b'{"answers": {"document": "api", "document": "aucun"}}', "« document » est écrit deux fois"),
        (b"[" * 100_000, "niveaux"),
        (b"1" * 10_000, "nombres"),
        (b" " * (LARGEST + 1), "trop gros"),
        (b'{"answers": {"document": "api"}, "\\u001b[2J": {}}', "\ufffd[2J"),
        (b'{"format": "autre/chose", "answers": {}}', "pas un fichier de réponses"),
        (b'{"format": ["droits-en-attente/reponses"]}', "pas un fichier de réponses"),
        (b'{"format": "droits-en-attente/reponses", "version": 2}', "autre version (2)"),
        (b'{"format": "droits-en-attente/reponses", "version": "\\u001b[2J"}', "autre version (\ufffd[2J)"),
        (b'{"format": "droits-en-attente/reponses", "version": true}', "autre version (True)"),
    ],
)
def test_a_file_that_is_not_one_of_answers(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(content)
    ran = checker("--answers", path)
    assert ran.code == 1 and ran.out == ""
    assert str(path) in ran.errors and said in ran.errors
    assert "\x1b" not in ran.errors
    assert len(ran.errors.strip().splitlines()) == 1


def test_a_file_that_cannot_be_opened(tmp_path: Path) -> None:
    for path, said in ((tmp_path / "absent.json", "n’existe pas"), (tmp_path, "dossier"), ("/dev/zero", "trop gros")):
        ran = checker("--answers", path)
        assert ran.code == 1 and str(path) in ran.errors and said in ran.errors


@pytest.mark.parametrize(
    ("value", "field", "message"),
    [
        ({"answers": {"papier": "api"}}, "papier", PHRASES["question_inconnue"]),
        ({"answers": {"document": "carte"}}, "document", PHRASES["reponse_inconnue"]),
        ({"answers": {"document": 3}}, "document", PHRASES["reponse_inconnue"]),
        ({"answers": {"document": None}}, "document", PHRASES["reponse_inconnue"]),
        ({"answers": {"document": ["api"]}}, "document", PHRASES["reponse_inconnue"]),
        ({"dates": {"expiration": "2026-02-31"}}, "expiration", PHRASES["date_illisible"]),
        ({"dates": {"expiration": "31/02/2026"}}, "expiration", PHRASES["date_illisible"]),
        ({"dates": {"expiration": 20260228}}, "expiration", PHRASES["date_illisible"]),
        ({"dates": {"expiration": "1926-01-01"}}, "expiration", PHRASES["date_lointaine"]),
        ({"dates": {"naissance": "1990-01-01"}}, "naissance", PHRASES["date_inconnue"]),
        ({"dates": {"depot": "2026-11-24"}}, "depot", PHRASES["date_future"]),
        (
            {"dates": {"depot": "2012-01-01", "expiration": "2026-01-01"}},
            "depot",
            PHRASES["depot_avant_le_titre"],
        ),
        ({"answers": {"document": "recepisse", "voie": "anef"}}, "document", PHRASES["contradiction"]),
    ],
)
def test_each_wrong_answer_is_named(tmp_path: Path, value: Any, field: str, message: str) -> None:
    path = write(tmp_path / "a.json", value)
    ran = checker("--answers", path)
    said = " ".join(ran.errors.split())
    assert ran.code == 1 and ran.out == ""
    assert re.search(rf"- {field}( \(.*?\))? : {re.escape(plain(message))}", said), said
    as_json = checker("--answers", path, "--json")
    assert as_json.code == 1
    errors = json.loads(as_json.out)["errors"]
    assert {"field": field, "message": plain(message)} in errors
    assert json.loads(as_json.out)["rights"] == []


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
NAME = st.sampled_from([*QUESTIONS, "autre"])
OPTION = st.sampled_from(sorted({o["id"] for q in QUESTIONS.values() for o in q["options"]} | {"?"}))
DATE = st.dates(date(2000, 1, 1), date(2050, 1, 1)).map(date.isoformat)
FILES = st.one_of(
    JSON,
    st.fixed_dictionaries(
        {},
        optional={
            "answers": st.dictionaries(NAME, OPTION | JSON, max_size=6) | JSON,
            "dates": st.dictionaries(st.sampled_from([e.id for e in RULES.base.dates]), DATE | JSON, max_size=3),
        },
    ),
)


@given(FILES, st.booleans())
@settings(max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_file_of_json_raises(tmp_path: Path, value: Any, as_json: bool) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps(value), "utf-8")
    ran = checker("--answers", path, *(["--json"] if as_json else []))
    assert ran.code in (0, 1)
    assert ran.out or ran.errors


@given(st.binary(max_size=60))
@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_bytes_raise(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(data)
    assert checker("--answers", path).code in (0, 1)


TYPED = st.one_of(
    st.integers(0, 20).map(str),
    st.sampled_from(["?", "<", "d", "", "24 8 2026", "31 2 2026", "1er mars 2027"]),
    st.dates(date(1990, 1, 1), date(2040, 1, 1)).map(lambda day: f"{day.day} {day.month} {day.year}"),
    st.text(st.characters(exclude_characters="\r\n", exclude_categories=("Cs",)), max_size=8),
)


@given(st.lists(TYPED, max_size=40))
@settings(max_examples=40)
def test_nothing_typed_raises(typed: list[str]) -> None:
    ran = checker(typed=lines(*typed))
    assert ran.code in (0, 130)
    assert ("Le résultat" in ran.out) == (ran.code == 0)


# Days, screens and real processes.


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("5 3 2027", "2027-03-05"),
        ("05/03/2027", "2027-03-05"),
        ("5-3-2027", "2027-03-05"),
        ("5.3.2027", "2027-03-05"),
        ("5 mars 2027", "2027-03-05"),
        ("1er août 2027", "2027-08-01"),
        ("1ER AOUT 2027", "2027-08-01"),
        ("3 févr. 2027", "2027-02-03"),
        ("29 2 2028", "2028-02-29"),
        ("2027-03-05", "2027-03-05"),
        ("29 2 2027", None),
        ("3 jui 2027", None),
        ("3 13 2027", None),
        ("3 0 2027", None),
        ("5 3 27", None),
        ("5 3", None),
        ("0000-01-01", None),
        ("demain", None),
    ],
)
def test_days(typed: str, day: str | None) -> None:
    assert parse_day(typed) == (date.fromisoformat(day) if day else None)


@given(st.text(max_size=20))
@settings(max_examples=100)
def test_no_text_is_a_day_that_raises(typed: str) -> None:
    parse_day(typed)


@given(st.dates(date(1000, 1, 1)))
@settings(max_examples=100)
def test_every_day_can_be_typed(day: date) -> None:
    assert parse_day(f"{day.day} {day.month} {day.year}") == parse_day(day.isoformat()) == day


@pytest.mark.parametrize("width", [24, 40, 80])
def test_no_line_is_wider_than_the_screen(width: int) -> None:
    from checker.terminal.report import report

    out = io.StringIO()
    response = consult({"today": "2026-11-23", "answers": ANSWERS})
    report(Screen(out, io.StringIO(), width), response, edition.edition())
    wide = [line for line in out.getvalue().splitlines() if len(line) > width]
    # A word that is longer than the screen, such as an address, is not cut: it could no longer be copied.
    assert all(max(len(word) for word in line.split(" ")) > width - 8 for line in wide), wide


class Tty(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("out", "environment", "colour"),
    [
        (Tty(), {}, True),
        (Tty(), {"NO_COLOR": "1"}, False),
        (Tty(), {"NO_COLOR": ""}, True),
        (Tty(), {"TERM": "dumb"}, False),
        (io.StringIO(), {}, False),
    ],
)
def test_colour_only_where_it_is_wanted(out: io.StringIO, environment: dict[str, str], colour: bool) -> None:
    screen = screen_for(out, io.StringIO(), environment)
    screen.say("Oui", style="kept")
    assert screen.colour is colour
    assert out.getvalue() == ("\x1b[1;32mOui\x1b[0m\n" if colour else "Oui\n")


def command(root: Path, *arguments: object, data: bytes = b"", **variables: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "checker", *TODAY, *map(str, arguments)],
        cwd=root,
        input=data,
        capture_output=True,
        env={**os.environ, **variables},
        check=False,
        timeout=120,
    )


def test_standard_input_and_exit_codes(root: Path) -> None:
    good = command(root, "--answers", "-", "--json", data=json.dumps({"answers": ANSWERS}).encode())
    assert (good.returncode, good.stderr) == (0, b"")
    assert json.loads(good.stdout)["errors"] == []
    bad = command(root, "--answers", "-", data=b'{"answers": {"document": "x"}}')
    assert bad.returncode == 1 and b"document" in bad.stderr
    assert command(root, "--answers", "-", data=b"").returncode == 1
    assert command(root, "--nothing").returncode == 2


def test_an_ascii_terminal_shows_what_it_can(root: Path) -> None:
    ran = command(root, data=b"?\n\xff\xfe\n", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert ran.returncode == 130
    assert b"Traceback" not in ran.stderr and b"Question 2" in ran.stdout
    assert ran.stdout.isascii()


def test_a_reader_that_closes_early_is_no_error(root: Path) -> None:
    process = [sys.executable, "-m", "checker", *TODAY, "--list"]
    with subprocess.Popen(process, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as ran:
        assert ran.stdout is not None and ran.stderr is not None
        ran.stdout.close()
        assert ran.stderr.read() == b""
    assert ran.returncode == 0


def in_a_terminal(root: Path, arguments: Sequence[object], keys: Sequence[tuple[str, bytes]], **more: str) -> Ran:
    """Run in a pseudo-terminal: once each text has appeared, its keys are pressed."""
    master, slave = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "checker", *TODAY, *map(str, arguments)],
        cwd=root,
        stdin=slave,
        stdout=slave,
        stderr=slave,
        env={**{k: v for k, v in os.environ.items() if k != "NO_COLOR"}, "TERM": "xterm", **more},
        start_new_session=True,
        # A run of the tests in the background would hand down an ignored Control-C.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    os.close(slave)
    seen = b""
    waiting = list(keys)
    deadline = time.monotonic() + 120
    position = 0
    while time.monotonic() < deadline:
        if select.select([master], [], [], 0.2)[0]:
            try:
                data = os.read(master, 65536)
            except OSError:
                break
            seen += data
        found = seen.find(waiting[0][0].encode(), position) if waiting else -1
        if found >= 0:
            awaited, pressed = waiting.pop(0)
            position = found + len(awaited.encode())
            if pressed == b"\x03":
                os.kill(process.pid, signal.SIGINT)
            else:
                os.write(master, pressed)
    code = process.wait(60)
    os.close(master)
    return Ran(code, plain(seen.decode("utf-8", "replace")), "")


def test_control_c_and_control_d_are_clean(root: Path, tmp_path: Path) -> None:
    kept = tmp_path / "a.json"
    prompt = phrases_terminal.INVITE.strip()
    for stop in (b"\x03", b"\x04"):
        ran = in_a_terminal(root, ["--save", kept], [(prompt, b"3\n"), (prompt, stop)])
        assert ran.code == 130
        assert "Traceback" not in ran.out and "sont gardées dans" in ran.out
        saved = json.loads(kept.read_text("utf-8"))
        assert (saved["answers"], saved["dates"]) == ({"document": "api"}, {})
    resumed = in_a_terminal(root, ["--answers", kept], [(prompt, b"\x04")], NO_COLOR="1")
    assert plain(QUESTIONS["fin_document"]["text"]) in resumed.out
    assert plain(QUESTIONS["document"]["text"]) not in resumed.out
    assert "\x1b[" not in resumed.out and "\x1b[1m" in ran.out
