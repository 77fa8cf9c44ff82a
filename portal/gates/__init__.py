"""The verification gates: one file each, with a title, what it does not prove, and ``run``."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import ModuleType

from checker.compiled import Compiled, compiled
from portal.gates.context import Context

NAMES = (
    "g01_situations",
    "g02_rights",
    "g03_three_valued",
    "g04_monotonic",
    "g05_useful",
    "g06_faces",
    "g07_quotes",
    "g08_dates",
    "g09_texts",
    "g10_bands",
    "g11_cases",
    "g13_second_reading",
    "g14_ladder",
    "g15_statements",
    "g12_mutations",
)
ON_REQUEST = "g12_mutations"


@dataclass(frozen=True)
class Report:
    """What one gate found: ``counted`` says what it looked at, ``seconds`` how long it took."""

    name: str
    title: str
    problems: tuple[str, ...]
    counted: tuple[str, ...]
    seconds: float

    def line(self) -> str:
        """One line for a terminal."""
        verdict = f"{len(self.problems)} problem(s)" if self.problems else "ok"
        return f"{self.name[1:3]} {self.title}: {verdict} ({', '.join(self.counted)}; {self.seconds:.1f} s)"


def gate(name: str) -> ModuleType:
    """The module of a gate."""
    return import_module(f"portal.gates.{name}")


def run(root: Path, texts: Path | None, *, mutations: bool, rules: Compiled | None = None) -> Iterator[Report]:
    """Run the gates in order, one report each as soon as it is there; the mutation run only if asked."""
    for name in NAMES:
        if name == ON_REQUEST and not mutations:
            continue
        module, context = gate(name), Context(root, rules or compiled(), texts)
        started = time.perf_counter()
        problems = module.run(context)
        seconds = time.perf_counter() - started
        yield Report(name, module.TITLE, tuple(problems), tuple(context.counted), seconds)
