"""What a browser of another age gets: each thing of the web taken away in turn, in three engines.

What is left must be a page that can be read, a way that leads somewhere, and no error that nobody caught. The table for
readers is docs/fr/fabrication/navigateurs.md."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml

from portal.npm import node
from tests.altering import EMPTY, Alteration
from tests.engine_fixtures import engines as engines  # a fixture
from tests.engine_fixtures import host as host  # a fixture
from tests.engine_reader import NOTHING, answer, appears, follow, noted, text, until, visible
from tests.engines import NAMES, Engine, firefox, webkit

CHECKER = "fr/verifier.html"
ASSETS = Path("portal", "theme", "assets")
# The first edition of ECMAScript that reads each kind of script: those of every page, of the search, of the checker.
EDITIONS = {"age.js": 2015, "search.js": 2020}
MODULES = 2022
# Newer than the oldest browser that reads our modules: these would fail while somebody answers.
TOO_NEW = re.compile(
    r"\.(at|findLast|findLastIndex|toSorted|toReversed|toSpliced|with|throwIfAborted|isWellFormed|groupBy|hasOwn)\(|"
    r"\b(structuredClone|Promise\.(withResolvers|try)|AbortSignal\.\w+|Array\.fromAsync|Set\.prototype)\b"
)


@dataclass(frozen=True)
class Lack:
    """What a browser has not: `changes` are those of an Alteration."""

    name: str
    changes: dict[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.name


def refusing(*names: str) -> str:
    """The script of a browser that refuses even to name these."""
    refuse = """{ get() { throw new DOMException("refused", "SecurityError"); } }"""
    return "".join(f"""Object.defineProperty(self, "{name}", {refuse});""" for name in names)


def absent(owner: str, name: str) -> str:
    return f"""Object.defineProperty({owner}, "{name}", {{ value: undefined, configurable: true }});"""


FORM = (Lack("modules", {"modules": False}), Lack("our syntax", {"old": True}), Lack("any script", {"scripts": False}))
PYTHON = (
    Lack("WebAssembly", {"before": "delete self.WebAssembly;"}),
    Lack("compiling as it comes", {"before": "delete WebAssembly.compileStreaming;"}),
    Lack("workers", {"before": "delete self.Worker;"}),
    Lack(
        "modules in workers",
        {"before": "{ const Old = Worker; self.Worker = class extends Old { constructor(url) { super(url); } }; }"},
    ),
    Lack("fetch", {"before": "delete self.fetch;"}),
)
KEEPING = (
    (Lack("service workers", {"before": absent("Navigator.prototype", "serviceWorker")}), "unsupported"),
    (Lack("locks", {"before": absent("Navigator.prototype", "locks")}), "unsupported"),
    (Lack("caches", {"before": "delete self.caches; " + absent("self", "caches")}), "unsupported"),
    (Lack("the right to caches", {"before": refusing("caches")}), "refused"),
)


@pytest.fixture(params=NAMES)
def engine(request: pytest.FixtureRequest, engines: Callable[[str], Engine]) -> Engine:
    return engines(request.param)


def lacking(host: Alteration, lack: Lack) -> None:
    host.reset()
    for name, value in lack.changes.items():
        assert hasattr(host, name)
        setattr(host, name, value)


@pytest.mark.parametrize("lack", FORM, ids=str)
def test_without_the_form_the_static_questions_stand_in_its_place(engine: Engine, host: Alteration, lack: Lack) -> None:
    lacking(host, lack)
    engine.open(host.address + "fr/recherche.html")
    assert visible(engine, "#plan li a"), "the list of pages"
    engine.open(host.address + CHECKER)
    assert not visible(engine, "#application")
    assert not visible(engine, "#garder")
    if lack.name == "modules":
        assert noted(engine) == NOTHING
    follow(engine, "#sans-script a", "fr/q/index.html")
    assert visible(engine, ".choices a")


@pytest.mark.parametrize("lack", PYTHON, ids=str)
def test_without_python_the_form_asks_and_the_static_questions_go_on(
    engine: Engine, host: Alteration, lack: Lack
) -> None:
    lacking(host, lack)
    engine.open(host.address + CHECKER)
    engine.click("#commencer")
    answer(engine, "document", "api")
    given_up(engine, host, question=lack.name != "fetch")


def given_up(engine: Engine, host: Alteration, *, question: bool) -> None:
    """The page says that there is no result here, has paid nothing for it, and leads to a static page.

    `question`: that of the question in view, not the first one."""
    appears(engine, "#echec")
    assert [path for path in host.asked if path.startswith("/runtime/") and path.endswith((".wasm", ".zip"))] == []
    assert noted(engine) == NOTHING
    if question:
        until(engine, "async () => document.getElementById('page-par-page').innerText.includes('à cette question')")
        legend = text(engine, "#q-fin_document > legend")
    target = engine.run("async () => document.getElementById('page-par-page').href")
    follow(engine, "#page-par-page", str(target))
    assert visible(engine, ".choices a")
    if question:
        assert text(engine, "h1") == legend


def firefox_without() -> AbstractContextManager[Engine]:
    return firefox(javascript__options__wasm=False)


def webkit_without() -> AbstractContextManager[Engine]:
    return webkit(JSC_useWasm="0")


@pytest.mark.parametrize("start", [firefox_without, webkit_without])
def test_webassembly_switched_off_by_the_browser_itself(
    host: Alteration, start: Callable[[], AbstractContextManager[Engine]]
) -> None:
    """Chromium's is in tests/test_journeys.py."""
    host.reset()
    with start() as engine:
        engine.open(host.address + CHECKER)
        assert engine.run("async () => typeof WebAssembly") == "undefined"
        engine.click("#commencer")
        answer(engine, "document", "api")
        given_up(engine, host, question=True)


