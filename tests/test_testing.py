"""What `build.py test` does with the tests that fail."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from portal import testing
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
