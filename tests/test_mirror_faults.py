"""An update killed, or refused by the disk, at each thing that it does to files: readers never see half of it."""

from __future__ import annotations

import errno
import functools
import itertools
import json
import os
import re
import resource
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from portal.errors import BuildError
from portal.mirrors.swapping import alone
from portal.verify import openssh
from tests.faults import KILLED, changes, failing_from, in_child, killed_at
from tests.mirror_folder import Mirror, Publisher, mirror, publisher
from tests.mirror_server import serving

REFUSED = 20
"""Exit status of a child whose update said why it failed."""


@pytest.fixture(scope="module")
def known_signatures() -> None:
    """Each signature is checked once: children, of which there are hundreds, are born knowing the answers."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(openssh, "signed", functools.cache(openssh.signed))
        # What a power failure does is not played here, and the disk is slow to answer.
        patch.setattr(os, "fsync", lambda handle: None)
        patch.setattr(os, "sync", lambda: None)
        yield


@pytest.fixture(scope="module")
def by(tmp_path_factory: pytest.TempPathFactory, known_signatures: None) -> Publisher:
    made = publisher(tmp_path_factory.mktemp("publisher"))
    for number in (1, 2, 3):
        made.packed(number, "tar.zst" if number == 3 else "zip")
    return made


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory, by: Publisher) -> Mirror:
    """A mirror at edition 2, which keeps edition 1."""
    made = mirror(tmp_path_factory.mktemp("mirror") / "m", by)
    for number in (1, 2):
        made.update(by.folder / f"dist/{number}.zip")
    return made


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below `folder` with its bytes."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


class Case:
    """One action on copies of one mirror, and what it must lead to."""

    def __init__(self, before: Mirror, tmp_path: Path, action: Callable[[Mirror], int], copies: list[str]) -> None:
        self.before, self.folder, self.action, self.copies = before, tmp_path, action, copies
        self.serial = 0
        reference = self.fresh()
        assert action(reference) == 0
        assert reference.copies == copies
        self.after = tree(reference.current)
        self.good = [self.after] + ([tree(before.current)] if before.current.exists() else [])
        made = self.fresh()
        self.steps = telling(changes(made.to, lambda: action(made)))

    def fresh(self) -> Mirror:
        self.serial += 1
        return self.before.copy(self.folder / f"{self.serial}" / "m")

    def run(self, made: Mirror) -> int:
        """The action in a child."""
        try:
            return self.action(made)
        except BuildError:
            return REFUSED

    def judge(self, made: Mirror) -> None:
        """Readers have one of the two copies, whole; the action asked again succeeds and leaves nothing else."""
        if made.current.exists() or self.before.current.exists():
            assert tree(made.current) in self.good
        assert self.action(made) == 0
        assert tree(made.current) == self.after
        assert made.copies == self.copies
        assert made.leftovers() == []


def telling(steps: list[str]) -> dict[int, str]:
    """The number of each step with what it does. Of a long run of files of one folder (the new copy that is written,
    the old one that is removed), the ends and the middle tell as much as all."""
    kept: dict[int, str] = {}
    for _, run in itertools.groupby(enumerate(steps), lambda step: re.split("[ /]", step[1])[1]):
        numbered = list(run)
        middle = len(numbered) // 2
        kept |= dict(numbered if len(numbered) < 8 else [*numbered[:2], *numbered[middle : middle + 2], *numbered[-2:]])
    return kept


def cases(before: Mirror, by: Publisher, folder: Path, address: str) -> dict[str, Callable[[], Case]]:
    fresh = mirror(folder / "empty", by)
    back = before.copy(folder / "back")
    return {
        "first": lambda: Case(fresh, folder / "1", lambda m: m.update(by.folder / "dist/1.zip"), ["1"]),
        "update": lambda: Case(before, folder / "2", lambda m: m.update(f"{address}3.tar.zst"), ["2", "3"]),
        "back": lambda: Case(back, folder / "3", lambda m: m.rollback(), ["1", "2"]),
    }


@pytest.fixture(params=["first", "update", "back"])
def case(request: pytest.FixtureRequest, before: Mirror, by: Publisher, tmp_path: Path):
    with serving(by.folder / "dist") as server:
        yield cases(before, by, tmp_path, server.address)[request.param]()


def test_killed_at_each_change(case: Case) -> None:
    for step, change in case.steps.items():
        made = case.fresh()
        assert killed_at(step, made.to, lambda made=made: case.run(made)) == KILLED, change
        case.judge(made)


def test_disk_that_is_full_from_each_change_on(case: Case) -> None:
    for step, change in case.steps.items():
        made = case.fresh()
        status = failing_from(step, errno.ENOSPC, made.to, lambda made=made: case.run(made))
        # The last steps only remove things: what they leave is for the next run.
        assert status == REFUSED or (status == 0 and tree(made.current) == case.after), change
        case.judge(made)


def test_disk_that_is_full_in_the_middle_of_each_file(case: Case) -> None:
    def run(longest: int, made: Mirror) -> int:
        resource.setrlimit(resource.RLIMIT_FSIZE, (longest, longest))
        return case.run(made)

    sizes = {len(data) for data in case.after.values()} | {0, 1000, 3000, 10_000}
    statuses = []
    for longest in sorted(size - 1 if size else 0 for size in sizes):
        made = case.fresh()
        statuses.append(in_child(lambda longest=longest, made=made: run(longest, made)))
        assert statuses[-1] in (REFUSED, 0)
        case.judge(made)
    assert statuses[0] == REFUSED
    assert statuses[-1] == 0


def test_disk_that_turned_read_only(case: Case) -> None:
    made = case.fresh()
    kept = tree(made.to)
    assert failing_from(0, errno.EROFS, made.to, lambda: case.run(made)) == REFUSED
    assert tree(made.to) == kept


def test_folder_of_another_account(before: Mirror, tmp_path: Path, by: Publisher) -> None:
    made = before.copy(tmp_path / "m")
    archive = by.folder / "dist/3.tar.zst"

    def run() -> int:
        os.chdir(made.to)
        if os.getuid() == 0:
            os.setgroups([])
            os.setgid(65534)
            os.setuid(65534)
        try:
            return Mirror(Path(), by).update(archive)
        except BuildError as error:
            assert "inscriptible" in error.remedy
            return REFUSED

    made.to.chmod(0o555)
    kept = tree(made.to)
    assert in_child(run) == REFUSED
    made.to.chmod(0o755)
    assert tree(made.to) == kept


def test_two_updates_at_once(before: Mirror, tmp_path: Path, by: Publisher) -> None:
    made = before.copy(tmp_path / "m")
    with alone(made.to):
        assert in_child(lambda: refused(made, by.folder / "dist/3.tar.zst")) == REFUSED
        assert in_child(lambda: refused(made, None)) == REFUSED
    assert made.current.readlink().name == "2"
    assert made.update(by.folder / "dist/3.tar.zst") == 0


def refused(made: Mirror, source: Path | None) -> int:
    with pytest.raises(BuildError, match="en cours"):
        made.update(source) if source else made.rollback()
    return REFUSED


def test_readers_during_updates(before: Mirror, tmp_path: Path, by: Publisher) -> None:
    made = before.copy(tmp_path / "m")
    over = threading.Event()
    faults: list[str] = []
    read: list[int] = []

    def reader() -> None:
        try:
            while not over.is_set():
                newest = read[-1] if read else 0
                # By two paths: never missing, never backwards; by one folder: never a mix.
                first = number(made.current / "index.html")
                read.append(number(made.current / "edition/edition.json"))
                if not newest <= first <= read[-1]:
                    faults.append(f"{newest}, {first}, {read[-1]}")
                folder = os.open(made.current, os.O_RDONLY)
                pair = {number(Path(f"/proc/self/fd/{folder}") / name) for name in ("index.html", "fr/index.html")}
                os.close(folder)
                if len(pair) > 1:
                    faults.append(f"mix {pair}")
        except OSError as error:
            faults.append(repr(error))

    thread = threading.Thread(target=reader)
    thread.start()
    for edition in (3, 4, 5):
        source = by.folder / f"dist/{edition}.zip"
        assert made.update(source if source.exists() else by.packed(edition)) == 0
    over.set()
    thread.join()
    assert faults == []
    assert {2, 5} <= set(read)


def number(page: Path) -> int:
    text = page.read_text("utf-8")
    return int(json.loads(text)["edition"] if page.suffix == ".json" else text.rpartition(" ")[2])
