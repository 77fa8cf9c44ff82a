"""The built site in a real browser: accessible in every state, readable at 320 px, without JavaScript, by keyboard,
and asking nothing of anybody else."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from portal import compress, npm
from portal.audit import audit
from portal.pages import Site
from portal.security import csp

ARTICLES = (
    "index.html",
    "fr/index.html",
    "fr/documents.html",
    "fr/travailler.html",
    "fr/que-faire.html",
    "fr/decision-5-mai-2026.html",
    "fr/confidentialite.html",
)
CHECKER = "fr/verifier.html"
FIRST_QUESTION = "fr/q/index.html"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN_AXE = """async (tags) =>
  (await axe.run(document, {runOnly: tags, resultTypes: ["violations"]})).violations"""


@dataclass(frozen=True)
class View:
    """A way of looking at a page."""

    name: str
    width: int
    scheme: str = "light"
    opened: bool = False
    forced: bool = False


VIEWS = (
    View("wide", 1280),
    View("dark", 1280, "dark"),
    View("narrow", 320, opened=True),
    View("forced colours", 1280, forced=True),
)
OPEN_ALL = "() => document.querySelectorAll('details').forEach((node) => { node.open = true; })"
OVERFLOW = """() => [...document.querySelectorAll("body *")]
  .filter((node) => node.getBoundingClientRect().right > document.documentElement.clientWidth + 1
    && getComputedStyle(node).clipPath === "none" && !node.closest("thead, svg"))
  .slice(0, 5).map((node) => node.tagName + "." + node.className)"""
SPACING = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("* {line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}"
    + "p{margin-block-end:2em!important}");
  document.adoptedStyleSheets = [sheet];
}"""
SMALL_TARGETS = """() => [...document.querySelectorAll(".top a, .foot nav a, .toc a, .card, button, .option, summary")]
  .filter((node) => node.getClientRects().length && node.getBoundingClientRect().height < 43.5)
  .map((node) => node.tagName + " " + node.textContent.trim().slice(0, 30))"""


@pytest.fixture(scope="session")
def axe(root: Path) -> str:
    return (npm.install(root, tests=True) / "axe-core" / "axe.min.js").read_text("utf-8")


@pytest.fixture(scope="session")
def articles(root: Path) -> tuple[str, ...]:
    """The French pages made from Markdown, but the checker's and the search page; test_languages.py has the others."""
    fronts = Site(root).fronts.items()
    return tuple(
        name.removesuffix(".md") + ".html"
        for name, front in fronts
        if front.template == "main.html" and name.startswith("fr/")
    )


@pytest.fixture(scope="session")
def result_page(site: Path) -> str:
    """A static page that shows results, with at least one open fold of sources."""
    for path in sorted((site / "fr" / "q").glob("*.html")):
        text = path.read_text("utf-8")
        if 'class="right kept"' in text and "<blockquote" in text:
            return f"fr/q/{path.name}"
    raise AssertionError("no static page shows a kept right with its quote")


@pytest.fixture
def pages(result_page: str) -> tuple[str, ...]:
    """One page of each type."""
    return (*ARTICLES, CHECKER, FIRST_QUESTION, result_page, "404.html")


@pytest.fixture
def every(pages: tuple[str, ...], articles: tuple[str, ...]) -> tuple[str, ...]:
    """Every page, but of the thousand decision pages the two of `pages`."""
    return tuple(dict.fromkeys((*pages, *articles)))


def context(browser: Browser, view: View = VIEWS[0], **options: Any) -> BrowserContext:
    return browser.new_context(
        locale="fr-FR",
        viewport={"width": view.width, "height": 800},
        color_scheme="dark" if view.scheme == "dark" else "light",
        reduced_motion="reduce",
        forced_colors="active" if view.forced else "none",
        **options,
    )


def violations(page: Page, axe: str) -> list[str]:
    page.evaluate(axe)
    found = page.evaluate(RUN_AXE, RULES)
    return [f"{v['id']}: {n['html'][:160]} {n['failureSummary'][:200]}" for v in found for n in v["nodes"]]


def test_audit_finds_nothing(root: Path, site: Path) -> None:
    assert audit(site, lambda data: len(compress.brotli_bytes(root, data))) == []


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_axe_finds_nothing(
    browser: Browser, server: str, axe: str, pages: tuple[str, ...], every: tuple[str, ...], view: View
) -> None:
    opened = context(browser, view, bypass_csp=True)
    page = opened.new_page()
    for name in every if view.opened else pages:
        page.goto(server + name)
        if view.opened:
            page.evaluate(OPEN_ALL)
        assert violations(page, axe) == [], name
    opened.close()


def test_nothing_overflows_at_320_px(browser: Browser, server: str, every: tuple[str, ...]) -> None:
    for javascript in (True, False):
        opened = context(browser, View("narrow", 320), java_script_enabled=javascript)
        page = opened.new_page()
        for name in every:
            page.goto(server + name)
            page.evaluate(OPEN_ALL)
            assert page.evaluate("document.documentElement.scrollWidth") <= 320, (name, page.evaluate(OVERFLOW))
            if javascript:
                page.evaluate(SPACING)
                assert page.evaluate("document.documentElement.scrollWidth") <= 320, (name, "text spacing")
        opened.close()


def test_targets_are_large(browser: Browser, server: str, every: tuple[str, ...]) -> None:
    for width in (320, 1280):
        opened = context(browser, View("size", width))
        page = opened.new_page()
        for name in every:
            page.goto(server + name)
            page.evaluate(OPEN_ALL)
            assert page.evaluate(SMALL_TARGETS) == [], name
        opened.close()


