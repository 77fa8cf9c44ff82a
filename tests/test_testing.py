"""What `build.py test` does with the tests that fail."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from portal import cli, npm, testing
from portal.testing import LAST_FAILED

UNSTEADY = """
from pathlib import Path
def test_unsteady():
    seen = Path(__file__).with_name("seen")
    again = seen.exists()
    seen.touch()
    assert again
"""
WRONG = "def test_wrong{}():\n    assert False\n"


def run(folder: Path, *files: str) -> int:
    (folder / "pyproject.toml").write_text("[tool.pytest.ini_options]\n", "utf-8")
    for number, text in enumerate(files):
        (folder / f"test_{number}.py").write_text(text, "utf-8")
    return testing.run_pytest(folder, ["-q"], dict(os.environ))


def test_an_unsteady_test_is_run_again_and_named(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path, UNSTEADY) == 0
    assert "Each is unsteady: mend it.\n  test_0.py::test_unsteady" in capfd.readouterr().out


def test_a_fault_fails_twice(tmp_path: Path) -> None:
    assert run(tmp_path, UNSTEADY, WRONG.format(1)) == testing.FAILED


def test_failures_of_earlier_runs_are_not_run_again(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Of tests that are gone, or that this run leaves out: they would spoil or use up the second chance."""
    record = tmp_path / LAST_FAILED
    record.parent.mkdir(parents=True)
    record.write_text('{"test_gone.py::test_gone": true}', "utf-8")
    assert run(tmp_path, UNSTEADY) == 0
    assert "A second run of what failed: 1\n" in capfd.readouterr().out


def test_many_faults_are_not_run_again(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path, *(WRONG.format(n) for n in range(testing.SECOND_CHANCES + 1))) == testing.FAILED
    assert "second run" not in capfd.readouterr().out


def test_a_fast_run_neither_builds_nor_installs_programs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    ran: list[list[str]] = []

    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        ran.append(command[2:])
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(testing, "prepare_programs", lambda: pytest.fail("installs programs"))
    monkeypatch.setattr(testing, "build", lambda *_: pytest.fail("builds"))
    monkeypatch.setattr(npm, "install", lambda *_, **__: tmp_path)
    monkeypatch.setattr(testing.subprocess, "run", run)
    options = cli.parse(["test", "--fast", "--", "-k", "dates"])
    assert testing.test(tmp_path, options.pytest, fast=options.fast) == 0
    assert [command[0] for command in ran] == ["ruff", "mypy", "pytest"]
    assert ran[-1][-3:] == ["--fast", "-k", "dates"]


def test_a_fast_run_leaves_out_what_needs_the_site_or_is_marked(root: Path) -> None:
    asked = ["tests/test_dates.py", "tests/test_site.py", "tests/test_small.py", "tests/test_bands_js.py"]
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-p", "no:xdist", "--fast", *asked]
    said = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False).stdout
    collected = [line for line in said.splitlines() if "::" in line]
    assert {line.partition("::")[0] for line in collected} == {"tests/test_dates.py", "tests/test_bands_js.py"}
    assert f"{len(collected)}/" in said and " deselected" in said, "it says how many it leaves out"
