"""A child process whose disk fails, or which dies, at a chosen one of the things that it does to files."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

CREATING = frozenset({"open", "os.mkdir", "os.symlink"})
CHANGING = CREATING | {"os.rename", "os.remove", "os.rmdir", "os.chmod"}
KILLED = -signal.SIGKILL
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT


def changes(folder: Path, work: Callable[[], object]) -> list[str]:
    """What `work`, run in a child, does to the files below `folder`, in order: "os.rename editions/8"…"""
    read, write = os.pipe()

    def watched() -> int:
        os.close(read)
        with os.fdopen(write, "w") as out:
            _watch(folder, lambda event, path: print(event, path.relative_to(folder), file=out, flush=True))
            work()
        return 0

    child = os.fork()
    if not child:
        _end(watched)
    os.close(write)
    with os.fdopen(read) as said:
        lines = said.read().splitlines()
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    return lines


def killed_at(step: int, folder: Path, work: Callable[[], int]) -> int:
    """Runs `work` in a child that dies just before its change number `step` (from 0) below `folder`: KILLED, or what
    `work` returns when it makes fewer."""
    seen = iter(range(step + 1))

    def hook(event: str, path: Path) -> None:
        if next(seen, None) == step:
            os.kill(os.getpid(), signal.SIGKILL)

    return in_child(lambda: (_watch(folder, hook), work())[1])


def failing_from(step: int, error: int, folder: Path, work: Callable[[], int]) -> int:
    """Runs `work` in a child whose disk refuses, with the number `error`, to create anything below `folder` from the
    change number `step` on; returns what `work` returns."""
    seen: Iterator[int] = iter(range(step))

    def hook(event: str, path: Path) -> None:
        if next(seen, None) is None and (event in CREATING or event == "os.rename"):
            raise OSError(error, os.strerror(error), str(path))

    return in_child(lambda: (_watch(folder, hook), work())[1])


def in_child(work: Callable[[], int]) -> int:
    """What `work` returns in a child process; a negative number is the signal that ended it."""
    child = os.fork()
    if not child:
        _end(work)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _end(work: Callable[[], int]) -> None:
    # Nothing of the test runner may run in the child.
    status = 99
    try:
        status = work()
    finally:
        os._exit(status)


def _watch(folder: Path, hook: Callable[[str, Path], None]) -> None:
    """Calls `hook` before each change that this process makes below `folder`."""

    def audit(event: str, args: tuple[Any, ...]) -> None:
        if event not in CHANGING or (event == "open" and not args[2] & _WRITES):
            return
        if not isinstance(args[0], str | os.PathLike):
            return
        # A deletion by the handle of its folder has a bare name.
        handle = args[-1] if event in ("os.remove", "os.rmdir") and isinstance(args[-1], int) else -1
        at = Path(f"/proc/self/fd/{handle}").readlink() if handle > 0 else Path()
        path = at / os.fspath(args[1] if event in ("os.symlink", "os.rename") else args[0])
        if path.is_relative_to(folder):
            hook(event, path)

    sys.addaudithook(audit)
