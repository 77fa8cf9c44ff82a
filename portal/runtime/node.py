"""Runs Python code in Pyodide under Node, at build time."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from portal import npm
from portal.errors import BuildError

SCRIPTS = Path(__file__).parent / "inside"


@dataclass(frozen=True)
class Memory:
    """What to keep of a runtime's memory once it has run: `length` bytes from `start` on, for `file`."""

    file: Path
    start: int
    length: int


def inside(*names: str) -> dict[str, Path]:
    """`files` for run: our scripts of these names, importable in Pyodide as portal.runtime.inside.<name>."""
    return {f"/portal/runtime/inside/{name}.py": SCRIPTS / f"{name}.py" for name in names}


def run(
    root: Path,
    pyodide: Path,
    library: Path,
    code: str,
    *,
    values: Mapping[str, Any] | None = None,
    files: Mapping[str, Path] | None = None,
    fetched: Mapping[str, Path] | None = None,
    runtime: Path | None = None,
    memory: Memory | None = None,
) -> str:
    """Starts `pyodide` (the npm package's folder) on the zip `library`; returns the str `code` evaluates to.

    `values` become globals; `files` (path inside: path on disk) are copied in before, `fetched` out after.
    `runtime`, a folder of a variant, is started instead of `pyodide`'s own files, as a browser's worker would start it.
    `memory` says what to keep of an instrumented one, which then also goes through what worker.js does with Python.
    Raises BuildError with Pyodide's own message."""
    job = {
        "pyodide": str(pyodide.resolve()),
        "runtime": str(runtime.resolve()) if runtime else None,
        "memory": {**vars(memory), "file": str(memory.file)} if memory else None,
        "library": str(library.resolve()),
        "code": code,
        "values": dict(values or {}),
        "files": {inside: str(path.resolve()) for inside, path in (files or {}).items()},
        "fetched": {inside: str(path.resolve()) for inside, path in (fetched or {}).items()},
    }
    # Instrumented functions take more of the stack.
    deeper = ["--stack-size=6000"] if memory else []
    command = [str(npm.node(root)), *deeper, str(SCRIPTS / "start.mjs")]
    result = subprocess.run(
        command, input=json.dumps(job), capture_output=True, text=True, encoding="utf-8", check=False
    )
    if result.returncode:
        message = f"Pyodide failed under Node.\n{result.stderr.strip()}"
        raise BuildError(message, "the last line above is Python's own error.")
    return result.stdout
