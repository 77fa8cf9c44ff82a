"""Every type of page and every state of a page, in French, Arabic and Chinese, one load each: what programs can see of
its accessibility. The list is tests/states.py; what each check proves, and what it does not, docs/_data/rgaa.yml."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from portal.pages import Site
from tests import states
from tests.access import NARROW, WIDE, Findings, keyboard, look, walk
from tests.test_site import axe as axe  # a fixture
from tests.test_site import context

LANGUAGES = ("fr", "ar", "zh")
# Colours do not change with the language.
COLOURS = ("fr",)
# The width at which the Tab key walks.
WALKED = {"fr": NARROW, "ar": WIDE, "zh": NARROW}


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
    for kind, address in states.addresses(site, shared, lang).items():
        page.goto(server + address)
        page.set_viewport_size(WALKED[lang])  # type: ignore[arg-type]
        findings.add(f"{kind}, by keyboard", keyboard(walk(page), shared.text(lang)["dir"] == "rtl"))
        page.set_viewport_size(WIDE)  # type: ignore[arg-type]
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


def test_images_speak_or_are_silent(seen: Seen) -> None:
    assert seen.of("images") == {}


def test_choices_are_grouped_under_a_legend(seen: Seen) -> None:
    assert seen.of("groups") == {}


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
