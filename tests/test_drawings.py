"""The drawings beside the answers: found by their file names, ours, legible, silent for assistive technology."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from playwright.sync_api import Browser, Page

from checker.catalogue import catalogue
from portal.pages import environment

SHAPES = "shapes"
COLOUR = re.compile(r"#[0-9a-f]{3,8}\b|\brgb|\bstyle=", re.I)
# A word that leaves its band, or a drawing that leaves its frame, in pixels.
OUTSIDE = """() => [...document.querySelectorAll(".drawing")].flatMap((drawing) => {
  const inside = (node, frame) => {
    const [a, b] = [node.getBoundingClientRect(), frame.getBoundingClientRect()];
    return a.left >= b.left - .5 && a.right <= b.right + .5 && a.top >= b.top - 1.5 && a.bottom <= b.bottom + 1.5;
  };
  const band = drawing.querySelector(".band");
  const out = [...drawing.querySelectorAll("text")].filter((text) => !inside(text, band));
  return [...out, ...[...drawing.children].filter((node) => !inside(node, drawing))].map((node) => node.outerHTML);
})"""


def options() -> set[tuple[str, str]]:
    return {(q["id"], o["id"]) for q in catalogue()["questions"] for o in q["options"] if o["id"] != "?"}


@pytest.fixture(scope="module")
def drawn(root: Path) -> dict[str, str]:
    """Name ("document-api") → what the template gives."""
    env = environment(root)
    names = [path.stem for path in sorted((root / "portal" / "theme" / "drawings").glob("*.html"))]
    return {name: env.get_template(f"drawings/{name}.html").render() for name in names if name != SHAPES}


def test_each_drawing_belongs_to_an_answer_and_each_paper_has_one(drawn: dict[str, str]) -> None:
    known = {f"{question}-{option}" for question, option in options()}
    assert set(drawn) <= known, "a drawing that no answer shows: rename or delete the file"
    assert {name for name in known if name.startswith("document-")} <= set(drawn)


def test_drawings_are_silent_and_take_their_colours_from_the_sheet(drawn: dict[str, str]) -> None:
    for name, text in drawn.items():
        svg = html.fragment_fromstring(text.strip())
        assert svg.tag == "svg", name
        assert svg.get("class") == "drawing", name
        assert svg.get("aria-hidden") == "true", name
        assert not COLOUR.search(text), name
        assert not svg.xpath("//@id | //image | //script | //@href"), name
        assert len(text) < 1200, name


def test_every_answer_of_the_form_shows_its_drawing(page: Page, server: str, drawn: dict[str, str]) -> None:
    page.goto(server + "fr/verifier.html")
    for question, option in sorted(options()):
        label = page.locator(f'label:has(input[name="q-{question}"][value="{option}"])')
        assert label.locator(".drawing").count() == (f"{question}-{option}" in drawn), (question, option)


def static_page(root: Path, question: dict[str, Any]) -> str:
    env = environment(root)
    url = "fr/q/x.html"
    shared = env.globals["site"].context(url, title="x", description="x", index=False)  # type: ignore[attr-defined]
    asked = question | {"options": [option | {"url": url} for option in question["options"]]}
    return env.get_template("decision.html").render(
        **shared, question=asked, result=None, trail=[], restart="", box=None, root=root
    )


def test_every_answer_of_a_static_page_shows_its_drawing(root: Path, drawn: dict[str, str]) -> None:
    for question in catalogue()["questions"]:
        tree = html.document_fromstring(static_page(root, question))
        cards = tree.xpath("//ul[@class='choices']//a")
        assert len(cards) == len(question["options"])
        for card, option in zip(cards, question["options"], strict=True):
            assert bool(card.xpath(".//*[@class='drawing']")) == (f"{question['id']}-{option['id']}" in drawn)


def test_the_first_static_question_is_drawn(page: Page, server: str) -> None:
    page.goto(server + "fr/q/index.html")
    papers = [o for q in catalogue()["questions"] if q["id"] == "document" for o in q["options"] if o["id"] != "?"]
    assert page.locator(".choices .drawing").count() == len(papers)


@pytest.mark.parametrize("width", [320, 1280])
def test_words_stay_in_their_band(browser: Browser, server: str, width: int) -> None:
    opened = browser.new_context(viewport={"width": width, "height": 800}, reduced_motion="reduce")
    page = opened.new_page()
    page.goto(server + "fr/verifier.html")
    for button in ("#toutes", "#commencer"):
        page.locator(button).click()
    assert page.locator(".drawing:visible").count() > 8
    assert page.evaluate(OUTSIDE) == []
    opened.close()
