"""Builds the small portal with other Pythons, runs the checker's tests with them, and compares the bytes:
`python -m tests.robust.pythons PYTHON…`, each the path or the name of an interpreter.

Each gets an environment of its own, with the pinned packages of this project: the network is needed.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from portal.cli import ROOT
from portal.errors import BuildError, guarded
from portal.tools import run_tool
from tests.robust import portal
from tests.robust.running import PYTHON, differences

# What knows no page, no browser and no server.
TESTS = ("tests/engine", "tests/test_consult.py", "tests/test_cases.py", "tests/test_fingerprint.py")


def check(python: str, reference: Path, work: Path) -> None:
    """Raises BuildError unless `python` makes of the same sources the site of `reference`, byte for byte."""
    program = shutil.which(python)
    if program is None:
        raise BuildError(f"no Python named {python}.", "give the path of an interpreter.")
    say = "import platform; print(platform.python_version())"
    version = run_tool([program, "-c", say], work, f"{program} is no Python").strip()
    project = portal.make(work / version)
    shutil.rmtree(project / ".venv")
    print(f"Python {version}: build", flush=True)
    _run([program, project / "build.py"], project)
    if names := differences(reference / "site", project / "site"):
        raise BuildError(f"Python {version}: {len(names)} file(s) differ: {', '.join(names[:10])}.")
    print(f"Python {version}: same bytes; the tests of the checker", flush=True)
    inside = project / ".venv" / "bin" / "python"
    listing = ROOT / "requirements" / "test.txt"
    exact = ["--disable-pip-version-check", "--require-hashes", "--only-binary", ":all:"]
    _run([inside, "-m", "pip", "install", "--quiet", *exact, "--requirement", listing], project)
    _run([inside, "-m", "pytest", "-q", "-p", "no:cacheprovider", *TESTS], ROOT)


def _run(command: Sequence[str | Path], folder: Path) -> None:
    env = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    result = subprocess.run(command, cwd=folder, env={**env, "PYTHONDONTWRITEBYTECODE": "1"}, check=False)
    if result.returncode:
        raise BuildError(f"{' '.join(map(str, command))} failed in {folder}.")


def main(pythons: Sequence[str]) -> int:
    if not pythons:
        raise BuildError("no Python named.", "for example: python -m tests.robust.pythons python3.12 python3.13")
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        reference = portal.make(work / "reference")
        _run([PYTHON, reference / "build.py"], reference)
        for python in pythons:
            check(python, reference, work)
    return 0


if __name__ == "__main__":
    sys.exit(guarded(lambda: main(sys.argv[1:])))
