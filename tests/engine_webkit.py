"""WebKitGTK through its driver, in its small browser, on a display that nobody sees."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from selenium.common.exceptions import WebDriverException
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.actions.action_builder import ActionBuilder
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service
from selenium.webdriver.webkitgtk.webdriver import WebDriver

from portal.testing import MINI_BROWSER
from tests.engine_parts import KEYS, display, middle, program

WAIT = 300


class WebKit:
    """One page of WebKitGTK."""

    name = "webkit"

    def __init__(self, driver: WebDriver, downloads: Path) -> None:
        self.driver = driver
        self.version = str(driver.capabilities["browserVersion"])
        self.downloads = downloads

    def open(self, address: str) -> None:
        self.driver.get(address)

    def run(self, function: str, argument: Any = None) -> Any:
        script = f"""const done = arguments[1];
          ({function})(arguments[0]).then((value) => done({{ value }}), (error) => done({{ error: String(error) }}));"""
        try:
            reply = self.driver.execute_async_script(script, argument)
        except WebDriverException as error:
            raise RuntimeError(error.msg) from None
        if "error" in reply:
            raise RuntimeError(reply["error"])
        return reply.get("value")

    def click(self, selector: str) -> None:
        actions = ActionBuilder(self.driver)
        actions.pointer_action.move_to_location(*middle(self.run, selector)).click()
        actions.perform()

    def press(self, key: str) -> None:
        ActionChains(self.driver).send_keys(KEYS.get(key, key)).perform()


@contextmanager
def webkit(*flags: str, **variables: str) -> Iterator[WebKit]:
    """The small browser, with more of its flags and environment variables if given."""
    with display() as screen, tempfile.TemporaryDirectory(prefix="webkit-", ignore_cleanup_errors=True) as home:
        options = Options()
        options.binary_location = str(next(Path("/").glob(MINI_BROWSER)))
        for flag in ("--automation", *flags):
            options.add_argument(flag)
        env = {**os.environ, "DISPLAY": screen, "WEBKIT_DISABLE_COMPOSITING_MODE": "1", "HOME": home, **variables}
        # Its sandbox wants user namespaces, which containers and root do not have; only our own pages are opened.
        env["WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS"] = "1"
        service = Service(executable_path=program("WebKitWebDriver"), env=env)
        driver = WebDriver(options=options, service=service)
        try:
            driver.set_script_timeout(WAIT)
            yield WebKit(driver, Path(home))
        finally:
            driver.quit()
