"""`python -m tests.fuzz [TARGET…] [--runs N] [--seed N] [--corpus DIR]`: a long run, which also goes on from the inputs
that earlier runs kept in DIR. Exit status 1 when a target broke; the input is kept where the last lines say."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tests.fuzz.running import names, run


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description="Fuzzes what reads strangers' files.")
    parser.add_argument("targets", metavar="TARGET", nargs="*", help=f"one of: {', '.join(names())} (default: all)")
    parser.add_argument("--runs", type=int, default=200_000, help="inputs tried of each target (default %(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="another seed, other inputs (default %(default)s)")
    parser.add_argument("--corpus", type=Path, default=Path(".build/fuzz"), help="where inputs are kept (%(default)s)")
    asked = parser.parse_args()
    if unknown := set(asked.targets) - set(names()):
        parser.error(f"no target {', '.join(sorted(unknown))}")
    broken = []
    for name in asked.targets or names():
        print(f"{name}: ", end="", flush=True)
        found = run(name, asked.runs, seed=asked.seed, corpus=asked.corpus / name)
        print(found.line(), flush=True)
        if found.broken:
            broken.append(name)
            print(found.report)
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
