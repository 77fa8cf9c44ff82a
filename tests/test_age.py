"""Every page tells its age by the clock of the device: nothing before, a note past its review date, a banner past the
last day of the edition; without a request, from a disk too, and its dates in writing without JavaScript."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import cast
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from portal import comments
from portal.pages import Site, environment
from tests.test_site import OPEN_ALL, OVERFLOW, SMALL_TARGETS, View, context, violations
from tests.test_site import axe as axe  # a fixture
from tests.test_site import result_page as result_page  # a fixture

NOTE, BANNER = ".age .warning", ".age .danger"
PAGES = (
    "index.html",
    "fr/index.html",
    "fr/travailler.html",
    "fr/papiers.html",
    "fr/recherche.html",
    "fr/verifier.html",
    "fr/hors-ligne.html",
    "fr/q/index.html",
    "q/d3/index.html",
    "ar/index.html",
    "ar/droits.html",
    "ar/verifier.html",
    "ar/q/index.html",
    "zh/index.html",
    "zh/verifier.html",
    "zh/droits.html",
)
# Days before the review date of the pages of `reviewed`, and between both dates.
REVIEW_DAYS = 30


@pytest.fixture(scope="module")
def shared(root: Path) -> Site:
    return Site(root)


@pytest.fixture(scope="module")
def last(shared: Site) -> dt.date:
    """The last day of the edition."""
    return dt.date.fromisoformat(shared.expiry)


@pytest.fixture
def every(result_page: str) -> tuple[str, ...]:
    return (*PAGES, result_page, result_page.replace("fr/", "ar/", 1))


def on(page: Page, day: dt.date, days: int = 0, at: dt.time = dt.time(12)) -> None:
    """Sets the clock of the device, `days` after `day`, at an hour of Paris in winter."""
    moment = dt.datetime.combine(day + dt.timedelta(days), at, dt.timezone(dt.timedelta(hours=1)))
    page.clock.set_fixed_time(moment)


def in_paris(browser: Browser, view: View | None = None, *, javascript: bool = True) -> BrowserContext:
    chosen = view or View("narrow", 320)
    return context(browser, chosen, timezone_id="Europe/Paris", java_script_enabled=javascript, bypass_csp=True)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    opened = in_paris(browser)
    yield opened.new_page()
    opened.close()


@pytest.fixture(scope="module")
def reviewed(root: Path, site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Pages of each template that is rendered outside MkDocs, to be read again well before the edition ends."""
    folder = tmp_path_factory.mktemp("relues")
    shutil.copytree(site / "assets", folder / "assets", ignore=shutil.ignore_patterns("*.br", "*.gz"))
    env = environment(root)
    shared = cast(Site, env.globals["site"])
    shared.days = REVIEW_DAYS
    for lang in ("fr", "ar", "zh"):
        words = {"title": "x", "description": "x", "summary": "x", "lang": lang}
        more = {"heading": "x", "body": "", "toc": ()}
        for template in ("main.html", "not_kept.html", "door.html"):
            url = f"{lang}/{template}"
            shown = env.get_template(template).render(
                **shared.context(url, verified_on=shared.edition, **words), **more
            )
            (folder / lang).mkdir(exist_ok=True)
            (folder / url).write_text(shown, "utf-8")
    return folder


def test_nothing_is_said_in_time(page: Page, server: str, every: tuple[str, ...], last: dt.date) -> None:
    # The last day itself, to its last minute; a clock that was never set.
    for day, at in ((last, dt.time(23, 59)), (dt.date(2015, 1, 1), dt.time(12))):
        on(page, day, at=at)
        for name in every:
            page.goto(server + name)
            assert page.locator("[data-after]:visible").count() == 0, name
            assert page.locator("main [data-until][hidden]").count() == 0, name


def test_past_the_last_day_each_page_says_so(
    page: Page, server: str, every: tuple[str, ...], shared: Site, last: dt.date
) -> None:
    on(page, last, 1, dt.time(0, 1))
    for name in every:
        page.goto(server + name)
        lang = page.get_attribute("html", "lang") or ""
        t = shared.text(lang)
        banner = page.locator(BANNER)
        expect(banner).to_be_visible()
        expect(banner).to_contain_text(t["age"]["expired"].replace("{date}", shared.words(shared.expiry, lang)))
        expect(banner).to_contain_text(t["age"]["act"])
        assert page.evaluate("document.activeElement === document.body"), "the focus stays where it was"
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, (name, page.evaluate(OVERFLOW))
        page.emulate_media(media="print")
        expect(banner).to_be_visible()
        page.emulate_media(media="screen")
    page.goto(server + "fr/travailler.html")
    page.locator(BANNER).get_by_role("link").click()
    page.wait_for_url("**/fr/que-faire.html#aide")


def test_static_results_become_to_be_verified(
    page: Page,
    server: str,
    shared: Site,
    last: dt.date,
    result_page: str,
) -> None:
    for lang in ("fr", "ar"):
        words = shared.text(lang)["results"]
        on(page, last)
        page.goto(server + result_page.replace("fr/", f"{lang}/", 1))
        shown = page.locator(".status:visible")
        before = shown.all_inner_texts()
        assert words["status"]["kept"] in before and words["status"]["to_verify"] not in before
        on(page, last, 1)
        page.reload()
        page.evaluate(OPEN_ALL)
        unsure = (words["status"]["to_verify"], words["status"]["open"])
        assert [text for text in shown.all_inner_texts() if text not in unsure] == []
        expect(page.locator(".head > .status")).to_be_visible()
        expect(page.get_by_text(words["stale"])).to_be_visible()
        said = page.locator(".right.kept > .small:visible").first.inner_text()
        assert said == words["before"].replace("{status}", words["status"]["kept"])


