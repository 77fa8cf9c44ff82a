"""The tests' own Chromium, as an Engine."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Error

from tests.engine_parts import KEYS


class Chromium:
    """A context of its own, with one page."""

    name = "chromium"
    stuck = False

    def __init__(self, context: BrowserContext, version: str, downloads: Path) -> None:
        self.page = context.new_page()
        self.version = version
        self.downloads = downloads
        self.page.on("download", lambda file: file.save_as(downloads / file.suggested_filename))

    def open(self, address: str) -> None:
        self.page.goto(address)

    def run(self, function: str, argument: Any = None) -> Any:
        try:
            return self.page.evaluate(function, argument)
        except Error as error:
            raise RuntimeError(error.message) from None

    def click(self, selector: str) -> None:
        self.page.locator(selector).first.click()

    def press(self, key: str) -> None:
        if key in KEYS:
            self.page.keyboard.press(key)
        else:
            self.page.keyboard.type(key)


@contextmanager
def chromium(browser: Browser) -> Iterator[Chromium]:
    """A new context of `browser`, until the end of the block."""
    with tempfile.TemporaryDirectory(prefix="chromium-") as downloads:
        context = browser.new_context()
        yield Chromium(context, browser.version, Path(downloads))
        context.close()
