"""Two hundred people go through the checker, forty in each way that a reader may: all end where the engine ends."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from checker.consult import consult
from portal.decisions.tree import Ask, Result, Tree, build
from portal.decisions.write import url_of
from tests.journeys import QUESTIONS, RULES, Journey, journeys

COUNT = 200
WAYS = ("offline", "right to left", "keyboard", "no JavaScript", "no WebAssembly")
READY = 120_000
# What a page of results says: the class of each right, by the right's id.
OUTCOMES = """() => Object.fromEntries([...document.querySelectorAll("main .right")].map((node) =>
  [node.querySelector("h3").id.replace("droit-", ""), node.classList[1]]))"""
FOCUSED = "() => document.activeElement.id || document.activeElement.name"


def today(page: Page) -> date:
    return date.fromisoformat(page.evaluate("new Date().toLocaleDateString('sv')"))


def people(way: str, day: date, *, dates: bool = True, unknown: bool = True) -> list[Journey]:
    """Those who go this way: each of the two hundred goes one."""
    return journeys(COUNT, day, dates=dates, unknown=unknown)[WAYS.index(way) :: len(WAYS)]


def expected(response: dict[str, Any]) -> dict[str, str]:
    return {right["id"]: right["status"] for right in response["rights"]}


@contextmanager
def opened(context: BrowserContext, address: str) -> Iterator[Page]:
    """A page of ``context`` at ``address``; a script error on it fails the test."""
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(address)
    yield page
    assert errors == []
    context.close()


def begin(page: Page) -> None:
    """Starts the download, and waits until Python answers."""
    page.locator("#commencer").click()
    expect(page.locator("#chargement")).to_be_hidden(timeout=READY)
    expect(page.locator("#echec")).to_be_hidden()


def finished(page: Page, journey: Journey, day: date) -> None:
    """The result on the page is the engine's."""
    response = journey.response(day.isoformat())
    page.wait_for_function(
        "() => !document.getElementById('resultats').hidden && document.activeElement.id === 'titre-resultats'"
    )
    if response["out_of_scope"]:
        assert page.locator("#arret").inner_text().strip() == response["out_of_scope"]["title"].replace("'", "’")
    assert page.evaluate(OUTCOMES) == expected(response), journey.steps


# --- Pointer: in the page itself, as a finger would, one question at a time


def answer(page: Page, question: str, given: str | dict[str, date]) -> None:
    """Answers the question in view and goes on."""
    parts = given if isinstance(given, str) else {name: [day.day, day.month, day.year] for name, day in given.items()}
    page.wait_for_function("(id) => document.querySelector(`#q-${id}`).checkVisibility()", arg=question)
    page.evaluate(
        """([question, given]) => {
          const fieldset = document.getElementById(`q-${question}`);
          if (typeof given === "string") fieldset.querySelector(`input[value="${given}"]`).click();
          else for (const [name, parts] of Object.entries(given)) {
            fieldset.querySelectorAll(`[data-date="${name}"] input`).forEach((field, index) => {
              field.value = parts[index];
              field.dispatchEvent(new Event("input", { bubbles: true }));
            });
          }
          document.getElementById("continuer").click();
        }""",
        [question, parts],
    )


def by_pointer(page: Page, journey: Journey) -> None:
    for question, given in journey.steps:
        answer(page, question, given)


def wipe(page: Page) -> None:
    page.locator("#effacer").click()
    page.locator("#commencer").click()


def run(page: Page, way: str, walk: Callable[[Page, Journey], None], clean: Callable[[Page], None]) -> None:
    day = today(page)
    for number, journey in enumerate(people(way, day)):
        if number:
            clean(page)
        walk(page, journey)
        finished(page, journey, day)


def test_offline(browser: Browser, server: str) -> None:
    """The network is cut once Python is ready."""
    context = browser.new_context(locale="fr-FR", reduced_motion="reduce", viewport={"width": 360, "height": 740})
    with opened(context, server + "fr/verifier.html") as page:
        begin(page)
        requests: list[str] = []
        page.on("request", lambda request: requests.append(request.url))
        context.set_offline(True)
        run(page, "offline", by_pointer, wipe)
        assert requests == []


def test_right_to_left(browser: Browser, server: str) -> None:
    context = browser.new_context(locale="ar", reduced_motion="reduce", viewport={"width": 360, "height": 740})
    context.add_init_script(
        "addEventListener('DOMContentLoaded', () => { for (const node of [document.documentElement,"
        " ...document.querySelectorAll('[dir]')]) node.dir = 'rtl'; })"
    )
    with opened(context, server + "fr/verifier.html") as page:
        begin(page)
        run(page, "right to left", by_pointer, wipe)
        assert page.evaluate("getComputedStyle(document.querySelector('main article')).direction") == "rtl"
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


# --- Keyboard alone


def press_until(page: Page, key: str, reached: str) -> None:
    """Presses ``key`` until ``reached`` (a JavaScript test of the focused element) holds."""
    for _ in range(150):
        if page.evaluate(f"(() => {{ const node = document.activeElement; return {reached}; }})()"):
            return
        page.keyboard.press(key)
    raise AssertionError(f"{reached} is not reached by {key}: {page.evaluate(FOCUSED)}")


