"""Runs benchmarks and prints their one table; `python3 build.py bench` brings what they need first."""

from __future__ import annotations

import argparse
import contextlib
import sys
import tempfile
import time
from pathlib import Path

from portal.cli import BENCHMARKS
from portal.errors import BuildError, guarded
from tests.bench.registry import Row, Setting, rows_of
from tests.bench.table import load, machine, table


def run(names: list[str], setting: Setting) -> list[tuple[str, list[Row]]]:
    """The rows of the benchmarks `names`, in their own order; progress goes to standard error."""
    found: list[tuple[str, list[Row]]] = []
    for name in sorted(set(names), key=BENCHMARKS.index):
        print(f"{name} …", file=sys.stderr, flush=True)
        begun, rows = time.monotonic(), []
        for row in rows_of(name)(setting):
            rows.append(row)
            shown = "" if row.peer is None else f", peer {row.peer:.4g}"
            print(f"  {row.what}: {row.ours:.4g}{shown} {row.unit}", file=sys.stderr, flush=True)
        print(f"  done in {time.monotonic() - begun:.0f} s", file=sys.stderr, flush=True)
        found.append((name, rows))
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--site", type=Path, required=True)
    parser.add_argument("--quick", action="store_true")
    options = parser.parse_args()
    if not (options.site / "runtime" / "manifest.json").is_file():
        raise BuildError(f"{options.site} is not a built site.", "python3 build.py, or --site DIR")
    before = machine()
    with tempfile.TemporaryDirectory() as work:
        setting = Setting(options.site.resolve(), Path(work), options.quick)
        # Installers and builders print what they do: the table stands alone on standard output.
        with contextlib.redirect_stdout(sys.stderr):
            groups = run(options.names or list(BENCHMARKS), setting)
    print(f"{before} After: {load()}.{' Quick run.' if options.quick else ''}\n")
    print("\n".join(table(groups)))
    return 0


if __name__ == "__main__":
    sys.exit(guarded(main))
