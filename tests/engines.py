"""Three browser engines behind the same few verbs: open, run a script, click, press keys, download.

Chromium is driven by Playwright. Firefox speaks WebDriver BiDi on a web socket, without any driver; WebKitGTK has a
driver of its own, and needs a display. Both come from Debian's packages (portal/testing.py); a missing one is an error,
never a skip. `python -m tests.engines` prints the versions that this machine has."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, Protocol

from playwright.sync_api import Browser, sync_playwright

from portal.testing import browser as find_browser
from tests.engine_chromium import chromium
from tests.engine_firefox import firefox
from tests.engine_webkit import webkit

__all__ = ["NAMES", "Engine", "chromium", "firefox", "fleet", "versions", "webkit"]
NAMES = ("chromium", "firefox", "webkit")


class Engine(Protocol):
    """A browser with one page. `version` is what it says of itself; `downloads`, where the files it saves go; `stuck`,
    whether its page turns for ever: it answers nothing any more."""

    name: str
    stuck: bool
    version: str
    downloads: Path

    def open(self, address: str) -> None:
        """Goes to `address` and waits until it is loaded."""

    def run(self, function: str, argument: Any = None) -> Any:
        """The value of an asynchronous JavaScript function (its text) called with `argument`: JSON.

        Raises RuntimeError with what the browser says when it throws."""

    def click(self, selector: str) -> None:
        """Clicks, as a hand does, in the middle of the first element of a CSS selector, scrolled into view."""

    def press(self, key: str) -> None:
        """Presses a key of `tests.engine_parts.KEYS`, or types one letter."""


@contextmanager
def fleet(browser: Browser) -> Iterator[Callable[[str], Engine]]:
    """Gives an engine by its name, started when first asked; `browser` is the tests' own Chromium."""
    makers: dict[str, Callable[[], Any]] = {"chromium": lambda: chromium(browser), "firefox": firefox, "webkit": webkit}
    with ExitStack() as stack:
        started: dict[str, Engine] = {}

        def get(name: str) -> Engine:
            # A page of WebKit sometimes turns for ever: the tests that follow have another browser.
            if name not in started or started[name].stuck:
                started[name] = stack.enter_context(makers[name]())
            return started[name]

        yield get


def versions() -> dict[str, str]:
    """The version that each engine of this machine gives of itself."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        with fleet(opened) as engine:
            found = {name: engine(name).version for name in NAMES}
        opened.close()
    return found


if __name__ == "__main__":
    for name, version in versions().items():
        print(f"{name} {version}")
