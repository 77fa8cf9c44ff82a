"""Cold start of the checker in Chromium on slow lines: our runtime against stock Pyodide, in one run.

Not a test. From the top of the project:  .venv/bin/python tests/bench/bench_runtime.py [--runs 3]
Both are served in brotli to a fresh browser context, in a module worker, until the checker has answered once.
Stock Pyodide starts as its manual says, and gets the checker as one zip of sources. The server itself is the slow
line: Chromium's network emulation (CDP) does not reach the requests of a worker.
"""

from __future__ import annotations

import argparse
import http.server
import shutil
import statistics
import tempfile
import threading
import time
import zipfile
from functools import partial
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from portal import compress, npm, runtime, testing
from portal.headers import media_type

ROOT = Path(__file__).parents[2]
PIECE = 8192
STOCK = ("pyodide.asm.wasm", "pyodide.asm.js", "pyodide.mjs", "python_stdlib.zip", "pyodide-lock.json")
# Bits per second, seconds of round trip: the values of Chromium's presets.
LINES = {"Slow 4G": (1_600_000, 0.150), "Fast 4G": (9_000_000, 0.060)}
STOCK_WORKER = """
import { loadPyodide } from "./pyodide.mjs";
const python = await loadPyodide({ indexURL: new URL("./", import.meta.url).href });
python.unpackArchive(await (await fetch("checker.zip")).arrayBuffer(), "zip");
const answer = python.runPython("from checker.browser import answer; answer");
self.postMessage(answer("{}").length);
"""
STOCK_START = """() => new Promise((resolve) => {
  const start = performance.now();
  const worker = new Worker("/stock/worker.js", {type: "module"});
  worker.onmessage = () => resolve(performance.now() - start);
})"""
OUR_START = """() => new Promise((resolve, reject) => {
  const start = performance.now();
  const worker = new Worker("/assets/worker.js", {type: "module"});
  worker.onmessage = ({data}) => {
    if (data.type === "ready") worker.postMessage({type: "ask", id: 1, request: {}});
    if (data.type === "answer") resolve(performance.now() - start);
    if (data.type === "failed") reject(new Error(data.message));
  };
  worker.postMessage({type: "load", base: new URL("/runtime/", location.href).href});
})"""


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
    """Sends the brotli copy of every file that has one, over the current line."""

    protocol_version = "HTTP/1.1"
    line = Line(1e9, 0)

    def do_GET(self) -> None:
        file = Path(self.translate_path(self.path))
        small = file.with_name(file.name + ".br")
        if not file.is_file():
            self.send_error(404)
            return
        data = (small if small.exists() else file).read_bytes()
        time.sleep(self.line.trip)
        self.send_response(200)
        self.send_header("Content-Type", media_type(file.name))
        self.send_header("Content-Length", str(len(data)))
        if small.exists():
            self.send_header("Content-Encoding", "br")
        self.end_headers()
        for start in range(0, len(data), PIECE):
            self.line.wait(len(data[start : start + PIECE]))
            self.wfile.write(data[start : start + PIECE])

    def log_message(self, format: str, *args: object) -> None:
        pass


def prepare(site: Path) -> None:
    """Both runtimes, our worker, an empty page."""
    modules = npm.install(ROOT)
    (site / "index.html").write_text("<!doctype html><title>Mesure</title>", "utf-8")
    runtime.write(ROOT, site, modules)
    (site / "assets").mkdir()
    shutil.copyfile(ROOT / "portal/theme/assets/worker.js", site / "assets" / "worker.js")
    stock = site / "stock"
    stock.mkdir()
    for name in STOCK:
        shutil.copyfile(modules / "pyodide" / name, stock / name)
    (stock / "worker.js").write_text(STOCK_WORKER, "utf-8")
    with zipfile.ZipFile(stock / "checker.zip", "w") as archive:
        for file in sorted((ROOT / "checker").rglob("*.py")):
            archive.write(file, file.relative_to(ROOT))
    compress.compress(ROOT, site)


def measure(browser: Browser, address: str, script: str, line: tuple[int, float]) -> tuple[float, int]:
    """(seconds until the first answer, bytes sent) from an empty cache."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(address)
    Handler.line = Line(*line)
    seconds = page.evaluate(script) / 1000
    context.close()
    return seconds, Handler.line.sent


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=3)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        site = Path(name)
        prepare(site)
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=site))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}/"
        browser = playwright.chromium.launch(executable_path=testing.browser(), args=["--no-sandbox"])
        print(f"{'line':10} {'variant':8} {'bytes':>10} {'seconds (median)':>17} {'of stock':>9}")
        for title, line in LINES.items():
            usual = 0.0
            for variant, script in (("stock", STOCK_START), ("ours", OUR_START)):
                results = [measure(browser, address, script, line) for _ in range(runs)]
                seconds = statistics.median(result[0] for result in results)
                usual = usual or seconds
                print(f"{title:10} {variant:8} {results[0][1]:>10,} {seconds:>17.1f} {seconds / usual:>9.0%}")
        browser.close()
        server.shutdown()


if __name__ == "__main__":
    main()
