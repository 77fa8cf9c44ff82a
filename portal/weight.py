"""What a reader on a poor connection pays to see a page: its HTML, style sheets, icon, scripts and their imports."""

from __future__ import annotations

import functools
import statistics
from collections.abc import Callable, Iterator
from pathlib import Path

import brotli
from lxml import html

from portal.modules import modules

# First view of a page, in bytes on the wire: half of the pages that search engines may list, and any page.
BUDGET_MEDIAN = 15_000
BUDGET_BYTES = 25_000
# The checker's page holds a form and its scripts; what it downloads on request is announced on the page itself.
BUDGET_CHECKER = 30_000
# The tools of hosts carry a verifier of signatures or the pages of a copy, and are opened from a disk.
BUDGET_TOOL = 35_000
# Two of them hold nothing up: what the host of the copy says of itself, and the age of the page.
BUDGET_REQUESTS = 7


def wire(data: bytes) -> int:
    """How many bytes a host sends for `data`: brotli at its best level, as the copies beside the files."""
    return len(brotli.compress(data, quality=11))


def check(path: Path, tree: html.HtmlElement, weights: list[int], wire: Callable[[bytes], int]) -> Iterator[str]:
    """Faults of one page; its weight is added to `weights` when the median counts it. `wire`: bytes a host sends."""
    files = {path}
    for link in tree.xpath("//link[@rel='stylesheet' or @rel='modulepreload' or @rel='icon']/@href"):
        files.add((path.parent / link).resolve())
    for source in tree.xpath("//script/@src"):
        files |= modules((path.parent / source).resolve())
    files = {file for file in files if file.is_file()}
    checker = bool(tree.xpath("//script[@type='module']"))
    tool = bool(tree.xpath("//template[@id='donnees']"))
    budget = BUDGET_TOOL if tool else BUDGET_CHECKER if checker else BUDGET_BYTES
    # A quick compression settles most pages; only the others are weighed as the server sends them.
    counted = not checker and not tree.xpath("//meta[@name='robots']")
    data = [file.read_bytes() for file in files]
    size = sum(map(_quick, data))
    if size > (BUDGET_MEDIAN if counted else budget):
        size = sum(map(wire, data))
    if counted:
        weights.append(size)
    if size > budget:
        yield f"first view of {size} bytes (brotli), budget {budget}."
    if not checker and len(files) > BUDGET_REQUESTS:
        yield f"first view of {len(files)} requests, budget {BUDGET_REQUESTS}."


def check_median(weights: list[int]) -> list[str]:
    """A fault when half of the pages are above their budget."""
    if weights and (median := statistics.median_high(weights)) > BUDGET_MEDIAN:
        return [f"first view of {median} bytes (brotli) or more for half of the pages, budget {BUDGET_MEDIAN}."]
    return []


@functools.lru_cache(maxsize=64)
def _quick(data: bytes) -> int:
    return len(brotli.compress(data, quality=1))