def test_a_paper_past_its_last_day_is_to_be_thrown_away(page: Page, server: str, shared: Site, last: dt.date) -> None:
    for days in (0, 1):
        on(page, last, days)
        page.goto(server + "q/d3/index.html")
        assert page.get_by_text(shared.text("fr")["short"]["expired"]).is_visible() == bool(days)


def test_past_its_review_date_a_page_says_so(page: Page, reviewed: Path, shared: Site, last: dt.date) -> None:
    """From a disk, where browsers refuse modules."""
    due = dt.date.fromisoformat(shared.edition) + dt.timedelta(REVIEW_DAYS)
    for file in sorted(reviewed.rglob("*.html")):
        lang = file.parent.name
        day = shared.words(due, lang)
        for days, note, banner in ((0, False, False), (1, True, False), ((last - due).days + 1, False, True)):
            on(page, due, days)
            page.goto(file.as_uri())
            assert (page.locator(NOTE).is_visible(), page.locator(BANNER).is_visible()) == (note, banner), (file, days)
            expect(page.locator(NOTE)).to_have_text(shared.text(lang)["age"]["review"].replace("{date}", day))
            expect(page.locator("body")).to_contain_text(shared.text(lang)["age"]["reread"].replace("{date}", day))


def test_it_works_from_a_disk(
    page: Page,
    site: Path,
    last: dt.date,
    result_page: str,
) -> None:
    on(page, last, 1)
    for name in ("index.html", "fr/travailler.html", "ar/verifier.html", "fr/recherche.html", result_page):
        page.goto((site / name).as_uri())
        expect(page.locator(BANNER)).to_be_visible()


def test_it_asks_nothing_of_the_network(page: Page, server: str, every: tuple[str, ...], last: dt.date) -> None:
    """The same files before and after, each named by the page; nothing stored."""
    asked: set[str] = set()
    page.on("request", lambda request: asked.add(request.url))
    for name in every:
        found = []
        for days in (0, 1):
            on(page, last, days)
            asked.clear()
            page.goto(server + name, wait_until="networkidle")
            found.append(set(asked))
        assert found[0] == found[1], name
        assert all(urlsplit(url).netloc == urlsplit(server).netloc for url in found[1])
        assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]


def test_a_page_left_open_grows_old(page: Page, server: str, last: dt.date) -> None:
    on(page, last)
    page.goto(server + "fr/travailler.html")
    for event, target in (("visibilitychange", "document"), ("beforeprint", "window"), ("pageshow", "window")):
        on(page, last)
        page.evaluate("dispatchEvent(new Event('pageshow'))")
        expect(page.locator(BANNER)).to_be_hidden()
        on(page, last, 1)
        page.evaluate(f"{target}.dispatchEvent(new Event('{event}', {{bubbles: true}}))")
        expect(page.locator(BANNER)).to_be_visible()


def test_without_javascript_the_dates_are_written(
    browser: Browser, server: str, every: tuple[str, ...], shared: Site
) -> None:
    opened = in_paris(browser, javascript=False)
    page = opened.new_page()
    for name in every:
        page.goto(server + name)
        lang = page.get_attribute("html", "lang") or ""
        t = shared.text(lang)
        expiry = shared.words(shared.expiry, lang)
        for text, day in (
            (t["edition"], shared.words(shared.edition, lang)),
            (t["age"]["reread"], expiry),
            (t["footer"]["old"], expiry),
        ):
            for media in ("screen", "print"):
                page.emulate_media(media=media)  # type: ignore[arg-type]
                assert page.get_by_text(text.replace("{date}", day)).first.is_visible(), (name, text, media)
        assert page.locator("[data-after]:visible").count() == 0
    opened.close()


@pytest.mark.parametrize(
    "view",
    [View("dark", 320, "dark", opened=True), View("light", 1280), View("forced colours", 320, forced=True)],
    ids=lambda view: view.name,
)
def test_what_appears_is_accessible(
    browser: Browser,
    server: str,
    axe: str,
    every: tuple[str, ...],
    last: dt.date,
    view: View,
) -> None:
    opened = in_paris(browser, view)
    page = opened.new_page()
    on(page, last, 1)
    for name in every:
        page.goto(server + name)
        if view.opened:
            page.evaluate(OPEN_ALL)
        assert violations(page, axe) == [], name
        assert page.evaluate(SMALL_TARGETS) == [], name
        assert page.locator(BANNER).evaluate("(node) => getComputedStyle(node).borderTopStyle") == "solid"
        assert page.get_by_role("status").first.inner_text().strip(), "a live region says it"
    opened.close()


def test_the_script_is_tiny(root: Path) -> None:
    script = root / "portal/theme/assets/age.js"
    assert len(comments.strip(script.read_text("utf-8"), script.suffix).encode()) < 500
