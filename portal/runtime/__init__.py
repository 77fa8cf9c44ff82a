"""Python in the browser: a Pyodide cut down to what the checker imports, served from the site itself.

The WebAssembly is Pyodide's, untouched. Only the Python library is rebuilt: see modules (what is kept)
and bytecode (how it is packed)."""

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
from portal.runtime import bytecode, modules

VERSION = "0.29.5"
WASM, GLUE, LOADER, LIBRARY = "pyodide.asm.wasm", "pyodide.asm.js", "pyodide.mjs", "library.zip"
FILES = (WASM, GLUE, LOADER, LIBRARY)
MANIFEST = "manifest.json"
KEPT = 4


def prepare(root: Path, node_modules: Path, *, package: Path | None = None) -> Path:
    """Makes the runtime in root/.build/cache, unless it is there for the same inputs; returns its folder.

    `package` is the checker's folder (root/checker). The result holds FILES and manifest.json.
    Raises BuildError."""
    package = package or root / "checker"
    pyodide = _pyodide(node_modules)
    sources = modules.available(pyodide, package)
    cache = root / ".build" / "cache" / "runtime"
    kept = cache / fingerprint(pyodide, sources)
    cache.mkdir(parents=True, exist_ok=True)
    with (cache / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (kept / MANIFEST).exists():
            _make(root, pyodide, package, sources, kept)
            _forget_old(cache)
    return kept


def sizes(root: Path, node_modules: Path | None = None) -> dict[str, Any]:
    """The manifest, all sizes in bytes:
    {"files": [{"name", "bytes", "br", "gz"}], "total": {"bytes", "br", "gz"}, "lock": what Pyodide must be told}."""
    folder = prepare(root, node_modules or root / "node_modules")
    manifest: dict[str, Any] = json.loads((folder / MANIFEST).read_text("utf-8"))
    return manifest


def write(root: Path, site: Path, node_modules: Path) -> dict[str, Any]:
    """Copies the runtime and its manifest to site/runtime/, and returns the manifest. Prints who compiles."""
    folder = prepare(root, node_modules)
    print(f"({bytecode.compiler(_pyodide(node_modules))[1]})", flush=True)
    target = site / "runtime"
    target.mkdir(parents=True, exist_ok=True)
    for name in (*FILES, MANIFEST):
        shutil.copyfile(folder / name, target / name)
    manifest: dict[str, Any] = json.loads((folder / MANIFEST).read_text("utf-8"))
    return manifest


def fingerprint(pyodide: Path, sources: Mapping[str, bytes]) -> str:
    """Changes with Pyodide's files, the sources and these scripts; who compiles changes no byte."""
    own = Path(__file__).parent
    scripts = sorted(file for file in own.rglob("*") if file.suffix in {".py", ".mjs"})
    named = [(name, (pyodide / name).read_bytes()) for name in (WASM, GLUE, LOADER)]
    named += [(file.relative_to(own).as_posix(), file.read_bytes()) for file in scripts]
    digest = hashlib.sha256()
    for name, data in [*named, *sorted(sources.items())]:
        digest.update(name.encode() + b"\0" + hashlib.sha256(data).digest())
    return digest.hexdigest()[:16]


def _make(root: Path, pyodide: Path, package: Path, sources: Mapping[str, bytes], kept: Path) -> None:
    """Fills `kept`, all at once: it never exists half made."""
    with tempfile.TemporaryDirectory(dir=kept.parent) as name:
        work = Path(name)
        data = modules.computed(root, package, work)
        members = modules.needed(root, pyodide, package.name, {**sources, **data}, work)
        python, _ = bytecode.compiler(pyodide)
        library = bytecode.archive(root, pyodide, {**{m: sources[m] for m in members}, **data}, work, python)
        made = work / "runtime"
        made.mkdir()
        for file in (pyodide / WASM, pyodide / GLUE, pyodide / LOADER, library):
            shutil.copyfile(file, made / file.name)
        manifest = json.dumps(_manifest(root, pyodide, made), indent=1) + "\n"
        (made / MANIFEST).write_text(manifest, "utf-8")
        shutil.rmtree(kept, ignore_errors=True)
        made.rename(kept)


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
    files: list[dict[str, Any]] = []
    for name in FILES:
        data = (folder / name).read_bytes()
        br, gz = compress.brotli_bytes(root, data), compress.gzip_bytes(root, data)
        files.append({"name": name, "bytes": len(data), "br": len(br), "gz": len(gz)})
    total = {unit: sum(file[unit] for file in files) for unit in ("bytes", "br", "gz")}
    # Pyodide checks that a lock file is its own; ours names no package, so that none can be fetched.
    info = json.loads((pyodide / "pyodide-lock.json").read_text("utf-8"))["info"]
    return {"files": files, "total": total, "lock": {"info": info, "packages": {}}}


def _forget_old(cache: Path) -> None:
    """Keeps the newest ones: another process may be copying one of them."""
    folders = sorted((f for f in cache.iterdir() if f.is_dir()), key=lambda f: f.stat().st_mtime, reverse=True)
    for folder in folders[KEPT:]:
        shutil.rmtree(folder, ignore_errors=True)
