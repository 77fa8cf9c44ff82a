"""The small portal, made and built once for all the tests of this folder, whichever process they run in."""

from __future__ import annotations

import fcntl
from pathlib import Path

import pytest

from tests.robust import portal
from tests.robust.running import build, failure


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A small portal with its site: to be copied, never changed."""
    base = tmp_path_factory.getbasetemp()
    shared = base if worker_id == "master" else base.parent
    folder = shared / "small-portal"
    with (shared / "small-portal.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "site").exists():
            portal.make(folder)
            done = build(folder)
            assert done.returncode == 0, failure(done)
    return folder
