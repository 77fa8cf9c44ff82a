"""One target under the fuzzer, in a process of its own: `python -m tests.fuzz.drive MODULE [argument of libFuzzer…]`.

libFuzzer ends the process itself, and what breaks a target must not end pytest."""

from __future__ import annotations

import sys
from importlib import import_module

import atheris

from tests.fuzz.watching import watched

# What reads input. The rules read none, and are most of the code.
_GUIDING = ["checker", "portal", "polib", "yaml", "tests.fuzz.planted"]
_NOT = ["checker.rules", "checker.engine", "checker.compiled", "portal.printing", "portal.gates", "portal.flowchart"]


def main() -> None:
    with atheris.instrument_imports(include=_GUIDING, exclude=_NOT):
        target = import_module(sys.argv[1])
    atheris.Setup(sys.argv[1:], watched(target.one))
    atheris.Fuzz()


if __name__ == "__main__":
    main()
