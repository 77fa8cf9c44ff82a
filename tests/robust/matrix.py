"""Stops a small portal at every step by every signal, fills its disk at many points, builds it in each odd place: one
case after another, an hour or more. `python -m tests.robust.matrix [WORDS…]` runs those whose name has one of WORDS."""

from __future__ import annotations

import os
import re
import shutil
import signal
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from portal.errors import BuildError, guarded
from tests.robust import places, portal
from tests.robust.running import Done, build, copied, differences, failure, kilobytes, stopped

# Kilobytes left on the disk of .build: from nothing to nearly what a build needs.
ROOMS = (0, 200, 1_000, 3_000, 6_000, 12_000, 24_000, 36_000)
SIGNALS = (signal.SIGKILL, signal.SIGTERM, signal.SIGINT)
CLOCK = "clock of"
CLOCKS = ("1979-01-01 00:00:00", "2099-12-31 23:59:59")
# A user to whom nothing here belongs; who may read it, as the folders above are often closed to others.
STRANGER = ["setpriv", "--reuid=65534", "--clear-groups", *(f"--{s}-caps=+dac_read_search" for s in ("inh", "ambient"))]
_STEP = re.compile(r"^\[\d+/\d+\] (.+)$", re.MULTILINE)
Case = tuple[str, Callable[[], str]]


class Matrix:
    """The cases, each on a copy of the small portal `built`, in the folder `work`; `steps` are the titles of a build.

    A case returns the fault it found, or an empty text."""

    def __init__(self, built: Path, steps: Sequence[str], work: Path) -> None:
        self.built, self.steps, self.project = built, steps, work / "project"

    def cases(self) -> Iterator[Case]:
        for number in SIGNALS:
            yield f"{number.name} at each step", lambda number=number: self._stop(number)
        for room in ROOMS:
            yield f"full disk, {room} kB left", lambda room=room: self._full(room)
        for name, variables in places.ENVIRONMENTS.items():
            yield f"environment {name}", lambda variables=variables: self._same(env=variables)
        for clock in CLOCKS:
            yield f"{CLOCK} {clock[:4]}", lambda clock=clock: self._same(within=["faketime", "-f", f"@{clock}"])
        yield "private files", lambda: self._same(within=places.shell("umask 077"))
        yield "no HOME", lambda: self._same(without="HOME")
        yield "odd path", self._odd_path
        yield "another user", self._stranger
        yield "two builds at once", self._two

    def run(self, words: Sequence[str]) -> int:
        """Runs the cases whose name has one of `words`, all without; returns how many found a fault."""
        chosen = [case for case in self.cases() if not words or any(word in case[0] for word in words)]
        if not chosen:
            raise BuildError(f"no case has {' or '.join(words)} in its name.", "give other words, or none.")
        if not shutil.which("faketime") and any(name.startswith(CLOCK) for name, _ in chosen):
            raise BuildError(f"the cases “{CLOCK}…” need faketime.", "apt-get install faketime")
        faults = 0
        for name, case in chosen:
            copied(self.built, self.project)
            fault = case()
            shutil.rmtree(self.project)
            faults += bool(fault)
            print(f"{'FAULT' if fault else 'ok   '} {name}{fault and chr(10)}{fault}", flush=True)
        print(f"{len(chosen) - faults} passed, {faults} failed")
        return faults

    def _same(self, **how: object) -> str:
        """A build that must give the same site."""
        return self._judged(build(self.project, **how))  # type: ignore[arg-type]

    def _judged(self, done: Done) -> str:
        return failure(done) if done.returncode else self._differs(self.project)

    def _differs(self, project: Path) -> str:
        names = differences(self.built / "site", project / "site")
        return f"{len(names)} file(s) differ: {', '.join(names[:5])}" if names else ""

    def _stop(self, number: signal.Signals) -> str:
        """One build after another stopped a step later, on what the one before left; then one to the end."""
        for step in self.steps:
            code, said = stopped(self.project, step, number)
            # The last step is short: it may end, and the build with it, before the signal is received.
            known = (-number, 128 + number, *([0] if step == self.steps[-1] else []))
            if code not in known or "Traceback" in said:
                return f"{step}: {code}\n{said}"
            if fault := self._differs(self.project):
                return f"{step}: {fault}"
            print(f"      {number.name} at {step}: the site is as it was", flush=True)
        return self._same()

    def _full(self, room: int) -> str:
        work = self.project / ".build"
        done = build(self.project, within=places.small_disk(work, kilobytes(work) + room))
        clear = done.returncode == 1 and "free about 1 GB" in done.stderr and "Traceback" not in done.stderr
        return self._differs(self.project) if clear else failure(done)

    def _odd_path(self) -> str:
        odd = copied(self.built, self.project / places.ODD_PATH)
        done = build(odd)
        return failure(done) if done.returncode else self._differs(odd)

    def _stranger(self) -> str:
        """Told that nothing can be written; then, the folder being theirs, builds."""
        done = build(self.project, within=STRANGER)
        if done.returncode != 1 or "make this file or folder writable" not in done.stderr:
            return failure(done)
        for folder, names, files in os.walk(self.project):
            for name in (*names, *files):
                os.chown(Path(folder, name), 65534, 65534, follow_symlinks=False)
        os.chown(self.project, 65534, 65534)
        return self._same(within=STRANGER)

    def _two(self) -> str:
        found: list[Done] = []
        threads = [threading.Thread(target=lambda: found.append(build(self.project))) for _ in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        waited = sum("waiting for it to end" in done.stdout for done in found)
        return "\n".join(filter(None, map(self._judged, found))) or ("" if waited == 1 else f"{waited} waited")


def main(words: Sequence[str]) -> int:
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        built = portal.make(work / "built")
        done = build(built)
        if done.returncode:
            raise BuildError(failure(done), "the small portal must build: see tests/robust/portal.py.")
        return 1 if Matrix(built, _STEP.findall(done.stdout), work).run(words) else 0


if __name__ == "__main__":
    sys.exit(guarded(lambda: main(sys.argv[1:])))
