"""`build.py bench`: brings the programs that the benchmarks of tests/bench need, then runs them in one process."""

from __future__ import annotations

import contextlib
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from portal import npm
from portal.testing import BROTLI_MODULE, PROGRAMS, prepare_programs

# Program → the Debian package that brings it; WeasyPrint loads Pango by itself.
NEEDED: Mapping[str, str] = {"wrk": "wrk", **{name: PROGRAMS[name] for name in ("nginx", "caddy")}}
PARTS: Mapping[str, str] = {
    "usr/lib/*/libpango-1.0.so.0": "libpango-1.0-0",
    "usr/lib/*/libpangoft2-1.0.so.0": "libpangoft2-1.0-0",
    "usr/lib/*/libharfbuzz-subset.so.0": "libharfbuzz-subset0",
    **BROTLI_MODULE,
}


def bench(root: Path, names: Sequence[str], *, site: Path, quick: bool) -> int:
    """Runs the benchmarks `names`, all of cli.BENCHMARKS without any, on the built `site`; returns their exit code.

    Raises BuildError when a program is missing and cannot be installed."""
    with contextlib.redirect_stdout(sys.stderr):
        prepare_programs(NEEDED, PARTS, "the benchmarks need a browser, servers, wrk and Pango")
        npm.install(root)
    command = [sys.executable, "-m", "tests.bench", "--site", str(site), *(["--quick"] if quick else []), *names]
    return subprocess.run(command, cwd=root, check=False).returncode
