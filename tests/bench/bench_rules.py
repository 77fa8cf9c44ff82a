"""Compile and evaluation times of the rule base, in CPython and in the Pyodide that the site ships.

    python tests/bench/bench_rules.py            (after python3 build.py)

Prints, for each right, the size of its graph and the time to compile it; then the median and worst time of a
full answer over drawn requests, complete and partial, in both interpreters in one run, with their ratio.
"""

from __future__ import annotations

import json
import random
import statistics
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from checker.compiled import SITUATION, compile_base, compiled, tables  # noqa: E402
from checker.consult import consult  # noqa: E402
from checker.engine.compilation import compile_over, compile_table  # noqa: E402
from portal.npm import install  # noqa: E402
from portal.runtime import LIBRARY  # noqa: E402
from portal.runtime.node import run  # noqa: E402
from tests.test_consult import completed  # noqa: E402
from tests.test_faces import drawn  # noqa: E402

COUNT = 300
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


def milliseconds(action) -> float:  # type: ignore[no-untyped-def]
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


def show(title: str, times: list[float]) -> None:
    print(f"  {title:34} median {statistics.median(times):7.2f} ms   worst {max(times):8.2f} ms   ({len(times)})")


def main() -> None:
    base = compiled().base
    rows = tables(base)
    derived = compile_table(rows.pop(SITUATION), base.impossible, base.questions)
    print("Compile, CPython")
    for right in base.rights:
        spent = milliseconds(lambda name=right.id: compile_over(derived, SITUATION, rows[name], base.questions))
        print(f"  {right.id:24} {len(compiled().graphs[right.id].nodes):5} nodes {spent:8.1f} ms")
    print(f"  {'everything':24} {len(rows) + 1:5} graphs {milliseconds(lambda: compile_base(base)):7.1f} ms")
    full, partial = complete(COUNT), drawn(COUNT)
    first = [{"today": "2026-11-23", "answers": {}}]
    library = ROOT / "site" / "runtime" / LIBRARY
    kinds = {"every question answered": full, "partial or contradictory": partial, "no answer yet": first}
    for title, chosen in kinds.items():
        python = [milliseconds(lambda request=request: consult(request)) for request in chosen]
        printed = run(ROOT, install(ROOT) / "pyodide", library, INSIDE, values={"requests": json.dumps(chosen)})
        pyodide = json.loads(printed)
        print(f"\n{title}")
        show("CPython", python)
        show("Pyodide", pyodide)
        print(f"  ratio of the medians {statistics.median(pyodide) / statistics.median(python):.1f}")


if __name__ == "__main__":
    main()
