"""Python in the browser: a Pyodide cut down to what the checker imports, served from the site itself.

The Python library is rebuilt: see modules (what is kept) and bytecode (how it is packed). Around it, two variants of
Pyodide: "safe" is untouched; "small" lacks what no recorded run needed (see small), and traps when it is needed. The
page asks for the first of VARIANTS and falls back on the last."""

from __future__ import annotations

import fcntl
import hashlib
import json
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from portal import compress
from portal.errors import BuildError
from portal.kept import seal, whole
from portal.runtime import bytecode, letters, modules, small
from portal.runtime.parts import PARTS, forget_old

VERSION = "0.29.5"
SMALL, SAFE = VARIANTS = ("small", "safe")
LIBRARY, GRAPHS, MANIFEST = "library.zip", "graphs.json", "manifest.json"
SHARED = (LIBRARY, GRAPHS)


def prepare(root: Path, node_modules: Path, *, package: Path | None = None) -> Path:
    """Makes the runtime in root/.build/cache, unless it is there for the same inputs; returns its folder.

    `package` is the checker's folder (root/checker). The result holds the files of `files` and manifest.json.
    Raises BuildError."""
    package = package or root / "checker"
    pyodide = _pyodide(node_modules)
    cut = small.prepare(root, pyodide)
    cache = root / ".build" / "cache" / "runtime"
    kept = cache / fingerprint(pyodide, {**_sources(root, pyodide, package), **small.contents(cut)})
    cache.mkdir(parents=True, exist_ok=True)
    with (cache / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not whole(kept):
            _make(root, pyodide, package, cut, kept)
            forget_old(cache)
    return kept


def files(variant: str) -> tuple[str, ...]:
    """What a browser fetches for `variant`, in the order of the manifest."""
    return (*(f"{variant}/{name}" for name in PARTS), *SHARED)


def sizes(root: Path, node_modules: Path | None = None) -> dict[str, Any]:
    """The manifest, all sizes in bytes:
    {"variants": {"small": V, "safe": V}, "extras": {"letters": F}, "lock": what Pyodide must be told}, where
    F = {"name", "bytes", "br", "gz"} and V = {"files": [F], "total": {"bytes", "br", "gz"}}; LIBRARY and GRAPHS are in
    both variants."""
    folder = prepare(root, node_modules or root / "node_modules")
    manifest: dict[str, Any] = json.loads((folder / MANIFEST).read_text("utf-8"))
    return manifest


def write(root: Path, site: Path, node_modules: Path) -> dict[str, Any]:
    """Copies the runtime and its manifest to site/runtime/, and returns the manifest. Prints who compiles."""
    folder = prepare(root, node_modules)
    print(f"({bytecode.compiler(_pyodide(node_modules))[1]})", flush=True)
    target = site / "runtime"
    shutil.copytree(folder, target, dirs_exist_ok=True, copy_function=shutil.copyfile)
    manifest: dict[str, Any] = json.loads((folder / MANIFEST).read_text("utf-8"))
    return manifest


def _sources(root: Path, pyodide: Path, package: Path) -> dict[str, bytes]:
    sources = modules.available(pyodide, package)
    return {**letters.available(root, pyodide), **letters.templates(root)} | sources if _writes(package) else sources


def _writes(package: Path) -> bool:
    return (package / "letters").is_dir()


def fingerprint(pyodide: Path, sources: Mapping[str, bytes]) -> str:
    """Changes with Pyodide's files, the sources and these scripts; who compiles changes no byte."""
    own = Path(__file__).parent
    scripts = sorted(file for file in own.rglob("*") if file.suffix in {".py", ".mjs", ".json"})
    named = [(name, (pyodide / name).read_bytes()) for name in PARTS]
    named += [(file.relative_to(own).as_posix(), file.read_bytes()) for file in scripts]
    digest = hashlib.sha256()
    for name, data in [*named, *sorted(sources.items())]:
        digest.update(name.encode() + b"\0" + hashlib.sha256(data).digest())
    return digest.hexdigest()[:16]


def _make(root: Path, pyodide: Path, package: Path, cut: Path, kept: Path) -> None:
    """Fills `kept`, all at once: it never exists half made. `cut` is the folder of the small variant's parts."""
    with tempfile.TemporaryDirectory(dir=kept.parent) as name:
        made = Path(name) / "runtime"
        for variant, folder in ((SMALL, cut), (SAFE, pyodide)):
            (made / variant).mkdir(parents=True)
            for part in PARTS:
                shutil.copyfile(folder / part, made / variant / part)
        write_shared(root, pyodide, package, made)
        manifest = json.dumps(_manifest(root, pyodide, made), indent=1) + "\n"
        (made / MANIFEST).write_text(manifest, "utf-8")
        shutil.rmtree(kept, ignore_errors=True)
        seal(made, kept)


def write_shared(root: Path, pyodide: Path, package: Path, target: Path) -> None:
    """Makes in `target` what both variants share: LIBRARY, GRAPHS, and the letters if `package` writes any."""
    with tempfile.TemporaryDirectory(dir=target) as name:
        work = Path(name)
        graphs = modules.graphs(root, package, work)
        sources = modules.available(pyodide, package)
        members = modules.needed(root, pyodide, package.name, sources, graphs, work)
        python, _ = bytecode.compiler(pyodide)
        shipped = {member: sources[member] for member in members} | modules.data(package)
        library = bytecode.archive(root, pyodide, shipped, work, python)
        extras = [letters.archive(root, pyodide, work, library)] if _writes(package) else []
        for file in (library, graphs, *extras):
            shutil.copyfile(file, target / file.name)


def _pyodide(node_modules: Path) -> Path:
    folder = node_modules / "pyodide"
    try:
        found = json.loads((folder / "package.json").read_text("utf-8"))["version"]
    except FileNotFoundError:
        raise BuildError(f"Pyodide is not in {node_modules}.", "run `python3 build.py` again.") from None
    if found != VERSION:
        raise BuildError(
            f"Pyodide {found} is installed; the runtime is made for {VERSION}.",
            "set it in package.json, or adapt portal/runtime (stand_ins follow Pyodide's version).",
        )
    return folder


def _manifest(root: Path, pyodide: Path, folder: Path) -> dict[str, Any]:
    # Pyodide checks that a lock file is its own; ours names no package, so that none can be fetched.
    info = json.loads((pyodide / "pyodide-lock.json").read_text("utf-8"))["info"]
    variants = {variant: _variant(root, folder, files(variant)) for variant in VARIANTS}
    extra = folder / letters.NAME
    extras = {extra.stem: {"name": extra.name, **_sizes(root, extra)}} if extra.exists() else {}
    return {"variants": variants, "extras": extras, "lock": {"info": info, "packages": {}}}


def _variant(root: Path, folder: Path, names: tuple[str, ...]) -> dict[str, Any]:
    listed = [{"name": name, **_sizes(root, folder / name)} for name in names]
    return {"files": listed, "total": {unit: sum(file[unit] for file in listed) for unit in ("bytes", "br", "gz")}}


def _sizes(root: Path, file: Path) -> dict[str, int]:
    data = file.read_bytes()
    br, gz = compress.brotli_bytes(root, data), compress.gzip_bytes(root, data)
    return {"bytes": len(data), "br": len(br), "gz": len(gz)}
