"""Looks once at a page for people who read it otherwise: without eyes, without a mouse, large, in their own colours.

One page in a browser is led through every view; tests/access.js sees most of it, axe the rest."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from tests.test_site import RULES, SPACING

SCRIPT = Path(__file__).with_name("access.js")
WIDE = {"width": 1280, "height": 800}
NARROW = {"width": 320, "height": 800}
# What a window of 1280 px shows when everything in it is twice as large.
ZOOMED = {"width": 640, "height": 400}
_AXE = """async ({ tags, rules }) => {
  const run = rules ? { type: "rule", values: rules } : tags;
  // Out of sight until it has the focus: a change of colours does not reach it before.
  const place = rules ? { exclude: [".skip:not(:focus)"] } : document;
  const { violations } = await axe.run(place, { runOnly: run, resultTypes: ["violations"] });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) =>
    `${id}: ${html.slice(0, 160)} ${failureSummary.slice(0, 200)}`));
}"""
# Colours that change are all there two frames later.
_DRAWN = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
_LARGE = "(size) => { document.documentElement.style.fontSize = size; }"
# Functions of tests/access.js.
_IN_THE_WIDE_VIEW = (
    "images",
    "groups",
    "headings",
    "landmarks",
    "languages",
    "pieces",
    "targets",
    "overflow",
)
# More stops than any page has; how many between two questions whether it has left the page.
_MOST = 1000
_AT_ONCE = 20
_LINKS = "[...document.querySelectorAll('main a[href]')].filter((a) => a.checkVisibility()).length"
# Two things on one line overlap by more than that part of the lower of them.
_SAME_LINE = 0.5


@dataclass
class Findings:
    """What was found, by check and by state; `states` are those that were looked at."""

    faults: dict[str, dict[str, list[str]]] = field(default_factory=lambda: defaultdict(dict))
    states: list[str] = field(default_factory=list)

    def add(self, state: str, found: Mapping[str, list[str]]) -> None:
        self.states.append(state)
        for check, faults in found.items():
            if faults:
                self.faults[check][state] = faults


def look(page: Page, axe: str, colours: bool) -> dict[str, list[str]]:
    """Every fault of the page as it stands, by check; `colours`: in the dark and in forced colours too.

    Leaves it in the wide, light view, without movement."""
    page.evaluate(axe)
    page.evaluate(SCRIPT.read_text("utf-8"))
    # Where the reading point has scrolled to, the button that leaves may stand over half a field.
    page.evaluate("scrollTo(0, 0)")
    found = {name: _see(page, name) for name in _IN_THE_WIDE_VIEW}
    found["axe"] = page.evaluate(_AXE, {"tags": RULES})
    found["still"] = page.evaluate("access.motion(true)")
    page.emulate_media(reduced_motion="no-preference")
    found["motion"] = page.evaluate("access.motion(false)")
    page.emulate_media(reduced_motion="reduce")
    if colours:
        page.emulate_media(color_scheme="dark")
        page.evaluate(_DRAWN)
        found["dark"] = page.evaluate(_AXE, {"rules": ["color-contrast", "link-in-text-block"]})
        page.emulate_media(color_scheme="light", forced_colors="active")
        page.evaluate(_DRAWN)
        found["forced colours"] = [*_see(page, "forced"), *page.evaluate(_AXE, {"rules": ["color-contrast"]})]
        page.emulate_media(forced_colors="none")
    page.evaluate(_LARGE, "200%")
    found["large text"] = _see(page, "overflow")
    page.evaluate(_LARGE, "")
    page.set_viewport_size(ZOOMED)  # type: ignore[arg-type]
    found["zoom"] = _see(page, "overflow")
    page.set_viewport_size(NARROW)  # type: ignore[arg-type]
    found["narrow"] = [*_see(page, "overflow"), *page.evaluate(_AXE, {"rules": ["target-size"]})]
    found["targets"] += _see(page, "targets")
    page.evaluate(SPACING)
    found["spacing"] = _see(page, "overflow")
    page.evaluate("document.adoptedStyleSheets = []")
    page.set_viewport_size(WIDE)  # type: ignore[arg-type]
    return found


def _see(page: Page, name: str) -> list[str]:
    faults: list[str] = page.evaluate(f"access.{name}()")
    return faults


def walk(page: Page) -> list[dict[str, Any]]:
    """Every stop of the Tab key, from the top of the page until it leaves it.

    A trap, or links that it skips, are an AssertionError."""
    page.evaluate(SCRIPT.read_text("utf-8"))
    page.evaluate("() => { window.noted = access.record(); }")
    for _ in range(_MOST // _AT_ONCE):
        for _ in range(_AT_ONCE):
            page.keyboard.down("Tab")
        if page.evaluate("noted.ended"):
            page.keyboard.up("Tab")
            # It may have come round to the first stop, which only shows with the focus.
            page.evaluate("document.activeElement.blur()")
            stops: list[dict[str, Any]] = page.evaluate("noted.stops")
            assert len(stops) >= page.evaluate(_LINKS), f"links of {page.url} are out of reach of the Tab key"
            return stops
    raise AssertionError(f"after {_MOST} stops, the Tab key is still in {page.url}")


def keyboard(stops: list[dict[str, Any]], right_to_left: bool) -> dict[str, list[str]]:
    """What is wrong with the stops of a page: a focus that is not seen, an order that goes against the eye."""
    unseen = [stop["name"] for stop in stops if not (stop["seen"] and stop["outlined"] and stop["uncovered"])]
    # What floats over the page has no place in its order.
    placed = [stop for stop in stops if not stop["fixed"]]
    # From one part of the page to the next, the order is that of the landmarks: a table of contents stands beside.
    inside = [(a, b) for a, b in pairwise(placed) if a["part"] == b["part"]]
    pairs = [(a, b) for a, b in inside if _against(a["end"], b["start"], right_to_left)]
    return {"focus": unseen, "order": [f"{b['name']} after {a['name']}" for a, b in pairs]}


def _against(a: Mapping[str, float], b: Mapping[str, float], right_to_left: bool) -> bool:
    """Whether `b` stands before `a` for the eye, though the key reaches it after: above it and not in a further column,
    or before it on its line."""
    forward = b["right"] <= a["left"] + 1 if right_to_left else b["left"] >= a["right"] - 1
    height = min(a["bottom"] - a["top"], b["bottom"] - b["top"])
    shared = min(a["bottom"], b["bottom"]) - max(a["top"], b["top"])
    if shared > _SAME_LINE * height:
        return b["left"] >= a["right"] - 1 if right_to_left else b["right"] <= a["left"] + 1
    return b["bottom"] <= a["top"] + 1 and not forward
