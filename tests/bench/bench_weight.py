"""What a reader's line carries for a page, beside the same page under stock MkDocs Material, in one browser.

Bytes are those of the bodies, in brotli, until the page asks for nothing more; the next page is opened with what the
browser has kept. Pages are drawn evenly from those that a language has in both sites; each figure is their median.
"""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import BrowserContext, Page, sync_playwright

from tests.bench import harness, material
from tests.bench.line import FULL_SPEED, compress_all, in_brotli, served, use
from tests.bench.registry import Row, Setting

LANGUAGES = ("fr", "ar")
# What Material fetches with its first page, to search.
INDEX = "search/search_index.json"
QUICK, FULL = 3, 8
# What is typed: a French term, with its accents, that stands in each language. Material finds nothing without them.
WORD = "récépissé"
LIMIT = 120_000


@dataclass(frozen=True)
class Asked:
    """What a visit asked for: `sent` in bytes, and `requests`."""

    sent: int
    requests: int


def rows(setting: Setting) -> Iterator[Row]:
    with sync_playwright() as playwright:
        chromium = harness.browser(playwright)
        for lang in LANGUAGES:
            theirs, _ = material.built(setting.work, (lang,))
            compress_all(theirs)
            names = drawn(setting.site / lang, theirs, QUICK if setting.quick else FULL)
            found = []
            for site, prefix, search in ((setting.site, f"{lang}/", search_ours), (theirs, "", search_theirs)):
                with served(site) as address:
                    found.append(measure(chromium.new_context, address + prefix, names, search))
            index = len(in_brotli(theirs / INDEX, (theirs / INDEX).read_bytes()))
            for what in found[0]:
                ours, peer = found[0][what], found[1][what]
                yield Row(
                    f"{what}, {lang}",
                    ours.sent,
                    peer.sent,
                    "bytes",
                    f"{len(names)} pages; Material: its index is {index:,}",
                )
                yield Row(f"{what}, {lang}: requests", ours.requests, peer.requests, "requests")
        chromium.close()


def drawn(ours: Path, theirs: Path, count: int) -> list[str]:
    """`count` names of pages that stand in both folders, from the first to the last."""
    names = sorted(path.relative_to(theirs).as_posix() for path in theirs.rglob("*.html"))
    common = [name for name in names if (ours / name).is_file()]
    return [common[place * (len(common) - 1) // (count - 1)] for place in range(count)]


def measure(
    new: Callable[[], BrowserContext],
    address: str,
    names: Sequence[str],
    search: Callable[[Page, str], None],
) -> dict[str, Asked]:
    """The median of the first page, of the one after it, and of a search from nothing."""
    firsts, nexts = [], []
    for name, after in zip(names, [*names[1:], names[0]], strict=True):
        context = new()
        context.set_default_timeout(LIMIT)
        page = context.new_page()
        firsts.append(asked(lambda page=page, name=name: page.goto(address + name, wait_until="networkidle")))
        nexts.append(asked(lambda page=page, name=after: page.goto(address + name, wait_until="networkidle")))
        context.close()
    context = new()
    context.set_default_timeout(LIMIT)
    page = context.new_page()
    found = asked(lambda: search(page, address))
    context.close()
    return {"first page": median(firsts), "next page": median(nexts), "a search": found}


def asked(visit: Callable[[], object]) -> Asked:
    used = use(FULL_SPEED)
    visit()
    return Asked(used.sent, used.requests)


def median(found: Sequence[Asked]) -> Asked:
    sizes, counts = ([getattr(one, name) for one in found] for name in ("sent", "requests"))
    return Asked(statistics.median_low(sizes), statistics.median_low(counts))


def search_ours(page: Page, address: str) -> None:
    """A search from the page that is made for it."""
    page.goto(address + "recherche.html", wait_until="networkidle")
    page.locator("main input[type=search]").press_sequentially(WORD)
    page.wait_for_load_state("networkidle")


def search_theirs(page: Page, address: str) -> None:
    """A search from any page, until it lists results."""
    page.goto(address + "documents.html", wait_until="networkidle")
    page.locator("[data-md-component=search-query]").focus()
    page.keyboard.type(WORD)
    page.locator(".md-search-result__item").first.wait_for()
    page.wait_for_load_state("networkidle")
