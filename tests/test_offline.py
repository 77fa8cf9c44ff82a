"""The kept copy, with the real worker and a host that goes down: kept, read, updated, interrupted, forgotten."""

from __future__ import annotations

import hashlib
import json
import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from checker.consult import consult
from portal import offline
from portal.headers import security_headers
from portal.pages import Site
from tests.hosting import Host, change, copy_site, hosting
from tests.test_checker_page import begin, launch
from tests.test_site import RULES, RUN_AXE, axe  # noqa: F401

LONG = 90_000
CHECKER = "fr/verifier.html"
STATE = "#garder .keep-state"
HELD = "Gardé le"
BANNER = "#copie"
# Everything of this origin that a person could find: caches and service workers.
TRACES = """async () => ({
  caches: await caches.keys(),
  workers: (await navigator.serviceWorker.getRegistrations()).map((found) => found.scope),
})"""


@pytest.fixture
def folder(site: Path, root: Path, tmp_path: Path) -> Path:
    """A copy of the site that a test may change."""
    made = copy_site(site, tmp_path / "site")
    relist(root, made)
    return made


def relist(root: Path, folder: Path) -> None:
    """Writes the lists of every language again, as a new build would, without touching the site it is linked to."""
    for file in folder.glob("*/hors-ligne*.json*"):
        file.unlink()
    offline.lists(root, folder, Site(root))


@pytest.fixture
def host(folder: Path) -> Iterator[Host]:
    with hosting(folder) as running:
        yield running


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    opened = browser.new_context(locale="fr-FR", reduced_motion="reduce", viewport={"width": 390, "height": 800})
    yield opened
    opened.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


def do(page: Page, action: str) -> None:
    page.locator(f"#garder [data-do={action}]").click()


def visit(page: Page, base: str) -> None:
    page.goto(base + CHECKER)
    page.locator("#garder > summary").click()


def keep(page: Page, base: str) -> None:
    visit(page, base)
    do(page, "keep")
    expect(page.locator(STATE)).to_contain_text(HELD, timeout=LONG)


def files(folder: Path) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads((folder / "fr" / "hors-ligne.json").read_text("utf-8"))["files"]
    return found


def test_the_list_describes_the_site(site: Path, root: Path) -> None:
    listed = json.loads((site / "fr" / "hors-ligne.json").read_text("utf-8"))
    extras = [json.loads((site / extra["list"]).read_text("utf-8"))["files"] for extra in listed["extras"]]
    for extra, found in zip(listed["extras"], extras, strict=True):
        assert extra["sha256"] == hashlib.sha256((site / extra["list"]).read_bytes()).hexdigest()[:32]
        assert (extra["bytes"], extra["wire"]) == (sum(f["bytes"] for f in found), sum(f["wire"] for f in found))
    assert listed["wire"] == sum(file["wire"] for file in listed["files"])
    for file in [f for found in (listed["files"], *extras) for f in found]:
        path = site / file["url"]
        data = path.read_bytes()
        compressed = path.with_name(path.name + ".br")
        assert (file["bytes"], file["sha256"]) == (len(data), hashlib.sha256(data).hexdigest()[:32])
        assert file["wire"] == (compressed.stat().st_size if compressed.is_file() else len(data)), file["url"]
    urls = [file["url"] for file in listed["files"]]
    assert {"index.html", "fr/index.html", CHECKER, "assets/checker.js", "runtime/library.zip"} <= set(urls)
    articles = {name.removesuffix(".md") + ".html" for name in Site(root).fronts if name.startswith("fr/")}
    assert len(articles) > 90 and articles <= set(urls), "pages in folders too"
    assert [url for url in urls if url.startswith(("donnees/", "fr/q/"))] == []
    assert listed["expires"] == Site(root).expiry


def test_the_list_is_the_same_each_time(site: Path, root: Path, tmp_path: Path) -> None:
    made = [copy_site(site, tmp_path / name) for name in ("one", "two")]
    for folder in made:
        relist(root, folder)
    one, two = ((folder / "fr" / "hors-ligne.json").read_bytes() for folder in made)
    assert one == two


