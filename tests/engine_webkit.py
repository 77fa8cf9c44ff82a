"""WebKitGTK through its driver, in its small browser, on a display that nobody sees."""

from __future__ import annotations

import os
import signal
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
from urllib3.exceptions import HTTPError

from portal.testing import MINI_BROWSER
from tests.engine_parts import KEYS, display, middle, program

# Seconds for a script of a page; and for the driver, which waits for ever for a page that is stuck.
WAIT, SILENT = 120, 150


class WebKit:
    """One page of WebKitGTK."""

    name = "webkit"
    stuck = False

    def __init__(self, driver: WebDriver, downloads: Path) -> None:
        self.driver = driver
        self.version = str(driver.capabilities["browserVersion"])
        self.downloads = downloads
    def open(self, address: str) -> None:
        with self._answering():
            self.driver.get(address)

    def run(self, function: str, argument: Any = None) -> Any:
        script = f"""const done = arguments[1];
          ({function})(arguments[0]).then((value) => done({{ value }}), (error) => done({{ error: String(error) }}));"""
        with self._answering():
            reply = self.driver.execute_async_script(script, argument)
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
    def _answering(self) -> Iterator[None]:
        try:
            yield
        except WebDriverException as error:
            raise RuntimeError(error.msg) from None
        except HTTPError:
            self.stuck = True
            raise RuntimeError("the page of WebKit is stuck") from None


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
        service = Service(executable_path=program("WebKitWebDriver"), env=env, popen_kw={"start_new_session": True})
        driver = WebDriver(options=options, service=service)
        engine = WebKit(driver, Path(home))
        try:
            driver.set_script_timeout(WAIT)
            driver.command_executor.client_config.timeout = SILENT
            yield engine
        finally:
            if engine.stuck:
                # Its driver answers nothing any more, and its process would turn on.
                os.killpg(service.process.pid, signal.SIGKILL)
            else:
                driver.quit()
