"""Run inside Pyodide: import and exercise the checker, then name what came out of the library zip."""

from __future__ import annotations

import importlib
import json
import sys
import traceback
import zipimport

from portal.runtime.inside import language, workload


def record(package: str, imports: list[str]) -> list[str]:
    """Sorted names of the zip members in use once `imports` are made and `package` has answered."""
    for name in imports:
        importlib.import_module(name)
    _exercise(package)
    _provoke_traceback()
    return sorted(_members())


def _exercise(package: str) -> None:
    browser = importlib.import_module(f"{package}.browser")
    catalogue = importlib.import_module(f"{package}.catalogue").catalogue()
    texts = importlib.import_module(f"{package}.translation").texts()
    # pathlib would be counted among the modules in use.
    with open("/graphs.json", encoding="utf-8") as graphs:  # noqa: PTH123
        browser.install(graphs.read(), language.LANG, json.dumps(language.words(texts)))
    for name in ("consult", "papers"):
        for request in workload.requests(catalogue):
            browser.call(name, json.dumps(request))
            browser.call(name, json.dumps(request | {"lang": language.LANG}))
        browser.call(name, "this is not JSON")


def _provoke_traceback() -> None:
    """An unforeseen error must reach the page as text: its printing needs modules too."""
    try:
        json.loads("{")
    except ValueError as error:
        "".join(traceback.format_exception(error))


def _members() -> set[str]:
    """Zip members behind sys.modules. Frozen modules are in the wasm already."""
    specs = [getattr(module, "__spec__", None) for module in list(sys.modules.values())]
    return {
        spec.origin.removeprefix(spec.loader.archive + "/")
        for spec in specs
        if spec and spec.origin and isinstance(spec.loader, zipimport.zipimporter)
    }
