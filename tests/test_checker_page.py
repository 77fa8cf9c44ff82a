"""The checker, end to end, with the real worker and the real rules: answers, dates, errors, cancel, wipe, offline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from checker.catalogue import catalogue
from checker.consult import consult
from portal import checker_form
from portal.frontmatter import PageError
from portal.pages import Site
from tests.test_site import axe, violations  # noqa: F401

START = "#verification .start >> nth=0"
READY = 90_000
STATUS = ":scope > .status, :scope > summary .status"
IN_FULL = ("sejour", "travail")
# What the page sends to Python, kept where a test can read it.
SPY = """const send = Worker.prototype.postMessage;
Worker.prototype.postMessage = function (message) { (window.sent ??= []).push(message); send.call(this, message); };"""


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
    page.locator(START).click()
    expect(page.locator("#chargement")).to_be_hidden(timeout=READY)
    expect(page.locator("#resultats")).to_be_visible(timeout=READY)


def unfold(page: Page, question: str) -> None:
    """Questions come one at a time: ask for all of them when this one is not there yet."""
    if not page.locator(f"#q-{question}").is_visible():
        page.locator("#montrer").click()


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


def test_questions_come_one_at_a_time(page: Page) -> None:
    order = [question["id"] for question in catalogue()["questions"]]
    assert visible(page) == order[:1]
    assert page.locator(".group h3").count() >= 1
    assert not page.locator(".group h3").first.is_visible(), "a heading without a question says nothing"
    page.check(f'input[name="q-{order[0]}"][value="?"]')
    assert visible(page) == order[:2]
    assert page.locator(f"#q-{order[1]} > legend").inner_text() in page.locator("#annonce").inner_text()
    page.locator("#montrer").click()
    assert visible(page) == order
    assert page.evaluate("document.activeElement.name") == f"q-{order[2]}", "the hand goes to what has just appeared"
    assert page.locator(".group h3").first.is_visible()
    assert page.locator("#masquees").is_hidden()
    page.locator("#effacer").click()
    assert visible(page) == order[:1]


def test_a_group_must_begin_at_a_question_that_is_asked() -> None:
    questions = catalogue()["questions"]
    groups = checker_form.grouped(questions, {questions[2]["id"]: "Titre"})
    assert [len(group["questions"]) for group in groups] == [2, len(questions) - 2]
    assert [group["title"] for group in groups] == ["", "Titre"]
    with pytest.raises(PageError, match="nulle_part"):
        checker_form.grouped(questions, {"nulle_part": "Titre"})


def test_words_for_scripts_have_one_meaning_each(page: Page) -> None:
    keys = page.evaluate(
        "[...document.getElementById('mots').content.querySelectorAll('[data-mot]')].map((n) => n.dataset.mot)"
    )
    assert sorted(set(keys)) == sorted(keys)


def test_a_past_day_and_the_end_of_the_edition_are_sent(page: Page, root: Path) -> None:
    page.add_init_script(SPY)
    page.reload()
    page.locator("details.past summary").click()
    fill(page, "#d-on", date.today() + timedelta(days=3))
    page.locator(START).click()
    assert page.evaluate("document.activeElement.id") == "erreurs"
    assert "futur" in page.locator("#d-on-erreur").inner_text()
    page.locator("#erreurs a").click()
    assert page.evaluate("document.activeElement.id") == "d-on-jour"
    examined = date.today() - timedelta(days=30)
    fill(page, "#d-on", examined)
    launch(page)
    request = page.evaluate("window.sent.findLast((message) => message.type === 'ask').request")
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
    unfold(page, "expiration")
    for part, text in (("jour", day), ("mois", month), ("annee", year)):
        page.locator(f"#d-expiration-expiration-{part}").fill(text)
    page.locator(START).click()
    assert page.evaluate("document.activeElement.id") == "erreurs"
    error = page.locator("#d-expiration-expiration-erreur")
    assert message in error.inner_text()
    group = page.locator("#q-expiration [data-date=expiration]")
    assert "d-expiration-expiration-erreur" in (group.get_attribute("aria-describedby") or "")
    assert page.locator("#d-expiration-expiration-jour").get_attribute("aria-invalid") == "true"
    assert page.locator("#chargement").is_hidden(), "nothing is downloaded for a form that cannot be read"
    page.locator("#erreurs a").click()
    assert page.evaluate("document.activeElement.id") == "d-expiration-expiration-jour"


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
    assert visible(page) == ["document", relevant[0]], "an answered question stays, the next useful one follows"
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
    assert page.evaluate("document.activeElement.id") == "titre-resultats"


def test_download_can_be_cancelled_and_taken_up_again(page: Page, server: str) -> None:
    held: list[Route] = []
    page.context.route("**/runtime/**", lambda route: held.append(route))
    check(page, "document", "api")
    page.locator(START).click()
    expect(page.locator("#annuler")).to_be_focused()
    page.locator("#annuler").click()
    expect(page.locator("#chargement")).to_be_hidden()
    assert page.locator('input[name="q-document"]:checked').get_attribute("value") == "api"
    page.context.unroute_all(behavior="ignoreErrors")
    launch(page)


def test_a_failed_download_leads_to_the_static_pages(page: Page) -> None:
    page.context.route("**/runtime/*.wasm", lambda route: route.abort())
    page.locator(START).click()
    expect(page.locator("#echec")).to_be_focused(timeout=READY)
    assert page.locator("#echec a").get_attribute("href") == "q/index.html"
    assert page.locator(START).inner_text() == "Réessayer"


def test_a_browser_without_webassembly_is_told(context: BrowserContext, server: str) -> None:
    context.add_init_script("delete window.WebAssembly")
    page = context.new_page()
    page.goto(server + "fr/verifier.html")
    page.locator(START).click()
    expect(page.locator("#echec")).to_be_visible(timeout=READY)


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


def test_once_loaded_it_works_offline_and_sends_nothing(page: Page) -> None:
    launch_asked: list[str] = []
    check(page, "document", "api")
    launch(page)
    page.context.set_offline(True)
    page.on("request", lambda request: launch_asked.append(request.url))
    check(page, "dossier", "en_cours")
    settled(page, expected({"document": "api", "dossier": "en_cours"}, {}, page))
    assert launch_asked == []
    assert "?" not in page.url


def test_results_are_accessible(browser: Browser, server: str, axe: str) -> None:  # noqa: F811
    for scheme, width in (("light", 1280), ("dark", 320)):
        opened = browser.new_context(
            locale="fr-FR",
            reduced_motion="reduce",
            viewport={"width": width, "height": 800},
            bypass_csp=True,
            color_scheme="dark" if scheme == "dark" else "light",
        )
        page = opened.new_page()
        page.goto(server + "fr/verifier.html")
        page.locator(START).click()
        assert violations(page, axe) == [], "while loading"
        expect(page.locator("#resultats")).to_be_visible(timeout=READY)
        check(page, "document", "api")
        check(page, "fin_document", "en_cours")
        settled(page, expected({"document": "api", "fin_document": "en_cours"}, {}, page))
        page.evaluate("document.querySelectorAll('details').forEach((node) => { node.open = true; })")
        assert violations(page, axe) == [], scheme
        unfold(page, "expiration")
        page.locator("#d-expiration-expiration-jour").fill("45")
        expect(page.locator("#d-expiration-expiration-erreur")).to_be_visible(timeout=READY)
        assert violations(page, axe) == [], f"{scheme}, with an error"
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        opened.close()
