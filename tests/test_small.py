"""The cut of Pyodide: what is kept, what an emptied function or datum does, and that nothing reads what is emptied."""

from __future__ import annotations

import hashlib
import json
import random
import re
import struct
from pathlib import Path

import pytest

from checker.catalogue import catalogue
from portal import npm
from portal.errors import BuildError
from portal.runtime import dead_data, leb, recorder, recording, small, wasm
from portal.runtime.inside import workload
from portal.runtime.instrument import GRANULE
from portal.runtime.parts import GLUE, LOADER, PARTS, WASM
from portal.runtime.recording import Recording
from portal.runtime.settled import Settled
from tests.answer_sets import answer_sets

pytestmark = pytest.mark.whole

# Other than the recording's own.
SEED = 71
BASE = 1000
NOTHING = b"\x00\x0b"
DATUM = b"\x11" * 2047 + b"\0"
EMPTY = wasm.Module(())


@pytest.fixture(scope="module")
def pyodide(root: Path) -> Path:
    return npm.install(root) / "pyodide"


@pytest.fixture(scope="module")
def cut(root: Path, pyodide: Path) -> Path:
    return small.prepare(root, pyodide)


@pytest.fixture(scope="module")
def known(pyodide: Path) -> Recording:
    return recording.read(hashlib.sha256((pyodide / WASM).read_bytes()).hexdigest())


def test_a_module_is_written_as_it_was_read(pyodide: Path) -> None:
    original = (pyodide / WASM).read_bytes()
    module = wasm.decode(original)
    assert module.encode() == original
    assert wasm.with_exports(module, wasm.exports(module)).encode() == original
    assert wasm.with_bodies(module, wasm.bodies(module)).encode() == original


def test_numbers_are_written_as_they_are_read() -> None:
    source = random.Random(SEED)
    for number in [0, 1, 63, 64, 127, 128, *(source.randrange(1 << 32) for _ in range(500))]:
        assert leb.unsigned(leb.encode(number), 0) == (number, len(leb.encode(number)))
        body = b"\x00\x41" + leb.encode_signed(-number) + b"\x1a\x0b"
        assert set(dead_data._addresses(body, 0)) == {-number}


def test_recording_is_read_as_it_was_written(tmp_path: Path, known: Recording) -> None:
    file = tmp_path / "recording.json"
    recording.write(known, file)
    assert recording.read(known.sha256, file) == known
    assert file.read_bytes() == recording.FILE.read_bytes()


def test_recording_of_another_pyodide_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match=r"another pyodide\.asm\.wasm"):
        recording.read("0" * 64)
    with pytest.raises(BuildError, match="missing"):
        recording.read("0" * 64, tmp_path / "absent.json")


def held(function: int, place: int) -> dict[int, bytes]:
    """The body of a function that holds the address of `place`."""
    return {function: b"\x00\x41" + leb.encode_signed(BASE + place) + b"\x1a\x0b"}


def objects(bodies: dict[int, bytes], pointers: dict[int, int | None] | None = None) -> Settled:
    """Eight DATUM; functions 0 to 3 are kept, 4 to 11 are not and hold the address of a datum each."""
    dropped = {number + 4: held(number + 4, number * 2048)[number + 4] for number in range(8)}
    made = tuple((bodies | dropped).get(number, NOTHING) for number in range(12))
    return Settled(EMPTY, 0, BASE, 0, made, DATUM * 8, pointers or {}, 3)


