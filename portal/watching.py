"""Builds again when a source changes, by looking at the times of the files: no dependency, any file system."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

WATCHED = ("docs", "checker", "portal", "mkdocs.yml")
POLL_SECONDS = 0.5


def watch_forever(root: Path) -> None:
    """Builds again each time a watched file changes; never returns."""
    seen = _state(root)
    while True:
        time.sleep(POLL_SECONDS)
        now = _state(root)
        if now != seen:
            changed = sorted(set(now.items()) ^ set(seen.items()))[0][0]
            seen = now
            print(f"\n{os.path.relpath(changed, root)} changed", flush=True)
            rebuild(root)


def rebuild(root: Path) -> int:
    """Builds in a new process, which sees the code as it is now; a failure leaves the previous site in place."""
    return subprocess.run([sys.executable, "-m", "portal", "build"], cwd=root, check=False).returncode


def _state(root: Path) -> dict[str, int]:
    """Every watched file → when it was last written, in nanoseconds."""
    found: dict[str, int] = {}
    for name in WATCHED:
        top = root / name
        for file in [top] if top.is_file() else top.rglob("*"):
            if "__pycache__" in file.parts or file.is_dir():
                continue
            try:
                found[str(file)] = file.stat().st_mtime_ns
            except FileNotFoundError:
                # An editor that saves by renaming removes its temporary file meanwhile.
                continue
    return found


def newest(root: Path) -> float:
    """When a watched file was last written, in seconds since the epoch."""
    return max(_state(root).values(), default=0) / 1e9
