"""What a person takes away from a page in Arabic: papers for others in French, left to right, the rest in Arabic."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page

from checker.letters import letter, letters
from checker.papers import papers
from portal import takeaway
from portal.languages import rules
from tests.papers.test_papers import API, DATES
from tests.second_language import installed
from tests.test_site import OVERFLOW, SMALL_TARGETS, VIEWS, axe, context, violations  # noqa: F401
from tests.test_takeaway import REFRESH, START, TODAY, caught, fill, open_fold, plain, preview, printed

LANG = "ar"
PYTHON: dict[str, Callable[[Any], dict[str, Any]]] = {"papers": papers, "letters": letters, "letter": letter}
REQUEST = {"today": TODAY, "answers": API | {"depose": "oui"}, "dates": DATES}
ARABIC = re.compile(r"[\u0600-\u06ff]")
# A word of French that is not in guillemets nor in brackets: terms of law stay beside their meaning.
FRENCH_WORD = re.compile(r"\b(?:le|la|les|des|vous|votre|une|pour|avec|est)\b", re.IGNORECASE)


@pytest.fixture(autouse=True)
def arabic(root: Path) -> Iterator[None]:
    with installed(LANG, rules.words(root, LANG)):
        yield


@pytest.fixture
def page(browser: Browser, server: str) -> Iterator[Page]:
    """The checker in Arabic, on a phone, with the papers of someone who has an API."""
    opened = context(browser, min(VIEWS, key=lambda view: view.width), bypass_csp=True)
    found = opened.new_page()
    errors: list[str] = []
    found.on("pageerror", lambda error: errors.append(str(error)))
    found.goto(f"{server}{LANG}/verifier.html")
    found.expose_function("python", lambda name, argument: PYTHON[name](argument))
    found.evaluate(START, [{"papers": papers(REQUEST)}, REQUEST])
    found.evaluate("() => { engine.call = (name, argument) => window.python(name, argument); }")
    found.evaluate(REFRESH, REQUEST)
    yield found
    assert errors == []
    opened.close()


def is_french(made: Locator) -> None:
    assert (made.get_attribute("lang"), made.get_attribute("dir")) == ("fr", "ltr")
    assert made.evaluate("(node) => getComputedStyle(node).direction") == "ltr"
    # The names that are read aloud too.
    assert not ARABIC.search(made.evaluate("(node) => node.outerHTML"))


def is_arabic(text: str) -> None:
    """Nothing of it is French but what is marked as such or stands beside its meaning."""
    assert ARABIC.search(text), text
    assert not FRENCH_WORD.search(re.sub(r"«[^»]*»|\([^)]*\)|Préfecture du Rhône", "", text)), text


def test_the_sheet_is_french_and_its_choice_arabic(page: Page, tmp_path: Path) -> None:
    panel = open_fold(page, "sheet")
    choices = panel.locator(".picks button")
    asked = papers(REQUEST | {"lang": LANG})["sheets"]
    assert list(map(plain, choices.all_inner_texts())) == [plain(sheet["name"]) for sheet in asked]
    for text in choices.all_inner_texts():
        is_arabic(text)
    choices.first.click()
    is_french(panel.locator(".sheet-a4"))
    is_arabic(page.locator("#emporter-annonce").inner_text())
    button = panel.locator(".controls button")
    is_arabic(button.inner_text())
    _, (text,) = printed(page, tmp_path / "sheet.pdf", button)
    french = papers(REQUEST)["sheets"][0]
    said = ("Documents à montrer", "Fiche établie le 23 novembre 2026", "Information générale", "Droits en attente")
    for wanted in (french["title"], french["sentence"], *said):
        assert plain(wanted) in text
    assert not ARABIC.search(text)


def test_cards_are_french_with_arabic_on_the_back(page: Page) -> None:
    panel = open_fold(page, "cards")
    assert panel.locator("select").input_value() == LANG, "the language of the page is chosen"
    is_arabic(panel.locator("p").first.inner_text())
    is_french(panel.locator(".side:not(.back)").first)
    back = panel.locator(".side.back").first
    assert (back.get_attribute("lang"), back.get_attribute("dir")) == (LANG, "rtl")
    is_arabic(back.inner_text())


def test_the_log_and_the_reminders_are_arabic(page: Page) -> None:
    made = open_fold(page, "log").locator(".paper")
    for text in made.locator("h4, h5, li > span, li > small, th").all_inner_texts():
        is_arabic(text)
    cited = made.locator(".log-sources span")
    assert (cited.get_attribute("lang"), cited.get_attribute("dir")) == ("fr", "ltr")
    panel = open_fold(page, "calendar")
    name, neutral = caught(page, panel.get_by_role("button"))
    assert name == "rappels.ics"
    panel.locator("label").last.click()
    _, named = caught(page, panel.get_by_role("button"))
    for content in (neutral, named):
        for line in content.decode().replace("\r\n ", "").split("\r\n"):
            if line.startswith("SUMMARY:"):
                is_arabic(line.removeprefix("SUMMARY:"))


def test_letters_are_french_and_what_surrounds_them_arabic(page: Page, tmp_path: Path) -> None:
    panel = open_fold(page, "letters")
    panel.locator("button").click()
    panel.locator(".letter-list").first.wait_for()
    page.evaluate("document.querySelectorAll('#emporter .panel details').forEach((fold) => { fold.open = true; })")
    for text in panel.locator(".letter-choice").all_inner_texts():
        is_arabic(text)
    panel.locator(".letter-choice button").first.click()
    form = panel.locator(".letter-form")
    for text in form.locator("label:not(:has(label)), legend, .small, option:not([lang])").all_inner_texts():
        if text.strip() and text != "CAF":
            is_arabic(text)
    page.locator("#lettre-courriel").fill("x")
    form.locator("button[type=submit]").click()
    form.locator(".callout li").first.wait_for()
    for text in form.locator(".callout li").all_inner_texts():
        is_arabic(text)
    page.locator("#lettre-courriel").fill("")
    fill(panel)
    preview(panel)
    french, other = panel.locator(".letter-result .letter").all()
    # What was typed is in the letters of who typed it.
    is_french(french)
    assert "Amina Exemple" in french.inner_text()
    assert (other.get_attribute("lang"), other.get_attribute("dir")) == (LANG, "rtl"), "the language of the page"
    for text in panel.locator(".letter-result > .callout li").all_inner_texts():
        is_arabic(text)
    for cited in panel.locator(".letter-result cite").all():
        assert (cited.get_attribute("lang"), cited.get_attribute("dir")) == ("fr", "ltr")
    button = panel.locator(".letter-result .controls button").nth(1)
    _, pages = printed(page, tmp_path / "letter.pdf", button)
    assert "Objet" in pages[0] and not ARABIC.search(" ".join(pages))


def test_every_panel_is_accessible_from_right_to_left(page: Page, axe: str) -> None:  # noqa: F811
    open_fold(page, "sheet").locator(".picks button").first.click()
    for name in ("cards", "log", "calendar"):
        open_fold(page, name)
    panel = open_fold(page, "letters")
    panel.locator("button").click()
    panel.locator(".letter-choice button").first.click()
    page.evaluate("scrollTo(0, 0)")
    assert violations(page, axe) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), page.evaluate(OVERFLOW)
    assert page.evaluate(SMALL_TARGETS) == []


def test_only_pages_of_other_languages_carry_french_words(root: Path) -> None:
    """They are those that the papers ask for, and nothing else."""
    assert "french" not in takeaway.content(root)
    carried = takeaway.content(root, LANG)["french"]
    folder = root / "portal" / "theme" / "assets"
    asked = {key for path in folder.glob("*.js") for key in re.findall(r'frenchWord\("(\w+)"', path.read_text("utf-8"))}
    assert set(carried) == asked
    assert all(text == takeaway.content(root)["words"][key] for key, text in carried.items())
    assert len(json.dumps(carried)) < 2000
