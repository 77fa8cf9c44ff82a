"""What the browser benchmarks share: a slow line, a site with our runtimes and the peers', and a way to measure.

The server itself is the slow line: Chromium's network emulation (CDP) does not reach the requests of a worker.
Peers come from npm (package.json here), are served in brotli like ours, and must give the same answer."""

from __future__ import annotations

import http.server
import json
import os
import shutil
import tempfile
import threading
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from checker.consult import consult
from portal import compress, npm, runtime
from portal.headers import media_type
from tests import runtime_site

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
PIECE = 8192
# Bits per second, seconds of round trip: the values of Chromium's presets.
LINES = {"Slow 4G": (1_600_000, 0.150), "Fast 4G": (9_000_000, 0.060)}
FULL_SPEED = (1e10, 0.0)
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
window.finished = [JSON.stringify(await engine.call("consult", REQUEST)), performance.now(), engine.variant];
</script>"""
STOCK = """<!doctype html><title>Mesure</title><script type="module">
const worker = new Worker("worker.js", { type: "module" });
worker.onmessage = ({ data }) => { window.finished = [data, performance.now()]; };
</script>"""
STOCK_WORKER = """import { loadPyodide } from "./pyodide.mjs";
const python = await loadPyodide({ indexURL: new URL("./", import.meta.url).href });
python.unpackArchive(await (await fetch("../checker.zip")).arrayBuffer(), "zip");
const browser = python.pyimport("checker.browser");
browser.install(await (await fetch("../runtime/graphs.json")).text());
self.postMessage(browser.call("consult", JSON.stringify(REQUEST)));
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


class Line:
    """One line shared by all connections: each piece waits until the ones before it have passed."""

    def __init__(self, rate: float, trip: float) -> None:
        self.rate, self.trip, self.free, self.sent = rate, trip, 0.0, 0
        self.lock = threading.Lock()

    def wait(self, size: int) -> None:
        with self.lock:
            self.free = max(time.monotonic(), self.free) + size * 8 / self.rate
            self.sent += size
            until = self.free
        time.sleep(max(0.0, until - time.monotonic()))


class Handler(http.server.SimpleHTTPRequestHandler):
    """Sends the brotli copy of every file that has one, over the current line; knows what the browser has kept."""

    protocol_version = "HTTP/1.1"
    line = Line(*FULL_SPEED)

    def do_GET(self) -> None:
        file = Path(self.translate_path(self.path))
        small = file.with_name(file.name + ".br")
        time.sleep(self.line.trip)
        if not file.is_file():
            self.send_error(404)
            return
        data = (small if small.exists() else file).read_bytes()
        tag = f'"{file.stat().st_mtime_ns:x}"'
        kept = self.headers.get("If-None-Match") == tag
        self.send_response(304 if kept else 200)
        self.send_header("Cache-Control", "no-cache")
        self.send_header("ETag", tag)
        if not kept:
            self.send_header("Content-Type", media_type(file.name))
            self.send_header("Content-Length", str(len(data)))
            if small.exists():
                self.send_header("Content-Encoding", "br")
        self.end_headers()
        for start in range(0, 0 if kept else len(data), PIECE):
            self.line.wait(len(data[start : start + PIECE]))
            self.wfile.write(data[start : start + PIECE])

    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The address of `site` on the line."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=site))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


def use(line: tuple[float, float]) -> Line:
    """Makes `line` the current one, empty, and returns it."""
    Handler.line = Line(*line)
    return Handler.line


@contextmanager
def site() -> Iterator[Path]:
    """A folder that holds every variant, compressed."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        runtime_site.make(ROOT, folder)
        add_peers(folder)
        for variant in runtime.VARIANTS:
            _write(folder / f"ours-{variant}" / "index.html", OURS.replace("VARIANT", variant))
        _write(folder / "pyscript-pyodide" / "index.html", FINISH + tags("../", "py"))
        _write(folder / "pyscript-micropython" / "index.html", FINISH + tags("../", "mpy"))
        compress.compress(ROOT, folder)
        yield folder


def add_peers(folder: Path) -> None:
    """Adds stock Pyodide, twice, PyScript and MicroPython to the site in `folder`, and the checker as sources."""
    modules = npm.install(ROOT)
    peers = _peers()
    for name, package in (("stock-0.29", modules / "pyodide"), ("stock-314", peers / "pyodide")):
        _write(folder / name / "index.html", STOCK)
        _write(folder / name / "worker.js", STOCK_WORKER)
        for file in LOADED:
            if (package / file).exists():
                shutil.copyfile(package / file, folder / name / file)
    ignore = shutil.ignore_patterns("*.map")
    shutil.copytree(peers / "@pyscript" / "core" / "dist", folder / "pyscript", ignore=ignore)
    micropython = peers / "@micropython" / "micropython-webassembly-pyscript"
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


def load() -> str:
    """How busy the machine is, to be said beside every time."""
    processes = sum(entry.name.isdigit() for entry in Path("/proc").iterdir())
    return f"machine: {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} now, {processes} processes"


def _peers() -> Path:
    """The peers' node_modules, kept beside the project's other caches."""
    folder = ROOT / ".build" / "bench"
    folder.mkdir(parents=True, exist_ok=True)
    for file in (HERE / "package.json", HERE / "package-lock.json", ROOT / ".npmrc"):
        shutil.copyfile(file, folder / file.name)
    return npm.install(folder, tests=True)


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text.replace("REQUEST", json.dumps(REQUEST)), "utf-8")
