"""The checker's page in another language, with the real worker: Python gets the words, and what it says is in them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from checker.consult import consult
from checker.translation import texts
from tests.hosting import change, copy_site, hosting
from tests.second_language import LANG, marked
from tests.test_checker_page import FULL, SPY, launch


@pytest.fixture(scope="module")
def host(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site, whose French page of the checker speaks the language."""
    copy = copy_site(site, tmp_path_factory.mktemp("language") / "site")
    change(copy / "fr" / "verifier.html", 'data-lang="fr"', f'data-lang="{LANG}" data-rules="regles.json"')
    (copy / "fr" / "regles.json").write_text(json.dumps(marked(texts())), "utf-8")
    results = json.loads((site / "fr" / "resultats.json").read_text("utf-8"))
    change(copy / "fr" / "resultats.json", json.dumps(results["day_words"]), '"{day}/{month}/{year}"')
    with hosting(copy) as served:
        yield served.address


@pytest.fixture
def page(browser: Browser, host: str) -> Iterator[Page]:
    context = browser.new_context(locale="fr-FR")
    opened = context.new_page()
    errors: list[str] = []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    opened.add_init_script(SPY)
    opened.goto(f"{host}fr/verifier.html")
    yield opened
    context.close()
    assert errors == []


def sent(page: Page, kind: str) -> list[dict[str, Any]]:
    """What the page sent to Python: "load", or the requests of a call."""
    found: list[dict[str, Any]] = page.evaluate("window.sent")
    if kind == "load":
        return [message for message in found if message["type"] == kind]
    return [message["argument"] for message in found if message.get("name") == kind]


def test_results_are_in_the_language_of_the_page(page: Page) -> None:
    page.locator("#toutes").click()
    page.locator("#commencer").click()
    for question, option in FULL.items():
        page.evaluate("(name) => document.querySelector(name).click()", f"[name='q-{question}'][value='{option}']")
    launch(page)
    (load,) = sent(page, "load")
    assert load["variant"] == "small" and load["lang"] == LANG and json.loads(load["words"]) == marked(texts())
    request = sent(page, "consult")[-1]
    assert request["lang"] == LANG
    french = consult(request | {"lang": "fr"})
    shown = page.locator("#contenu-resultats")
    said = " ".join(shown.text_content().split())
    assert "⟦" in said.replace(" ", "")[:40], "the first sentence"
    for right in french["rights"]:
        assert f"⟦{' '.join(right['title'].split())}⟧" in said
    year, _, day = request["today"].split("-")
    assert f"{int(day) if day != '01' else '1er'}/" in said and f"/{year}" in said, "dates are in the page's words"
    expect(page.locator("#repli")).to_be_hidden()