def test_the_whole_python_is_not_fetched_for_a_browser_that_cannot_run_it(engine: Engine, host: Alteration) -> None:
    """It throws exceptions of WebAssembly, which the small one does without."""
    host.reset()
    host.before = "delete WebAssembly.Tag;"
    host.worker = "WebAssembly.compileStreaming = async () => { throw new WebAssembly.CompileError('opcode'); };"
    engine.open(host.address + CHECKER)
    engine.click("#commencer")
    answer(engine, "document", "api")
    appears(engine, "#echec")
    assert [path for path in host.asked if path.startswith("/runtime/safe/")] == []
    assert noted(engine) == NOTHING


@pytest.mark.parametrize(("lack", "reason"), KEEPING, ids=str)
def test_a_browser_that_cannot_keep_a_copy_says_so(engine: Engine, host: Alteration, lack: Lack, reason: str) -> None:
    lacking(host, lack)
    engine.open(host.address + CHECKER)
    engine.click("#garder > summary")
    words = "document.querySelector('#garder template').content.querySelector(`[data-mot=${reason}]`).textContent"
    until(
        engine,
        f"async (reason) => document.querySelector('#garder .keep-state').textContent.startsWith({words})",
        reason,
    )
    assert not visible(engine, "#garder [data-do]:not([hidden])")
    assert noted(engine) == NOTHING


@pytest.mark.parametrize("page", ["fr/index.html", "fr/recherche.html", CHECKER])
def test_storage_that_is_refused_changes_nothing(engine: Engine, host: Alteration, page: str) -> None:
    host.reset()
    host.before = refusing("localStorage", "sessionStorage", "indexedDB")
    engine.open(host.address + page)
    if page == CHECKER:
        engine.click("#commencer")
        answer(engine, "document", "api")
        appears(engine, "#q-fin_document")
    assert noted(engine) == NOTHING


READ = """async ([address, width]) => {
  const frame = document.createElement("iframe");
  frame.style.cssText = `width:${width}px;height:700px;border:0`;
  frame.src = address;
  await new Promise((loaded) => { frame.onload = loaded; document.body.replaceChildren(frame); });
  const inside = frame.contentDocument;
  for (const fold of inside.querySelectorAll("details")) fold.open = true;
  return [inside.querySelector("main").innerText.replace(/\\s+/g, " "), inside.documentElement.scrollWidth];
}"""


@pytest.mark.parametrize("selector", [":has(", ":is("])
def test_an_older_css_hides_nothing_and_overflows_nothing(engine: Engine, host: Alteration, selector: str) -> None:
    host.reset()
    host.framed = True
    engine.open(host.address + EMPTY.lstrip("/"))
    for page in ("fr/travailler.html", "ar/travailler.html", CHECKER, "fr/q/index.html"):
        host.selectors = ()
        now, _ = engine.run(READ, [host.address + page, 320])
        host.selectors = (selector,)
        before, width = engine.run(READ, [host.address + page, 320])
        assert before == now and len(now) > 200, page
        assert width <= 320, page


@pytest.mark.parametrize("name", NAMES)
def test_the_page_names_no_version_that_was_not_run(engines: Callable[[str], Engine], root: Path, name: str) -> None:
    """Debian's browsers move on: the page names those of the day it was written, or older than what runs here."""
    named = yaml.safe_load((root / "docs" / "_data" / "nombres.yml").read_text("utf-8"))[f"moteur_{name}"]["texte"]
    written, here = ([int(part) for part in version.split(".")] for version in (named, engines(name).version))
    assert here[: len(written)] >= written, f"{name} {engines(name).version} is older than {named}: upgrade it"


def test_scripts_are_read_by_the_editions_that_the_table_names(root: Path) -> None:
    """Private methods of classes and `await` at the top of a module are of 2022."""
    scripts = sorted((root / ASSETS).glob("*.js"))
    command = [str(node(root)), str(root / "tests" / "node" / "edition.mjs"), *map(str, scripts)]
    found = json.loads(subprocess.run(command, cwd=root, capture_output=True, text=True, check=True).stdout)
    assert {name: found[name] for name in EDITIONS} == EDITIONS
    assert max(found.values()) == MODULES
    assert found["sw.js"] <= found["keep-copy.js"], "who can keep a copy can be served it"


def test_nothing_is_called_that_the_oldest_browser_of_the_form_has_not(root: Path) -> None:
    scripts = sorted((root / ASSETS).glob("*.js"))
    assert len(scripts) > 30
    assert [(path.name, found[0]) for path in scripts for found in TOO_NEW.finditer(path.read_text("utf-8"))] == []
