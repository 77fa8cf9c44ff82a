"""Which modules the browser needs: the checker's, and what they and Pyodide use of the standard library."""

from __future__ import annotations

import ast
import json
import os
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path

from portal.errors import BuildError
from portal.runtime import node
from portal.runtime.scratch import write_zip
from portal.tools import run_tool

STAND_INS = Path(__file__).parent / "stand_ins"


def available(pyodide: Path, package: Path) -> dict[str, bytes]:
    """Every source that could be shipped, by zip member: the package, our stand-ins, Pyodide's library."""
    with zipfile.ZipFile(pyodide / "python_stdlib.zip") as archive:
        sources = {name: archive.read(name) for name in archive.namelist() if name.endswith(".py")}
    sources |= data(package)
    for folder, prefix in ((STAND_INS, ""), (package, f"{package.name}/")):
        # In one order on every machine: whatever reads the sources must find the same.
        for file in sorted(folder.rglob("*.py")):
            sources[prefix + file.relative_to(folder).as_posix()] = file.read_bytes()
    return sources


def data(package: Path) -> dict[str, bytes]:
    """What the package reads beside its code, by zip member: the translations of the papers."""
    files = sorted((package / "papers").glob("*/*.json"))
    return {f"{package.name}/{file.relative_to(package).as_posix()}": file.read_bytes() for file in files}


def graphs(root: Path, package: Path, work: Path) -> Path:
    """Makes work/graphs.json, the decision graphs: too slow to compile in the browser, and walked by the page too.

    They are compiled by a process that sees the sources of `package` as they are now."""
    target = work / "graphs.json"
    code = (
        f"import pathlib, sys; from {package.name}.compiled import graphs_json; "
        f"from {package.name}.rules.base import BASE; "
        "pathlib.Path(sys.argv[1]).write_text(graphs_json(BASE), 'utf-8')"
    )
    env = {**os.environ, "PYTHONPATH": str(package.parent), "PYTHONSAFEPATH": "1"}
    command: list[str | Path] = [sys.executable, "-B", "-c", code, target]
    run_tool(command, root, "the decision graphs cannot be compiled", env)
    return target


def needed(
    root: Path, pyodide: Path, package: str, sources: Mapping[str, bytes], graphs: Path, work: Path
) -> list[str]:
    """Sorted modules among `sources` that Pyodide and `package` use, observed in Pyodide itself.

    `package` has modules `browser` (install, call), `catalogue` (catalogue) and `translation` (texts), which are
    exercised. What its functions import is counted even when they do not run. `work` receives a scratch zip."""
    library = write_zip(work / "sources.zip", sources)
    load = "import json; from portal.runtime.inside.record import record"
    code = f"{load}; json.dumps(record(package, imports))"
    values = {"package": package, "imports": sorted(_imported(f"{package}.browser", sources))}
    files = {"/graphs.json": graphs, **node.inside("record", "workload", "language")}
    printed = node.run(root, pyodide, library, code, values=values, files=files)
    members: list[str] = json.loads(printed)
    return members


def _imported(entry: str, sources: Mapping[str, bytes]) -> set[str]:
    """`entry` and all modules its package's modules import, at any depth of their code."""
    package = entry.partition(".")[0]
    found: set[str] = set()
    waiting = [entry]
    while waiting:
        module = waiting.pop()
        if module in found:
            continue
        found.add(module)
        if module.partition(".")[0] == package:
            waiting += _imports(module, sources)
    return found


def _imports(module: str, sources: Mapping[str, bytes]) -> list[str]:
    member = _member(module, sources)
    if member is None:
        raise BuildError(f"the checker imports {module}, which is not there.", "correct the import.")
    names: list[str] = []
    for part in ast.walk(ast.parse(sources[member], member)):
        if isinstance(part, ast.Import):
            names += [alias.name for alias in part.names]
        elif isinstance(part, ast.ImportFrom):
            base = _absolute(part, module, member)
            names.append(base)
            # `from package import module` names a module; `from module import name` does not.
            deeper = [f"{base}.{alias.name}" for alias in part.names]
            names += [name for name in deeper if _member(name, sources)]
    return names


def _absolute(statement: ast.ImportFrom, module: str, member: str) -> str:
    if not statement.level:
        return statement.module or ""
    parts = module.split(".")
    kept = len(parts) - statement.level + (1 if member.endswith("/__init__.py") else 0)
    return ".".join([*parts[:kept], *([statement.module] if statement.module else [])])


def _member(module: str, sources: Mapping[str, bytes]) -> str | None:
    path = module.replace(".", "/")
    return next((name for name in (f"{path}.py", f"{path}/__init__.py") if name in sources), None)
