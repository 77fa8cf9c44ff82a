"""What a reader does and sees in any engine: waits, reads, answers the checker, follows the static questions."""

from __future__ import annotations

import time
from datetime import date
from typing import Any

from checker.engine.model import Question
from portal.decisions.tree import Ask, Result, Tree
from portal.decisions.write import url_of
from tests.engines import Engine
from tests.journeys import QUESTIONS

PATIENCE = 120
# What a page of results says: the class of each right, by the right's id.
OUTCOMES = """async () => Object.fromEntries([...document.querySelectorAll("main .right")].map((node) =>
  [node.querySelector("h3").id.replace("droit-", ""), node.classList[1]]))"""
VISIBLE = "async (selector) => document.querySelector(selector)?.checkVisibility() ?? false"
TODAY = "async () => new Date().toLocaleDateString('sv')"
# The question that a view of the checker asks, "" at the end.
ASKED = """async () => [...document.querySelectorAll("[data-question]")].find((node) => node.checkVisibility())
  ?.dataset.question ?? (document.getElementById("resultats").checkVisibility() ? "" : null)"""


def until(engine: Engine, function: str, argument: Any = None) -> Any:
    """The value of a JavaScript function, once it is one that JavaScript holds for true.

    The page may be leaving: what fails is asked again. Raises AssertionError after PATIENCE seconds."""
    end = time.monotonic() + PATIENCE
    failure: object = None
    while time.monotonic() < end:
        try:
            if value := engine.run(function, argument):
                return value
            failure = None
        except RuntimeError as error:
            failure = error
        time.sleep(0.05)
    raise AssertionError(f"{engine.name} waits in vain for {function} {argument}: {failure}")


def visible(engine: Engine, selector: str) -> bool:
    return bool(engine.run(VISIBLE, selector))


def appears(engine: Engine, selector: str) -> None:
    until(engine, VISIBLE, selector)


def text(engine: Engine, selector: str) -> str:
    """The text that the first element of `selector` shows."""
    return str(engine.run("async (selector) => document.querySelector(selector).innerText", selector)).strip()


def follow(engine: Engine, selector: str, end: str) -> None:
    """Clicks on a link, and waits for the page whose address ends with `end`."""
    engine.click(selector)
    until(
        engine,
        "async (end) => location.href.endsWith(end) && document.readyState === 'complete'",
        end,
    )


def noted(engine: Engine) -> dict[str, list[str]]:
    """Errors and breaches of the policy, as tests/altering.py notes them, and requests to anybody else."""
    found: dict[str, list[str]] = engine.run(
        """async () => ({ ...window.noted, elsewhere: performance.getEntriesByType("resource").map(({ name }) => name)
          .filter((name) => !name.startsWith(location.origin) && !/^(blob|data):/.test(name)) })"""
    )
    return found


NOTHING: dict[str, list[str]] = {"errors": [], "violations": [], "elsewhere": []}


# --- The checker


def answer(engine: Engine, question: str, given: str | dict[str, date]) -> None:
    """Answers the question in view, by clicks and keys, and goes on."""
    appears(engine, f"#q-{question}")
    if isinstance(given, str):
        engine.click(f"#q-{question} label:has(input[value='{given}'])")
    else:
        for name, day in given.items():
            for part, number in (("jour", day.day), ("mois", day.month), ("annee", day.year)):
                write(engine, f"#d-{question}-{name}-{part}", str(number))
    engine.click("#continuer")
    until(engine, "async (id) => !document.querySelector(`#q-${id}`).checkVisibility()", question)


def write(engine: Engine, field: str, words: str) -> None:
    """Types in a field, which is emptied first: a shared date may be there already."""
    engine.run("async (field) => { document.querySelector(field).value = ''; }", field)
    engine.click(field)
    for letter in words:
        engine.press(letter)


def question(engine: Engine) -> Question | None:
    """The question in view, once there is one, or None at the results."""
    found = until(engine, f"async () => {{ const id = await ({ASKED})(); return id === null ? null : [id]; }}")
    return QUESTIONS[found[0]] if found[0] else None


# --- Static questions


def by_links(engine: Engine, tree: Tree, answers: dict[str, str]) -> tuple[Result, dict[str, str]]:
    """Answers static pages by links until the results; returns these, and what was answered on the way."""
    given: dict[str, str] = {}
    while isinstance(here := _shown(engine, tree), Ask):
        option = given[here.question] = answers.get(here.question, "?")
        target = url_of(tree, here.unknown if option == "?" else dict(here.options)[option])
        follow(engine, f"ul.choices a[href='{target.rsplit('/', 1)[-1]}']", target)
    return here, given


def _shown(engine: Engine, tree: Tree) -> Ask | Result:
    name = str(engine.run("async () => location.pathname")).rsplit("/", 1)[-1].removesuffix(".html")
    return tree.pages[tree.root if name == "index" else name]