def test_the_safe_runtime_is_a_choice(tmp_path: Path) -> None:
    for name in ("manifest.json", "library.zip", "small/a.wasm", "safe/a.wasm"):
        (tmp_path / "runtime" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "runtime" / name).write_bytes(b"x")
    always, extras = offline.chosen(tmp_path, "fr")
    assert tmp_path / "runtime/small/a.wasm" in always
    assert extras == {"secours": [tmp_path / "runtime/safe/a.wasm"]}


def test_nothing_is_kept_before_the_button(page: Page, host: Host) -> None:
    page.goto(host.address + CHECKER)
    page.wait_for_load_state("networkidle")
    assert [path for path in host.take() if "hors-ligne" in path or "keep-" in path or "sw.js" in path] == []
    page.locator("#garder > summary").click()
    expect(page.locator("#garder [data-do=keep]")).to_contain_text("Mo")
    assert page.evaluate(TRACES) == {"caches": [], "workers": []}
    assert "/sw.js" not in host.take()


def test_the_kept_copy_answers_without_network(page: Page, host: Host, context: BrowserContext) -> None:
    keep(page, host.address)
    page.close()
    host.off = True
    host.take()
    page = context.new_page()
    for name in ("", "fr/", "fr/index.html", "fr/travailler.html?x=1", "fr/confidentialite.html"):
        page.goto(host.address + name)
        expect(page.locator(BANNER)).to_contain_text("Copie gardée le")
        expect(page.locator(BANNER)).to_contain_text("Édition du 23\u00a0novembre\u00a02026")
        assert page.evaluate("getComputedStyle(document.body).margin") == "0px", "styled"
    page.goto(host.address + CHECKER)
    expect(page.locator(BANNER)).to_be_visible()
    given = {"document": "recepisse", "mention_recepisse": "oui"}
    begin(page)
    for question, option in given.items():
        if page.locator(f"#q-{question}").count():
            page.check(f'input[name="q-{question}"][value="{option}"]')
    launch(page)
    today = page.evaluate("new Date().toLocaleDateString('sv')")
    response = consult({"answers": answered(page), "dates": {}, "today": today})
    statuses = page.locator("#contenu-resultats .right").evaluate_all("(all) => all.map((node) => node.classList[1])")
    assert sorted(statuses) == sorted(right["status"] for right in response["rights"])
    assert host.asked == []


def answered(page: Page) -> dict[str, str]:
    script = """() => Object.fromEntries([...document.querySelectorAll("#verification input[type=radio]:checked")]
      .map((input) => [input.name.slice(2), input.value]))"""
    found: dict[str, str] = page.evaluate(script)
    return found


def test_a_page_that_is_not_kept_says_so(page: Page, host: Host) -> None:
    keep(page, host.address)
    host.off = True
    page.goto(host.address + "fr/q/index.html")
    assert page.url.endswith("fr/hors-ligne.html")
    expect(page.locator("h1")).to_contain_text("Page non gardée")
    page.locator("main article a").first.click()
    expect(page.locator(BANNER)).to_contain_text("Copie gardée le")
    assert page.url.endswith("fr/index.html")
    page.goto(host.address + "fr")
    assert page.url == host.address + "fr/"


def test_online_the_network_is_asked_first(page: Page, host: Host, folder: Path) -> None:
    keep(page, host.address)
    page.goto(host.address + "fr/travailler.html")
    assert not page.locator(BANNER).is_visible(), "the same edition: nothing to warn of"
    host.take()
    change(folder / "fr" / "travailler.html", "<h1>", "<h1>NOUVEAU ")
    page.goto(host.address + "fr/travailler.html")
    expect(page.locator("h1")).to_contain_text("NOUVEAU")
    assert not page.locator(BANNER).is_visible()
    assert "hors-ligne" not in (page.locator("link[rel=stylesheet]").first.get_attribute("href") or "")


def test_a_page_that_comes_in_part_is_that_of_the_copy(page: Page, host: Host) -> None:
    keep(page, host.address)
    host.cut = {"/fr/travailler.html"}
    page.goto(host.address + "fr/travailler.html")
    assert page.locator("footer.foot").is_visible(), "whole"
    assert not page.locator(BANNER).is_visible(), "the site still publishes this edition"


