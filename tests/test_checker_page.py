"""The checker, end to end, with the real worker and the real rules: answers, dates, errors, cancel, wipe, offline."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from checker.catalogue import catalogue
from checker.compiled import compiled
from checker.consult import consult
from portal import checker_form
from portal.decisions.tree import build
from portal.frontmatter import PageError
from portal.pages import Site
from tests.test_continue import walked

START = "#commencer"
READY = 90_000
STATUS = ":scope > .status, :scope > summary .status"
IN_FULL = ("sejour", "travail")
# What the page sends to Python, kept where a test can read it.
SPY = """const send = Worker.prototype.postMessage;
Worker.prototype.postMessage = function (message) { (window.sent ??= []).push(message); send.call(this, message); };"""
# Some time between what the page asks of Python and Python, as on a slow phone.
SLOW = """const send = Worker.prototype.postMessage;
Worker.prototype.postMessage = function (message) {
  setTimeout(() => send.call(this, message), message.type === "call" ? 1500 : 0);
};"""
# The reader wipes everything while Python answers; `window.replied` tells that it has answered.
WIPE_MEANWHILE = """const send = Worker.prototype.postMessage;
Worker.prototype.postMessage = function (message) {
  send.call(this, message);
  if (!window.wiping || message.name !== "consult") return;
  this.addEventListener("message", ({ data }) => { window.replied ||= data.id === message.id; });
  document.getElementById("effacer").click();
};"""
# The small Python dies at the first call for papers.
TRAP_AT_PAPERS = """const send = Worker.prototype.postMessage;
Worker.prototype.postMessage = function (message) {
  if (window.trapped || message.name !== "papers") return send.call(this, message);
  window.trapped = true;
  this.onmessage({ data: { type: "failed", stage: "call", message: "unreachable", trap: true, id: message.id } });
};"""
QUESTIONS = [question["id"] for question in catalogue()["questions"]]
FULL = {
    "document": "api",
    "fin_document": "en_cours",
    "dossier": "en_cours",
    "expiration": "moins_de_3_mois",
    "nature": "renouvellement",
    "titre": "pluriannuelle_4_ans",
    "travail_permis": "oui",
    "territoire": "metropole",
}


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    opened = browser.new_context(locale="fr-FR", reduced_motion="reduce", viewport={"width": 390, "height": 800})
    yield opened
    opened.close()


@pytest.fixture
def page(context: BrowserContext, server: str) -> Iterator[Page]:
    opened = context.new_page()
    errors: list[str] = []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    opened.on("console", lambda said: errors.append(said.text) if "Content Security Policy" in said.text else None)
    opened.goto(server + "fr/verifier.html")
    yield opened
    assert errors == []


def launch(page: Page) -> None:
    """Starts, if need be, in the display of all questions; waits for Python, and asks for the results."""
    begin(page)
    expect(page.locator("#chargement")).to_be_hidden(timeout=READY)
    page.evaluate("document.getElementById('voir').hidden = false")
    page.locator("#voir").click()
    expect(page.locator("#resultats")).to_be_visible(timeout=READY)


def begin(page: Page) -> None:
    if page.locator(START).is_visible():
        page.locator("#toutes").click()
        page.locator(START).click()


def unfold(page: Page, question: str) -> None:
    """All questions on one page; those that are useless too, when this one is."""
    begin(page)
    if not page.locator(f"#q-{question}").is_visible():
        page.locator("#montrer").click()


def answer(page: Page, question: str, option: str) -> None:
    """One question at a time: answers the one in view, and goes on."""
    expect(page.locator(f"#q-{question}")).to_be_visible()
    page.check(f'input[name="q-{question}"][value="{option}"]')
    page.locator("#continuer").click()
    expect(page.locator(f"#q-{question}")).to_be_hidden()


def through(page: Page, wanted: dict[str, str]) -> dict[str, str]:
    """Answers every question that comes, those that are not wanted by “I do not know”; returns what was answered."""
    given: dict[str, str] = {}
    while page.locator("#continuer").is_visible():
        (question,) = visible(page)
        given[question] = wanted.get(question, "?")
        answer(page, question, given[question])
    return given


def type_date(page: Page, question: str, name: str, day: date) -> None:
    unfold(page, question)
    fill(page, f"#d-{question}-{name}", day)


def fill(page: Page, group: str, day: date) -> None:
    for part, text in (("jour", day.day), ("mois", day.month), ("annee", day.year)):
        page.locator(f"{group}-{part}").fill(str(text))


def check(page: Page, question: str, option: str) -> None:
    unfold(page, question)
    page.check(f'input[name="q-{question}"][value="{option}"]')


def shown(page: Page) -> list[tuple[str, str]]:
    """(title, status class) of each right on the page."""
    return [
        (right.locator("h3").first.inner_text(), re.sub(r"right |\s.*$", "", right.get_attribute("class") or ""))
        for right in page.locator("#contenu-resultats .right").all()
    ]


def expected(answers: dict[str, str], dates: dict[str, str], page: Page) -> list[tuple[str, str]]:
    today = page.evaluate("new Date().toLocaleDateString('sv')")
    response = consult({"answers": answers, "dates": dates, "today": today})
    assert response["errors"] == []
    rights = sorted(response["rights"], key=lambda right: right["id"] not in IN_FULL)
    return [(right["title"].replace("'", "’"), right["status"]) for right in rights]


def settled(page: Page, wanted: list[tuple[str, str]]) -> None:
    page.wait_for_function(
        """(statuses) => JSON.stringify([...document.querySelectorAll("#contenu-resultats .right")]
             .map((node) => node.classList[1])) === JSON.stringify(statuses)""",
        arg=[status for _, status in wanted],
        timeout=READY,
    )
    assert shown(page) == wanted


def test_the_form_holds_every_question(page: Page) -> None:
    for question in catalogue()["questions"]:
        radios = page.locator(f'input[name="q-{question["id"]}"]')
        values = [radio.get_attribute("value") for radio in radios.all()]
        assert values == [*[o["id"] for o in question["options"] if o["id"] != "?"], "?"]
        groups = page.locator(f"#q-{question['id']} [data-date]")
        assert [g.get_attribute("data-date") for g in groups.all()] == [d["id"] for d in question["dates"]]


def visible(page: Page) -> list[str]:
    shown = "[...document.querySelectorAll('[data-question]')].filter((n) => n.checkVisibility())"
    found: list[str] = page.evaluate(shown + ".map((n) => n.dataset.question)")
    return found


def focused(page: Page) -> str:
    said: str = page.evaluate("document.activeElement.id || document.activeElement.textContent")
    return said.strip()


def test_the_first_question_comes_at_once_and_the_next_without_python(page: Page) -> None:
    page.context.route("**/runtime/**/*.wasm", lambda route: None)
    assert visible(page) == []
    page.locator(START).click()
    assert visible(page) == QUESTIONS[:1]
    answers: dict[str, str] = {}
    while len(answers) < 6:
        relevant = consult({"answers": answers, "today": "2026-11-23"})["relevant"]
        (question,) = visible(page)
        assert question == relevant[0]
        legend = page.locator(f"#q-{question} > legend").inner_text()
        assert focused(page) == legend, "the focus goes to the heading of the question"
        assert legend in page.locator("#annonce").inner_text()
        answers[question] = FULL.get(question, "?")
        answer(page, question, answers[question])
        left = len(consult({"answers": answers, "today": "2026-11-23"})["relevant"]) - 1
        assert f"Encore {left} questions au plus" in page.locator("#avancement").inner_text()
    assert page.locator("#chargement").is_visible()


def test_a_question_without_answer_is_not_passed_in_silence(page: Page) -> None:
    page.locator(START).click()
    page.locator("#continuer").click()
    assert focused(page) == "erreurs"
    assert "Je ne sais pas" in page.locator("#q-document-erreur").inner_text()
    assert page.locator("#q-document").get_attribute("aria-describedby") == "q-document-erreur"
    page.locator("#erreurs a").click()
    assert page.evaluate("document.activeElement.name") == "q-document"
    answer(page, "document", "api")
    assert page.locator("#q-document-erreur").text_content() == "", "an old error describes nothing any more"


def test_back_loses_nothing_and_leaks_nothing(page: Page, server: str) -> None:
    page.locator(START).click()
    for question in ("document", "fin_document", "dossier"):
        answer(page, question, FULL[question])
    page.locator("#retour").click()
    expect(page.locator("#q-dossier")).to_be_visible()
    assert visible(page) == ["dossier"]
    page.go_back()
    expect(page.locator("#q-fin_document")).to_be_visible()
    assert visible(page) == ["fin_document"]
    assert page.locator('input[name="q-fin_document"]:checked').get_attribute("value") == "en_cours"
    page.locator("#continuer").click()
    expect(page.locator("#q-dossier")).to_be_visible()
    for shown in ("#q-fin_document", "#q-document", "#accueil"):
        page.go_back()
        expect(page.locator(shown)).to_be_visible()
    assert page.locator("input:checked").count() == 3
    assert page.url == server + "fr/verifier.html"
    assert page.evaluate("JSON.stringify(history.state)") == '{"step":0}'


def test_an_answer_is_changed_from_the_summary_and_one_comes_back(page: Page) -> None:
    page.locator(START).click()
    given = through(page, FULL)
    expect(page.locator("#titre-resultats")).to_be_focused(timeout=READY)
    settled(page, expected(given, {}, page))
    page.locator("#recapitulatif > summary").click()
    assert page.locator("#recapitulatif dt").count() == len(given)
    button = page.locator("[data-change=titre]")
    assert page.locator("#q-titre > legend").text_content() in (button.get_attribute("aria-label") or "")
    button.click()
    assert visible(page) == ["titre"]
    assert page.locator("#resultats").is_hidden()
    page.check('input[name="q-titre"][value="temporaire"]')
    page.locator("#continuer").click()
    expect(page.locator("#titre-resultats")).to_be_focused()
    settled(page, expected({**given, "titre": "temporaire"}, {}, page))


def test_a_result_says_first_what_is_asked_most_and_what_is_sure(page: Page) -> None:
    page.locator(START).click()
    given = through(page, FULL)
    expect(page.locator("#titre-resultats")).to_be_focused(timeout=READY)
    today = page.evaluate("new Date().toLocaleDateString('sv')")
    response = consult({"answers": given, "today": today})
    first = page.locator("#contenu-resultats > :first-child")
    assert first.locator(".sentence").inner_text() == response["summary"]["text"].replace("'", "’")
    assert first.locator(".status svg").count() == 1
    holds = [r["title"] for r in response["rights"] if r["certain"] and r["status"] in ("kept", "conditional")]
    assert "?" in given.values() and holds
    shown = [text.replace("’", "'") for text in page.locator(".sure li > span:not(.status)").all_inner_texts()]
    assert shown == [title.replace("’", "'") for title in holds]


def test_all_questions_stand_on_one_page_when_asked(page: Page) -> None:
    page.locator("#toutes").click()
    assert page.locator("#toutes").get_attribute("aria-pressed") == "true"
    page.locator(START).click()
    assert visible(page) == QUESTIONS
    assert page.locator(".group h3").first.is_visible()
    page.check('input[name="q-document"][value="api"]')
    page.locator("#une").click()
    expect(page.locator("#q-fin_document")).to_be_visible()
    assert visible(page) == ["fin_document"]
    assert not page.locator(".group h3").first.is_visible(), "a heading without a question says nothing"
    page.locator("#toutes").click()
    assert "document" in visible(page)


def test_a_group_must_begin_at_a_question_that_is_asked() -> None:
    questions = catalogue()["questions"]
    groups = checker_form.grouped(questions, {questions[2]["id"]: "Titre"})
    assert [len(group["questions"]) for group in groups] == [2, len(questions) - 2]
    assert [group["title"] for group in groups] == ["", "Titre"]
    with pytest.raises(PageError, match="nulle_part"):
        checker_form.grouped(questions, {"nulle_part": "Titre"})


def test_scripts_are_read_by_phones_of_five_years_ago(root: Path) -> None:
    """A look-behind in a regular expression is an error of syntax before Safari 16.4: nothing would start."""
    for script in (root / "portal" / "theme" / "assets").glob("*.js"):
        assert not re.search(r"\(\?<[=!]", script.read_text("utf-8")), script.name


def test_words_for_scripts_have_one_meaning_each(page: Page) -> None:
    later = page.evaluate("fetch('resultats.json').then((found) => found.json()).then(Object.keys)")
    keys = later + page.evaluate(
        "[...document.getElementById('mots').content.querySelectorAll('[data-mot]')].map((n) => n.dataset.mot)"
    )
    assert sorted(set(keys)) == sorted(keys)


def test_a_past_day_and_the_end_of_the_edition_are_sent(page: Page, root: Path) -> None:
    page.add_init_script(SPY)
    page.reload()
    launch(page)
    check(page, "document", "api")
    page.locator("details.past summary").click()
    fill(page, "#d-on", date.today() + timedelta(days=3))
    page.locator("#voir").click()
    expect(page.locator("#erreurs")).to_be_focused()
    assert "futur" in page.locator("#d-on-erreur").inner_text()
    page.locator("#erreurs a").click()
    assert page.evaluate("document.activeElement.id") == "d-on-jour"
    examined = date.today() - timedelta(days=30)
    fill(page, "#d-on", examined)
    expect(page.locator("#contenu-resultats > .callout.note")).to_be_visible()
    request = page.evaluate("window.sent.findLast((message) => message.type === 'call').argument")
    assert request["on"] == examined.isoformat()
    assert request["expires"] == Site(root).expiry
    page.locator("#effacer").click()
    assert page.locator("#d-on-jour").input_value() == ""


def test_nothing_is_downloaded_before_the_click_and_the_size_is_told(page: Page, server: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.reload(wait_until="networkidle")
    assert [url for url in asked if "/runtime/" in url or "worker.js" in url] == []
    assert re.search(r"\(\d,\d\u00a0Mo\)", page.locator(START).inner_text())


def test_answers_given_before_are_used_and_results_equal_the_rules(page: Page) -> None:
    check(page, "document", "api")
    check(page, "nature", "renouvellement")
    launch(page)
    assert page.evaluate("document.activeElement.id") == "titre-resultats"
    answers = {"document": "api", "nature": "renouvellement"}
    settled(page, expected(answers, {}, page))
    for question, option in (("dossier", "en_cours"), ("fin_document", "en_cours"), ("titre", "pluriannuelle_4_ans")):
        check(page, question, option)
        answers[question] = option
    settled(page, expected(answers, {}, page))
    assert page.locator("#annonce").inner_text().startswith("Résultats à jour")


def test_each_right_shows_its_word_its_shape_and_its_text(page: Page) -> None:
    for question, option in (
        ("document", "api"),
        ("fin_document", "en_cours"),
        ("dossier", "en_cours"),
        ("expiration", "moins_de_3_mois"),
        ("nature", "renouvellement"),
        ("titre", "pluriannuelle_4_ans"),
        ("travail_permis", "oui"),
        ("territoire", "metropole"),
    ):
        check(page, question, option)
    launch(page)
    rights = page.locator("#contenu-resultats .right")
    assert rights.count() >= 1
    for right in rights.all():
        assert right.locator(STATUS).locator("svg").count() == 1
        assert right.locator(STATUS).locator("strong").inner_text()
    kept = page.locator("#contenu-resultats section.right.kept").first
    kept.locator(".why > summary").last.click()
    assert len(kept.locator("blockquote").first.inner_text()) > 40
    assert "Lu le" in kept.locator(".source-note").first.inner_text()
    for link in kept.locator("ol a").all():
        assert re.search(r"/fr/[\w-]+\.html", link.evaluate("(a) => a.href"))


def test_dates_answer_questions_and_clear_the_radios(page: Page) -> None:
    check(page, "document", "api")
    check(page, "fin_document", "terminee")
    tomorrow = date.today() + timedelta(days=20)
    type_date(page, "fin_document", "fin_document", tomorrow)
    assert page.locator('input[name="q-fin_document"]:checked').count() == 0
    launch(page)
    settled(page, expected({"document": "api"}, {"fin_document": tomorrow.isoformat()}, page))
    check(page, "fin_document", "terminee")
    assert page.locator("#d-fin_document-fin_document-jour").input_value() == ""
    settled(page, expected({"document": "api", "fin_document": "terminee"}, {}, page))


def test_a_date_asked_twice_is_typed_once(page: Page) -> None:
    type_date(page, "expiration", "expiration", date(2026, 11, 5))
    assert page.locator("#d-depot_anef-expiration-jour").input_value() == "5"
    check(page, "depot_anef", "a_temps")
    assert page.locator("#d-expiration-expiration-annee").input_value() == "2026"


@pytest.mark.parametrize(
    ("day", "month", "year", "message"), [("31", "2", "2026", "n’existe pas"), ("5", "", "2026", "incomplète")]
)
def test_a_wrong_date_is_told_beside_its_field(page: Page, day: str, month: str, year: str, message: str) -> None:
    launch(page)
    check(page, "document", "api")
    unfold(page, "expiration")
    for part, text in (("jour", day), ("mois", month), ("annee", year)):
        page.locator(f"#d-expiration-expiration-{part}").fill(text)
    page.locator("#voir").click()
    expect(page.locator("#erreurs")).to_be_focused()
    error = page.locator("#d-expiration-expiration-erreur")
    assert message in error.inner_text()
    group = page.locator("#q-expiration [data-date=expiration]")
    assert "d-expiration-expiration-erreur" in (group.get_attribute("aria-describedby") or "")
    assert page.locator("#d-expiration-expiration-jour").get_attribute("aria-invalid") == "true"
    page.locator("#erreurs a").click()
    assert page.evaluate("document.activeElement.id") == "d-expiration-expiration-jour"


def test_results_asked_for_just_after_a_date_take_the_focus(page: Page) -> None:
    """The calculation that waits for the hand to rest does not take the place of the one that was asked for."""
    page.add_init_script(SLOW)
    page.reload()
    check(page, "document", "api")
    launch(page)
    page.locator("#q-document input").first.focus()
    type_date(page, "fin_document", "fin_document", date.today() + timedelta(days=20))
    page.locator("#voir").click()
    expect(page.locator("#titre-resultats")).to_be_focused()


def test_the_focus_of_a_hand_at_work_is_not_taken(page: Page) -> None:
    held = hold(page, "**/runtime/**/*.wasm")
    check(page, "document", "api")
    page.locator("#voir").click()
    expect(page.locator("#attente")).to_be_focused()
    field = page.locator("#d-fin_document-fin_document-jour")
    field.focus()
    release(page, held)
    expect(page.locator("#resultats")).to_be_visible(timeout=READY)
    expect(field).to_be_focused()


def test_what_was_asked_before_a_wipe_does_not_come_back(page: Page) -> None:
    page.add_init_script(WIPE_MEANWHILE)
    page.reload()
    check(page, "document", "api")
    launch(page)
    page.evaluate("window.wiping = true")
    page.locator('input[name="q-fin_document"][value="en_cours"]').click()
    page.wait_for_function("() => window.replied")
    assert page.locator("#contenu-resultats").inner_html() == ""
    assert page.locator("#annonce").inner_text() == "Vos réponses sont effacées."


def test_a_contradiction_takes_the_results_away(page: Page) -> None:
    launch_with = {"document": "recepisse", "depose": "non"}
    response = consult({"answers": launch_with, "dates": {}, "today": "2026-11-23"})
    assert response["errors"], "this pair is meant to be contradictory"
    check(page, "document", "recepisse")
    launch(page)
    check(page, "depose", "non")
    expect(page.locator("#erreurs")).to_be_visible(timeout=READY)
    expect(page.locator("#resultats")).to_be_hidden()


def test_questions_that_change_nothing_are_never_shown(page: Page) -> None:
    check(page, "document", "adf")
    launch(page)
    relevant = consult({"answers": {"document": "adf"}, "dates": {}, "today": "2026-11-23"})["relevant"]
    useless = len(catalogue()["questions"]) - 1 - len(relevant)
    assert useless > 0
    assert visible(page) == ["document", *relevant], "an answered question stays, the useful ones follow"
    assert str(useless) in page.locator("#masquees").inner_text()
    page.locator("#montrer").click()
    expect(page.locator("[data-question][hidden]")).to_have_count(0, timeout=READY)


def test_the_question_that_would_settle_is_one_click_away(page: Page) -> None:
    check(page, "document", "api")
    launch(page)
    link = page.locator("#contenu-resultats .right.open a[href^='#q-']").first
    question = (link.get_attribute("href") or "").removeprefix("#")
    link.click()
    assert page.evaluate("document.activeElement.name") == question
    assert "#" not in page.url, "the history says nothing of the answers"
    page.locator("#voir").click()
    expect(page.locator("#titre-resultats")).to_be_focused()


def static_question(page: Page) -> str:
    """Follows the link to the static pages; the heading met there."""
    page.locator("#page-par-page").click()
    page.wait_for_url("**/fr/q/*.html")
    return page.locator("h1").inner_text()


def hold(page: Page, pattern: str) -> list[Route]:
    """Leaves the requests of `pattern` without answer until `release`."""
    held: list[Route] = []
    page.context.route(pattern, lambda route: held.append(route))
    return held


def release(page: Page, held: list[Route]) -> None:
    for route in held:
        route.continue_()
    page.context.unroute_all(behavior="ignoreErrors")


def test_cancelling_frees_who_waits_for_the_next_question(page: Page) -> None:
    hold(page, "**/runtime/graphs.json")
    page.locator(START).click()
    page.check('input[name="q-document"][value="api"]')
    page.locator("#continuer").click()
    page.locator("#annuler").click()
    expect(page.locator("#q-fin_document")).to_be_visible()


def test_download_can_be_cancelled_and_taken_up_again(page: Page) -> None:
    page.context.route("**/runtime/**/*.wasm", lambda route: None)
    page.locator(START).click()
    answer(page, "document", "api")
    page.locator("#annuler").click()
    expect(page.locator("#chargement")).to_be_hidden()
    assert page.locator('input[name="q-document"]:checked').get_attribute("value") == "api"
    assert visible(page) == ["fin_document"], "the questions go on without Python"
    assert "annulé" in page.locator("#annonce").inner_text()
    expect(page.locator("#echec")).to_be_focused()
    page.context.unroute_all(behavior="ignoreErrors")
    page.locator("#reessayer").click()
    expect(page.locator("#chargement")).to_be_hidden(timeout=READY)
    page.locator("#voir").click()
    settled(page, expected({"document": "api"}, {}, page))


def no_wasm(page: Page) -> None:
    page.add_init_script("delete window.WebAssembly")


def no_worker(page: Page) -> None:
    page.add_init_script("delete window.Worker")


def no_memory(page: Page) -> None:
    page.context.route("**/runtime/**/*.mjs", lambda route: route.fulfill(
        body="export async function loadPyodide() { throw new RangeError('Out of memory'); }",
        content_type="text/javascript",
    ))  # fmt: skip


def no_file(page: Page) -> None:
    page.context.route("**/runtime/**/*.wasm", lambda route: route.abort())


@pytest.mark.parametrize("trouble", [no_wasm, no_worker, no_memory, no_file])
def test_without_python_the_static_pages_go_on_at_the_same_question(
    page: Page, trouble: Callable[[Page], None]
) -> None:
    trouble(page)
    page.reload()
    page.locator(START).click()
    for question in ("document", "fin_document", "dossier"):
        answer(page, question, FULL[question])
    expect(page.locator("#echec")).to_be_visible(timeout=READY)
    expect(page.locator("#page-par-page")).to_have_text("Continuer page par page, à cette question")
    assert "historique" in page.locator("#echec").inner_text()
    legend = page.locator(f"#q-{visible(page)[0]} > legend").inner_text()
    assert static_question(page) == legend


def test_without_python_the_end_leads_to_the_same_statuses(page: Page) -> None:
    no_wasm(page)
    page.reload()
    page.locator(START).click()
    given = through(page, FULL | {"voie": "anef", "depose": "oui", "depot_anef": "a_temps"})
    expect(page.locator("#echec")).to_be_focused(timeout=READY)
    expect(page.locator("#page-par-page")).to_have_text("Voir le résultat page par page")
    page.locator("#page-par-page").click()
    page.wait_for_url("**/fr/q/*.html")
    _, used = walked(build(compiled()), {"answers": given, "dates": {}, "day": "2026-11-23"})
    response = consult({"answers": used, "today": "2026-11-23"})
    statuses = [re.sub(r"right |\s.*$", "", n.get_attribute("class") or "") for n in page.locator(".right").all()]
    rights = sorted(response["rights"], key=lambda right: right["id"] not in IN_FULL)
    assert statuses == [right["status"] for right in rights]


def test_without_the_map_the_link_leads_to_the_first_page(page: Page) -> None:
    no_wasm(page)
    page.context.route("**/arbre.json", lambda route: route.abort())
    page.reload()
    page.locator(START).click()
    answer(page, "document", "api")
    expect(page.locator("#echec")).to_be_visible()
    assert (page.locator("#page-par-page").get_attribute("href") or "").endswith("/fr/q/index.html")


def test_the_small_runtime_gives_way_and_the_page_says_so(page: Page) -> None:
    page.context.route("**/runtime/small/*.mjs", lambda route: route.fulfill(
        body="export async function loadPyodide() { throw new WebAssembly.RuntimeError('unreachable'); }",
        content_type="text/javascript",
    ))  # fmt: skip
    held = hold(page, "**/runtime/safe/*.wasm")
    page.locator(START).click()
    answer(page, "document", "api")
    expect(page.locator("#repli")).to_contain_text("Mo", timeout=READY)
    assert page.locator("#annuler").is_visible()
    release(page, held)
    expect(page.locator("#chargement")).to_be_hidden(timeout=READY)
    page.locator("#voir").click()
    settled(page, expected({"document": "api"}, {}, page))


def test_the_small_runtime_may_give_way_later(page: Page) -> None:
    page.add_init_script(TRAP_AT_PAPERS)
    page.reload()
    page.locator(START).click()
    given = through(page, FULL)
    expect(page.locator("#repli")).to_contain_text("Mo", timeout=READY)
    expect(page.locator("#emporter-sheet")).to_be_visible(timeout=READY)
    assert page.locator("#chargement").is_hidden(), "nothing is left to download, nor to cancel"
    settled(page, expected(given, {}, page))


def test_answers_are_wiped_by_the_button_and_on_leaving(page: Page, server: str) -> None:
    check(page, "document", "api")
    type_date(page, "expiration", "expiration", date(2026, 11, 5))
    launch(page)
    page.locator("#effacer").click()
    assert page.locator("input:checked").count() == 0
    assert page.locator("#d-expiration-expiration-jour").input_value() == ""
    assert page.locator("#resultats").is_hidden()
    assert page.locator("#contenu-resultats").inner_html() == ""
    check(page, "document", "api")
    page.goto(server + "fr/index.html")
    page.go_back()
    assert page.locator("input:checked").count() == 0
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert page.context.cookies() == []


def test_a_page_that_comes_back_from_the_cache_is_empty(page: Page) -> None:
    page.locator(START).click()
    answer(page, "document", "api")
    page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}))")
    # As the browser keeps it: it may show it before any script runs again.
    assert page.locator("input:checked").count() == 0
    assert page.locator("#accueil").is_visible()
    assert page.locator("#recapitulatif dd").count() == 0


@pytest.mark.parametrize("way", ["link", "escape"])
def test_quick_exit_wipes_and_does_not_come_back(page: Page, server: str, way: str) -> None:
    page.goto(server + "fr/index.html")
    page.goto(server + "fr/verifier.html")
    page.locator(START).click()
    for question in ("document", "fin_document", "dossier"):
        answer(page, question, FULL[question])
    if way == "link":
        page.locator("#quitter").click()
    else:
        for _ in range(3):
            page.keyboard.press("Escape")
    page.wait_for_url("about:blank")
    page.go_back()
    assert page.url == server + "fr/index.html", "the checker is no longer behind Back"


def test_once_loaded_it_works_without_network_and_sends_nothing(page: Page) -> None:
    asked: list[tuple[str, str]] = []
    page.on("request", lambda request: asked.append((request.url, request.post_data or "")))
    page.locator(START).click()
    expect(page.locator("#chargement")).to_be_hidden(timeout=READY)
    # The words and the look of the papers, asked for at the start, may still be on their way.
    page.evaluate("import(new URL('../assets/kit.js', location.href)).then(({ ready }) => ready())")
    before = len(asked)
    page.context.set_offline(True)
    given = through(page, FULL)
    settled(page, expected(given, {}, page))
    page.locator("#recapitulatif > summary").click()
    page.locator("[data-change=titre]").click()
    answer(page, "titre", "temporaire")
    settled(page, expected({**given, "titre": "temporaire"}, {}, page))
    page.locator("#suite details:has(#enregistrer) > summary").click()
    with page.expect_download() as saved:
        page.locator("#enregistrer").click()
    assert saved.value.suggested_filename == "notes.json"
    page.locator("#effacer").click()
    assert [url for url, _ in asked[before:] if not url.startswith("blob:")] == []
    words = {*QUESTIONS, *(option for option in given.values() if option != "?")} - {"document", "passeport", "titre"}
    for url, body in asked:
        assert body == ""
        assert not any(re.search(rf"[=/#?&]{word}\b", url) for word in words), url
        assert "#" not in url and "?" not in url


def test_answers_are_saved_and_opened_again(page: Page, tmp_path: Path, root: Path) -> None:
    launch(page)
    check(page, "document", "api")
    type_date(page, "expiration", "expiration", date(2026, 11, 5))
    page.locator("#suite details:has(#enregistrer) > summary").click()
    with page.expect_download() as saved:
        page.locator("#enregistrer").click()
    text = Path(saved.value.path()).read_text("utf-8")
    assert json.loads(text) == {
        "format": "droits-en-attente/reponses",
        "version": 1,
        "edition": Site(root).edition,
        "answers": {"document": "api"},
        "dates": {"expiration": "2026-11-05"},
    }
    page.locator("#effacer").click()
    assert page.locator("input:checked").count() == 0
    upload(page, text)
    expect(page.locator('input[name="q-document"]:checked')).to_have_attribute("value", "api")
    assert page.locator("#d-depot_anef-expiration-jour").input_value() == "5"
    assert page.locator("#refus").is_hidden()
    assert page.locator("#voir").is_hidden(), "the tool is not there yet, and its size is on the other button"
    assert "2" in page.locator("#annonce").inner_text()


def upload(page: Page, text: str) -> None:
    file = {"name": "notes.json", "mimeType": "application/json", "buffer": text.encode()}
    page.locator("#accueil input[type=file]").set_input_files(file)  # type: ignore[arg-type]


def saved_file(**changes: Any) -> str:
    return json.dumps({"format": "droits-en-attente/reponses", "version": 1, "edition": "x"} | changes)


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "null", '"x"', saved_file(format="autre"), saved_file(version=2), " " * 300_000],
    ids=["empty", "broken", "list", "null", "text", "format", "version", "huge"],
)
def test_a_file_that_is_not_ours_changes_nothing(page: Page, text: str) -> None:
    upload(page, text)
    expect(page.locator("#refus")).to_be_focused()
    assert "Rien n’a été repris" in page.locator("#refus").inner_text()
    assert page.locator("input:checked").count() == 0


def test_a_file_that_is_not_ours_takes_no_answer_away(page: Page) -> None:
    page.locator(START).click()
    answer(page, "document", "api")
    upload(page, "{")
    expect(page.locator("#refus")).to_be_focused()
    assert page.locator('input[name="q-document"]:checked').get_attribute("value") == "api"
    assert visible(page) == ["fin_document"]


def test_what_a_file_holds_is_checked_piece_by_piece(page: Page) -> None:
    evil = "<img src=x onerror=window.hurt=1>"
    answers = {"document": "api", "nature": evil, evil: "oui", "__proto__": "oui", "passeport": ["oui"], "voie": "?"}
    dates = {"expiration": "2026-11-05", "depot": "2026-02-31", evil: "2026-11-05", "aujourd_hui": "2020-01-01"}
    upload(page, saved_file(answers=answers, dates=dates, on=evil))
    expect(page.locator("#refus")).to_be_focused()
    assert page.locator("#refus li").count() == 9, "seven pieces, the day, and the edition"
    assert page.locator("#refus img").count() == 0
    assert page.evaluate("window.hurt") is None
    values = page.evaluate("[...document.querySelectorAll('input:checked')].map((n) => [n.name, n.value])")
    assert values == [["q-document", "api"], ["q-voie", "?"]]
    assert page.locator("#d-expiration-expiration-jour").input_value() == "5"
    assert page.locator("#d-depot_anef-depot-jour").input_value() == ""


def test_a_link_carries_answers_only_when_asked_and_is_forgotten_at_once(page: Page, server: str) -> None:
    page.locator(START).click()
    answer(page, "document", "api")
    page.locator("#suite details:has(#lien) > summary").click()
    assert page.locator("#lien-adresse").input_value() == ""
    page.locator("#lien").click()
    assert "Attention" in page.locator("#lien-avertissement").inner_text()
    page.locator("#lien-faire").click()
    expect(page.locator("#lien-adresse")).to_have_value(re.compile("#reponses="))
    address = page.locator("#lien-adresse").input_value()
    assert page.url == server + "fr/verifier.html"
    page.check('input[name="q-fin_document"][value="terminee"]')
    assert page.locator("#lien-fait").is_hidden(), "a link that no longer says what the form says goes away"
    assert page.locator("#lien-adresse").input_value() == ""
    page.goto(server + "fr/index.html")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address)
    expect(page.locator("#lien-recu")).to_be_focused()
    assert page.evaluate("location.hash") == ""
    assert page.locator("input:checked").count() == 0, "nothing is used before a yes"
    page.locator("#lien-oui").click()
    expect(page.locator('input[name="q-document"]:checked')).to_have_attribute("value", "api")
    assert not any("reponses" in url for url in asked)
    page.goto(server + "fr/verifier.html#reponses=%%%")
    page.locator("#lien-oui").click()
    expect(page.locator("#refus")).to_be_focused()


def test_nothing_is_remembered_by_the_browser(page: Page) -> None:
    assert page.locator("form").first.get_attribute("autocomplete") == "off"
    fields = page.locator("#application input[type=text]")
    assert fields.count() > 5
    for field in fields.all():
        assert field.get_attribute("autocomplete") == "off"
    assert page.locator("input[name]:not([type=radio])").count() == 0, "only radios have names"


def test_the_whole_journey_by_keyboard(page: Page) -> None:
    for _ in range(60):
        page.keyboard.press("Tab")
        if focused(page) == "commencer":
            break
    page.keyboard.press("Enter")
    given: dict[str, str] = {}
    while page.locator("#continuer").is_visible():
        (question,) = visible(page)
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.name") == f"q-{question}"
        page.keyboard.press("Space")
        given[question] = page.locator(f'input[name="q-{question}"]:checked').get_attribute("value") or ""
        page.keyboard.press("Enter")
        expect(page.locator(f"#q-{question}")).to_be_hidden()
    expect(page.locator("#titre-resultats")).to_be_focused(timeout=READY)
    settled(page, expected(given, {}, page))
