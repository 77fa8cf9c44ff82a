"""The publication: killed, refused or out of room at any moment, one whole site is there, or is put back."""

from __future__ import annotations

import errno
import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from portal.cli import ROOT
from portal.errors import guarded
from portal.publishing import publish, put_back
from tests.faults import KILLED, changes, failing_from, killed_at
from tests.robust.places import mounting
from tests.robust.running import contents

NEW, OLD = {"a/new.txt": b"new", "index.html": b"n"}, {"a/old.txt": b"old", "index.html": b"o"}


def _write(folder: Path, files: dict[str, bytes]) -> Path:
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


class Places:
    """A new site in its `.build`, and where it goes."""

    def __init__(self, root: Path) -> None:
        self.root, self.new, self.site = root, root / ".build" / "site", root / "site"

    def prepare(self) -> None:
        for folder in self.root.iterdir():
            shutil.rmtree(folder)
        _write(self.new, NEW)
        _write(self.site, OLD)

    def publish(self) -> int:
        publish(self.new, self.site)
        return 0

    def steps(self) -> list[str]:
        """Every change that a publication makes to files."""
        self.prepare()
        return changes(self.root, self.publish)


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places(tmp_path)


def test_a_publication_killed_before_any_of_its_changes(places: Places) -> None:
    steps = places.steps()
    assert len(steps) > 6
    for step in range(len(steps)):
        places.prepare()
        assert killed_at(step, places.root, places.publish) == KILLED
        put_back(places.site)
        assert contents(places.site) in (OLD, NEW), steps[step]
        # The next one, after whatever this one left.
        _write(places.new, NEW)
        places.publish()
        assert contents(places.site) == NEW
        assert sorted(path.name for path in places.root.iterdir()) == [".build", "site"]


def test_what_is_half_removed_is_never_put_back(places: Places) -> None:
    """Killed at each moment of the removal of the old site; then somebody removes the new one by hand."""
    for step in range(len(places.steps())):
        places.prepare()
        killed_at(step, places.root, places.publish)
        if contents(places.site) == NEW:
            shutil.rmtree(places.site)
        put_back(places.site)
        assert contents(places.site) in ({}, OLD)


@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EACCES, errno.EROFS])
def test_a_disk_that_refuses_leaves_a_whole_site(places: Places, error: int) -> None:
    steps = places.steps()
    for step in range(len(steps)):
        places.prepare()
        failing_from(step, error, places.root, lambda: guarded(places.publish))
        put_back(places.site)
        assert contents(places.site) in (OLD, NEW), steps[step]


def test_a_link_in_the_place_of_the_site_is_replaced_and_not_followed(places: Places, tmp_path: Path) -> None:
    places.prepare()
    theirs = _write(tmp_path / "theirs", OLD)
    (theirs / "index.html").chmod(0o600)
    shutil.rmtree(places.site)
    places.site.symlink_to(theirs)
    places.publish()
    assert contents(places.site) == NEW and not places.site.is_symlink()
    assert contents(theirs) == OLD
    assert stat.S_IMODE((theirs / "index.html").stat().st_mode) == 0o600
    assert sorted(path.name for path in tmp_path.iterdir()) == [".build", "site", "theirs"]


def test_what_was_made_unwritable_is_removed(places: Places) -> None:
    places.prepare()
    (places.site / "a").chmod(0o555)
    places.site.chmod(0o555)
    places.publish()
    assert sorted(path.name for path in places.root.iterdir()) == [".build", "site"]


def test_another_disk_that_is_full_keeps_its_site(places: Places) -> None:
    places.prepare()
    (places.new / "large.bin").write_bytes(os.urandom(1_000_000))
    code = (
        "import sys; from pathlib import Path\n"
        "from portal.errors import guarded; from portal.publishing import publish\n"
        "code = guarded(lambda: publish(*map(Path, sys.argv[1:])))\n"
        "print(code, *sorted(p.name for p in Path(sys.argv[2]).parent.rglob('*')))"
    )
    disk = mounting("mount -t tmpfs -o size=200k tmpfs site; mkdir site/public; echo old > site/public/old.txt")
    done = subprocess.run(
        [*disk, sys.executable, "-c", code, places.new, places.site / "public"],
        cwd=places.root,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout == "1 old.txt public\n", done.stderr
    assert "No space left on device" in done.stderr
    assert "free about 1 GB" in done.stderr
