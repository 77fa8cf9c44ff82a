"""The small variant: Pyodide without the functions that the recording did not see, and without their data and glue.

An emptied function traps when it is called (WebAssembly.RuntimeError); emptied data hold POISON, which traps as an
address and is an error as text. Whoever loads this variant must then load the safe one and ask again.

It depends on npm's files, the recording and these scripts only: a change of the rules does not cut again."""

from __future__ import annotations

import fcntl
import hashlib
import json
import re
import shutil
import subprocess
import tempfile
from collections.abc import Set
from pathlib import Path

from portal import npm
from portal.errors import BuildError
from portal.kept import seal, whole
from portal.runtime import recording, wasm
from portal.runtime.parts import GLUE, LOADER, PARTS, WASM, forget_old
from portal.runtime.recording import Recording
from portal.runtime.settled import Settled, settle, split_data
from portal.tools import run_tool

HERE = Path(__file__).parent
SCRIPTS = ("small.py", "settled.py", "instructions.py", "leb.py", "wasm.py", "slim.mjs", "recording.json")
TOOLS = ("binaryen", "terser", "acorn")
# Four of them are an address that only a memory of four gigabytes would reach, and no function's number; in UTF-8 it is
# never a part of a text.
POISON = b"\xfe"
TRAP = b"\x00\x00\x0b"
# Only what Pyodide itself asks of a browser.
_FEATURES = (
    "mutable-globals",
    "bulk-memory",
    "nontrapping-float-to-int",
    "sign-ext",
    "exception-handling",
    "reference-types",
    "multivalue",
)
_ALWAYS = {"__wasm_call_ctors", "__wasm_apply_data_relocs"}
_COPIED = re.compile(
    r'var [\w$]+=(?:Module\["[\w$]+"\]=)?(?:wasmExports\["[\w$]+"\]|\d+);|Module\["_[\w$]+"\]='
    r'|wasmExports\["[\w$]+"\]=\w+\(wasmExports\["[\w$]+"\]\);?'
)
_NAME = re.compile(r"[\w$]+")


def prepare(root: Path, pyodide: Path) -> Path:
    """The folder of root/.build/cache that holds the three PARTS, made (a minute or two) unless it is there.

    `pyodide` is the npm package's folder. Raises BuildError."""
    cache = root / ".build" / "cache" / "runtime-small"
    cache.mkdir(parents=True, exist_ok=True)
    kept = cache / _fingerprint(pyodide)
    with (cache / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not whole(kept):
            with tempfile.TemporaryDirectory(dir=cache) as name:
                made = Path(name) / "small"
                made.mkdir()
                _make(root, pyodide, made)
                shutil.rmtree(kept, ignore_errors=True)
                seal(made, kept)
            forget_old(cache)
    return kept


def contents(folder: Path) -> dict[str, bytes]:
    """The three PARTS of a folder that `prepare` returned."""
    return {f"small/{name}": (folder / name).read_bytes() for name in PARTS}


def emptied(data: bytes, known: Recording) -> bytes:
    """`data` without what nothing reads (POISON) and without docstrings (zeros: each is an empty text)."""
    made = bytearray(data)
    for ranges, byte in ((known.dead, POISON), (known.docstrings, b"\0")):
        for start, end in ranges:
            made[start:end] = byte * (end - start)
    return bytes(made)


def mentioned(pyodide: Path) -> Set[str]:
    """Names that Pyodide's JavaScript mentions elsewhere than where it copies every export to a variable."""
    glue, loader = ((pyodide / name).read_text("utf-8") for name in (GLUE, LOADER))
    return set(_NAME.findall(_COPIED.sub("", glue) + loader)) | _ALWAYS


def _fingerprint(pyodide: Path) -> str:
    files = [*(pyodide / name for name in PARTS), *(HERE / name for name in SCRIPTS)]
    files += [pyodide.parent / tool / "package.json" for tool in TOOLS]
    digest = hashlib.sha256()
    for file in files:
        if not file.exists():
            raise BuildError(f"{file.parent.name}/{file.name} is missing.", "run `python3 build.py` again.")
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()[:16]


def _make(root: Path, pyodide: Path, target: Path) -> None:
    original = (pyodide / WASM).read_bytes()
    known = recording.read(hashlib.sha256(original).hexdigest())
    settled = settle(wasm.decode(original), (pyodide / GLUE).read_text("utf-8"))
    reduced = target / "reduced.wasm"
    reduced.write_bytes(_reduced(settled, known, mentioned(pyodide)).encode())
    _optimise(root, pyodide, reduced, target / WASM)
    reduced.unlink()
    _slim(root, pyodide, wasm.decode((target / WASM).read_bytes()), target)


def _reduced(settled: Settled, known: Recording, words: Set[str]) -> wasm.Module:
    bodies = [body if number in known.functions else TRAP for number, body in enumerate(settled.bodies)]
    module = wasm.with_bodies(settled.module, bodies)
    head, _ = split_data(module, settled.memory_base)
    module = module.with_section(wasm.DATA, head + wasm.sized(emptied(settled.data, known)))
    addresses = _addresses(module)
    kept = [e for e in wasm.exports(module) if e.name in addresses or _exported(e, settled.imported, known, words)]
    return wasm.with_exports(module, kept)


def _exported(export: wasm.Export, imported: int, known: Recording, words: Set[str]) -> bool:
    if export.kind == wasm.IS_FUNCTION and export.index - imported not in known.functions:
        return False
    return export.name in words or f"_{export.name}" in words


def _addresses(module: wasm.Module) -> Set[str]:
    """Names of the imports that the module wants the address of."""
    return {entry.name for entry in wasm.imports(module) if entry.module.startswith("GOT.")}


def _optimise(root: Path, pyodide: Path, source: Path, target: Path) -> None:
    tool = pyodide.parent / "binaryen" / "bin" / "wasm-opt"
    features = ["--mvp-features", *(f"--enable-{name}" for name in _FEATURES)]
    command: list[str | Path] = [npm.node(root), tool, *features, "-Oz", source, "-o", target]
    run_tool(command, root, "wasm-opt failed")


def _slim(root: Path, pyodide: Path, module: wasm.Module, target: Path) -> None:
    job = {
        "modules": str(pyodide.parent.resolve()),
        "glue": str((pyodide / GLUE).resolve()),
        "loader": str((pyodide / LOADER).resolve()),
        "imports": [entry.name for entry in wasm.imports(module)],
        "exports": [export.name for export in wasm.exports(module)],
        "addresses": sorted(_addresses(module)),
        "target": str(target.resolve()),
    }
    command = [npm.node(root), HERE / "slim.mjs"]
    result = subprocess.run(
        command, input=json.dumps(job), capture_output=True, text=True, encoding="utf-8", check=False
    )
    if result.returncode:
        raise BuildError(f"the glue cannot be cut.\n{result.stderr.strip()}", "adapt portal/runtime/slim.mjs.")
