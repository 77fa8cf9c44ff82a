"""What a reader on a poor connection pays to see a page: its HTML, style sheets, icon, scripts and their imports."""

from __future__ import annotations

import functools
import statistics
from collections.abc import Callable, Iterator
from pathlib import Path

import brotli
from lxml import html

from portal import budgets
from portal.modules import modules


def wire(data: bytes) -> int:
    """How many bytes a host sends for `data`: brotli at its best level, as the copies beside the files."""
    return len(brotli.compress(data, quality=11))


def check(path: Path, tree: html.HtmlElement, weights: list[int], wire: Callable[[bytes], int]) -> Iterator[str]:
    """Faults of one page; its weight is added to `weights` when the median counts it. `wire`: bytes a host sends."""
    files = first_view(path, tree)
    checker = bool(tree.xpath("//script[@type='module']"))
    budget = budget_of(tree)
    # A quick compression settles most pages; only the others are weighed as the server sends them.
    counted = not checker and not tree.xpath("//meta[@name='robots']")
    data = [file.read_bytes() for file in files]
    size = sum(map(_quick, data))
    if size > (budgets.PAGE_MEDIAN if counted else budget):
        size = sum(map(wire, data))
    if counted:
        weights.append(size)
    if size > budget:
        yield f"first view of {size} bytes (brotli), budget {budget}."
    requests = budgets.REQUESTS_CHECKER if checker else budgets.REQUESTS
    if len(files) > requests:
        yield f"first view of {len(files)} requests, budget {requests}."


def budget_of(tree: html.HtmlElement) -> int:
    """How many bytes the first view of a page may be, by what the page is."""
    if tree.xpath("//template[@id='donnees']"):
        return budgets.TOOL
    if tree.xpath("//script[@type='module']"):
        return budgets.CHECKER
    return budgets.MAP if tree.xpath("//*[@data-index]") else budgets.PAGE


def first_view(path: Path, tree: html.HtmlElement) -> set[Path]:
    """The files that a browser asks for to show the page `path`, itself included, and that are there."""
    files = {path}
    for link in tree.xpath("//link[@rel='stylesheet' or @rel='modulepreload' or @rel='icon']/@href"):
        files.add((path.parent / link).resolve())
    for source in tree.xpath("//script/@src"):
        files |= modules((path.parent / source).resolve())
    return {file for file in files if file.is_file()}


def check_median(weights: list[int]) -> list[str]:
    """A fault when half of the pages are above their budget."""
    if weights and (median := statistics.median_high(weights)) > budgets.PAGE_MEDIAN:
        return [f"first view of {median} bytes (brotli) or more for half of the pages, budget {budgets.PAGE_MEDIAN}."]
    return []


@functools.lru_cache(maxsize=64)
def _quick(data: bytes) -> int:
    return len(brotli.compress(data, quality=1))
