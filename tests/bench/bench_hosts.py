"""What one small machine holds: requests per second and p99 of nginx and Caddy with our kits, and bytes of a visit.

Not a test; needs wrk (Debian package wrk). From the top of the project, after a build:
    .venv/bin/python -m tests.bench.bench_hosts [--site site] [--seconds 10] [--connections 50]
The server has one core and wrk another, through the loopback, in clear: TLS and a real line come on top. The checker's
payload is the set of files that its small Python asks for, in turn, in brotli; a visit is what Chromium asks for.
The processor time of the server for a request tells what a core holds when other work takes a part of it meanwhile.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import resource
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from playwright.sync_api import Page, expect, sync_playwright

from portal import hosting, testing
from tests.bench.harness import ROOT, load
from tests.hosting import hosting as recorded
from tests.servers import Server, caddy, nginx, public_folder, publish

ARTICLE = "fr/travailler.html"
CHECKER = "fr/verifier.html"
SERVERS: dict[str, Server] = {"nginx": partial(nginx, brotli=True), "Caddy": caddy}
READY = 120_000
# Asks for each path in turn, as a browser that takes brotli.
SCRIPT = """local paths = {{ {paths} }}
local number = 0
wrk.headers["Accept-Encoding"] = "br"
request = function()
  number = number % #paths + 1
  return wrk.format("GET", paths[number])
end"""
MILLISECONDS = {"us": 0.001, "ms": 1.0, "s": 1000.0}


@dataclass(frozen=True)
class Result:
    """`rate`: answers per second; `p99`: milliseconds; `megabytes`: 10⁶ bytes sent per second; `cost`: microseconds of
    the server's processor for an answer."""

    rate: float
    p99: float
    megabytes: float
    cost: float


def payload(site: Path) -> list[str]:
    """The files of the small Python, from the top of the site."""
    manifest = json.loads((site / "runtime" / "manifest.json").read_text("utf-8"))
    return ["runtime/manifest.json", *(f"runtime/{file['name']}" for file in manifest["variants"]["small"]["files"])]


def measure(start: Server, copy: Path, paths: list[str], seconds: int, connections: int, core: int) -> Result:
    """Runs a server, and wrk on `core`; stops when an answer is an error."""
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        script.write(SCRIPT.format(paths=", ".join(json.dumps(f"/{path}") for path in paths)))
        script.flush()
        command = ["taskset", "-c", str(core), "wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--latency"]
        with start(copy, "/") as address:
            command += ["-s", script.name, address]
            said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
            before = _processor()
        used = _processor() - before
    if "Non-2xx" in said or "Socket errors" in said:
        raise SystemExit(said)
    rate = re.search(r"Requests/sec:\s+([\d.]+)", said)
    last = re.search(r"99%\s+([\d.]+)(us|ms|s)", said)
    moved = re.search(r"(\d+) requests in ([\d.]+)s, ([\d.]+)(KB|MB|GB) read", said)
    assert rate and last and moved, said
    # wrk counts by 1024.
    size = float(moved[3]) * 1024 ** ("KB", "MB", "GB").index(moved[4]) * 1024
    p99 = float(last[1]) * MILLISECONDS[last[2]]
    return Result(float(rate[1]), p99, size / float(moved[2]) / 1e6, used / int(moved[1]) * 1e6)


def _processor() -> float:
    """Seconds of processor of the programs that ran, and ended, under this one."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def read_article(page: Page, address: str) -> None:
    page.goto(address + ARTICLE, wait_until="networkidle")


def use_checker(page: Page, address: str) -> None:
    page.goto(address + CHECKER, wait_until="networkidle")
    page.locator("#commencer").click()
    expect(page.locator("#chargement")).to_be_hidden(timeout=READY)
    page.wait_for_load_state("networkidle")


def visits(site: Path) -> None:
    """Prints what a first visit asks for: requests, and bytes of the bodies in brotli."""
    with sync_playwright() as playwright, recorded(site) as host:
        chromium = playwright.chromium.launch(executable_path=testing.browser(), args=["--no-sandbox"])
        for title, visit in (("article, first view", read_article), ("checker, first use", use_checker)):
            context = chromium.new_context(locale="fr-FR")
            visit(context.new_page(), host.address)
            asked = host.take()
            context.close()
            print(f"{title}: {len(asked)} requests, {sum(_small(site, path) for path in asked):,} bytes (brotli)")
        chromium.close()


def _small(site: Path, path: str) -> int:
    file = site / path.lstrip("/")
    small = file.with_name(f"{file.name}.br")
    return (small if small.is_file() else file).stat().st_size


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--site", type=Path, default=ROOT / "site")
    parser.add_argument("--seconds", type=int, default=10)
    parser.add_argument("--connections", type=int, default=50)
    options = parser.parse_args()
    if not shutil.which("wrk"):
        raise SystemExit("wrk is missing: apt-get install wrk")
    first, *others = sorted(os.sched_getaffinity(0))
    visits(options.site)
    print(load())
    found: dict[tuple[str, str], Result] = {}
    with public_folder() as public:
        copy = publish(options.site, public / "copie")
        for kit in (copy / "hebergeur").glob("*"):
            kit.unlink()
        hosting.write(ROOT, copy)
        files = payload(copy)
        # The servers inherit it.
        os.sched_setaffinity(0, {first})
        core = others[0] if others else first
        for name, start in SERVERS.items():
            for title, paths in (("article", [ARTICLE]), ("payload", files)):
                result = measure(start, copy, paths, options.seconds, options.connections, core)
                found[name, title] = result
                print(
                    f"{name}, {title}: {result.rate:,.0f} requests/s, p99 {result.p99:.1f} ms, "
                    f"{result.megabytes:,.0f} MB/s, {result.cost:.0f} µs of processor a request "
                    f"({1e6 / result.cost:,.0f} requests/s for a whole core)",
                    flush=True,
                )
    for title in ("article", "payload"):
        ours, theirs = found["nginx", title], found["Caddy", title]
        print(
            f"{title}: nginx / Caddy = {ours.rate / theirs.rate:.2f} in requests/s, "
            f"{ours.p99 / theirs.p99:.2f} in p99, {ours.cost / theirs.cost:.2f} in processor"
        )
    print(load())


if __name__ == "__main__":
    main()