def test_forgetting_waits_for_a_download_in_another_tab(page: Page, host: Host, context: BrowserContext) -> None:
    host.held = ".wasm"
    visit(page, host.address)
    with page.expect_request("**/*.wasm", timeout=LONG):
        do(page, "keep")
    other = context.new_page()
    visit(other, host.address)
    do(other, "forget")
    expect(other.locator(STATE)).to_contain_text("Un autre onglet")
    do(page, "cancel")
    expect(page.locator(STATE)).to_contain_text("pas fini")
    do(other, "forget")
    expect(other.locator(STATE)).to_contain_text("C’est fait")
    assert other.evaluate(TRACES) == {"caches": [], "workers": []}


def test_a_block_that_cannot_be_opened_says_so_and_opens_later(page: Page, host: Host) -> None:
    page.goto(host.address + CHECKER)
    expect(page.locator("#garder")).to_be_visible()
    page.route("**/keep-view.js", lambda route: route.abort())
    page.locator("#garder > summary").click()
    expect(page.locator(STATE)).to_contain_text("connexion a coupé")
    page.unroute("**/keep-view.js")
    page.locator("#garder > summary").click()
    page.locator("#garder > summary").click()
    expect(page.locator("#garder [data-do=keep]")).to_be_visible()


def test_an_old_copy_says_so(page: Page, host: Host, folder: Path, root: Path) -> None:
    change(folder / "fr" / "hors-ligne.json", Site(root).expiry, "2026-01-01")
    keep(page, host.address)
    host.off = True
    page.goto(host.address + "fr/index.html")
    expect(page.locator(BANNER)).to_contain_text("trop vieille depuis le 1er\u00a0janvier\u00a02026")
    page.clock.set_fixed_time(f"{Site(root).expiry[:3]}9-12-31T12:00")
    page.reload()
    expect(page.locator(".age .danger")).to_have_attribute("data-after", Site(root).expiry)
    expect(page.locator(".age")).to_be_hidden()


