"""letters.zip: what the browser adds to the library when the reader opens the letters.

Byte code of checker/letters, Jinja2, MarkupSafe's pure Python half, and what they need of the standard library that
library.zip lacks; templates as they are. The page appends it to sys.path."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

from portal.errors import BuildError
from portal.runtime import bytecode, modules, node
from portal.runtime.scratch import write_zip

NAME = "letters.zip"
PACKAGES = ("jinja2", "markupsafe")
STAND_INS = Path(__file__).parent / "stand_ins_letters"


def archive(root: Path, pyodide: Path, work: Path, library: Path) -> Path:
    """Makes work/letters.zip and returns its path; same input, same bytes. Raises BuildError.

    `pyodide` is the npm package's folder, `library` the library.zip that the letters complete."""
    sources = available(root, pyodide)
    folder = work / "letters"
    folder.mkdir()
    chosen = {name: sources[name] for name in needed(root, pyodide, sources, folder)}
    chosen |= templates(root)
    # Also in library.zip, they would be carried twice.
    with zipfile.ZipFile(library) as held:
        shipped = {name.removesuffix("c") for name in held.namelist()}
    chosen = {name: data for name, data in chosen.items() if name not in shipped}
    python, _ = bytecode.compiler(pyodide)
    made = bytecode.archive(root, pyodide, chosen, folder, python)
    return made.rename(work / NAME)


def available(root: Path, pyodide: Path) -> dict[str, bytes]:
    """Every source that could be shipped, by zip member: the checker with its letters, the packages, the library.

    Our stand-ins replace what is imported and never used."""
    sources = modules.available(pyodide, root / "checker")
    for package in PACKAGES:
        folder = package_folder(package)
        for file in folder.rglob("*.py"):
            sources[f"{package}/{file.relative_to(folder).as_posix()}"] = file.read_bytes()
    for file in STAND_INS.rglob("*.py"):
        sources[file.relative_to(STAND_INS).as_posix()] = file.read_bytes()
    return sources


def package_folder(package: str) -> Path:
    """Where an installed package is."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise BuildError(f"{package} is not installed.", "run `python3 build.py` again.")
    return Path(spec.origin).parent


def templates(root: Path) -> dict[str, bytes]:
    """The data of checker/letters, by zip member."""
    folder = root / "checker"
    files = [file for file in (folder / "letters").rglob("*") if file.suffix in {".j2", ".json", ".xml"}]
    return {f"checker/{file.relative_to(folder).as_posix()}": file.read_bytes() for file in sorted(files)}


def needed(root: Path, pyodide: Path, sources: Mapping[str, bytes], work: Path) -> list[str]:
    """Sorted modules among `sources` that the letters use, observed in Pyodide while it writes each of them."""
    # No graphs here: the rules are compiled there, once, by modules that the library has anyway.
    library = write_zip(work / "sources.zip", {**sources, **templates(root)})
    code = "import json; from portal.runtime.inside.letters import record; json.dumps(record())"
    printed = node.run(root, pyodide, library, code, files=node.inside("letters", "record", "workload", "language"))
    found: list[str] = json.loads(printed)
    return [name for name in found if name in sources]
