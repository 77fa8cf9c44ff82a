"""What `build.py runtime record` found out, in a file that the build reads: it need not record again."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from portal.errors import BuildError

FILE = Path(__file__).parent / "recording.json"
DEAD, DOCSTRINGS = "dead data", "docstrings"
_LINE = 110


@dataclass(frozen=True)
class Recording:
    """For the WebAssembly of that `sha256`: the numbers of the functions to keep, and the ranges of data to empty,
    what nothing reads (`dead`) apart from `docstrings`, which are read at the start and shown to nobody."""

    sha256: str
    functions: frozenset[int]
    dead: tuple[tuple[int, int], ...]
    docstrings: tuple[tuple[int, int], ...]


def read(sha256: str, file: Path = FILE) -> Recording:
    """The recording, which must be about the WebAssembly of that `sha256`. Raises BuildError otherwise."""
    advice = "run `python3 build.py runtime record` (some minutes), then the tests."
    try:
        value = json.loads(file.read_text("utf-8"))
    except FileNotFoundError:
        raise BuildError("the recording of the runtime is missing.", advice) from None
    if value["wasm"] != sha256:
        raise BuildError("the recording of the runtime was made from another pyodide.asm.wasm.", advice)
    numbers = (n for start, length in _pairs(value["functions"]) for n in range(start, start + length))
    dead, docstrings = (_ranges(value[name]) for name in (DEAD, DOCSTRINGS))
    return Recording(sha256, frozenset(numbers), dead, docstrings)


def write(recording: Recording, file: Path = FILE) -> None:
    """One run of numbers after the other: gap since the previous one, then length."""
    runs: list[tuple[int, int]] = []
    for number in sorted(recording.functions):
        if runs and runs[-1][1] == number:
            runs[-1] = (runs[-1][0], number + 1)
        else:
            runs.append((number, number + 1))
    value = {
        "about": "Made by `python3 build.py runtime record`. Runs, each as the gap since the last one and its length.",
        "wasm": recording.sha256,
        "functions": _lines(runs),
        DEAD: _lines(recording.dead),
        DOCSTRINGS: _lines(recording.docstrings),
    }
    file.write_text(json.dumps(value, indent=1) + "\n", "utf-8")


def _lines(runs: Iterable[tuple[int, int]]) -> list[str]:
    lines = [""]
    last = 0
    for start, end in runs:
        pair = f"{start - last}+{end - start}"
        last = end
        if len(lines[-1]) + len(pair) >= _LINE:
            lines.append("")
        lines[-1] = f"{lines[-1]} {pair}".strip()
    return lines


def _ranges(lines: list[str]) -> tuple[tuple[int, int], ...]:
    return tuple((start, start + length) for start, length in _pairs(lines))


def _pairs(lines: list[str]) -> list[tuple[int, int]]:
    place = 0
    found = []
    for pair in " ".join(lines).split():
        gap, length = map(int, pair.split("+"))
        found.append((place + gap, length))
        place += gap + length
    return found
