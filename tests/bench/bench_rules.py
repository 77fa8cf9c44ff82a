"""The rules in the Pyodide that the site ships, beside CPython, on the same requests; and the cost of compiling them.

CPython is no peer of a browser: its time is the least that these answers cost on this machine.
"""

from __future__ import annotations

import json
import random
import statistics
import time
from collections.abc import Callable, Iterator

from checker.compiled import compile_base, compiled
from checker.consult import consult
from portal.npm import install
from portal.runtime import LIBRARY
from portal.runtime.node import run
from tests.bench.registry import ROOT, Row, Setting
from tests.test_consult import completed
from tests.test_faces import drawn

QUICK, FULL = 60, 300
INSIDE = """
import json, time
from checker.consult import consult
times = []
consult(json.loads(requests)[0])
for request in json.loads(requests):
    begun = time.perf_counter()
    consult(request)
    times.append((time.perf_counter() - begun) * 1000)
json.dumps(times)
"""


def rows(setting: Setting) -> Iterator[Row]:
    base = compiled().base
    nodes = sum(len(graph.nodes) for graph in compiled().graphs.values())
    note = f"{len(base.rights)} rights, {len(compiled().graphs)} graphs, {nodes:,} nodes; CPython, at build time"
    yield Row("compilation of the rules", milliseconds(lambda: compile_base(base)), None, "ms", note)
    count = QUICK if setting.quick else FULL
    kinds = {
        "every question answered": complete(count),
        "partial or contradictory": drawn(count),
        "no answer yet": [{"today": "2026-11-23", "answers": {}}],
    }
    for title, chosen in kinds.items():
        python = [milliseconds(lambda request=request: consult(request)) for request in chosen]
        library = setting.site / "runtime" / LIBRARY
        pyodide = json.loads(
            run(ROOT, install(ROOT) / "pyodide", library, INSIDE, values={"requests": json.dumps(chosen)})
        )
        note = f"CPython; {len(chosen)} request(s), worst {max(pyodide):.0f} and {max(python):.0f} ms"
        yield Row(f"answer, {title}", statistics.median(pyodide), statistics.median(python), "ms", note)


def milliseconds(action: Callable[[], object]) -> float:
    begun = time.perf_counter()
    action()
    return (time.perf_counter() - begun) * 1000


def complete(count: int) -> list[dict[str, object]]:
    """Requests that answer every question, in the scope of the tool, as at the end of the questions."""
    dice = random.Random(20261123)
    found: list[dict[str, object]] = []
    while len(found) < count:
        request = {"today": "2026-11-23", "answers": completed({}, dice)}
        if consult(request)["rights"]:
            found.append(request)
    return found