def next_edition(folder: Path, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    change(folder / "fr" / "travailler.html", "<h1>", "<h1>NOUVEAU ")
    change(folder / CHECKER, "<h1>", "<h1>NOUVEAU ")
    change(folder / "runtime" / "manifest.json", "{", '{"next": 1,')
    change(folder / "assets" / "checker.js", "import ", "document.documentElement.dataset.next = 1;\nimport ")
    monkeypatch.setenv("PORTAL_EDITION", "2026-12-01")
    relist(root, folder)


def test_two_editions_never_mix(
    page: Page, host: Host, folder: Path, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(page, host.address)
    host.off = True
    page.goto(host.address + CHECKER)
    expect(page.locator(BANNER)).to_be_visible()
    next_edition(folder, root, monkeypatch)
    host.off = False
    host.take()
    launch(page)
    # The browser itself asks whether the service worker has changed.
    asked = set(host.take()) - {"/fr/hors-ligne.json", "/sw.js", "/assets/kept-store.js"}
    assert asked == set(), "an old page, its own files"
    page.goto(host.address + CHECKER)
    expect(page.locator("h1")).to_contain_text("NOUVEAU")
    assert page.evaluate("document.documentElement.dataset.next") == "1", "a new page, the new script"
    assert "/assets/checker.js" in host.asked
    launch(page)
    assert "/runtime/manifest.json" in host.asked, "a new page, the new Python"


def test_an_update_fetches_what_changed_and_switches_at_once(
    page: Page, host: Host, folder: Path, root: Path, context: BrowserContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(page, host.address)
    host.off = True
    reading = context.new_page()
    reading.goto(host.address + CHECKER)
    expect(reading.locator(BANNER)).to_be_visible()
    next_edition(folder, root, monkeypatch)
    host.off = False
    page.goto(host.address + CHECKER)
    page.locator("#garder > summary").click()
    expect(page.locator(STATE)).to_contain_text("plus récente")
    host.take()
    host.cut = {"/runtime/manifest.json"}
    do(page, "update")
    expect(page.locator("#garder [data-do=retry]")).to_be_visible(timeout=LONG)
    other = context.new_page()
    host.off = True
    other.goto(host.address + "fr/travailler.html")
    expect(other.locator("h1")).not_to_contain_text("NOUVEAU")
    expect(other.locator(BANNER)).to_contain_text("Édition du 23\u00a0novembre\u00a02026")
    host.off = False
    host.cut = set()
    do(page, "retry")
    expect(page.locator(STATE)).to_contain_text("dernière édition", timeout=LONG)
    fetched = {path for path in host.take() if path != "/fr/hors-ligne.json"}
    changed = {"/fr/travailler.html", f"/{CHECKER}", "/runtime/manifest.json", "/assets/checker.js"}
    assert fetched - changed <= {"/sw.js", "/assets/kept-store.js"}
    assert changed <= fetched
    host.off = True
    other.goto(host.address + "fr/travailler.html")
    expect(other.locator("h1")).to_contain_text("NOUVEAU")
    expect(other.locator(BANNER)).to_contain_text("Édition du 1er\u00a0décembre\u00a02026")
    launch(reading)
    before = entries(other)
    for opened in (page, reading, other):
        opened.close()
    last = context.new_page()
    wanted = before - len(changed) - 1
    end = time.monotonic() + LONG / 1000
    # A page that was just closed may still count as open: the old files wait for a later visit then.
    while visited(last, host.address) != wanted and time.monotonic() < end:
        last.goto("about:blank")
    assert entries(last) == wanted, "the old files and their list are gone"


def visited(page: Page, base: str) -> int:
    """The number of entries once `page` shows a kept page."""
    page.goto(base + "fr/index.html")
    return entries(page)


def entries(page: Page) -> int:
    count: int = page.evaluate("async () => (await (await caches.open((await caches.keys())[0])).keys()).length")
    return count


def test_an_interrupted_download_goes_on_where_it_stopped(page: Page, host: Host, folder: Path) -> None:
    names = [f"/{file['url']}" for file in files(folder)]
    # In the order of the list: each is still to come when the one before it fails.
    broken = ["/assets/worker.js", "/fr/que-faire.html", "/runtime/small/pyodide.mjs"]
    visit(page, host.address)
    host.take()
    for name in broken:
        host.cut = {name}
        action = "keep" if name == broken[0] else "retry"
        do(page, action)
        expect(page.locator("#garder [data-do=retry]")).to_be_visible(timeout=LONG)
        expect(page.locator(STATE)).to_contain_text("coupé")
        assert page.evaluate("document.activeElement.className") == "keep-state"
    page.reload()
    expect(page.locator("#garder")).to_be_visible()
    page.locator("#garder > summary").click()
    expect(page.locator(STATE)).to_contain_text("pas fini")
    host.cut = set()
    do(page, "resume")
    expect(page.locator(STATE)).to_contain_text(HELD, timeout=LONG)
    before = host.take()
    page.reload()
    kept_once = [name for name in names if name.endswith((".pdf", ".wasm"))]
    assert kept_once and all(before.count(name) == 1 for name in kept_once), "received files are not fetched again"
    assert all(before.count(name) >= 2 for name in broken)


def test_a_changed_file_is_refused(page: Page, host: Host, folder: Path) -> None:
    page_file = folder / "fr" / "documents.html"
    original = page_file.read_text("utf-8")
    page_file.unlink()
    page_file.write_text("X" * len(original.encode()), "utf-8")
    for suffix in (".br", ".gz"):
        page_file.with_name(page_file.name + suffix).unlink()
    visit(page, host.address)
    do(page, "keep")
    expect(page.locator(STATE)).to_contain_text("refusé", timeout=LONG)
    host.off = True
    cut = page.context.new_page()
    with pytest.raises(Exception, match="ERR_"):
        cut.goto(host.address + "fr/index.html")
    cut.close()
    host.off = False
    page_file.write_text(original, "utf-8")
    visit(page, host.address)
    do(page, "resume")
    expect(page.locator(STATE)).to_contain_text(HELD, timeout=LONG)


def test_cancel_keeps_what_was_received(page: Page, host: Host) -> None:
    host.held = ".wasm"
    visit(page, host.address)
    # In the order of the list, most files come before this one, which does not.
    with page.expect_request("**/*.wasm", timeout=LONG):
        do(page, "keep")
    expect(page.locator(STATE)).to_contain_text("Téléchargement")
    do(page, "cancel")
    expect(page.locator(STATE)).to_contain_text("pas fini")
    do(page, "forget")
    expect(page.locator(STATE)).to_contain_text("C’est fait")
    assert page.evaluate(TRACES) == {"caches": [], "workers": []}


def test_forget_leaves_the_neighbours_alone(browser: Browser, site: Path, root: Path, tmp_path: Path) -> None:
    for name in ("un/portail", "deux"):
        relist(root, copy_site(site, tmp_path / name))
    (tmp_path / "index.html").write_text("<!doctype html><title>Une association</title>")
    opened = browser.new_context(locale="fr-FR")
    page = opened.new_page()
    with hosting(tmp_path) as host:
        page.goto(host.address)
        page.evaluate("async () => (await caches.open('association')).put('x', new Response('y'))")
        for name in ("un/portail/", "deux/"):
            keep(page, host.address + name)
        traces = page.evaluate(TRACES)
        assert sorted(traces["workers"]) == [host.address + "deux/", host.address + "un/portail/"]
        assert len(traces["caches"]) == 3
        host.off = True
        for name in ("un/portail/", "deux/"):
            page.goto(host.address + name + "fr/travailler.html")
            expect(page.locator(BANNER)).to_be_visible()
        page.goto(host.address + "deux/" + CHECKER)
        page.locator("#garder > summary").click()
        do(page, "forget")
        expect(page.locator(STATE)).to_contain_text("C’est fait")
        traces = page.evaluate(TRACES)
        assert traces["workers"] == [host.address + "un/portail/"]
        assert sorted(traces["caches"]) == ["association", "droits-en-attente 1 /un/portail/"]
        page.goto(host.address + "un/portail/fr/index.html")
        expect(page.locator(BANNER)).to_be_visible()
    opened.close()


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("delete Navigator.prototype.serviceWorker", "fenêtre privée"),
        ("Object.defineProperty(self, 'isSecureContext', {value: false})", "https"),
        (
            "ServiceWorkerContainer.prototype.register = () => Promise.reject(new DOMException('no', 'SecurityError'))",
            "refuse de garder",
        ),
        (
            "Cache.prototype.put = () => Promise.reject(new DOMException('full', 'QuotaExceededError'))",
            "assez de place",
        ),
    ],
)
def test_refusals_are_explained(page: Page, host: Host, script: str, said: str) -> None:
    page.add_init_script(script)
    visit(page, host.address)
    button = page.locator("#garder [data-do=keep]")
    # Until the block knows whether it can keep anything.
    expect(page.locator(STATE)).not_to_have_text(re.compile("^$|Un instant"))
    if button.is_visible():
        button.click()
    expect(page.locator(STATE)).to_contain_text(said)


def test_without_javascript_nothing_is_offered(browser: Browser, host: Host) -> None:
    opened = browser.new_context(java_script_enabled=False)
    page = opened.new_page()
    page.goto(host.address + CHECKER)
    assert not page.locator("#garder").is_visible()
    opened.close()


@pytest.mark.parametrize("width", [320, 1280])
def test_each_state_is_accessible(browser: Browser, host: Host, axe: str, width: int) -> None:  # noqa: F811
    opened = browser.new_context(locale="fr-FR", bypass_csp=True, viewport={"width": width, "height": 800})
    page = opened.new_page()

    def look(state: str) -> None:
        page.evaluate(axe)
        assert page.evaluate(RUN_AXE, RULES) == [], state
        assert page.evaluate("document.documentElement.scrollWidth") <= width, state

    visit(page, host.address)
    expect(page.locator("#garder [data-do=keep]")).to_be_visible()
    page.locator("#garder details summary").click()
    look("off")
    host.cut = {"/runtime/library.zip"}
    do(page, "keep")
    expect(page.locator("#garder [data-do=retry]")).to_be_visible(timeout=LONG)
    look("failed")
    host.cut = set()
    do(page, "retry")
    expect(page.locator(STATE)).to_contain_text(HELD, timeout=LONG)
    look("kept")
    host.off = True
    page.goto(host.address + CHECKER)
    expect(page.locator(BANNER)).to_be_visible()
    page.locator("#garder > summary").click()
    expect(page.locator(STATE)).to_contain_text("Sans connexion")
    look("offline")
    page.goto(host.address + "fr/q/absent.html")
    look("not kept")
    opened.close()


def test_the_service_worker_may_fetch_and_is_checked_each_time() -> None:
    assert "connect-src 'self'" in security_headers("sw.js")["Content-Security-Policy"]
    assert "connect-src 'none'" in security_headers("fr/sw.js")["Content-Security-Policy"]
