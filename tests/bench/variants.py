"""The ways to start the checker's Python in a browser: ours, and the peers' as their manuals say.

Each page sets `finished`, the answer and the milliseconds since the navigation, once Python has answered, and `again`,
which asks it once more. REQUEST stands for the request."""

from __future__ import annotations

import json
from dataclasses import dataclass

from portal import runtime

REQUEST = {"answers": {"document": "api"}, "dates": {"fin_document": "2027-01-02"}, "today": "2026-11-23"}
# What stock Pyodide fetches, of its package.
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
