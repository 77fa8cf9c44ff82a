"""What tests share: the built site, a real server, a real browser. A missing one is an error, never a skip."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from portal.cli import ROOT
from portal.pipeline import build
from portal.serve import make_server
from portal.testing import SITE_VARIABLE, WINDOWLESS

# Playwright's own five seconds are short when Python starts in a browser and two cores do other work.
expect.set_options(timeout=30_000)

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
HEAVY = frozenset({"site", "server", "launch"})


def pytest_addoption(parser: pytest.Parser) -> None:
    """`build.py test --fast` is this option, after the style and the types."""
    parser.addoption("--fast", action="store_true", help="only what needs neither the built site nor a browser")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """With --fast, deselects what asks for a heavy fixture, and what is marked `whole`."""
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
    running = make_server(site, "127.0.0.1", 0)
    thread = threading.Thread(target=running.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{running.server_port}/"
    running.shutdown()
    running.server_close()
    thread.join()


@pytest.fixture(scope="session")
def launch() -> Iterator[Callable[..., Browser]]:
    """Starts Chromium without windows, with more flags if given; test_engines.py has the whole browser."""
    executable = shutil.which(WINDOWLESS)
    if executable is None:
        pytest.exit(f"no {WINDOWLESS} in PATH: run python3 build.py test", returncode=2)
    with sync_playwright() as playwright:
        yield lambda *flags: playwright.chromium.launch(executable_path=executable, args=[*FLAGS, *flags])


@pytest.fixture(scope="session")
def browser(launch: Callable[..., Browser]) -> Iterator[Browser]:
    """Chromium as it is."""
    chromium = launch()
    yield chromium
    chromium.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of its own context: no cookie, no cache, no storage from another test."""
    context = browser.new_context(locale="fr-FR")
    yield context.new_page()
    context.close()
