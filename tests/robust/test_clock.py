"""A computer whose clock was lost, or runs ahead, writes the same."""

from __future__ import annotations

import time
import zipfile
from pathlib import Path

import pytest

from portal.runtime.scratch import write_zip


@pytest.mark.parametrize("clock", [0.0, 1.8e9, 2.0**33])
def test_a_zip_does_not_tell_when_it_was_written(clock: float, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    members = {"b/é.py": b"print()\n", "a.json": b"{}"}
    usual = write_zip(tmp_path / "usual.zip", members).read_bytes()
    monkeypatch.setattr(time, "time", lambda: clock)
    found = write_zip(tmp_path / "found.zip", members)
    assert found.read_bytes() == usual
    with zipfile.ZipFile(found) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == members
