"""Runs a target for a number of inputs, never for a time: the same seed and number try the same inputs."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from importlib import import_module, util
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
ROOT = FOLDER.parent.parent
FOUND = FOLDER / "found"
RUNS = {
    "answers": 1_500, "edition": 1_000, "engine": 300, "front_matter": 1_500, "http": 2_000, "injected": 20_000,
    "mirror_yml": 1_500, "mirrors_yml": 1_500, "po": 1_000, "segments": 20_000, "tar": 1_500, "zip": 2_000,
}  # fmt: skip
"""Inputs of each target, in the tests: some four seconds each."""
_PREFIX = "fuzz_"
# Only against what never ends: the slowest good input takes a thousand times less.
_HANGS = 60
_MEGABYTES = 2_048
_REMEDY = (
    "the fuzzer is missing: python3 -m pip install atheris (see requirements/test.in), on Linux x86-64. "
    "It has no package for other machines."
)


@dataclass(frozen=True)
class Run:
    """What a run of a target came to. `executed`: inputs tried; `kept`: those that reached new code; `report`: what
    broke, in the fuzzer's words, with the path of the input."""

    executed: int
    kept: int
    broken: bool
    report: str

    def line(self) -> str:
        verdict = "BROKEN" if self.broken else "nothing found"
        return f"{self.executed} inputs, {self.kept} of them of interest, {verdict}"


def names() -> list[str]:
    """The targets, by name."""
    return sorted(path.stem.removeprefix(_PREFIX) for path in FOLDER.glob(f"{_PREFIX}*.py"))


def target(name: str) -> Any:
    """The module of a target."""
    return import_module(f"tests.fuzz.{_PREFIX}{name}")


def found(name: str) -> Iterator[Path]:
    """The inputs that once broke a target."""
    return iter(sorted((FOUND / name).glob("*")))


def run(name: str, runs: int, *, seed: int = 1, corpus: Path | None = None, module: Any = None) -> Run:
    """Runs the target `name` (or `module`) on `runs` inputs. `corpus`: a folder of inputs to go on from and to add to.

    Raises RuntimeError, with the remedy, when there is no fuzzer."""
    if util.find_spec("atheris") is None:
        raise RuntimeError(_REMEDY)
    module = module or target(name)
    with tempfile.TemporaryDirectory(prefix="fuzz-") as scratch:
        begin, words, own = Path(scratch, "seeds"), Path(scratch, "words"), Path(scratch, "tmp")
        begin.mkdir()
        own.mkdir()
        for data in [*_seeds(module, own), *(path.read_bytes() for path in found(name))]:
            (begin / sha256(data).hexdigest()[:16]).write_bytes(data)
        words.write_text("".join(f'"{_escaped(word)}"\n' for word in module.WORDS), "ascii")
        kept = (corpus or Path(scratch, "corpus")).resolve()
        broken = kept.parent / f"{name}-broken"
        for folder in (kept, broken):
            folder.mkdir(parents=True, exist_ok=True)
        command: list[str | Path] = [sys.executable, "-m", "tests.fuzz.drive", module.__name__, kept, begin]
        command += [f"-runs={runs}", f"-seed={seed}", f"-dict={words}", f"-artifact_prefix={broken}/"]
        command += ["-max_len=100000", f"-timeout={_HANGS}", f"-rss_limit_mb={_MEGABYTES}", "-print_final_stats=1"]
        env = {**os.environ, "TMPDIR": str(own), "PYTHONHASHSEED": "0"}
        done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, errors="replace", check=False)
        executed = re.search(r"number_of_executed_units: (\d+)", done.stderr)
        report = "\n".join([done.stdout[-6000:], *done.stderr.splitlines()[-12:]]) if done.returncode else ""
        return Run(int(executed[1]) if executed else 0, len([*kept.iterdir()]), done.returncode != 0, report)


def _seeds(module: Any, folder: Path) -> list[bytes]:
    """Its good inputs; some are made by writing files, in `folder`."""
    before, tempfile.tempdir = tempfile.tempdir, str(folder)
    try:
        return [*module.seeds()]
    finally:
        tempfile.tempdir = before


def _escaped(word: bytes) -> str:
    return "".join(chr(byte) if 0x20 <= byte < 0x7F and byte not in b'"\\' else f"\\x{byte:02x}" for byte in word)
