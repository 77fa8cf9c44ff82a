"""What the drivers of engines share: keys, and programs found, started, ended."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

# The private code points of WebDriver.
KEYS = {"Tab": "\ue004", "Enter": "\ue006", "Escape": "\ue00c", "Space": " ", "ArrowDown": "\ue015"}
# The middle of an element, scrolled into the window, or null when it is not under the hand there. It waits for nothing:
# no timer runs in a page whose JavaScript is switched off.
_MIDDLE = """async (selector) => {
  const node = document.querySelector(selector);
  if (!node) throw new Error(`no ${selector}`);
  node.scrollIntoView({ block: "center", behavior: "instant" });
  const box = node.getBoundingClientRect();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2].map(Math.round);
  const hit = document.elementFromPoint(x, y);
  return hit && (node.contains(hit) || hit.contains(node)) ? [x, y] : null;
}"""
TRIES, PAUSE = 200, 0.02


def middle(run: Callable[[str, str], Any], selector: str) -> tuple[int, int]:
    """Where to click on the first element of `selector`, in the window; a page that was just loaded may scroll late.

    `run` is that of an Engine. Raises RuntimeError when the element can not be clicked."""
    for _ in range(TRIES):
        if place := run(_MIDDLE, selector):
            return place[0], place[1]
        time.sleep(PAUSE)
    raise RuntimeError(f"{selector} can not be clicked")


def program(name: str) -> str:
    """The path of a program. Raises RuntimeError, with the remedy, when it is missing."""
    found = shutil.which(name)
    if not found:
        raise RuntimeError(f"{name} is not installed: run python3 build.py test")
    return found


def end(process: subprocess.Popen[Any]) -> None:
    """Asks a program to end, and makes it."""
    process.terminate()
    try:
        process.wait(20)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


@contextmanager
def display() -> Iterator[str]:
    """A virtual screen that nobody sees, on the first free number."""
    read, write = os.pipe()
    command = [program("Xvfb"), "-displayfd", str(write), "-screen", "0", "1280x900x24", "-nolisten", "tcp"]
    process = subprocess.Popen(command, pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        with os.fdopen(read) as numbers:
            yield f":{numbers.readline().strip()}"
    finally:
        end(process)
