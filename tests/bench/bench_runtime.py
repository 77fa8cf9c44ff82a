"""Start of the checker's Python in Chromium on slow lines: our runtimes against the peers', in one run.

Not a test. From the top of the project:  .venv/bin/python -m tests.bench.bench_runtime [--runs 3]
"First" is a first visit, from an empty profile: from the start of the navigation to the first answer. "Again" is the
next visit, with the browser's cache. Bytes are those of the bodies, compressed. MicroPython lacks the modules that
the checker needs (dataclasses, typing, datetime…): it only runs a script of one line, and answers nothing.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile

from playwright.sync_api import BrowserContext, sync_playwright

from portal import testing
from tests.bench import harness
from tests.bench.harness import LINES, VARIANTS, Variant

LIMIT = 180_000
REFERENCES = VARIANTS[:2]


def visit(context: BrowserContext, address: str, variant: Variant, line: tuple[float, float]) -> tuple[float, int]:
    """(seconds to the first answer, bytes sent)."""
    used = harness.use(line)
    page = context.new_page()
    page.goto(address + variant.page)
    page.wait_for_function("() => window.finished", timeout=LIMIT, polling=50)
    text, milliseconds = page.evaluate("() => window.finished")[:2]
    page.close()
    harness.check(variant, text)
    return milliseconds / 1000, used.sent


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=3)
    runs = parser.parse_args().runs
    with harness.site() as site, sync_playwright() as playwright, harness.served(site) as address:
        print(harness.load())
        print(
            f"{'line':8} {'variant':29} {'first':>10} {'':8}",
            *(f"÷ {v.title.split()[-1]}".rjust(10) for v in REFERENCES),
            end="",
        )
        print(f" {'again':>10} {'':8}")
        for title, line in LINES.items():
            usual: list[float] = []
            for variant in VARIANTS:
                first, again = [], []
                for _ in range(runs):
                    with tempfile.TemporaryDirectory() as profile:
                        context = playwright.chromium.launch_persistent_context(
                            profile, executable_path=testing.browser(), args=["--no-sandbox"]
                        )
                        first.append(visit(context, address, variant, line))
                        again.append(visit(context, address, variant, line))
                        context.close()
                seconds = [statistics.median(result[0] for result in results) for results in (first, again)]
                usual.append(seconds[0])
                ratios = " ".join(f"{seconds[0] / value:>10.0%}" for value in (usual * 2)[:2])
                print(
                    f"{title:8} {variant.title:29} {first[0][1]:>10,} {seconds[0]:>6.1f} s {ratios}"
                    f" {again[0][1]:>10,} {seconds[1]:>6.1f} s",
                    flush=True,
                )
        print(harness.load())


if __name__ == "__main__":
    main()
