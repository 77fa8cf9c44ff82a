"""A site with our runtimes and the peers', each behind a page of its own, and the browser that opens them.

Peers come from npm (package.json here), are served in brotli like ours, and must give the same answer."""

from __future__ import annotations

import functools
import json
import shutil
import zipfile
from pathlib import Path

from playwright.sync_api import Browser, Playwright

from checker.consult import consult
from portal import npm, runtime, testing
from tests.bench import line
from tests.bench.registry import ROOT, Setting
from tests.bench.variants import (
    FINISH,
    LOADED,
    MICROPYTHON_MAIN,
    OURS,
    PYSCRIPT_MAIN,
    REQUEST,
    STOCK,
    STOCK_WORKER,
    Variant,
    tags,
)

HERE = Path(__file__).parent
CHECKER = "fr/verifier.html"


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
    folder = ROOT / ".build" / "cache" / "bench"
    folder.mkdir(parents=True, exist_ok=True)
    for file in (HERE / "package.json", HERE / "package-lock.json", ROOT / ".npmrc"):
        shutil.copyfile(file, folder / file.name)
    return npm.install(folder, tests=True, project=ROOT)


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text.replace("REQUEST", json.dumps(REQUEST)), "utf-8")
