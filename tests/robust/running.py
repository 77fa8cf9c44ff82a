"""Runs `build.py` of a small portal as a person does, and looks at what it leaves."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

# The interpreter that the environment of these tests was made with: build.py is run by it, outside any environment.
PYTHON = str(Path(sys.base_prefix) / "bin" / f"python{sys.version_info[0]}.{sys.version_info[1]}")
# Seconds after which a process that should end by itself is said to be left over: no test expects this long.
PATIENCE = 600
Done = subprocess.CompletedProcess[str]


def copied(project: Path, to: Path) -> Path:
    """A copy of a small portal, with its site and what its builds kept."""
    return Path(shutil.copytree(project, to, symlinks=True))


def build(
    project: Path,
    env: Mapping[str, str] | None = None,
    *,
    arguments: Sequence[str] = (),
    within: Sequence[str | Path] = (),
    without: str = "",
) -> Done:
    """Builds `project` to the end. `env` is added to the environment, `without` taken out of it; `within` is a command
    that runs the build."""
    return subprocess.run(
        [*within, PYTHON, project / "build.py", *arguments],
        env=_environment(env, without),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="surrogateescape",
        check=False,
    )


def stopped(project: Path, step: str, number: int, *, when: str = "") -> tuple[int, str]:
    """Sends the signal `number` to a build of `project` as it says that it begins `step`, or once a file matches the
    pattern `when` of the project; returns its exit code, and what it said. Nothing of it runs any more afterwards."""
    said = ""
    with subprocess.Popen(
        [PYTHON, project / "build.py"],
        env=_environment(None, ""),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
        # Whoever runs these tests in the background has Ctrl-C ignored, by all that they start.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            said += line
            if line.rstrip().endswith(f"] {step}"):
                while when and not any(project.glob(when)) and process.poll() is None:
                    time.sleep(0.01)
                # Ctrl-C reaches the whole group of a terminal; other signals, the process that was named.
                send = os.killpg if number == signal.SIGINT else os.kill
                send(process.pid, number)
        code = process.wait(PATIENCE)
    _wait_for_all(process.pid)
    return code, said


def _wait_for_all(session: int) -> None:
    """Waits until no process of the session is left: those of a killed build end by themselves."""
    deadline = time.monotonic() + PATIENCE
    while left := _of_session(session):
        assert time.monotonic() < deadline, f"left running: {left}"
        time.sleep(0.05)


def _of_session(session: int) -> list[str]:
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            words = (folder / "stat").read_text("utf-8", errors="replace").rpartition(")")[2].split()
        except (FileNotFoundError, ProcessLookupError):
            continue
        # State, parent, group, session: a zombie has ended.
        if int(words[3]) == session and words[0] != "Z":
            found.append(folder.name)
    return found


def failure(done: Done) -> str:
    return f"{done.returncode}\n{done.stdout}\n{done.stderr}"


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of `folder`, by its path."""
    return {f.relative_to(folder).as_posix(): f.read_bytes() for f in sorted(folder.rglob("*")) if f.is_file()}


def differences(one: Path, other: Path) -> list[str]:
    """The files that two sites do not both have with the same bytes."""
    ours, theirs = contents(one), contents(other)
    return sorted(name for name in ours.keys() | theirs.keys() if ours.get(name) != theirs.get(name))


def kilobytes(folder: Path) -> int:
    """What `folder` takes on a disk."""
    said = subprocess.run(["du", "-sk", folder], capture_output=True, text=True, check=True).stdout
    return int(said.split()[0])


def _environment(added: Mapping[str, str] | None, without: str) -> dict[str, str]:
    """That of these tests, without what their own Python was told."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON") and name != without}
    return {**kept, **(added or {})}
