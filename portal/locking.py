"""One build at a time in a folder."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def locked(root: Path) -> Iterator[None]:
    """Holds root/.build/lock; waits, saying so, while another build of the same folder holds it.

    The system lets go of the lock when a process ends, however it ends."""
    folder = root / ".build"
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("a") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("Another build is running here: waiting for it to end …", flush=True)
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