def by_keyboard(page: Page, journey: Journey) -> None:
    for question, given in journey.steps:
        page.wait_for_function("(id) => document.activeElement.matches(`#q-${id} legend`)", arg=question)
        if isinstance(given, str):
            page.keyboard.press("Tab")
            order = [*(option.id for option in QUESTIONS[question].options), "?"]
            for _ in range(order.index(given)):
                page.keyboard.press("ArrowDown")
            if order.index(given) == 0:
                page.keyboard.press("Space")
        else:
            for name, day in given.items():
                press_until(page, "Tab", f"node.closest('#q-{question} [data-date=\"{name}\"]') !== null")
                for rank, text in enumerate((day.day, day.month, day.year)):
                    if rank:
                        page.keyboard.press("Tab")
                    page.keyboard.press("Control+a")
                    page.keyboard.type(str(text))
        page.keyboard.press("Enter")


def wipe_by_keyboard(page: Page) -> None:
    press_until(page, "Tab", "node.id === 'effacer'")
    page.keyboard.press("Enter")
    press_until(page, "Tab", "node.id === 'commencer'")
    page.keyboard.press("Enter")


def test_keyboard_alone(browser: Browser, server: str) -> None:
    context = browser.new_context(locale="fr-FR", reduced_motion="reduce")
    with opened(context, server + "fr/verifier.html") as page:
        press_until(page, "Tab", "node.id === 'commencer'")
        page.keyboard.press("Enter")
        expect(page.locator("#chargement")).to_be_hidden(timeout=READY)
        run(page, "keyboard", by_keyboard, wipe_by_keyboard)


# --- Static pages


@pytest.fixture(scope="module")
def tree() -> Tree:
    return build(RULES)


def shown(tree: Tree, page: Page) -> Ask | Result:
    """The page of the tree that the browser shows."""
    name = page.url.rsplit("/", 1)[-1].removesuffix(".html")
    return tree.pages[tree.root if name == "index" else name]


def answer_links(tree: Tree, page: Page, journey: Journey, given: dict[str, str]) -> tuple[Result, dict[str, str]]:
    """Answers static pages until the results; returns these, and all the answers."""
    answers = dict(given)
    while isinstance(here := shown(tree, page), Ask):
        option = answers[here.question] = journey.answers.get(here.question, "?")
        target = here.unknown if option == "?" else dict(here.options)[option]
        page.locator(f"ul.choices a[href='{url_of(tree, target).rsplit('/', 1)[-1]}']").first.click()
        page.wait_for_url(f"**/{url_of(tree, target)}")
    return here, answers


def by_links(tree: Tree, page: Page, journey: Journey, given: dict[str, str]) -> None:
    """Answers static pages until the results, then those of two rights that need more; compares with the engine.

    ``given`` holds the answers that led to the present page."""
    day = today(page).isoformat()
    results, answers = answer_links(tree, page, journey, given)
    response = consult({"answers": answers, "dates": {}, "today": day})
    found = page.evaluate(OUTCOMES)
    assert found == {name: status for name, status in expected(response).items() if name in found}, answers
    assert bool(found) != bool(response["out_of_scope"])
    here = page.url
    for right, target in results.more[:2]:
        row = page.locator(f"details:has(#droit-{right}) > summary")
        if row.count():
            row.click()
        page.locator(
            f":is(section, details):has(> h3#droit-{right}, > summary #droit-{right}) a[href$='{target}.html']"
        ).click()
        page.wait_for_url(f"**/{target}.html")
        _, further = answer_links(tree, page, journey, answers)
        status = page.evaluate(OUTCOMES)[right]
        assert status == expected(consult({"answers": further, "dates": {}, "today": day}))[right], further
        page.goto(here)


def test_without_javascript(browser: Browser, tree: Tree, server: str) -> None:
    context = browser.new_context(locale="fr-FR", java_script_enabled=False, viewport={"width": 360, "height": 740})
    with opened(context, server + "fr/verifier.html") as page:
        for journey in people("no JavaScript", date.today(), dates=False):
            page.goto(server + "fr/verifier.html")
            page.locator("#sans-script a").click()
            page.wait_for_url("**/q/index.html")
            by_links(tree, page, journey, {})


def followed(tree: Tree, given: dict[str, str]) -> tuple[str, dict[str, str]]:
    """The address of the static page that the answers lead to, and those that the pages before it asked for."""
    name, met = tree.root, {}
    while isinstance(page := tree.pages[name], Ask) and page.question in given:
        met[page.question] = given[page.question]
        name = dict(page.options)[given[page.question]]
    return url_of(tree, name), met


def test_without_webassembly(launch: Callable[..., Browser], tree: Tree, server: str) -> None:
    """The form asks its questions; the static pages take over at the first one that it leaves, or with the results."""
    # As hardened browsers do: no WebAssembly without its compiler.
    chromium = launch("--js-flags=--jitless")
    context = chromium.new_context(locale="fr-FR", reduced_motion="reduce", viewport={"width": 360, "height": 740})
    with opened(context, server + "fr/verifier.html") as page:
        assert page.evaluate("typeof WebAssembly") == "undefined"
        for number, journey in enumerate(people("no WebAssembly", today(page), dates=False, unknown=False)):
            page.goto(server + "fr/verifier.html")
            page.locator("#commencer").click()
            expect(page.locator("#echec")).to_be_visible(timeout=READY)
            stop = number % (len(journey.steps) + 1)
            for question, given in journey.steps[:stop]:
                answer(page, question, given)
            given = {question: str(option) for question, option in journey.steps[:stop]}
            link = page.locator("#page-par-page")
            # Until the map of the pages is here, the link leads to the first one.
            expect(link).to_have_text(re.compile("à cette question|Voir le résultat"))
            link.click()
            address, met = followed(tree, given)
            page.wait_for_url(server + address)
            by_links(tree, page, journey, met)
    chromium.close()
