"""The checker's page in Chromium: its first question, its long tasks, and its memory beside the same page on PyScript.

PyScript's page is ours with PyScript's tags in place of our script. Long tasks are those of the page's own thread,
while Python loads and answers, at full speed and on a processor four times slower.
"""

from __future__ import annotations

import re
import statistics
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Page, Playwright, sync_playwright

from tests.bench import harness
from tests.bench.harness import CHECKER
from tests.bench.line import FULL_SPEED, LINES, served, use
from tests.bench.registry import Row, Setting
from tests.bench.variants import finish, tags

PYSCRIPT = "fr/verifier-pyscript.html"
LIMIT = 180_000
SLOWER = 4
WATCH = """window.tasks = [];
new PerformanceObserver((list) => { for (const task of list.getEntries()) window.tasks.push(task.duration); })
  .observe({ type: "longtask", buffered: true });"""


def rows(setting: Setting) -> Iterator[Row]:
    folder = harness.folder(setting)
    add_pyscript(folder)
    with sync_playwright() as playwright, served(folder) as address:
        found = [first_question(playwright, address) for _ in range(setting.runs)]
        yield Row("first question, Slow 4G", statistics.median(time for _, time in found), None, "s", "before Python")
        yield Row("first question: sent", found[0][0], None, "bytes", "brotli")
        for slower in (1, SLOWER):
            tasks = [long_tasks(playwright, address, name, slower) for name in (CHECKER, PYSCRIPT)]
            note = f"PyScript; processor ÷ {slower}; the longest of {len(tasks[0])} above 50 ms, of {len(tasks[1])}"
            yield Row("longest task of the page's thread", *(max(times, default=0) for times in tasks), "ms", note)
        ours, theirs = (
            statistics.median(memory(playwright, address, name) for _ in range(setting.runs))
            for name in (CHECKER, PYSCRIPT)
        )
        yield Row("memory of the tab, page and answer", ours / 1024, theirs / 1024, "MiB", "PyScript in our page")


def start(page: Page) -> None:
    """Opens the first question."""
    page.locator("#commencer").click()
    page.locator("#q-document").wait_for(state="visible")


def answered(page: Page, name: str) -> None:
    """Waits until Python has answered, the first question of ours being given its answer."""
    if name == PYSCRIPT:
        page.wait_for_function("() => window.finished", timeout=LIMIT)
        return
    start(page)
    page.locator("#chargement").wait_for(state="hidden", timeout=LIMIT)
    page.locator("#q-document input[value=api]").check()
    page.locator("#q-document").locator("xpath=ancestor::form").locator("[type=submit]").first.click()
    page.wait_for_timeout(1500)


def first_question(playwright: Playwright, address: str) -> tuple[int, float]:
    """(bytes until the first question can be answered, seconds) on Slow 4G."""
    chromium = harness.browser(playwright)
    used = use(LINES["Slow 4G"])
    page = chromium.new_page(locale="fr-FR")
    page.goto(address + CHECKER, wait_until="commit")
    page.wait_for_function("() => document.getElementById('commencer')?.checkVisibility()", polling=20)
    page.wait_for_load_state("load")
    sent = used.sent
    start(page)
    milliseconds: float = page.evaluate("performance.now()")
    chromium.close()
    return sent, milliseconds / 1000


def long_tasks(playwright: Playwright, address: str, name: str, slower: int) -> list[float]:
    """Milliseconds of each task above 50 ms on the thread of the page `name`, from the navigation to the answer."""
    use(FULL_SPEED)
    chromium = harness.browser(playwright)
    page = chromium.new_page(locale="fr-FR")
    page.add_init_script(WATCH)
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slower})
    page.goto(address + name)
    answered(page, name)
    found: list[float] = page.evaluate("window.tasks")
    chromium.close()
    return found


def memory(playwright: Playwright, address: str, name: str) -> int:
    """Kibibytes of the tab that shows the page `name`, once Python has answered."""
    use(FULL_SPEED)
    chromium = harness.browser(playwright)
    page = chromium.new_page(locale="fr-FR")
    page.goto(address + name)
    answered(page, name)
    page.wait_for_timeout(2000)
    page.context.new_cdp_session(page).send("HeapProfiler.collectGarbage")
    found = harness.share(chromium)
    chromium.close()
    return found


def add_pyscript(folder: Path) -> None:
    """Our page with PyScript's tags in the place of our script, without the policy that would refuse them."""
    text = (folder / CHECKER).read_text("utf-8")
    text, policies = re.subn(r"<meta http-equiv=\"Content-Security-Policy\"[^>]*>", "", text)
    text, scripts = re.subn(r"<script type=\"module\" src=\"[^\"]*checker\.js\"></script>", "", text)
    if (policies, scripts) != (1, 1):
        raise SystemExit(f"{CHECKER}: the policy or the script was not found")
    text = text.replace("</body>", finish() + tags("../", "py") + "</body>")
    (folder / PYSCRIPT).write_text(text, "utf-8")
