"""A disk that is full, a folder that cannot be written: one message with its remedy, and the site stays as it was.

`python -m tests.robust.matrix` fills the disk at more points."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.robust.places import obeying_modes, read_only, small_disk
from tests.robust.running import Done, build, contents, copied, differences, failure, kilobytes


def refused(done: Done, message: str, remedy: str) -> None:
    """The build failed with one message, and what to do."""
    assert done.returncode == 1, failure(done)
    assert message in done.stderr and f"try: {remedy}" in done.stderr, failure(done)
    assert "Traceback" not in done.stdout + done.stderr, failure(done)


@pytest.fixture
def project(built: Path, tmp_path: Path) -> Path:
    return copied(built, tmp_path / "project")


# MkDocs finds the disk full, and this process.
@pytest.mark.parametrize("room", [1_000, 12_000])
def test_a_full_disk(built: Path, project: Path, room: int) -> None:
    work = project / ".build"
    done = build(project, within=small_disk(work, kilobytes(work) + room))
    # It is said by us where a tool of the build met it, by the system where the build itself did.
    message = "disk is full" if "disk is full" in done.stderr else "No space left on device"
    refused(done, message, "free about 1 GB")
    assert differences(built / "site", project / "site") == []


def test_a_disk_that_cannot_be_written(built: Path, project: Path) -> None:
    refused(build(project, within=read_only(project)), "Read-only file system", "copy the project to a disk")
    assert differences(built / "site", project / "site") == []


@pytest.mark.parametrize("name", [".", ".build", ".build/lock"])
def test_a_folder_of_somebody_else(built: Path, project: Path, name: str) -> None:
    place = project / name
    mode = place.stat().st_mode
    place.chmod(0o444 if place.is_file() else 0o555)
    before = sorted(contents(project / ".build"))
    done = build(project, within=obeying_modes())
    place.chmod(mode)
    refused(done, str(place.resolve()), "make this file or folder writable")
    assert sorted(contents(project / ".build")) == before
    assert differences(built / "site", project / "site") == []
