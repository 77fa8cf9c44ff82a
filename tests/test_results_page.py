"""How a response is shown, whatever the rules hold today: one made for the purpose, given to the page's own scripts
and to the static templates."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from portal.pages import environment
from tests.test_site import OPEN_ALL, OVERFLOW, SMALL_TARGETS, VIEWS, View, axe, context, violations  # noqa: F401

TODAY = "2026-11-23"
SHOW = """async ([response, today]) => {
  const { render, summary } = await import(new URL("../assets/results.js", location.href));
  const { learn } = await import(new URL("../assets/dom.js", location.href));
  learn(await (await fetch("resultats.json")).json());
  const pages = new URL("index.html", location.href).href;
  document.getElementById("contenu-resultats").replaceChildren(...render(response, pages, today));
  document.getElementById("resultats").hidden = false;
  return summary(response);
}"""
NEW = ("out_of_scope", "dates", "trap", "remedies")
NEW_OF_RIGHTS = ("refused", "lever", "before")


@pytest.fixture(scope="module")
def responses(root: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((root / "tests" / "response_fixture.json").read_text("utf-8"))
    return found


@pytest.fixture
def page(page: Page, server: str) -> Iterator[Page]:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(server + "fr/verifier.html")
    yield page
    assert errors == []


def show(page: Page, response: dict[str, Any], today: str = TODAY) -> str:
    said: str = page.evaluate(SHOW, [response, today])
    return said


def texts(page: Page, selector: str) -> list[str]:
    return [" ".join(text.split()) for text in page.locator(f"#contenu-resultats {selector}").all_inner_texts()]


def test_everything_has_its_place(page: Page, responses: dict[str, Any]) -> None:
    response = responses["everything"]
    show(page, response)
    titles = texts(page, "h3")
    rights = [right["title"] for right in response["rights"]]
    assert titles == [response["situation"]["title"], *rights, "Mes dates", "Que faire, dans l’ordre", titles[-1]]
    assert page.locator("#contenu-resultats section.right").count() == 2
    rows = page.locator("#contenu-resultats details.row")
    assert rows.count() == len(rights) - 2
    row = rows.first
    assert row.locator("summary .status strong").is_visible(), "a closed row says its status in a word"
    assert not row.locator(".callout").is_visible()
    row.locator("> summary").focus()
    page.keyboard.press("Enter")
    assert row.locator(".callout").is_visible()


def test_a_stopped_response_shows_the_panel_alone(page: Page, responses: dict[str, Any]) -> None:
    response = responses["stop"]
    assert show(page, response) == response["out_of_scope"]["title"]
    assert page.locator("#contenu-resultats .right").count() == 0
    inside = texts(page, ".stop > *")
    assert inside[1] == " ".join(response["out_of_scope"]["warnings"][0].split()), "the deadlines come first"
    assert page.locator(".stop ol a").count() == len(response["out_of_scope"]["steps"])


def test_dates_are_in_order_and_today_among_them(page: Page, responses: dict[str, Any]) -> None:
    response = responses["everything"]
    show(page, response)
    days = [time.get_attribute("datetime") for time in page.locator(".timeline > li > .when time").all()]
    assert days == sorted([item["date"] for item in response["dates"]] + [TODAY])
    assert len(texts(page, ".timeline .gone .mark")) == sum(item["past"] for item in response["dates"])
    assert page.locator(".timeline .source-list").first.is_hidden(), "the arithmetic waits in a fold"
    page.locator(".timeline summary").first.click()
    assert page.locator(".timeline details ul").first.inner_text() == response["dates"][0]["steps"][0]
    assert "42" in page.locator(".trap .days").inner_text()
    assert "Référé mesures utiles" in page.locator(".trap").inner_text()
    show(page, response | {"trap": response["trap"] | {"days": -12, "route": "suspension"}})
    assert "−12" in page.locator(".trap .days").inner_text()
    assert "Référé-suspension" in page.locator(".trap").inner_text()


def test_remedies_are_a_ladder(page: Page, responses: dict[str, Any]) -> None:
    response = responses["everything"]
    show(page, response)
    rungs = page.locator(".ladder > li")
    assert rungs.count() == len(response["remedies"])
    for rung, remedy in zip(rungs.all(), response["remedies"], strict=True):
        assert rung.locator("h4").inner_text().startswith("Peut-être") == (not remedy["certain"])
        assert rung.locator("dd").count() == bool(remedy["deadline"]) + bool(remedy["cost"])
        assert (rung.locator("> p a").get_attribute("href") or "").endswith("/fr/" + remedy["page"])


def test_an_old_edition_is_said(page: Page, responses: dict[str, Any]) -> None:
    response = responses["everything"]
    show(page, response)
    frozen = page.locator(".right.to_verify")
    assert "À vérifier" in frozen.locator("> summary").inner_text()
    frozen.locator("> summary").click()
    assert "cette édition disait : Oui" in " ".join(frozen.inner_text().split())
    assert "trop vieille" in page.locator("#contenu-resultats > .callout").inner_text()
    fresh = [right for right in response["rights"] if right["status"] != "to_verify"]
    show(page, response | {"rights": fresh})
    assert page.locator("#contenu-resultats > .callout").count() == 0


def test_a_past_day_is_said(page: Page, responses: dict[str, Any]) -> None:
    show(page, responses["everything"], "2027-03-01")
    assert "une date passée" in page.locator("#contenu-resultats > .callout.note").inner_text()


def test_a_response_without_the_newer_parts_is_shown(page: Page, responses: dict[str, Any]) -> None:
    plain = {key: value for key, value in responses["everything"].items() if key not in NEW}
    plain["rights"] = [{k: v for k, v in right.items() if k not in NEW_OF_RIGHTS} for right in plain["rights"]]
    show(page, plain)
    assert page.locator("#contenu-resultats .right").count() == len(plain["rights"])
    assert page.locator("#contenu-resultats :is(.dates, .remedies, .stop, .lever)").count() == 0


def static(page: Page, root: Path, response: dict[str, Any]) -> Page:
    """A second tab with the static page of `response`."""
    env = environment(root)
    site = env.globals["site"]
    shared = site.context("fr/q/x.html", title="x", description="x", index=False)  # type: ignore[attr-defined]
    tab = page.context.new_page()
    tab.set_content(
        env.get_template("decision.html").render(
            **shared, question=None, result=response, trail=[], restart="", box=None
        )
    )
    tab.evaluate(OPEN_ALL)
    return tab


def test_static_pages_show_the_same(page: Page, root: Path, responses: dict[str, Any]) -> None:
    response = responses["everything"]
    show(page, response)
    page.evaluate(OPEN_ALL)
    tab = static(page, root, response)
    for selector in (".right", ".row", ".rows", ".lever", ".alternatives li", ".ladder li", ".maybe", ".situation"):
        assert tab.locator(selector).count() == page.locator(f"#contenu-resultats {selector}").count() > 0, selector
    for selector in (".right h3", ".right .status:visible", ".right .headline", ".ladder dd"):
        shown = [" ".join(text.split()) for text in tab.locator(selector).all_inner_texts()]
        assert shown == texts(page, selector)
    assert tab.locator(".timeline, .trap").count() == 0, "what needs dates is not on a page without dates"
    stopped = static(page, root, responses["stop"])
    assert stopped.locator(".stop .urgent li").count() == len(responses["stop"]["out_of_scope"]["warnings"])
    assert stopped.locator(".right, #droits").count() == 0


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_results_are_accessible_in_every_state(
    browser: Browser,
    server: str,
    axe: str,  # noqa: F811
    responses: dict[str, Any],
    view: View,
) -> None:
    opened = context(browser, view, bypass_csp=True)
    page = opened.new_page()
    page.goto(server + "fr/verifier.html")
    for name, response in responses.items():
        show(page, response)
        if view.opened:
            page.evaluate(OPEN_ALL)
        assert violations(page, axe) == [], name
        page.evaluate(OPEN_ALL)
        assert page.evaluate("document.documentElement.scrollWidth") <= view.width, page.evaluate(OVERFLOW)
        assert page.evaluate(SMALL_TARGETS) == [], name
    opened.close()


def test_results_are_mirrored(page: Page, responses: dict[str, Any]) -> None:
    show(page, responses["everything"])
    number = "document.querySelector('.ladder h4').getBoundingClientRect()"
    frame = "document.querySelector('.ladder > li').getBoundingClientRect()"
    start = page.evaluate(f"{number}.left - {frame}.left")
    page.evaluate("document.documentElement.dir = document.querySelector('article').dir = 'rtl'")
    assert abs(page.evaluate(f"{frame}.right - {number}.right") - start) < 2
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_result_prints_without_the_form(page: Page, responses: dict[str, Any]) -> None:
    show(page, responses["everything"])
    page.emulate_media(media="print")
    for selector in ("#verification", ".private", "#imprimer", ".notice + main .lead"):
        assert not page.locator(selector).first.is_visible(), selector
    assert page.locator("h1").is_visible()
    assert page.locator(".timeline").is_visible()
    row = page.locator("details.row").first
    assert row.locator("h4").first.evaluate("(node) => node.getBoundingClientRect().height > 0"), "rows are open"
