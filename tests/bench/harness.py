"""A site with our runtimes and the peers', each behind a page of its own, and the browser that opens them.

Peers come from npm (package.json here), are served in brotli like ours, and must give the same answer. Each page sets
`finished` once Python has answered, and `again`, which asks it once more."""

from __future__ import annotations

import functools
import json
import shutil
import zipfile
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Playwright

from checker.consult import consult
from portal import npm, runtime, testing
from tests.bench import line
from tests.bench.registry import ROOT, Setting

HERE = Path(__file__).parent
CHECKER = "fr/verifier.html"
REQUEST = {"answers": {"document": "api"}, "dates": {"fin_document": "2027-01-02"}, "today": "2026-11-23"}
LOADED = (
    "pyodide.asm.wasm",
    "pyodide.asm.js",
    "pyodide.asm.mjs",
    "pyodide.mjs",
    "python_stdlib.zip",
    "pyodide-lock.json",
)
OURS = """<!doctype html><title>Mesure</title><script type="module">
import { Engine } from "../assets/worker-client.js";
const base = new URL("../runtime/", location.href).href;
const graphs = await (await fetch(`${base}graphs.json`, { cache: "no-cache" })).text();
const engine = new Engine();
await engine.load(base, { graphs, variant: "VARIANT" });
window.finished = [JSON.stringify(await engine.call("consult", REQUEST)), performance.now()];
window.again = () => engine.call("consult", REQUEST);
</script>"""
STOCK = """<!doctype html><title>Mesure</title><script type="module">
const worker = new Worker("worker.js", { type: "module" });
worker.onmessage = ({ data }) => { window.finished = [data, performance.now()]; };
window.again = () => new Promise((done) => { worker.onmessage = done; worker.postMessage(""); });
</script>"""
STOCK_WORKER = """import { loadPyodide } from "./pyodide.mjs";
const python = await loadPyodide({ indexURL: new URL("./", import.meta.url).href });
python.unpackArchive(await (await fetch("../checker.zip")).arrayBuffer(), "zip");
const browser = python.pyimport("checker.browser");
browser.install(await (await fetch("../runtime/graphs.json")).text());
self.onmessage = () => self.postMessage(browser.call("consult", JSON.stringify(REQUEST)));
self.onmessage();
"""
# What a page adds for PyScript, as its manual says; PATH leads to the top of the site.
PYSCRIPT_TAGS = """<link rel="stylesheet" href="PATHpyscript/core.css">
<script type="module" src="PATHpyscript/core.js"></script>
<script type="KIND" src="PATHpyscript/SCRIPT" config='CONFIG'></script>"""
PYSCRIPT_MAIN = """from pyscript import window
from checker.browser import call, install
with open("graphs.json") as file:
    install(file.read())
window.consultJson = call
window.finish(call("consult", window.requestJson))
"""
MICROPYTHON_MAIN = """from pyscript import window
window.finish("")
"""
FINISH = """<script>
window.requestJson = JSON.stringify(REQUEST);
window.finish = (text) => { window.finished = [text, performance.now()]; };
window.again = () => window.consultJson("consult", window.requestJson);
</script>"""


@dataclass(frozen=True)
class Variant:
    """A way to start Python: its page, and whether it runs the checker."""

    title: str
    page: str
    answers: bool = True


VARIANTS = (
    Variant("stock Pyodide 0.29.5", "stock-0.29/index.html"),
    Variant("stock Pyodide 314.0.7", "stock-314/index.html"),
    Variant("PyScript 0.7.31, Pyodide", "pyscript-pyodide/index.html"),
    Variant("PyScript 0.7.31, MicroPython", "pyscript-micropython/index.html", answers=False),
    *(Variant(f"ours, {name}", f"ours-{name}/index.html") for name in runtime.VARIANTS),
)


