"""The site as it is lived in three browser engines: the checker to a letter in a file, articles, static questions
without scripts, right to left, the policy. Every outcome is compared with Python's."""

from __future__ import annotations

import base64
import json
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from checker import browser as python
from checker.consult import consult
from portal.decisions.tree import Tree, build
from portal.runtime.inside import letters as workload
from tests.altering import EMPTY, Alteration
from tests.engine_fixtures import engines as engines  # a fixture
from tests.engine_fixtures import host as host  # a fixture
from tests.engine_reader import (
    NOTHING,
    OUTCOMES,
    PATIENCE,
    TODAY,
    answer,
    appears,
    by_links,
    follow,
    noted,
    question,
    text,
    until,
    visible,
    write,
)
from tests.engine_webkit import webkit
from tests.engines import NAMES, Engine
from tests.journeys import RULES, journeys

CHECKER = "fr/verifier.html"
# What the page asks of Python, kept where a test can read it.
SPY = """const post = Worker.prototype.postMessage;
Worker.prototype.postMessage = function (message) { (window.sent ??= []).push(message); post.call(this, message); };"""
# Somebody whose file has been late for long: letters are proposed.
PERSON = {
    "document": "api",
    "fin_document": "en_cours",
    "dossier": "en_cours",
    "nature": "renouvellement",
    "titre": "resident",
    "voie": "anef",
    "depose": "oui",
    "travail_permis": "oui",
    "territoire": "metropole",
}
INLINE = """<script>window.hurt = 1;</script><img src="absent.png" onerror="window.hurt = 2" alt="">
<a id="piege" href="javascript:window.hurt=3">x</a><style>h1 { color: rgb(1, 2, 3) !important; }</style>"""
FRAME = """async ([address, width]) => {
  const frame = document.createElement("iframe");
  frame.style.cssText = `width:${width}px;height:700px;border:0`;
  frame.src = address;
  await new Promise((loaded) => { frame.onload = loaded; document.body.replaceChildren(frame); });
  const inside = frame.contentDocument;
  const start = inside.getElementById("commencer");
  if (start?.checkVisibility()) inside.getElementById("toutes").click(), start.click();
  for (const fold of inside.querySelectorAll("details")) fold.open = true;
  const root = inside.documentElement;
  const logo = inside.querySelector(".logo").getBoundingClientRect();
  const style = frame.contentWindow.getComputedStyle(inside.querySelector("main article"));
  return { scroll: root.scrollWidth, inner: frame.contentWindow.innerWidth, direction: style.direction,
    left: logo.left, right: root.clientWidth - logo.right, questions: inside.querySelectorAll(".question").length };
}"""


@pytest.fixture(params=NAMES)
def engine(request: pytest.FixtureRequest, engines: Callable[[str], Engine], host: Alteration) -> Engine:
    """Each engine in turn, and the site as it is."""
    host.reset()
    return engines(request.param)


@pytest.fixture(scope="module")
def tree() -> Tree:
    return build(RULES)


def statuses(response: dict[str, Any]) -> dict[str, str]:
    return {right["id"]: right["status"] for right in response["rights"]}


def at_the_result(engine: Engine) -> None:
    until(
        engine,
        "async () => !document.getElementById('resultats').hidden && document.activeElement.id === 'titre-resultats'",
    )


def test_the_whole_journey_ends_where_python_does(engine: Engine, host: Alteration) -> None:
    """By pointer and figures typed: answers, dates, the result, then all wiped and a second person."""
    engine.open(host.address + CHECKER)
    for number, journey in enumerate(journeys(2, date.fromisoformat(engine.run(TODAY)))):
        if number:
            engine.click("#effacer")
        engine.click("#commencer")
        for asked, given in journey.steps:
            answer(engine, asked, given)
        at_the_result(engine)
        assert engine.run(OUTCOMES) == statuses(journey.response(engine.run(TODAY))), journey.steps
    assert noted(engine) == NOTHING


