"""What one core of a small machine holds: requests a second and p99 of nginx and of Caddy, each with our kit.

The server has one core and wrk another, through the loopback, in clear: TLS and a real line come on top. The checker's
payload is the set of files that its small Python asks for, in turn, in brotli; a visit is what Chromium asks for. The
processor time of the server for a request tells what a core holds when other work takes a part of it meanwhile. nginx
stands as "ours" and Caddy as its peer: both kits are ours, and a host chooses.
"""

from __future__ import annotations

import itertools
import json
import os
import re
import resource
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from playwright.sync_api import Page, expect, sync_playwright

from portal import hosting, testing
from tests.bench.registry import ROOT, Row, Setting
from tests.hosting import hosting as recorded
from tests.servers import Server, caddy, nginx, public_folder, publish

ARTICLE = "fr/travailler.html"
CHECKER = "fr/verifier.html"
SERVERS: dict[str, Server] = {"nginx": partial(nginx, brotli=True), "Caddy": caddy}
READY = 120_000
CONNECTIONS = 50
# Seconds of load.
QUICK, FULL = 2, 10
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


def measure(start: Server, copy: Path, paths: list[str], seconds: int, core: int) -> Result:
    """Runs a server, and wrk on `core`; stops when an answer is an error."""
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        script.write(SCRIPT.format(paths=", ".join(json.dumps(f"/{path}") for path in paths)))
        script.flush()
        command = ["taskset", "-c", str(core), "wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "--latency"]
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


def visits(site: Path) -> Iterator[Row]:
    """What a first visit asks for: requests, and bytes of the bodies in brotli."""
    with sync_playwright() as playwright, recorded(site) as host:
        chromium = playwright.chromium.launch(executable_path=testing.browser(), args=["--no-sandbox"])
        for title, visit in (("article, first view", read_article), ("checker, first use", use_checker)):
            context = chromium.new_context(locale="fr-FR")
            visit(context.new_page(), host.address)
            asked = host.take()
            context.close()
            yield Row(title, sum(_small(site, path) for path in asked), None, "bytes", f"{len(asked)} requests")
        chromium.close()


def _small(site: Path, path: str) -> int:
    file = site / path.lstrip("/")
    small = file.with_name(f"{file.name}.br")
    return (small if small.is_file() else file).stat().st_size


def rows(setting: Setting) -> Iterator[Row]:
    yield from visits(setting.site)
    affinity = os.sched_getaffinity(0)
    first, *others = sorted(affinity)
    found: dict[tuple[str, str], Result] = {}
    with public_folder() as public:
        copy = publish(setting.site, public / "copie")
        # The rest is linked to the built site, and these files are written again.
        shutil.rmtree(copy / "hebergeur")
        shutil.copytree(setting.site / "hebergeur", copy / "hebergeur")
        hosting.write(ROOT, copy)
        asked = {"article": [ARTICLE], "payload": payload(copy)}
        # The servers inherit it.
        os.sched_setaffinity(0, {first})
        try:
            for (name, start), (title, paths) in itertools.product(SERVERS.items(), asked.items()):
                seconds = QUICK if setting.quick else FULL
                found[name, title] = measure(start, copy, paths, seconds, others[0] if others else first)
        finally:
            os.sched_setaffinity(0, affinity)
    note = f"nginx, beside Caddy; {CONNECTIONS} connections, one core" + ("" if others else ", shared with wrk")
    for title in asked:
        ours, theirs = found["nginx", title], found["Caddy", title]
        yield Row(f"{title}: answers", ours.rate, theirs.rate, "a second", note)
        yield Row(f"{title}: sent", ours.megabytes, theirs.megabytes, "MB a second", note)
        yield Row(f"{title}: p99", ours.p99, theirs.p99, "ms", note)
        yield Row(f"{title}: processor for an answer", ours.cost, theirs.cost, "µs", note)