@functools.cache
def folder(setting: Setting) -> Path:
    """A site that holds our checker, from the built site, and a page for each variant; made once."""
    made = setting.work / "checker"
    for name in ("assets", "runtime", "local"):
        shutil.copytree(setting.site / name, made / name)
    # The checker's page, and what it fetches; not the thousand pages of questions.
    shutil.copytree(setting.site / "fr", made / "fr", ignore=shutil.ignore_patterns("q"))
    add_peers(made)
    for variant in runtime.VARIANTS:
        _write(made / f"ours-{variant}" / "index.html", OURS.replace("VARIANT", variant))
    _write(made / "pyscript-pyodide" / "index.html", FINISH + tags("../", "py"))
    _write(made / "pyscript-micropython" / "index.html", FINISH + tags("../", "mpy"))
    line.compress_all(made)
    return made


def add_peers(folder: Path) -> None:
    """Adds stock Pyodide, twice, PyScript and MicroPython to the site in `folder`, and the checker as sources."""
    modules = npm.install(ROOT)
    found = peers()
    for name, package in (("stock-0.29", modules / "pyodide"), ("stock-314", found / "pyodide")):
        _write(folder / name / "index.html", STOCK)
        _write(folder / name / "worker.js", STOCK_WORKER)
        for file in LOADED:
            if (package / file).exists():
                shutil.copyfile(package / file, folder / name / file)
    ignore = shutil.ignore_patterns("*.map")
    shutil.copytree(found / "@pyscript" / "core" / "dist", folder / "pyscript", ignore=ignore)
    micropython = found / "@micropython" / "micropython-webassembly-pyscript"
    shutil.copytree(micropython, folder / "micropython")
    _write(folder / "pyscript" / "main.py", PYSCRIPT_MAIN)
    _write(folder / "pyscript" / "trivial.py", MICROPYTHON_MAIN)
    with zipfile.ZipFile(folder / "checker.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted((ROOT / "checker").rglob("*")):
            if file.suffix in {".py", ".json"} and "letters" not in file.parts:
                archive.write(file, file.relative_to(ROOT))


def tags(path: str, kind: str) -> str:
    """PyScript's tags for Pyodide ("py", with the checker) or MicroPython ("mpy", a script of one line)."""
    config: dict[str, object] = {"interpreter": f"{path}micropython/micropython.mjs"}
    if kind == "py":
        files = {f"{path}checker.zip": "./*", f"{path}runtime/graphs.json": "./graphs.json"}
        config = {"interpreter": f"{path}stock-314/pyodide.mjs", "files": files}
    script = "main.py" if kind == "py" else "trivial.py"
    made = PYSCRIPT_TAGS.replace("PATH", path).replace("KIND", kind).replace("SCRIPT", script)
    return made.replace("CONFIG", json.dumps(config))


def finish() -> str:
    """The script that PyScript's script calls."""
    return FINISH.replace("REQUEST", json.dumps(REQUEST))


def check(variant: Variant, text: str) -> None:
    """Stops when a variant that runs the checker does not answer what CPython answers."""
    if variant.answers and json.loads(text) != json.loads(json.dumps(consult(REQUEST))):
        raise SystemExit(f"{variant.title}: another answer than CPython's")


def browser(playwright: Playwright, *arguments: str) -> Browser:
    """Chromium, without the spare process that would be counted with the tab."""
    flags = ["--no-sandbox", "--disable-features=SpareRendererForSitePerProcess", *arguments]
    return playwright.chromium.launch(executable_path=testing.browser(), args=flags)


def share(chromium: Browser) -> int:
    """Kibibytes (proportional share, PSS) of the tab's process, its workers included."""
    processes = chromium.new_browser_cdp_session().send("SystemInfo.getProcessInfo")["processInfo"]
    tabs = [Path("/proc") / str(process["id"]) for process in processes if process["type"] == "renderer"]
    return max(int((tab / "smaps_rollup").read_text().partition("Pss:")[2].split()[0]) for tab in tabs)


def peers() -> Path:
    """The peers' node_modules, kept beside the project's other caches."""
    folder = ROOT / ".build" / "bench"
    folder.mkdir(parents=True, exist_ok=True)
    for file in (HERE / "package.json", HERE / "package-lock.json", ROOT / ".npmrc"):
        shutil.copyfile(file, folder / file.name)
    return npm.install(folder, tests=True)


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text.replace("REQUEST", json.dumps(REQUEST)), "utf-8")