def test_by_keyboard_alone(engine: Engine, host: Alteration) -> None:
    engine.open(host.address + CHECKER)
    # The window itself may take the keys a moment after its page.
    until(
        engine,
        """async () => {
          const button = document.getElementById("commencer");
          button.focus();
          return document.hasFocus() && document.activeElement === button;
        }""",
    )
    engine.press("Enter")
    given: dict[str, str] = {}
    while asked := question(engine):
        until(engine, "async (id) => document.activeElement.matches(`#q-${id} legend`)", asked.id)
        engine.press("Tab")
        engine.press("Space")
        given[asked.id] = until(engine, "async () => document.activeElement.checked && document.activeElement.value")
        engine.press("Enter")
        until(engine, "async (id) => !document.querySelector(`#q-${id}`).checkVisibility()", asked.id)
        until(engine, "async () => !document.activeElement.matches('body')")
        if not visible(engine, "#continuer"):
            at_the_result(engine)
    assert engine.run(OUTCOMES) == statuses(consult({"answers": given, "dates": {}, "today": engine.run(TODAY)}))


def saved(engine: Engine, suffix: str, wanted: bytes) -> None:
    """The engine saves one file with that suffix, and it holds `wanted`."""
    end = time.monotonic() + PATIENCE
    found: list[Path] = []
    while time.monotonic() < end:
        found = [path for path in engine.downloads.rglob(f"*.{suffix}") if path.stat().st_size >= len(wanted)]
        if found:
            break
        time.sleep(0.1)
    assert [path.read_bytes() for path in found] == [wanted], list(engine.downloads.rglob("*"))


def test_a_letter_from_the_arabic_page_is_the_file_that_python_writes(engine: Engine, host: Alteration) -> None:
    host.before = SPY
    engine.open(host.address + "ar/verifier.html")
    engine.click("#commencer")
    given: dict[str, str] = {}
    while asked := question(engine):
        given[asked.id] = PERSON.get(asked.id, "?")
        answer(engine, asked.id, given[asked.id])
    at_the_result(engine)
    request = {"answers": given, "dates": {}, "today": engine.run(TODAY), "lang": "ar"}
    assert engine.run(OUTCOMES) == statuses(consult(request))
    listed = json.loads(python.call("letters", json.dumps(request)))
    entry = next(letter for letter in listed["letters"] if letter["id"] == "organisme_social")
    appears(engine, "#emporter-letters > summary")
    engine.click("#emporter-letters > summary")
    engine.click("#emporter-letters .controls button")
    appears(engine, ".letter-choice")
    proposed = [letter["id"] for letter in listed["letters"] if letter["proposed"]]
    engine.click(f".letter-choice.proposed:nth-child({proposed.index(entry['id']) + 1}) button")
    fields = fill(engine, entry["fields"], request["today"])
    copy = engine.run(
        """async () => {
          const field = [...document.querySelectorAll(".letter-form > .field select")].pop();
          field.value = field.options[1].value;
          field.dispatchEvent(new Event("change"));
          return field.value;
        }"""
    )
    engine.click(".letter-form button[type=submit]")
    appears(engine, ".letter-result .letter")
    call = engine.run("async () => window.sent.findLast((message) => message.name === 'letter').argument")
    assert (call["fields"], call["copy"], call["id"]) == (fields, copy, entry["id"])
    assert {name: call["request"][name] for name in request} == request
    letter = json.loads(python.call("letter", json.dumps(call)))
    assert not letter["errors"]
    assert visible(engine, f".companion [lang={copy}]")
    engine.click(".letter-result .controls button:nth-of-type(3)")
    saved(engine, "txt", letter["text"].encode())
    engine.click(".letter-result .controls button:nth-of-type(4)")
    saved(engine, "odt", base64.b64decode(letter["odt"]))
    assert noted(engine) == NOTHING


