"""Whatever is read, nothing may be written outside the folder of the run, no program started, nobody called."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

_FOLDERS = ("os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.symlink", "os.link", "os.chmod", "os.truncate")
_NEVER = (
    "subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.fork", "socket.connect", "socket.getaddrinfo",
)  # fmt: skip
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
_state: dict[str, Any] = {"on": False, "hooked": False, "seen": []}


class Astray(AssertionError):
    """A file was written elsewhere, a program started, or a server called."""


def watched(one: Callable[[bytes], None]) -> Callable[[bytes], None]:
    """`one`, which raises Astray when it acts outside the folder for temporary files."""
    if not _state["hooked"]:
        sys.addaudithook(_hook)
        _state["hooked"] = True
    # Known before the run: finding it out writes there.
    folder = tempfile.gettempdir()

    def run(data: bytes) -> None:
        _state["seen"].clear()
        _state["folder"] = folder
        _state["on"] = True
        try:
            one(data)
        finally:
            _state["on"] = False
        if _state["seen"]:
            raise Astray(_state["seen"][0])

    return run


def _hook(event: str, arguments: tuple[Any, ...]) -> None:
    if not _state["on"]:
        return
    if event in _NEVER:
        _state["seen"].append((event, arguments))
    elif event == "open":
        path, mode, flags = arguments
        if not isinstance(path, int) and (set(mode or "") & set("wax+") or flags & _WRITES):
            _judge(event, path)
    elif event in _FOLDERS:
        # A name inside an open folder: shutil clears the folder of the run this way.
        inside = isinstance(arguments[-1], int) and arguments[-1] >= 0
        for path in arguments[:2]:
            if isinstance(path, str | bytes | os.PathLike) and not inside:
                _judge(event, path)


def _judge(event: str, path: Any) -> None:
    # Not resolve(): a link that is made is judged where it is made.
    place = Path(os.path.abspath(os.fsdecode(path)))  # noqa: PTH100
    if not place.is_relative_to(_state["folder"]):
        _state["seen"].append((event, str(place)))
