"""What a benchmark is: a module `bench_<name>` whose `rows` yields rows of one table, in the order of `BENCHMARKS`."""

from __future__ import annotations

import functools
import importlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Row:
    """A line of the table: `ours` and `peer` are measured in one run, in `unit`. `peer` is None where nobody else makes
    the same thing; `note` says who the peer is, and what the figures leave out."""

    what: str
    ours: float
    peer: float | None
    unit: str
    note: str = ""

    @property
    def ratio(self) -> float | None:
        """Ours for one of theirs; None without a peer, or when it counts nothing."""
        return self.ours / self.peer if self.peer else None


@dataclass(frozen=True)
class Setting:
    """`site` is our built site; `work`, an empty folder that ends with the run; `quick` asks for fewer repetitions."""

    site: Path
    work: Path
    quick: bool = False

    @property
    def runs(self) -> int:
        """How many times a figure that varies is measured: its median is kept."""
        return 1 if self.quick else 3


Rows = Callable[[Setting], Iterator[Row]]


@functools.cache
def rows_of(name: str) -> Rows:
    """The rows of the benchmark `name`, one of BENCHMARKS."""
    found: Rows = importlib.import_module(f"tests.bench.bench_{name}").rows
    return found
