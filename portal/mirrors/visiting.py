"""Visits a copy as readers do, with Chromium: some servers show programs a good page, and people another one.

The first visit is that of a computer, the second that of a telephone that comes from a search engine. Requests to other
sites are noted and stopped."""

from __future__ import annotations

import contextlib
import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from portal.mirrors import chromium
from portal.mirrors.chromium import Launch
from portal.mirrors.observed import MOST, SEARCH, Observed
from portal.mirrors.readers import DESKTOP, PHONE, Reader
from portal.verify.findings import Finding

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, CDPSession, Page, Route

PAGES = ("index.html", "fr/index.html", "fr/verifier.html")
"""Opened at each visit, with one page of the day."""
_BYTES_A_SECOND = 4_000_000
_LEAVE = "for (const name of ['visibilitychange', 'pagehide', 'beforeunload']) dispatchEvent(new Event(name));"


@dataclass(frozen=True)
class Gait:
    """How a copy is visited. In seconds: `settle`, that a page is looked at; `page`, to load one; `whole`, all of it.
    `pages`: how many are opened, by each reader."""

    settle: float = 1.5
    page: float = 20
    whole: float = 180
    pages: int = len(PAGES) + 1


def visit(
    launch: Launch, base: str, sums: Mapping[str, str] | None, languages: Sequence[str], today: dt.date, gait: Gait
) -> list[Finding]:
    """What is wrong with the copy at `base` in a browser. `sums`: SHA-256 of its files by path, None when unknown;
    `languages`: the codes of its folders of pages. One browser is started for it, and ended whatever the pages do."""
    seen: dict[Finding, list[str]] = {}
    known = [name for name in (*PAGES, of_the_day(sums or {}, languages, today)) if name in (sums or PAGES)]
    pages = known[: gait.pages]
    if not pages:
        return []
    try:
        with contextlib.closing(launch()) as browser, chromium.ended_after(browser, gait.whole):
            version = browser.version.partition(".")[0]
            for reader in (DESKTOP, PHONE):
                observed = Observed(base, sums)
                try:
                    _visit(browser, reader, version, base, observed, pages, gait)
                finally:
                    for fact in observed.facts:
                        seen.setdefault(fact, []).append(reader.name)
    except Exception as error:
        # Whatever a page does to the browser, the other copies are visited.
        message = f"Le navigateur n’a pas pu finir sa visite ({type(error).__name__}). Ouvrez la copie vous-même."
        seen[Finding("unreachable", "visit-ended", "", message)] = ["", ""]
    return [_told(fact, readers) for fact, readers in seen.items()]


def of_the_day(sums: Mapping[str, str], languages: Sequence[str], today: dt.date) -> str:
    """A page of `sums`, another each day; "" when there is none."""
    pages = [name for name in sums if name.endswith(".html") and name.split("/")[0] in languages and name not in PAGES]
    return min(pages, key=lambda name: hashlib.sha256(f"{today} {name}".encode()).digest(), default="")


def _told(fact: Finding, readers: Sequence[str]) -> Finding:
    only = f" (Vu par {readers[0]} seulement.)" if len(readers) == 1 else ""
    return Finding(fact.level, fact.code, fact.path, fact.message + only)


def _visit(
    browser: Browser,
    reader: Reader,
    version: str,
    base: str,
    observed: Observed,
    pages: Sequence[str],
    gait: Gait,
) -> None:
    """Opens `pages` one after the other, as one `reader`; `observed` keeps what happens."""
    context = browser.new_context(accept_downloads=False, **reader.settings(version))
    context.set_default_timeout(gait.page * 1000)
    context.on("request", observed.asked)
    context.on("response", observed.answered)
    context.on("requestfinished", observed.finished)
    context.on("serviceworker", lambda worker: observed.stored("service worker"))

    def decide(route: Route) -> None:
        if observed.lets(route.request.url):
            route.continue_()
            return
        route.abort()
        if observed.requests > MOST:
            # Those that are stopped have a cost too.
            context.close()

    context.route("**/*", decide)
    for name in pages:
        _open(context, base, name, observed, reader, gait)
    if cookies := len(context.cookies()):
        observed.add("warning", "cookie", "", f"Cookies posés : {cookies}. Désactivez-les pour cette copie.")
    context.close()


def _follow(context: BrowserContext, page: Page, observed: Observed) -> CDPSession:
    """Notes what `page` does, besides its requests; returns the way to ask Chromium more of it."""
    page.on("websocket", lambda socket: observed.third_party(socket.url))
    page.on("console", observed.said)
    page.on("pageerror", observed.failed)
    session = context.new_cdp_session(page)
    session.on("DOMStorage.domStorageItemAdded", observed.wrote)
    session.on("Audits.issueAdded", observed.issue)
    for domain in ("DOMStorage", "Audits", "Network"):
        session.send(f"{domain}.enable")
    slow = {"offline": False, "latency": 0, "downloadThroughput": _BYTES_A_SECOND, "uploadThroughput": -1}
    session.send("Network.emulateNetworkConditions", slow)
    return session


def _open(context: BrowserContext, base: str, name: str, observed: Observed, reader: Reader, gait: Gait) -> None:
    from playwright.sync_api import Error

    observed.page = name
    page = context.new_page()
    session = _follow(context, page, observed)
    address = base + name.removesuffix("index.html")
    try:
        page.goto(address, wait_until="load", referer=reader.comes_from)
        # Some scripts wait for a sign of life.
        page.mouse.move(30, 40)
        page.mouse.wheel(0, 600)
        page.keyboard.press("Shift")
        page.wait_for_timeout(gait.settle * 1000)
        observed.compare()
        page.evaluate(_LEAVE)
        page.wait_for_timeout(100)
    except Error as error:
        reason = str(error).splitlines()[0][:100]
        message = f"Un navigateur ne peut pas ouvrir cette page ({reason}). Ouvrez-la vous-même."
        observed.add("unreachable", "page-unreadable", name, message)
    for kind in session.send("Storage.getUsageAndQuota", {"origin": base.rstrip("/")})["usageBreakdown"]:
        if kind["usage"]:
            observed.stored(kind["storageType"])
    for opened in context.pages:
        if opened != page:
            observed.add("error", "window", name, f"La page ouvre une autre fenêtre. {SEARCH}")
        opened.close()