def test_the_menu_works_by_keyboard_without_javascript(browser: Browser, server: str) -> None:
    opened = context(browser, View("narrow", 320), java_script_enabled=False)
    page = opened.new_page()
    page.goto(server + "fr/index.html")
    page.locator(".menu summary").focus()
    page.keyboard.press("Enter")
    for _ in range(3):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/fr/documents.html")
    opened.close()


def test_skip_link_goes_to_the_text(browser: Browser, server: str) -> None:
    opened = context(browser)
    page = opened.new_page()
    page.goto(server + "fr/index.html")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "contenu"
    opened.close()


def test_no_request_leaves_and_the_policy_is_respected(browser: Browser, server: str, pages: tuple[str, ...]) -> None:
    opened = context(browser)
    page = opened.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    for name in pages:
        asked.clear()
        page.goto(server + name, wait_until="networkidle")
        assert [url for url in asked if not url.startswith(server)] == [], name
        if name != CHECKER:
            assert len(asked) <= 6, (name, asked)
        assert opened.cookies() == [], name
        assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert said == []
    opened.close()


def test_each_page_carries_its_policy(page: Page, server: str) -> None:
    for name, checker in ((ARTICLES[1], False), (FIRST_QUESTION, False), (CHECKER, True)):
        page.goto(server + name)
        written = page.get_attribute("meta[http-equiv=Content-Security-Policy]", "content")
        assert written == csp(checker)
    assert "wasm-unsafe-eval" in csp(True)
    assert "wasm-unsafe-eval" not in csp(False)


def test_decision_pages_stay_out_of_search_engines(page: Page, server: str, result_page: str) -> None:
    for name in (FIRST_QUESTION, result_page):
        page.goto(server + name)
        assert page.get_attribute("meta[name=robots]", "content") == "noindex, nofollow"
    page.goto(server + "fr/index.html")
    assert page.locator("meta[name=robots]").count() == 0


def test_without_javascript_the_checker_leads_to_the_static_questions(browser: Browser, server: str) -> None:
    opened = context(browser, java_script_enabled=False)
    page = opened.new_page()
    page.goto(server + CHECKER)
    assert not page.locator("#verification").is_visible()
    page.locator("#sans-script a").click()
    page.wait_for_url("**/fr/q/index.html")
    assert page.locator(".choices a").count() >= 2
    opened.close()


def test_static_questions_reach_a_result_by_links_alone(browser: Browser, server: str) -> None:
    opened = context(browser, View("narrow", 320), java_script_enabled=False)
    page = opened.new_page()
    page.goto(server + FIRST_QUESTION)
    for _ in range(40):
        if not page.locator(".choices a").count():
            break
        # A page that is leaving holds no link any more.
        with page.expect_navigation():
            page.locator(".choices a").first.click()
    assert page.locator("section.right").count() >= 1
    page.locator(".restart a").click()
    page.wait_for_url("**/fr/q/index.html")
    opened.close()


def test_every_article_says_what_it_is(page: Page, server: str, articles: tuple[str, ...]) -> None:
    for name in (*articles, CHECKER):
        page.goto(server + name)
        notice = page.locator(".notice").inner_text()
        assert "pas un conseil juridique" in notice
        assert "n’est pas l’administration" in notice
        assert "Pas encore relu par un avocat" in notice
        assert page.get_attribute("meta[name=verifie-le]", "content")
        assert "Vérifié le" in page.locator(".verified").inner_text()
        assert page.locator(":is(.top, .foot) nav a[aria-current]:visible").count() >= 1
        assert page.locator("main article h1").count() == 1


def test_each_source_shows_where_it_was_read(
    page: Page, server: str, root: Path, articles: tuple[str, ...]
) -> None:
    fronts = Site(root).fronts
    for name in articles:
        page.goto(server + name)
        sources = page.locator(".sources .source-list > li")
        assert sources.count() == len(fronts[name.removesuffix(".html") + ".md"].sources), name
        notes = page.locator(".sources .source-note").all_text_contents()
        assert len(notes) == sources.count()
        assert [note for note in notes if not re.search(r"([Ll]u|vue) le \d{1,2}(er)?\s\w+\s20\d\d", note)] == [], name
        for link in page.locator("a.cite").all():
            assert page.locator(link.get_attribute("href") or "").count() == 1


def test_pages_work_from_a_disk(browser: Browser, site: Path) -> None:
    opened = context(browser)
    page = opened.new_page()
    page.goto((site / "fr" / "index.html").as_uri())
    assert page.evaluate("getComputedStyle(document.body).margin") == "0px", "the style sheet was read"
    page.locator(".wide a", has_text="Mes documents").click()
    page.wait_for_url("**/fr/documents.html")
    page.goto((site / CHECKER).as_uri())
    assert page.locator("#sans-script").is_visible(), "modules do not run from a disk: the static way stands instead"
    opened.close()


def test_print_hides_what_paper_cannot_use(page: Page, server: str) -> None:
    page.goto(server + "fr/documents.html")
    page.emulate_media(media="print")
    assert not page.locator(".toc").is_visible()
    assert not page.locator(".wide").is_visible()
    assert page.locator("main h1").is_visible()


def test_right_to_left_mirrors_the_page(page: Page, server: str) -> None:
    """The sheet has logical properties only: turning the page round moves the brand to the other side."""
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(server + "fr/documents.html")
    left = page.evaluate("document.querySelector('.logo').getBoundingClientRect().left")
    page.evaluate("document.documentElement.dir = 'rtl'")
    right = page.evaluate("innerWidth - document.querySelector('.logo').getBoundingClientRect().right")
    assert abs(left - right) < 20
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280
