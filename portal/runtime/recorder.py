"""`python3 build.py runtime record`: notes what Pyodide runs for the checker, and writes recording.json."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from checker.catalogue import catalogue
from portal import npm
from portal.errors import BuildError
from portal.runtime import (
    GRAPHS,
    LIBRARY,
    dead_data,
    instructions,
    leb,
    letters,
    node,
    recording,
    small,
    wasm,
    write_shared,
)
from portal.runtime.inside import workload
from portal.runtime.instrument import instrument
from portal.runtime.parts import GLUE, LOADER, WASM
from portal.runtime.settled import Settled, settle

# Functions that a recorded one calls by name are kept too, up to this size in bytes: most handle rarer cases of it.
NEAR = 400
DRAWN, SEED = 300, 2026
_CALL = 0x10
CODE = """
import json
from portal.runtime.inside.language import LANG, words
from portal.runtime.inside.wide import exercise
from checker.browser import add, install
from checker.translation import texts
add("/letters.zip")
install(open("/graphs.json", encoding="utf-8").read(), LANG, json.dumps(words(texts()), ensure_ascii=False))
str(exercise(open("/requests.json", encoding="utf-8").read()))
"""


@dataclass(frozen=True)
class Notes:
    """Numbers of the functions that ran, and a true item for each GRANULE bytes of data that were read."""

    functions: frozenset[int]
    read: Sequence[int]


def record(root: Path) -> str:
    """Records with the checker of `root` as it is now; returns a report. Raises BuildError."""
    pyodide = npm.install(root) / "pyodide"
    settled = settled_of(pyodide)
    asked = [*workload.requests(catalogue()), *workload.drawn(catalogue(), DRAWN, SEED)]
    notes = observe(root, pyodide, settled, asked)
    kept = notes.functions | near(settled.bodies, settled.imported, notes.functions)
    exported = exported_data(settled.module, small.mentioned(pyodide))
    dead, docstrings = dead_data.dead(settled, kept - {settled.relocating}, exported, notes.read)
    sha256 = hashlib.sha256((pyodide / WASM).read_bytes()).hexdigest()
    recording.write(recording.Recording(sha256, kept, dead, docstrings))
    removed = sum(end - start for start, end in (*dead, *docstrings))
    functions = f"{len(notes.functions)} functions of {len(settled.bodies)} ran, {len(kept)} are kept"
    return f"{functions}; {removed:,} bytes of data of {len(settled.data):,} are emptied"


def settled_of(pyodide: Path) -> Settled:
    """The WebAssembly of the npm package's folder, with its addresses settled."""
    return settle(wasm.decode((pyodide / WASM).read_bytes()), (pyodide / GLUE).read_text("utf-8"))


def observe(root: Path, pyodide: Path, settled: Settled, requests: Sequence[dict[str, Any]]) -> Notes:
    """What runs and is read from the start as in a worker, through `requests` and all of inside/wide. Raises
    BuildError."""
    noting = instrument(settled, (pyodide / GLUE).read_text("utf-8"))
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        write_shared(root, pyodide, root / "checker", work)
        for file in (GLUE, LOADER):
            shutil.copyfile(pyodide / file, work / file)
        (work / WASM).write_bytes(noting.module.encode())
        (work / "requests.json").write_text(json.dumps([json.dumps(request) for request in requests]), "utf-8")
        files = {f"/{name}": work / name for name in ("requests.json", GRAPHS, letters.NAME)}
        files |= node.inside("wide", "letters", "language")
        memory = node.Memory(work / "notes", noting.start, noting.functions + noting.granules)
        node.run(root, pyodide, work / LIBRARY, CODE, files=files, runtime=work, memory=memory)
        notes = memory.file.read_bytes()
    functions = frozenset(number for number in range(noting.functions) if notes[number])
    if not functions:
        raise BuildError("nothing was recorded.", "see portal/runtime/instrument.py.")
    return Notes(functions, notes[noting.functions :])


def near(bodies: Sequence[bytes], imported: int, seen: Iterable[int]) -> frozenset[int]:
    """The functions up to NEAR bytes that a function of `seen` calls directly."""
    found = set()
    for number in seen:
        for opcode, place, _ in instructions.walk(bodies[number]):
            if opcode == _CALL:
                called = leb.unsigned(bodies[number], place + 1)[0] - imported
                if called >= 0 and len(bodies[called]) <= NEAR:
                    found.add(called)
    return frozenset(found)


def exported_data(module: wasm.Module, words: Iterable[str]) -> list[int]:
    """Places of the data whose address the JavaScript may ask by a name among `words`."""
    known = set(words)
    first = sum(entry.kind == wasm.IS_GLOBAL for entry in wasm.imports(module))
    values = wasm.constants(module)
    named = (e for e in wasm.exports(module) if e.kind == wasm.IS_GLOBAL and {e.name, f"_{e.name}"} & known)
    return [values[export.index - first] for export in named]