@pytest.mark.parametrize(
    ("why", "settled", "exported", "read", "stays"),
    [
        ("nothing holds them", objects({}), [], None, set()),
        ("a kept function holds its address", objects(held(1, 3 * 2048)), [], None, {3}),
        ("a kept function holds an address just before it", objects(held(1, 3 * 2048 - 380)), [], None, {3}),
        ("the JavaScript knows it", objects({}), [5 * 2048], None, {5}),
        ("the recording saw it read", objects({}), [], 6 * 2048 + 800, {6}),
        ("a datum that stays holds it", objects(held(0, 2048), {2048 + 8: 4 * 2048, 4 * 2048: 0}), [], None, {0, 1, 4}),
        ("a datum that goes holds it", objects({}, {2048 + 8: 4 * 2048}), [], None, set()),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_data_stay_when(why: str, settled: Settled, exported: list[int], read: int | None, stays: set[int]) -> None:
    granules = bytearray(len(settled.data) // GRANULE)
    if read is not None:
        granules[read // GRANULE] = 1
    dead, docstrings = dead_data.dead(settled, frozenset(range(4)), exported, granules)
    emptied = small.emptied(settled.data, Recording("", frozenset(), dead, docstrings))
    # Of the datum before an address, the end stays too, without need.
    starts = {number for number in range(8) if emptied[number * 2048 :].startswith(DATUM[:1400])}
    assert starts == stays, why
    assert all(emptied[number * 2048 :].startswith(DATUM) for number in stays), why
    assert dead_data.unread(dead, granules)


def test_emptied_data_are_no_address_no_function_and_no_text(pyodide: Path, known: Recording) -> None:
    settled = recorder.settled_of(pyodide)
    data = small.emptied(settled.data, known)
    start, end = max(known.dead, key=lambda pair: pair[1] - pair[0])
    assert set(data[start:end]) == set(small.POISON)
    (number,) = struct.unpack("<I", small.POISON * 4)
    largest = re.search(r"getHeapMax=\(\)=>(\d+)", (pyodide / GLUE).read_text("utf-8"))
    assert largest and number > 0.99 * int(largest[1]), "an address outside any memory that the checker fills"
    assert number + (1 << 24) < 1 << 32, "nor is what follows it the beginning of the memory"
    assert number > len(settled.bodies) * 2, "outside the table: calling it traps"
    with pytest.raises(UnicodeDecodeError):
        small.POISON.decode()
    for start, end in known.docstrings:
        assert not any(data[start:end])


def test_emptied_functions_trap(pyodide: Path, cut: Path, known: Recording) -> None:
    """Far more than half of them, and each one of them is the instruction `unreachable`."""
    settled = recorder.settled_of(pyodide)
    bodies = wasm.bodies(small._reduced(settled, known, small.mentioned(pyodide)))
    assert len(known.functions) < len(bodies) / 3
    assert {body for number, body in enumerate(bodies) if number not in known.functions} == {small.TRAP}
    assert all(bodies[number] == settled.bodies[number] for number in known.functions)


def test_the_glue_imports_no_more_than_it_has(pyodide: Path, cut: Path) -> None:
    for name in (GLUE, LOADER):
        assert (cut / name).stat().st_size < (pyodide / name).stat().st_size
    module = wasm.decode((cut / WASM).read_bytes())
    assert len(wasm.exports(module)) < len(wasm.exports(wasm.decode((pyodide / WASM).read_bytes()))) / 4


def test_cut_again_gives_the_same_bytes(root: Path, pyodide: Path, cut: Path, tmp_path: Path) -> None:
    small._make(root, pyodide, tmp_path)
    assert {name: (tmp_path / name).read_bytes() for name in PARTS} == {n: (cut / n).read_bytes() for n in PARTS}


def test_rules_do_not_cut_again(root: Path, pyodide: Path, cut: Path) -> None:
    assert not [name for name in small.SCRIPTS if not (small.HERE / name).is_file()]
    before = {file: file.stat().st_mtime_ns for file in cut.iterdir()}
    assert small.prepare(root, pyodide) == cut
    assert {file: file.stat().st_mtime_ns for file in cut.iterdir()} == before


def test_other_people_than_the_recorded_read_nothing_that_is_emptied(
    root: Path, pyodide: Path, known: Recording
) -> None:
    """What could be wrong without a word: a read of emptied data. Every read of data is noted, for answers and letters
    that the recording did not have."""
    settled = recorder.settled_of(pyodide)
    # Each is asked in the second language of the recording too (inside/wide).
    asked = [*answer_sets(100, SEED), *workload.drawn(catalogue(), 40, SEED)]
    assert json.dumps(asked) != json.dumps(workload.drawn(catalogue(), 140, recorder.SEED))
    notes = recorder.observe(root, pyodide, settled, asked)
    assert len(notes.functions) > 2000 and sum(notes.read) > 10_000
    assert notes.functions <= known.functions
    assert dead_data.unread(known.dead, notes.read)
    # The test can fail: the same reads touch what is kept.
    kept = tuple((end, start) for (_, end), (start, _) in zip(known.dead, known.dead[1:], strict=False) if end < start)
    assert not dead_data.unread(kept, notes.read)
