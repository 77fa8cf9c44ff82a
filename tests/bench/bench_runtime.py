"""The checker's Python in Chromium, beside stock Pyodide and PyScript: bytes, start, one consultation, memory.

A first visit has an empty profile, and lasts from the start of the navigation to the first answer; "again" is the next
visit, with the browser's cache. Bytes are those of the bodies, in brotli. Memory is the proportional share (PSS) of the
tab's process, workers included, once the answer is there. MicroPython lacks the modules that the checker needs
(dataclasses, typing, datetime…): it runs a script of one line, and answers nothing.
"""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass

from playwright.sync_api import BrowserContext, Playwright, sync_playwright

from portal import testing
from tests.bench import harness
from tests.bench.line import FULL_SPEED, LINES, served, use
from tests.bench.registry import Row, Setting
from tests.bench.variants import VARIANTS, Variant

LIMIT = 180_000
CALLS = 50
# Small, which the page asks for, beside each peer; safe beside the Pyodide that it is made of.
SMALL, SAFE = (variant for variant in VARIANTS if variant.title.startswith("ours"))
PEERS = tuple(variant for variant in VARIANTS if variant not in (SMALL, SAFE))
PAIRS = (*((SMALL, peer) for peer in PEERS), (SAFE, PEERS[0]))
# Minutes go by on the slowest line: one first visit, of those that answer, and not in a quick run.
LINE, SLOWEST = "Fast 4G", "Slow 4G"
AGAIN = """async (count) => {
  const found = [];
  for (let number = 0; number < count; number += 1) {
    const begun = performance.now();
    await window.again();
    found.push(performance.now() - begun);
  }
  return found;
}"""


@dataclass(frozen=True)
class Started:
    """`seconds` to the first answer, and `sent`, bytes of the bodies."""

    seconds: float
    sent: int


def visit(context: BrowserContext, address: str, variant: Variant, speed: tuple[float, float]) -> Started:
    used = use(speed)
    page = context.new_page()
    page.goto(address + variant.page)
    page.wait_for_function("() => window.finished", timeout=LIMIT, polling=50)
    text, milliseconds = page.evaluate("() => window.finished")
    page.close()
    harness.check(variant, text)
    return Started(milliseconds / 1000, used.sent)


def twice(playwright: Playwright, address: str, variant: Variant) -> list[Started]:
    """A first visit, from an empty profile, and the next."""
    with tempfile.TemporaryDirectory() as profile:
        context = playwright.chromium.launch_persistent_context(
            profile, executable_path=testing.browser(), args=["--no-sandbox"]
        )
        found = [visit(context, address, variant, LINES[LINE]) for _ in range(2)]
        context.close()
        return found


def settled(playwright: Playwright, address: str, variant: Variant) -> tuple[float, float]:
    """(milliseconds of one more consultation, median; MiB of the tab, before them)."""
    use(FULL_SPEED)
    chromium = harness.browser(playwright)
    page = chromium.new_page()
    page.goto(address + variant.page)
    page.wait_for_function("() => window.finished", timeout=LIMIT)
    page.wait_for_timeout(2000)
    page.context.new_cdp_session(page).send("HeapProfiler.collectGarbage")
    memory = harness.share(chromium) / 1024
    spent = page.evaluate(AGAIN, CALLS) if variant.answers else [0.0]
    chromium.close()
    return statistics.median(spent), memory


def rows(setting: Setting) -> Iterator[Row]:
    with sync_playwright() as playwright, served(harness.folder(setting)) as address:
        yield from _starts(playwright, address, min(2, setting.runs))
        if not setting.quick:
            yield from _slowest(playwright, address)
        found = {variant: settled(playwright, address, variant) for variant in VARIANTS}
        for ours, peer in PAIRS:
            if peer.answers:
                yield _row("one consultation", ours, peer, found[ours][0], found[peer][0], "ms")
        for ours, peer in PAIRS:
            yield _row("memory of the tab", ours, peer, found[ours][1], found[peer][1], "MiB")


def _starts(playwright: Playwright, address: str, runs: int) -> Iterator[Row]:
    found = {v: [twice(playwright, address, v) for _ in range(runs)] for v in VARIANTS}
    for ours, peer in PAIRS:
        yield _row("first visit", ours, peer, found[ours][0][0].sent, found[peer][0][0].sent, "bytes")
    for place, title in enumerate(("first answer", "first answer, again")):
        seconds = {v: statistics.median(visits[place].seconds for visits in found[v]) for v in VARIANTS}
        for ours, peer in PAIRS:
            yield _row(f"{title}, {LINE}", ours, peer, seconds[ours], seconds[peer], "s")


def _slowest(playwright: Playwright, address: str) -> Iterator[Row]:
    chromium = harness.browser(playwright)
    # A context has no cache of another.
    found = {v: visit(chromium.new_context(), address, v, LINES[SLOWEST]).seconds for v in VARIANTS if v.answers}
    chromium.close()
    for ours, peer in PAIRS:
        if peer.answers:
            yield _row(f"first answer, {SLOWEST}", ours, peer, found[ours], found[peer], "s")


def _row(what: str, ours: Variant, peer: Variant, mine: float, theirs: float, unit: str) -> Row:
    note = peer.title if peer.answers else f"{peer.title}: a script of one line, no answer"
    return Row(f"{what}, {ours.title.removeprefix('ours, ')}", mine, theirs, unit, note)
