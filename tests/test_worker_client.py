"""The worker's client in a real browser: order of the answers, cancelling, and the fall back to the safe runtime."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route

from checker.catalogue import catalogue
from checker.translation import texts
from portal.runtime.inside import workload
from portal.runtime.inside.language import LANG, words
from portal.serve import make_server
from tests.loopback import running
from tests.runtime_site import (
    GLUE,
    LETTERS,
    LIBRARY,
    LOADER,
    MANIFEST,
    UNUSABLE_WASM,
    WASM,
    consulted,
    make,
    manifest,
    names,
    open_page,
    replace,
    serve,
    watched,
)
from tests.second_language import installed
from tests.wasm_fault import with_trap

START = """async ([variant, lang, words]) => {
  const { Engine } = await import(new URL("../assets/worker-client.js", location.href).href);
  const base = new URL("../runtime/", location.href).href;
  const graphs = await (await fetch(`${base}graphs.json`)).text();
  const engine = window.engine = new Engine();
  window.fallbacks = [];
  window.seen = [];
  const limit = new Promise((_, reject) => setTimeout(reject, 120_000, new Error("no answer")));
  limit.catch(() => {});
  window.told = (promise) => Promise.race([
    limit, promise.then((value) => ({ value }), ({ stage, message }) => ({ stage, message })),
  ]);
  window.recovered = 0;
  window.loaded = window.told(engine.load(base, {
    graphs,
    variant,
    lang,
    words,
    progress: (received, total) => window.seen.push([engine.variant, received, total]),
    fallback: (told) => window.fallbacks.push(told),
    recovered: () => { window.recovered += 1; },
  }));
}"""
STATE = "() => ({ running: engine.running, loading: engine.loading, variant: engine.variant, fallbacks })"
CALL = "([name, argument]) => told(engine.call(name, argument))"
EMPTY = {"answers": {}, "dates": {}, "today": workload.TODAY}
LOADED = {"value": None}
# Runs when a day is written out, and not before: the runtime starts, and answers what has no date, without it.
PAD = "PyUnicode_Fill"
DATED = {"answers": {}, "dates": {"fin_document": "2026-10-02"}, "today": workload.TODAY}
NAMES = (WASM, GLUE, LOADER)


@pytest.fixture(scope="module")
def browser(whole_browser: Browser) -> Browser:
    """The whole browser: without windows, its page falls with a worker whose Python traps as it starts."""
    return whole_browser


@pytest.fixture(scope="module")
def tiny(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = tmp_path_factory.mktemp("client") / "site"
    make(root, site)
    return site


@pytest.fixture(scope="module")
def host(tiny: Path) -> Iterator[str]:
    with running(make_server(tiny, "127.0.0.1", 0)) as address:
        yield address


def test_small_answers_by_itself(page: Page, host: str) -> None:
    begin(page, host)
    assert page.evaluate("() => loaded") == LOADED
    assert call(page, "consult", EMPTY) == {"value": consulted(EMPTY)}
    assert state(page) == {"running": True, "loading": False, "variant": "small", "fallbacks": []}


def test_small_answers_in_another_language_by_itself(page: Page, host: str) -> None:
    said = words(texts())
    begin(page, host, lang=LANG, words=json.dumps(said))
    assert page.evaluate("() => loaded") == LOADED
    with installed(LANG, said):
        for request in workload.drawn(catalogue(), 40, 5):
            asked = request | {"lang": LANG}
            assert call(page, "consult", asked) == {"value": consulted(asked)}
    assert state(page) == {"running": True, "loading": False, "variant": "small", "fallbacks": []}


def test_the_safe_runtime_has_the_words_too(page: Page, host: str, tiny: Path) -> None:
    said = words(texts())
    replace(page, tiny, {f"small/{WASM}": UNUSABLE_WASM})
    begin(page, host, lang=LANG, words=json.dumps(said))
    assert page.evaluate("() => loaded") == LOADED
    assert state(page)["variant"] == "safe"
    with installed(LANG, said):
        asked = EMPTY | {"lang": LANG}
        assert call(page, "consult", asked) == {"value": consulted(asked)}


def test_call_made_while_loading_waits(page: Page, host: str) -> None:
    begin(page, host)
    assert state(page)["loading"]
    assert call(page, "consult", EMPTY) == {"value": consulted(EMPTY)}


def test_newer_call_of_the_same_name_makes_the_older_answer_null(page: Page, host: str) -> None:
    begin(page, host)
    page.evaluate("() => loaded")
    answers = page.evaluate(
        """(request) => Promise.all([
             engine.call("consult", {}), engine.call("letters", request), engine.call("consult", request),
           ])""",
        EMPTY,
    )
    assert answers[0] is None
    assert answers[1]["errors"] == []
    assert answers[2] == consulted(EMPTY)


def test_letters_tell_their_own_progress(page: Page, host: str, tiny: Path) -> None:
    begin(page, host)
    page.evaluate("() => loaded")
    before = page.evaluate("() => seen.length")
    told = page.evaluate(
        """async (request) => {
             const told = [];
             await engine.call("letters", request, { progress: (received, total) => told.push([received, total]) });
             return told;
           }""",
        EMPTY,
    )
    size = manifest(tiny)["extras"]["letters"]["bytes"]
    assert told[-1] == [size, size]
    assert page.evaluate("() => seen.length") == before


def test_missing_letters_reject_that_call_only(page: Page, host: str) -> None:
    pattern = f"**/runtime/{LETTERS}"
    page.route(pattern, lambda route: route.abort("connectionreset"))
    begin(page, host)
    page.evaluate("() => loaded")
    assert call(page, "letters", EMPTY)["stage"] == "download"
    assert state(page) == {"running": True, "loading": False, "variant": "small", "fallbacks": []}
    page.unroute(pattern)
    assert call(page, "letters", EMPTY)["value"]["errors"] == []


def test_trap_at_a_call_falls_back_and_answers_again(page: Page, host: str, tiny: Path) -> None:
    fault(page, tiny, PAD)
    begin(page, host)
    assert page.evaluate("() => loaded") == LOADED
    assert call(page, "consult", EMPTY) == {"value": consulted(EMPTY)}
    assert state(page)["variant"] == "small"
    both = page.evaluate(
        "([bad, good]) => Promise.all([told(engine.call('consult', bad)), told(engine.call('letters', good))])",
        [DATED, EMPTY],
    )
    assert both[0] == {"value": consulted(DATED)}
    assert both[1]["value"]["errors"] == [], "what was waiting is answered too"
    assert page.evaluate("() => recovered") == 1
    assert state(page) == {"running": True, "loading": False, "variant": "safe", "fallbacks": [announced(tiny)]}
    assert call(page, "consult", EMPTY) == {"value": consulted(EMPTY)}


@pytest.mark.parametrize("function", ["Py_InitializeFromConfig", "PyImport_ImportModule"])
def test_trap_at_the_start_falls_back(page: Page, host: str, tiny: Path, function: str) -> None:
    fault(page, tiny, function)
    begin(page, host)
    assert call(page, "consult", EMPTY) == {"value": consulted(EMPTY)}
    assert state(page) == {"running": True, "loading": False, "variant": "safe", "fallbacks": [announced(tiny)]}
    followed = page.evaluate("() => seen")
    total = manifest(tiny)["variants"]["safe"]["total"]["bytes"]
    assert followed[-1] == ["safe", total, total]
    assert page.evaluate("() => recovered") == 0, "it had not answered yet"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        (f"small/{WASM}", bytes(5000)),
        (f"small/{WASM}", UNUSABLE_WASM),
        (f"small/{GLUE}", b"export const = 1;"),
        (f"small/{LOADER}", b"undefined.property;"),
        (
            f"small/{LOADER}",
            b"export const loadPyodide = () => { Promise.reject(new Error()); return new Promise(() => 0) };",
        ),
        (
            f"small/{LOADER}",
            b"setTimeout(() => { throw new Error(); }); export const loadPyodide = () => new Promise(() => 0);",
        ),
    ],
)
def test_small_that_cannot_start_falls_back(page: Page, host: str, tiny: Path, name: str, data: bytes) -> None:
    replace(page, tiny, {name: data})
    begin(page, host)
    assert page.evaluate("() => loaded") == LOADED
    assert state(page) == {"running": True, "loading": False, "variant": "safe", "fallbacks": [announced(tiny)]}
    assert call(page, "consult", EMPTY) == {"value": consulted(EMPTY)}


@pytest.mark.parametrize("name", [f"small/{WASM}", f"small/{GLUE}", LIBRARY, MANIFEST])
def test_network_failure_does_not_fall_back(page: Page, host: str, name: str) -> None:
    page.route(f"**/runtime/{name}", lambda route: route.abort("connectionreset"))
    asked = watched(page)
    begin(page, host)
    failed = page.evaluate("() => loaded")
    assert failed["stage"] == "download"
    assert name in failed["message"]
    assert state(page) == {"running": False, "loading": False, "variant": None, "fallbacks": []}
    assert not [address for address in asked if "/safe/" in address]
    page.unroute(f"**/runtime/{name}")
    begin(page, host)
    assert page.evaluate("() => loaded") == LOADED


def test_truncated_file_does_not_fall_back(page: Page, host: str, tiny: Path) -> None:
    data = (tiny / "runtime" / "small" / WASM).read_bytes()
    serve(page, f"small/{WASM}", data[:-1])
    begin(page, host)
    assert page.evaluate("() => loaded")["stage"] == "download"
    assert state(page)["fallbacks"] == []


def test_missing_worker_is_the_network(page: Page, host: str) -> None:
    page.route("**/assets/worker.js", lambda route: route.abort("connectionreset"))
    begin(page, host)
    assert page.evaluate("() => loaded")["stage"] == "download"


def test_fall_back_without_network_rejects(page: Page, host: str, tiny: Path) -> None:
    fault(page, tiny, PAD)
    begin(page, host)
    page.evaluate("() => loaded")
    page.route("**/runtime/**", lambda route: route.abort("connectionreset"))
    failed = call(page, "consult", DATED)
    assert failed["stage"] == "download"
    assert state(page)["running"] is False
    assert call(page, "consult", EMPTY)["stage"] == "call", "nothing is loaded any more"


def test_safe_that_fails_too_rejects(page: Page, host: str, tiny: Path) -> None:
    replace(page, tiny, {f"small/{WASM}": UNUSABLE_WASM, f"safe/{WASM}": UNUSABLE_WASM})
    begin(page, host)
    assert page.evaluate("() => loaded")["stage"] == "start"
    assert state(page) == {"running": False, "loading": False, "variant": None, "fallbacks": [announced(tiny)]}


def test_trap_in_safe_rejects(page: Page, host: str, tiny: Path) -> None:
    safe = {f"safe/{name}": (tiny / "runtime" / "safe" / name).read_bytes() for name in NAMES}
    fault(page, tiny, PAD, {f"safe/{WASM}": with_trap(safe[f"safe/{WASM}"], PAD)})
    begin(page, host)
    page.evaluate("() => loaded")
    # Wherever the emptied function is met first.
    assert call(page, "consult", DATED)["stage"] in {"start", "call"}
    assert state(page) == {"running": False, "loading": False, "variant": None, "fallbacks": [announced(tiny)]}


def test_python_exception_in_safe_rejects_that_call_only(page: Page, host: str) -> None:
    begin(page, host, "safe")
    page.evaluate("() => loaded")
    # What JSON cannot write reaches Python's reader as no text at all.
    failed = page.evaluate("() => told(engine.call('consult', undefined))")
    assert failed["stage"] == "call"
    assert state(page) == {"running": True, "loading": False, "variant": "safe", "fallbacks": []}
    assert call(page, "consult", EMPTY) == {"value": consulted(EMPTY)}


def test_stop_rejects_what_waits_and_fetches_nothing(page: Page, host: str, tiny: Path) -> None:
    held: list[Route] = []
    page.route(f"**/runtime/small/{WASM}", lambda route: held.append(route))
    asked = watched(page)
    begin(page, host)
    page.wait_for_function("() => seen.length > 0", polling=50)
    # The last request may be told after the first answer.
    end = time.monotonic() + 60
    while not all(any(address.endswith(name) for address in asked) for name in names(tiny, "small")):
        assert time.monotonic() < end, asked
        page.wait_for_timeout(50)
    before = len(asked)
    stopped = page.evaluate(
        """(request) => {
          const call = told(engine.call('consult', request));
          engine.stop();
          return Promise.all([loaded, call]);
        }""",
        EMPTY,
    )
    assert [each["stage"] for each in stopped] == ["cancelled", "cancelled"]
    assert state(page) == {"running": False, "loading": False, "variant": None, "fallbacks": []}
    page.wait_for_timeout(300)
    assert asked[before:] == []


def begin(page: Page, address: str, variant: str = "small", lang: str = "fr", words: str = "") -> None:
    """A page that has asked for Python."""
    open_page(page, address)
    page.evaluate(START, [variant, lang, words])


def call(page: Page, name: str, argument: dict[str, Any]) -> dict[str, Any]:
    """{"value"} or {"stage", "message"}."""
    reply: dict[str, Any] = page.evaluate(CALL, [name, argument])
    return reply


def state(page: Page) -> dict[str, Any]:
    read: dict[str, Any] = page.evaluate(STATE)
    return read


def fault(page: Page, site: Path, function: str, others: dict[str, bytes] | None = None) -> None:
    """Makes the small runtime the safe one with one function emptied; `others` are served too."""
    files = {f"small/{name}": (site / "runtime" / "safe" / name).read_bytes() for name in NAMES}
    files[f"small/{WASM}"] = with_trap(files[f"small/{WASM}"], function)
    replace(page, site, {**files, **(others or {})})


def announced(site: Path) -> dict[str, int]:
    """What the page is told at a fall back: the files that the safe runtime does not share."""
    variants = manifest(site)["variants"]
    return {"bytes": sum(file["br"] for file in variants["safe"]["files"] if file["name"].startswith("safe/"))}
