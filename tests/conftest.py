"""What tests share: the built site, a real server, a real browser. A missing one is an error, never a skip."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, Page, Playwright, expect, sync_playwright

from portal.cli import ROOT
from portal.pipeline import build
from portal.serve import make_server
from portal.testing import SITE_VARIABLE, WINDOWLESS
from portal.testing import browser as find_browser
from tests.loopback import running

# Playwright's own five seconds are short when Python starts in a browser and two cores do other work.
expect.set_options(timeout=30_000)
# Seconds are not asserted, and a run can be done again: the same examples each time.
settings.register_profile("house", deadline=None, derandomize=True)
settings.load_profile("house")

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


# What takes minutes to make, or a browser to see: `--fast` leaves out the tests that ask for one of these.
HEAVY = frozenset({"site", "server", "playwright"})


def pytest_addoption(parser: pytest.Parser) -> None:
    """`build.py test --fast` is this option, after the style and the types."""
    parser.addoption("--fast", action="store_true", help="only what needs neither the built site nor a browser")


# The files that take minutes, the longest first: begun first, so that no process ends long after the others.
LONG = (
    *("test_pipeline", "test_access", "test_site", "test_languages", "test_stopped", "test_anywhere", "test_disk"),
    *("test_checker_page", "test_print_languages", "test_floor", "test_engines", "test_engines_reading"),
    *("test_takeaway", "test_worker", "test_small", "test_offline", "test_translation", "test_gates", "test_html"),
    *("test_mirrors_prober", "test_release_whole", "test_ten_minutes", "test_host_pages", "test_fuzz", "test_age"),
)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Puts LONG first. With --fast, deselects what asks for a heavy fixture, and what is marked `whole`."""
    items.sort(key=lambda item: LONG.index(item.path.stem) if item.path.stem in LONG else len(LONG))
    if config.getoption("--fast"):
        heavy = [item for item in items if HEAVY & set(item.fixturenames) or item.get_closest_marker("whole")]
        config.hook.pytest_deselected(items=heavy)
        items[:] = [item for item in items if item not in set(heavy)]


@pytest.fixture(scope="session")
def root() -> Path:
    """The top folder of the project."""
    return ROOT


@pytest.fixture(scope="session")
def site(root: Path) -> Path:
    """The site, built once by the whole pipeline: by `build.py test` just before, or here."""
    built = os.environ.get(SITE_VARIABLE)
    return Path(built) if built else build(root).site


@pytest.fixture(scope="session")
def server(site: Path) -> Iterator[str]:
    """The address, ending with a slash, of a real server of the site, as `build.py serve` runs it."""
    with running(make_server(site, "127.0.0.1", 0)) as address:
        yield address


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """What starts browsers: one of it a process."""
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def launch(playwright: Playwright) -> Callable[..., Browser]:
    """Starts Chromium without windows, with more flags if given; test_engines.py has the whole browser."""
    executable = shutil.which(WINDOWLESS)
    if executable is None:
        pytest.exit(f"no {WINDOWLESS} in PATH: run python3 build.py test", returncode=2)
    return lambda *flags: playwright.chromium.launch(executable_path=executable, args=[*FLAGS, *flags])


@pytest.fixture(scope="session")
def whole_browser(playwright: Playwright) -> Iterator[Browser]:
    """Chromium as readers have it."""
    chromium = playwright.chromium.launch(executable_path=find_browser(), args=FLAGS)
    yield chromium
    chromium.close()


@pytest.fixture(scope="session")
def browser(launch: Callable[..., Browser]) -> Iterator[Browser]:
    """Chromium without windows."""
    chromium = launch()
    yield chromium
    chromium.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of its own context: no cookie, no cache, no storage from another test."""
    context = browser.new_context(locale="fr-FR")
    yield context.new_page()
    context.close()
