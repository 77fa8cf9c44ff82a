"""Hostile input: what once broke a reader, good inputs, and a bounded run of the fuzzer on each target (tests/fuzz)."""

from __future__ import annotations

import tempfile
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.fuzz import planted
from tests.fuzz.running import RUNS, found, names, run, target
from tests.fuzz.watching import Astray, watched


@pytest.fixture(autouse=True)
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The files of a target are written where the test may write."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))


@pytest.mark.parametrize("name", names())
def test_what_once_broke_a_reader_and_good_inputs(name: str) -> None:
    one = watched(target(name).one)
    inputs = [*target(name).seeds(), *(path.read_bytes() for path in found(name))]
    assert inputs
    for data in inputs:
        one(data)
        one(data[: len(data) // 2])


@pytest.mark.parametrize("name", names())
def test_a_bounded_run(name: str) -> None:
    made = run(name, RUNS[name])
    assert not made.broken, made.report
    assert made.executed >= RUNS[name]
    assert made.kept, "no branch was reached: the target is not instrumented"


def test_a_run_finds_what_is_planted() -> None:
    made = run("planted", 2_000_000, module=planted)
    assert made.broken
    assert "a planted fault" in made.report


def test_every_input_kept_has_its_target() -> None:
    folder = Path(__file__).parent / "fuzz" / "found"
    assert {path.name for path in folder.iterdir()} <= set(names())
    assert set(RUNS) == set(names())


@pytest.mark.parametrize("path", ["elsewhere", "../elsewhere", "/elsewhere-of-a-test"])
def test_a_file_written_elsewhere_is_seen(
    path: str, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    monkeypatch.chdir(tmp_path_factory.mktemp("other"))

    def write(data: bytes) -> None:
        try:
            Path(path).write_bytes(data)
        except OSError:
            return

    with pytest.raises(Astray):
        watched(write)(b"x")
    for written in (Path(path), Path(path).absolute()):
        written.unlink(missing_ok=True)


def test_a_file_written_in_its_place_is_not() -> None:
    def write(data: bytes) -> None:
        Path(tempfile.gettempdir(), "x").write_bytes(data)

    watched(write)(b"x")


def test_without_the_fuzzer_the_remedy_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.fuzz.running.util", SimpleNamespace(find_spec=lambda name: None))
    with pytest.raises(RuntimeError, match="pip install atheris"):
        run("zip", 1)
