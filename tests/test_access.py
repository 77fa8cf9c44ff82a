"""Every type of page and every state of a page, in French, Arabic and Chinese, one load each: what programs can see of
its accessibility. The list is tests/states.py; what each check proves, and what it does not, docs/_data/rgaa.yml."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from portal.pages import Site
from tests import states
from tests.access import WIDE, Findings, keyboard, look, walk
from tests.test_site import axe as axe  # a fixture
from tests.test_site import context

LANGUAGES = ("fr", "ar", "zh")
# Colours do not change with the language; the pages of Chinese are laid out as those of French are.
COLOURS = ("fr",)
WALKED = ("fr", "ar")


@dataclass(frozen=True)
class Seen:
    """What was seen of the site in one language."""

    lang: str
    findings: Findings

    def of(self, check: str) -> dict[str, list[str]]:
        """The faults of `check` by state; empty: none."""
        return self.findings.faults.get(check, {})


@pytest.fixture(scope="module", params=LANGUAGES)
def seen(request: pytest.FixtureRequest, browser: Browser, server: str, site: Path, root: Path, axe: str) -> Seen:
    lang, shared, findings = request.param, Site(root), Findings()
    opened = context(browser, bypass_csp=True)
    page = opened.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.set_viewport_size(WIDE)  # type: ignore[arg-type]
    for kind, address in states.addresses(site, shared, lang).items():
        page.goto(server + address)
        if lang in WALKED:
            findings.add(f"{kind}, by keyboard", keyboard(walk(page), shared.text(lang)["dir"] == "rtl"))
        for state in states.each(page, kind):
            findings.add(state, look(page, axe, lang in COLOURS))
    opened.close()
    assert errors == []
    return Seen(lang, findings)


def test_every_type_and_state_was_seen(seen: Seen) -> None:
    kinds = {state.partition(":")[0].partition(",")[0] for state in seen.findings.states}
    wanted = {"fr": {*states.PAGES, *states.ALONE}, "zh": states.OF_A_SHORT_VERSION}.get(seen.lang, set(states.PAGES))
    assert kinds == wanted
    assert len(set(seen.findings.states)) == len(seen.findings.states)


def test_axe_finds_nothing(seen: Seen) -> None:
    assert seen.of("axe") == {}


def test_contrast_in_the_dark(seen: Seen) -> None:
    assert seen.of("dark") == {}


def test_colours_chosen_by_the_reader(seen: Seen) -> None:
    assert seen.of("forced colours") == {}


def test_headings_are_in_order(seen: Seen) -> None:
    assert seen.of("headings") == {}


def test_landmarks_are_in_order(seen: Seen) -> None:
    assert seen.of("landmarks") == {}


def test_every_part_says_its_language(seen: Seen) -> None:
    assert seen.of("languages") == {}


def test_no_text_is_laid_out_in_pieces(seen: Seen) -> None:
    assert seen.of("pieces") == {}


def test_nothing_is_lost_at_320_px(seen: Seen) -> None:
    assert seen.of("narrow") == {}


def test_nothing_is_lost_when_text_is_spaced(seen: Seen) -> None:
    assert seen.of("spacing") == {}


def test_nothing_is_lost_at_twice_the_size(seen: Seen) -> None:
    assert (seen.of("zoom"), seen.of("large text"), seen.of("overflow")) == ({}, {}, {})


def test_targets_are_24_px_at_least(seen: Seen) -> None:
    assert seen.of("targets") == {}


def test_nothing_moves_for_long_nor_at_all_when_asked(seen: Seen) -> None:
    assert (seen.of("motion"), seen.of("still")) == ({}, {})


def test_the_focus_is_seen_at_every_stop(seen: Seen) -> None:
    assert seen.of("focus") == {}


def test_the_order_of_the_keyboard_goes_with_the_eye(seen: Seen) -> None:
    assert seen.of("order") == {}
