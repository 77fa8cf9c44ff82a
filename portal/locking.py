"""One build at a time in a folder."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_held: list[int] = []


def held() -> tuple[int, ...]:
    """The handles of the locks that this process holds, to be passed to the programs it runs."""
    return tuple(_held)


@contextmanager
def locked(root: Path) -> Iterator[None]:
    """Holds root/.build/lock; waits, saying so, while another build of the same folder holds it.

    The system lets go of the lock when a process ends, however it ends; a program run by `portal.tools` holds it too,
    since it may write in this folder for a while after the build that started it was killed."""
    folder = root / ".build"
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("a") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("Another build is running here: waiting for it to end …", flush=True)
            fcntl.flock(handle, fcntl.LOCK_EX)
        _held.append(handle.fileno())
        try:
            yield
        finally:
            _held.remove(handle.fileno())
