"""A small site around the real runtime, for the tests of the worker and of its client, and what they share."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from checker.consult import consult
from portal import compress, npm, runtime
from portal.security import csp

MANIFEST = "manifest.json"
LIBRARY = "library.zip"
GRAPHS = "graphs.json"
LETTERS = "letters.zip"
WASM = "pyodide.asm.wasm"
GLUE = "pyodide.asm.js"
LOADER = "pyodide.mjs"
# Needs a function that nobody gives: it compiles, and cannot be instantiated.
UNUSABLE_WASM = bytes.fromhex("0061736d01000000010401600000020701016101620000")


def make(root: Path, site: Path) -> None:
    """Fills `site`: the runtime, the worker and its client, a page that has the checker's policy and nothing else."""
    (site / "fr").mkdir(parents=True)
    policy = f'<meta http-equiv="Content-Security-Policy" content="{csp(True)}">'
    (site / "fr" / "verifier.html").write_text(f"<!doctype html>{policy}<title>Essai</title>", "utf-8")
    (site / "assets").mkdir()
    for name in ("worker.js", "worker-client.js"):
        shutil.copyfile(root / "portal/theme/assets" / name, site / "assets" / name)
    runtime.write(root, site, npm.install(root))
    compress.compress(root, site)


def manifest(site: Path) -> dict[str, Any]:
    """The runtime's manifest, as it is served."""
    read: dict[str, Any] = json.loads((site / "runtime" / MANIFEST).read_text("utf-8"))
    return read


def names(site: Path, variant: str) -> list[str]:
    """The files that the worker fetches for `variant`; the page has the graphs already."""
    return [file["name"] for file in manifest(site)["variants"][variant]["files"] if file["name"] != GRAPHS]


def watched(page: Page) -> list[str]:
    """Addresses of every request of the page and of its worker, as they leave."""
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url))
    return asked


def open_page(page: Page, address: str) -> None:
    page.goto(f"{address}fr/verifier.html")


def consulted(request: dict[str, Any]) -> dict[str, Any]:
    """What CPython answers, through JSON as the browser sees it."""
    reply: dict[str, Any] = json.loads(json.dumps(consult(request)))
    return reply


def replace(page: Page, site: Path, files: dict[str, bytes]) -> None:
    """Serves other bytes for the named files of the runtime, with a manifest that agrees."""
    changed = manifest(site)
    for variant in changed["variants"].values():
        for file in variant["files"]:
            file["bytes"] = len(files[file["name"]]) if file["name"] in files else file["bytes"]
    for name, data in files.items():
        serve(page, name, data)
    page.route(f"**/runtime/{MANIFEST}", lambda route: route.fulfill(json=changed))


def serve(page: Page, name: str, data: bytes) -> None:
    """Serves `data` as the file `name` of the runtime."""
    kind = "text/javascript" if name.endswith("js") else "application/octet-stream"
    page.route(f"**/runtime/{name}", lambda route: route.fulfill(body=data, content_type=kind))
