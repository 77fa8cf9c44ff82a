"""The checker's page in Chromium: its first question, one evaluation, long tasks, memory beside PyScript's, in one run.

Not a test. From the top of the project, after a build:  .venv/bin/python -m tests.bench.bench_page [--runs 3]
Memory is the proportional share (PSS) of the tab's process, workers included, once the answer is there; PyScript's page
is ours with PyScript's tags in place of our script. Long tasks are those of the page's own thread, while Python loads
and answers, at full speed and on a processor four times slower.
"""

from __future__ import annotations

import argparse
import re
import shutil
import statistics
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import BrowserContext, Page, Playwright, sync_playwright

from portal import testing
from tests.bench import harness

CHECKER = "fr/verifier.html"
PYSCRIPT = "fr/verifier-pyscript.html"
LIMIT = 180_000
SLOWER = 4
CALLS = 50
ARGUMENTS = ["--no-sandbox", "--disable-features=SpareRendererForSitePerProcess"]
WATCH = """window.tasks = [];
new PerformanceObserver((list) => { for (const task of list.getEntries()) window.tasks.push(task.duration); })
  .observe({ type: "longtask", buffered: true });"""
EVALUATE = """async ([base, variant, count, request]) => {
  const { Engine } = await import(`${base}assets/worker-client.js`);
  const graphs = await (await fetch(`${base}runtime/graphs.json`)).text();
  const engine = new Engine();
  await engine.load(`${base}runtime/`, { graphs, variant });
  const found = [];
  for (let number = 0; number < count; number += 1) {
    const begun = performance.now();
    await engine.call("consult", request);
    found.push(performance.now() - begun);
  }
  return found;
}"""


@contextmanager
def tab(playwright: Playwright) -> Iterator[BrowserContext]:
    """A browser with an empty profile."""
    with tempfile.TemporaryDirectory() as profile:
        context = playwright.chromium.launch_persistent_context(
            profile,
            executable_path=testing.browser(),
            args=ARGUMENTS,
            locale="fr-FR",
        )
        yield context
        context.close()


def share(process: int) -> int:
    """Kibibytes (PSS) of a process."""
    return int((Path("/proc") / str(process) / "smaps_rollup").read_text().partition("Pss:")[2].split()[0])


def start(page: Page) -> None:
    """Opens the first question."""
    page.locator("#commencer").click()
    page.locator("#q-document").wait_for(state="visible")


def answered(page: Page) -> None:
    """Answers until Python has given the results of the page."""
    page.locator("#chargement").wait_for(state="hidden", timeout=LIMIT)
    page.locator("#q-document input[value=api]").check()
    page.locator("#q-document").locator("xpath=ancestor::form").locator("[type=submit]").first.click()
    page.wait_for_timeout(1500)


def first_question(playwright: Playwright, address: str) -> tuple[int, float]:
    """(bytes until the first question can be answered, seconds) on Slow 4G."""
    with tab(playwright) as context:
        line = harness.use(harness.LINES["Slow 4G"])
        page = context.pages[0]
        page.goto(address + CHECKER, wait_until="commit")
        page.wait_for_function("() => document.getElementById('commencer')?.checkVisibility()", polling=20)
        page.wait_for_load_state("load")
        sent = line.sent
        start(page)
        milliseconds: float = page.evaluate("performance.now()")
        return sent, milliseconds / 1000


def evaluation(playwright: Playwright, address: str, variant: str) -> float:
    """Milliseconds (median) of one consultation in the worker, with the way there and back."""
    with tab(playwright) as context:
        harness.use(harness.FULL_SPEED)
        page = context.pages[0]
        page.goto(address + CHECKER)
        found = page.evaluate(EVALUATE, [address, variant, CALLS, harness.REQUEST])
        return statistics.median(found)


def long_tasks(playwright: Playwright, address: str, slower: int) -> list[float]:
    """Milliseconds of each task above 50 ms on the page's thread, from the navigation to the results."""
    with tab(playwright) as context:
        harness.use(harness.FULL_SPEED)
        context.add_init_script(WATCH)
        page = context.pages[0]
        session = context.new_cdp_session(page)
        session.send("Emulation.setCPUThrottlingRate", {"rate": slower})
        page.goto(address + CHECKER)
        start(page)
        answered(page)
        found: list[float] = page.evaluate("window.tasks")
        return found


def memory(playwright: Playwright, address: str, name: str) -> int:
    """Kibibytes of the tab that shows the page `name`, once Python has answered."""
    harness.use(harness.FULL_SPEED)
    browser = playwright.chromium.launch(executable_path=testing.browser(), args=ARGUMENTS)
    page = browser.new_page(locale="fr-FR")
    page.goto(address + name)
    if name == CHECKER:
        start(page)
        answered(page)
    else:
        page.wait_for_function("() => window.finished", timeout=LIMIT)
    page.wait_for_timeout(2000)
    page.context.new_cdp_session(page).send("HeapProfiler.collectGarbage")
    processes = browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")["processInfo"]
    found = max(share(process["id"]) for process in processes if process["type"] == "renderer")
    browser.close()
    return found


def add_pyscript(folder: Path) -> None:
    """Our page with PyScript's tags in the place of our script, without the policy that would refuse them."""
    text = (folder / CHECKER).read_text("utf-8")
    text, policies = re.subn(r"<meta http-equiv=\"Content-Security-Policy\"[^>]*>", "", text)
    text, scripts = re.subn(r"<script type=\"module\" src=\"[^\"]*checker\.js\"></script>", "", text)
    if (policies, scripts) != (1, 1):
        raise SystemExit(f"{CHECKER}: the policy or the script was not found")
    text = text.replace("</body>", harness.finish() + harness.tags("../", "py") + "</body>")
    (folder / PYSCRIPT).write_text(text, "utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=3)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name) / "site"
        shutil.copytree(harness.ROOT / "site", folder)
        harness.add_peers(folder)
        add_pyscript(folder)
        with harness.served(folder) as address:
            print(harness.load())
            found = [first_question(playwright, address) for _ in range(runs)]
            seconds = statistics.median(time for _, time in found)
            print(f"first question, Slow 4G: {found[0][0]:,} bytes, {seconds:.2f} s")
            for variant in ("small", "safe"):
                print(f"one consultation, {variant}: {evaluation(playwright, address, variant):.0f} ms")
            for slower in (1, SLOWER):
                tasks = sorted(long_tasks(playwright, address, slower), reverse=True)
                print(f"long tasks, processor ÷ {slower}: {len(tasks)}, {[round(task) for task in tasks]} ms")
            ours, theirs = (
                statistics.median(memory(playwright, address, page) for _ in range(runs))
                for page in (CHECKER, PYSCRIPT)
            )
            print(f"memory: ours {ours / 1024:.0f} MiB, PyScript {theirs / 1024:.0f} MiB, {ours / theirs:.0%}")
            print(harness.load())


if __name__ == "__main__":
    main()
