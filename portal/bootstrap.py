"""Makes .venv with exactly the pinned packages, then hands the command over to it.

Runs on the system's Python with the standard library only. Each requirements file leaves its fingerprint in the
environment: what is already installed is never downloaded again, and a changed file means a new environment.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import time
import venv
from pathlib import Path
from typing import Any, NoReturn

from portal import cli
from portal.errors import BuildError, guarded
from portal.locking import locked
from portal.tools import apt_install, run_tool

# The Python of the Pyodide runtime: only there does `pyodide py-compile` write the right bytecode.
RUNTIME_PYTHON = (3, 13)

# {"python": identity, "groups": {name of the requirements file: its sha256}}
Stamp = dict[str, Any]


def main(argv: list[str]) -> int:
    """Runs one command of build.py and returns its exit code."""
    options = cli.parse(argv)
    return guarded(lambda: _main(options.verb, argv))


def _main(verb: str, argv: list[str]) -> NoReturn:
    with locked(cli.ROOT):
        python = prepare(cli.ROOT, groups_for(verb))
    sys.stdout.flush()
    os.chdir(cli.ROOT)
    # In its place and not below: a signal sent to this process must reach the one that works. Names of files and texts
    # are UTF-8 there, and in the programs it runs, whatever the locale says.
    os.execve(python, [str(python), "-m", "portal", *argv], {**os.environ, "PYTHONUTF8": "1"})


def groups_for(verb: str) -> list[str]:
    """The files of requirements/ that a verb needs, in the order to install them."""
    groups = ["build"]
    if sys.version_info[:2] == RUNTIME_PYTHON:
        groups.append("pyodide-build")
    # The visits of mirrors and the benchmarks go through a browser.
    if verb in ("test", "mirrors", "bench"):
        groups.append("test")
    if verb == "bench":
        groups.append("bench")
    return groups


def prepare(root: Path, groups: list[str]) -> Path:
    """Makes or completes root/.venv so that it holds `groups`; returns its Python.

    Raises BuildError when Python cannot make environments, or a package cannot be had."""
    folder = root / ".venv"
    stamp = _read_stamp(folder)
    if stamp is None or not _usable(root, folder, stamp):
        _create(root, folder)
    for group in groups:
        install(root, group)
    return _python(folder)


def install(root: Path, group: str) -> None:
    """Installs requirements/<group>.txt into root/.venv unless it is there already."""
    folder = root / ".venv"
    stamp = _read_stamp(folder) or {}
    if group in stamp.get("groups", {}):
        return
    started = time.monotonic()
    listing = root / "requirements" / f"{group}.txt"
    count = sum("==" in line for line in listing.read_text("utf-8").splitlines())
    print(f"Installing {count} Python package{'s' if count > 1 else ''} ({listing.relative_to(root)}) …", flush=True)
    pip: list[str | Path] = [_python(folder), "-m", "pip", "install", "--no-input", "--retries", "2"]
    pip.append("--disable-pip-version-check")
    exact: list[str | Path] = ["--require-hashes", "--only-binary", ":all:", "--requirement", listing]
    run_tool([*pip, *exact], root, "the Python packages could not be installed")
    stamp.setdefault("groups", {})[group] = _fingerprint(listing)
    _write_stamp(folder, stamp)
    print(f"  done in {time.monotonic() - started:.0f} s", flush=True)


def _create(root: Path, folder: Path) -> None:
    _need_venv()
    if folder.exists():
        if folder.is_symlink() or _read_stamp(folder) is None:
            raise BuildError(f"{folder} was not made by build.py.", "move or remove that folder, then run again.")
        shutil.rmtree(folder)
    print("Making the Python environment (.venv) …", flush=True)
    folder.mkdir()
    _write_stamp(folder, {"python": _identity()})
    try:
        venv.EnvBuilder(with_pip=True, symlinks=os.name != "nt").create(folder)
    except subprocess.CalledProcessError as error:
        raise BuildError(
            f"the environment .venv could not be made: {error}", "sudo apt-get install -y python3-venv"
        ) from None


def _need_venv() -> None:
    """Debian splits `ensurepip` off: without it an environment has no pip."""
    if importlib.util.find_spec("ensurepip"):
        return
    print("This Python lacks ensurepip, which Debian ships in the package python3-venv.", flush=True)
    apt_install(["python3-venv"], "this Python cannot make environments")
    importlib.invalidate_caches()
    if not importlib.util.find_spec("ensurepip"):
        raise BuildError(f"{sys.executable} still lacks ensurepip.", "install a complete Python 3.11 or newer.")


def _python(folder: Path) -> Path:
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def _usable(root: Path, folder: Path, stamp: Stamp) -> bool:
    """Whether the environment was made by this Python, and from the requirements files as they are now."""
    files = {group: root / "requirements" / f"{group}.txt" for group in stamp.get("groups", {})}
    return (
        stamp.get("python") == _identity()
        and bool(files)
        and _python(folder).exists()
        and all(file.is_file() and _fingerprint(file) == stamp["groups"][group] for group, file in files.items())
    )


def _identity() -> str:
    return f"{sys.version_info[0]}.{sys.version_info[1]}.{sys.version_info[2]} {os.path.realpath(sys.base_prefix)}"


def _fingerprint(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def _read_stamp(folder: Path) -> Stamp | None:
    """What build.py wrote about the environment; None when there is none, or not one of ours."""
    try:
        stamp = json.loads((folder / "build-py.json").read_text("utf-8"))
    except (FileNotFoundError, NotADirectoryError, json.JSONDecodeError):
        return None
    return stamp if isinstance(stamp, dict) else None


def _write_stamp(folder: Path, stamp: Stamp) -> None:
    new = folder / "build-py.json.new"
    new.write_text(json.dumps(stamp, indent=1, sort_keys=True) + "\n", "utf-8")
    new.replace(folder / "build-py.json")
