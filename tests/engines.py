"""Other browsers than Chromium, each behind the same two verbs: open an address, run a script and get its value.

Firefox speaks WebDriver BiDi on a web socket, without any driver; WebKitGTK has a driver of its own, and needs a
display. Both come from Debian's packages (portal/testing.py); a missing one is an error, never a skip."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

import websocket
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service
from selenium.webdriver.webkitgtk.webdriver import WebDriver

from portal.testing import MINI_BROWSER

WAIT = 300


class Engine(Protocol):
    """A browser with one page."""

    def open(self, address: str) -> None:
        """Goes to `address` and waits until it is loaded."""

    def run(self, function: str, argument: Any = None) -> Any:
        """The value of a JavaScript function (its text) called with `argument`, once its promise is kept: JSON.

        Raises RuntimeError with what the browser says when it throws."""


class Firefox:
    """Firefox through WebDriver BiDi."""

    def __init__(self, address: str) -> None:
        self.socket = websocket.create_connection(address, timeout=WAIT, suppress_origin=True)
        self.number = 0
        self.send("session.new", {"capabilities": {}})
        self.page = self.send("browsingContext.getTree", {})["contexts"][0]["context"]

    def send(self, method: str, params: dict[str, Any]) -> Any:
        self.number += 1
        self.socket.send(json.dumps({"id": self.number, "method": method, "params": params}))
        while (reply := json.loads(self.socket.recv())).get("id") != self.number:
            pass
        if reply["type"] == "error":
            raise RuntimeError(f"{reply['error']}: {reply['message']}")
        return reply["result"]

    def open(self, address: str) -> None:
        self.send("browsingContext.navigate", {"context": self.page, "url": address, "wait": "complete"})

    def run(self, function: str, argument: Any = None) -> Any:
        params = {
            # BiDi describes values node by node; a string keeps them as they are.
            "functionDeclaration": f"async (text) => JSON.stringify(await ({function})(JSON.parse(text)) ?? null)",
            "arguments": [{"type": "string", "value": json.dumps(argument)}],
            "target": {"context": self.page},
            "awaitPromise": True,
        }
        reply = self.send("script.callFunction", params)
        if reply["type"] == "exception":
            raise RuntimeError(reply["exceptionDetails"]["text"])
        return json.loads(reply["result"]["value"])


class WebKit:
    """WebKitGTK through its driver."""

    def __init__(self, driver: WebDriver) -> None:
        self.driver = driver

    def open(self, address: str) -> None:
        self.driver.get(address)

    def run(self, function: str, argument: Any = None) -> Any:
        script = f"""const done = arguments[1];
          ({function})(arguments[0]).then((value) => done({{ value }}), (error) => done({{ error: String(error) }}));"""
        reply = self.driver.execute_async_script(script, argument)
        if "error" in reply:
            raise RuntimeError(reply["error"])
        return reply.get("value")


@contextmanager
def firefox() -> Iterator[Engine]:
    """Firefox without a window, with a new profile."""
    with tempfile.TemporaryDirectory(prefix="firefox-") as profile:
        command = [_program("firefox-esr"), "--headless", "--no-remote", "--profile", profile]
        process = subprocess.Popen(
            [*command, "--remote-debugging-port", "0", "about:blank"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        try:
            engine = Firefox(_announced(process) + "/session")
            yield engine
            engine.socket.close()
        finally:
            _end(process)


@contextmanager
def webkit() -> Iterator[Engine]:
    """WebKitGTK's small browser on a display that nobody sees."""
    with _display() as display:
        options = Options()
        options.binary_location = str(next(Path('/').glob(MINI_BROWSER)))
        options.add_argument("--automation")
        env = {**os.environ, "DISPLAY": display, "WEBKIT_DISABLE_COMPOSITING_MODE": "1"}
        # Its sandbox wants user namespaces, which containers and root do not have; only our own pages are opened.
        env["WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS"] = "1"
        service = Service(executable_path=_program("WebKitWebDriver"), env=env)
        driver = WebDriver(options=options, service=service)
        try:
            driver.set_script_timeout(WAIT)
            yield WebKit(driver)
        finally:
            driver.quit()


@contextmanager
def _display() -> Iterator[str]:
    """A virtual screen, on the first free number."""
    read, write = os.pipe()
    command = [_program("Xvfb"), "-displayfd", str(write), "-screen", "0", "1280x900x24", "-nolisten", "tcp"]
    process = subprocess.Popen(command, pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        with os.fdopen(read) as numbers:
            yield f":{numbers.readline().strip()}"
    finally:
        _end(process)


def _announced(process: subprocess.Popen[str]) -> str:
    """The address of the web socket, which Firefox prints; the rest of what it prints is read and forgotten."""
    assert process.stderr
    for line in process.stderr:
        if found := re.search(r"ws://\S+", line):
            threading.Thread(target=process.stderr.read, daemon=True).start()
            return found[0]
    raise RuntimeError("Firefox ended before it could be driven")


def _end(process: subprocess.Popen[Any]) -> None:
    process.terminate()
    try:
        process.wait(20)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _program(name: str) -> str:
    found = shutil.which(name)
    if not found:
        raise RuntimeError(f"{name} is not installed: run python3 build.py test")
    return found
