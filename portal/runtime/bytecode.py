"""The library zip of byte code, made by the host if it has the runtime's Python, else by the runtime."""

from __future__ import annotations

import importlib.util
import json
import os
import platform
import sys
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path

from portal.runtime import node
from portal.runtime.scratch import write_zip
from portal.tools import run_tool

COMPILER = node.SCRIPTS / "compiled.py"


def compiler(pyodide: Path) -> tuple[Path | None, str]:
    """Who compiles: this interpreter, or None for the runtime itself; and why, for the build's report.

    Only an interpreter equal to the runtime's to the patch level: the releases of 3.13 place GET_ITER
    differently in comprehensions (CPython gh-125038, gh-127682, gh-135171), and the same input must give the
    same bytes everywhere."""
    wanted = json.loads((pyodide / "pyodide-lock.json").read_text("utf-8"))["info"]["python"]
    found = platform.python_version()
    if found != wanted:
        return None, f"compiled by the runtime under Node: its Python is {wanted}, this one is {found}"
    if not importlib.util.find_spec("pyodide_build"):
        return None, "compiled by the runtime under Node: pyodide-build is not installed"
    return Path(sys.executable), f"compiled by pyodide py-compile {version('pyodide-build')}"


def archive(root: Path, pyodide: Path, sources: Mapping[str, bytes], work: Path, python: Path | None) -> Path:
    """Compiles `sources` (member: source, or data as they are) into work/library.zip and returns its path.

    `python` is a 3.13 interpreter with pyodide-build, or None to compile in the runtime itself."""
    chosen = write_zip(work / "chosen.zip", sources)
    library = work / "library.zip"
    if python is None:
        _in_runtime(root, pyodide, chosen, library)
    else:
        _on_host(root, python, chosen, library)
    return library


def _on_host(root: Path, python: Path, chosen: Path, library: Path) -> None:
    # py-compile has no option for the optimisation level: it is the interpreter's own, hence -OO.
    # -I, because our build.py would hide the library of that name. The epoch keeps file times out.
    env = {**os.environ, "SOURCE_DATE_EPOCH": "315532800"}
    options = ["--silent", "--compression-level", "0"]
    command: list[str | Path] = [python, "-I", "-OO", "-m", "pyodide_cli", "py-compile", *options, chosen]
    run_tool(command, root, "pyodide py-compile failed", env)
    run_tool([python, "-I", COMPILER, chosen, library], root, "the byte code could not be packed")


def _in_runtime(root: Path, pyodide: Path, chosen: Path, library: Path) -> None:
    load = "from portal.runtime.inside.compiled import write_archive"
    node.run(
        root,
        pyodide,
        pyodide / "python_stdlib.zip",
        f"{load}; write_archive('/chosen.zip', '/library.zip'); ''",
        files={"/chosen.zip": chosen, **node.inside("compiled")},
        fetched={"/library.zip": library},
    )
