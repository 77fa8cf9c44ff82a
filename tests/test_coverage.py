"""The tests of the engine alone walk through all of it, whatever the law: a branch they miss is dead or untested."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

# Of the lines and branches together, in per cent.
LEAST = 99


def test_the_tests_of_the_engine_walk_all_its_branches(root: Path, tmp_path: Path) -> None:
    """In a process of its own: what other tests have imported or run does not count. The seed makes it repeatable."""
    data = f"--data-file={tmp_path / 'coverage'}"
    tests = ["pytest", "-q", "-p", "no:xdist", "-p", "no:cacheprovider", "--hypothesis-seed=0", "tests/engine"]
    run = _coverage(root, "run", data, "--source=checker/engine", "-m", *tests)
    assert run.returncode == 0, run.stdout + run.stderr
    said = _coverage(root, "report", data, f"--fail-under={LEAST}")
    assert said.returncode == 0, said.stdout + said.stderr


def _coverage(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "coverage", *arguments]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
