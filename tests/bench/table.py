"""The one table of a run, in Markdown, under the line that tells the machine."""

from __future__ import annotations

import os
import platform
import re
import subprocess
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import Path

from portal import testing
from tests.bench.registry import Row

HEAD = ("Measure", "Ours", "Peer", "Ours ÷ peer", "Unit", "Note")
PACKAGES = ("mkdocs", "mkdocs-material", "typst", "weasyprint")


def table(groups: Iterable[tuple[str, Iterable[Row]]]) -> Iterator[str]:
    """The lines of the table: a title for each group, then its rows."""
    yield _line(HEAD)
    yield _line(("---", "---:", "---:", "---:", "---", "---"))
    for title, rows in groups:
        yield _line((f"**{title}**", *[""] * 5))
        for row in rows:
            ratio = "" if row.ratio is None else f"{row.ratio:.2f}"
            peer = "" if row.peer is None else number(row.peer)
            yield _line((row.what, number(row.ours), peer, ratio, row.unit, row.note))


def number(value: float) -> str:
    """Three significant figures, or every digit of what counts: 1,234,567; 12.3; 0.00123."""
    if value == int(value) or abs(value) >= 1000:
        return f"{value:,.0f}"
    return f"{float(f'{value:.3g}'):g}"


def _line(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def machine() -> str:
    """Cores, load, and the versions that figures depend on."""
    processor = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text("utf-8"))
    said = subprocess.run([testing.browser() or "", "--version"], capture_output=True, text=True, check=True).stdout
    parts = [
        f"{os.cpu_count()} cores ({processor[1] if processor else platform.machine()})",
        f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GiB",
        load(),
        f"Python {platform.python_version()}",
        " ".join(said.split()[:2]),
        *(f"{name} {version(name)}" for name in PACKAGES),
    ]
    return f"Machine: {', '.join(parts)}."


def load() -> str:
    """How busy the machine is: it must be said beside every time."""
    return f"load {os.getloadavg()[0]:.1f}"