def fill(engine: Engine, fields: list[dict[str, Any]], today: str) -> dict[str, str]:
    """Fills a letter's form: its first text and a date by keys, the rest at once. Returns what Python should be given.

    A date that the person has not given to the checker may contradict what was answered: only the one that the letter
    wants is typed, the end of a document that is still good."""
    values = {field["id"]: "" if field["kind"] == "date" else workload.typed_in(field) for field in fields}
    first = next(field["id"] for field in fields if field["kind"] == "text")
    values[first] = "Aïcha N'Diaye"
    write(engine, f"#lettre-{first}", values[first])
    end = date.fromisoformat(today) + timedelta(days=60)
    values["fin_document"] = end.isoformat()
    for part, number in (("day", end.day), ("month", end.month), ("year", end.year)):
        write(engine, f"#lettre-fin_document-{part}", str(number))
    engine.run(
        """async (rest) => { for (const [id, value] of rest) {
          const field = document.getElementById(`lettre-${id}`);
          field.value = value;
          field.dispatchEvent(new Event("input", { bubbles: true }));
        } }""",
        [(name, value) for name, value in values.items() if value and name not in (first, "fin_document")],
    )
    return {name: value.strip() for name, value in values.items()}


def test_articles_are_read_and_static_questions_answered_without_scripts(
    engine: Engine, host: Alteration, tree: Tree
) -> None:
    """Scripts are refused by a policy: a driver runs its own all the same, in every engine."""
    host.scripts = False
    engine.open(host.address + "fr/travailler.html")
    assert engine.run("async () => getComputedStyle(document.body).margin") == "0px", "styled"
    assert "noted" not in engine.run("async () => Object.keys(window)"), "no script of the page ran"
    assert len(text(engine, ".prose")) > 1000
    engine.open(host.address + CHECKER)
    assert not visible(engine, "#application")
    follow(engine, "#sans-script a", "fr/q/index.html")
    _, given = by_links(engine, tree, PERSON)
    found = engine.run(OUTCOMES)
    wanted = statuses(consult({"answers": given, "dates": {}, "today": engine.run(TODAY)}))
    assert len(found) > 3 and found == {name: wanted[name] for name in found}
    follow(engine, ".restart a", "fr/q/index.html")


def test_javascript_switched_off_in_webkit(host: Alteration, tree: Tree) -> None:
    """The engine's own setting. Chromium's is that of tests/test_journeys.py; Firefox without scripts has no driver."""
    host.reset()
    with webkit("--enable-javascript=false") as engine:
        engine.open(host.address + CHECKER)
        assert engine.run("async () => window.noted === undefined")
        follow(engine, "#sans-script a", "fr/q/index.html")
        _, given = by_links(engine, tree, {"document": "recepisse"})
        found = engine.run(OUTCOMES)
        wanted = statuses(consult({"answers": given, "dates": {}, "today": engine.run(TODAY)}))
        assert found and found == {name: wanted[name] for name in found}


@pytest.mark.parametrize("page", ["travailler.html", "verifier.html", "que-faire/refere-suspension.html"])
def test_right_to_left_is_the_mirror_of_left_to_right(engine: Engine, host: Alteration, page: str) -> None:
    """In a frame: the windows of some engines have a smallest width."""
    host.framed = True
    engine.open(host.address + EMPTY.lstrip("/"))
    for width in (320, 1000):
        left, right = (engine.run(FRAME, [f"{host.address}{lang}/{page}", width]) for lang in ("fr", "ar"))
        assert (left["direction"], right["direction"]) == ("ltr", "rtl")
        assert abs(left["left"] - right["right"]) < 2, (left, right)
        for shown in (left, right):
            assert shown["inner"] == width
            assert shown["scroll"] <= width, shown
        assert (left["questions"] > 10) == (page == "verifier.html")


@pytest.mark.parametrize("page", [CHECKER, "fr/travailler.html", "fr/q/index.html"])
def test_what_is_written_inline_does_not_run(engine: Engine, host: Alteration, page: str) -> None:
    host.end = INLINE
    engine.open(host.address + page)
    engine.click("#piege")
    until(engine, "async () => document.images[document.images.length - 1].complete")
    violations = until(engine, "async () => noted.violations.length >= 4 && noted.violations")
    assert engine.run("async () => window.hurt ?? null") is None
    assert {name.split("-")[0] for name in violations} == {"script", "style"}
    assert engine.run("async () => getComputedStyle(document.querySelector('h1')).color") != "rgb(1, 2, 3)"
    host.end = ""
    engine.open(host.address + page)
    assert noted(engine) == NOTHING
