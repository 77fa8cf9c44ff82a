"""Firefox through WebDriver BiDi."""

from __future__ import annotations

import json
import re
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import websocket

from tests.engine_parts import KEYS, end, middle, program

WAIT = 300


class Firefox:
    """One page of Firefox."""

    name = "firefox"
    stuck = False

    def __init__(self, address: str, downloads: Path) -> None:
        self.socket = websocket.create_connection(address, timeout=WAIT, suppress_origin=True)
        self.number = 0
        self.version = self.send("session.new", {"capabilities": {}})["capabilities"]["browserVersion"]
        # Keys act on buttons in a window that has the focus: the first one has not.
        self.page = self.send("browsingContext.create", {"type": "window"})["context"]
        self.downloads = downloads

    def send(self, method: str, params: dict[str, Any]) -> Any:
        """The result of a command of BiDi. Raises RuntimeError with what Firefox answers to a wrong one."""
        self.number += 1
        self.socket.send(json.dumps({"id": self.number, "method": method, "params": params}))
        while (reply := json.loads(self.socket.recv())).get("id") != self.number:
            pass
        if reply["type"] == "error":
            raise RuntimeError(f"{reply['error']}: {reply['message']}")
        return reply["result"]

    def open(self, address: str) -> None:
        self.send("browsingContext.navigate", {"context": self.page, "url": address, "wait": "complete"})
        self.send("browsingContext.activate", {"context": self.page})

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

    def click(self, selector: str) -> None:
        x, y = middle(self.run, selector)
        moves = [
            {"type": "pointerMove", "x": x, "y": y},
            {"type": "pointerDown", "button": 0},
            {"type": "pointerUp", "button": 0},
        ]
        self._perform({"type": "pointer", "id": "hand", "actions": moves})

    def press(self, key: str) -> None:
        value = KEYS.get(key, key)
        moves = [{"type": "keyDown", "value": value}, {"type": "keyUp", "value": value}]
        self._perform({"type": "key", "id": "keyboard", "actions": moves})

    def _perform(self, source: dict[str, Any]) -> None:
        self.send("input.performActions", {"context": self.page, "actions": [source]})


@contextmanager
def firefox(**preferences: Any) -> Iterator[Firefox]:
    """Firefox without a window, with a new profile and, in it, `preferences`, whose dots are written `__`."""
    with tempfile.TemporaryDirectory(prefix="firefox-") as profile:
        downloads = Path(profile, "downloads")
        downloads.mkdir()
        chosen = {key.replace("__", "."): value for key, value in preferences.items()}
        # 2: the folder that follows, without a question.
        chosen |= {"browser.download.folderList": 2, "browser.download.dir": str(downloads)}
        lines = [f"user_pref({json.dumps(key)}, {json.dumps(value)});\n" for key, value in chosen.items()]
        Path(profile, "user.js").write_text("".join(lines), "utf-8")
        command = [program("firefox-esr"), "--headless", "--no-remote", "--profile", profile]
        process = subprocess.Popen(
            [*command, "--remote-debugging-port", "0", "about:blank"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        try:
            engine = Firefox(_announced(process) + "/session", downloads)
            yield engine
            engine.socket.close()
        finally:
            end(process)


def _announced(process: subprocess.Popen[str]) -> str:
    """The address of the web socket, which Firefox prints; the rest of what it prints is read and forgotten."""
    assert process.stderr
    for line in process.stderr:
        if found := re.search(r"ws://\S+", line):
            threading.Thread(target=process.stderr.read, daemon=True).start()
            return found[0]
    raise RuntimeError("Firefox ended before it could be driven")
