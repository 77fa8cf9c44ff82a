"""Starts Chromium, and makes sure that it ends. Playwright comes with the tools of the tests: nothing else needs it."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from portal.errors import BuildError
from portal.testing import browser as find_browser

if TYPE_CHECKING:
    from playwright.sync_api import Browser

Launch = Callable[[], "Browser"]
_FLAGS = ("--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-sync")


@contextmanager
def launcher() -> Iterator[Launch]:
    """What starts one browser after the other, until the end of the block.

    Raises BuildError when there is no Playwright, or no Chromium."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        raise BuildError("Playwright manque.", "lancez : python3 build.py mirrors check …") from None
    executable = find_browser()
    if executable is None:
        raise BuildError("Aucun Chromium dans le PATH.", "installez Chromium ou Chrome (Debian : chromium).")
    # Chromium refuses its sandbox to root, and these pages may be hostile: better not be root.
    flags = [*_FLAGS, *(["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else [])]
    with sync_playwright() as playwright:
        yield lambda: playwright.chromium.launch(executable_path=executable, args=flags)


@contextmanager
def ended_after(browser: Browser, seconds: float) -> Iterator[None]:
    """Ends the process of `browser` after `seconds`: a page that never rests would hold each command for ever."""
    processes = browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")["processInfo"]
    pid = next(process["id"] for process in processes if process["type"] == "browser")
    timer = threading.Timer(seconds, os.kill, [pid, signal.SIGKILL])
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
