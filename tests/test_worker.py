"""The worker in a real browser: it loads, counts, answers, asks nothing of anybody, and says what went wrong."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar

import pytest
from playwright.sync_api import Page, Route

from checker import browser as python
from checker.catalogue import catalogue
from checker.letters import letters
from checker.translation import texts
from portal.runtime.inside import workload
from portal.runtime.inside.language import LANG, words
from portal.runtime.inside.letters import PEOPLE, typed_in
from portal.runtime.inside.letters import request as person
from portal.serve import make_server
from tests.loopback import running
from tests.runtime_site import (
    GLUE,
    GRAPHS,
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

# Collects the worker's messages; a test waits for the one it wants.
START = """async ([base, variant, lang, words]) => {
  const address = new URL(base, location.href).href;
  const graphs = await (await fetch(`${address}graphs.json`)).text();
  const worker = new Worker(new URL("../assets/worker.js", location.href), {type: "module"});
  window.worker = worker;
  window.messages = [];
  worker.onmessage = ({data}) => window.messages.push(data);
  worker.onerror = (event) => window.messages.push({type: "failed", stage: "worker", message: event.message});
  worker.postMessage({type: "load", base: address, variant, graphs, lang, words});
}"""
CALL = """([id, name, argument, limit]) => new Promise((resolve, reject) => {
  setTimeout(reject, limit, new Error("no answer"));
  window.worker.addEventListener("message", ({data}) => {
    if (data.id === id && data.type !== "progress") resolve(data);
  });
  window.worker.postMessage({type: "call", id, name, argument});
})"""
ARRIVED = """(kind) => window.messages.some(
  ({type, stage}) => type === kind || (type === "failed" && stage !== "call")
)"""
LIMIT = 120_000
EMPTY = {"answers": {}, "dates": {}, "today": workload.TODAY}


@pytest.fixture(scope="module")
def tiny(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = tmp_path_factory.mktemp("worker") / "site"
    make(root, site)
    return site


@pytest.fixture(scope="module")
def host(tiny: Path) -> Iterator[str]:
    """The portal's own server: security headers, compressed copies."""
    with running(make_server(tiny, "127.0.0.1", 0)) as address:
        yield address


@pytest.fixture
def plain(tiny: Path) -> Iterator[str]:
    """A host that knows nothing: no header, no compression, no type for WebAssembly, and a sub-folder."""
    with running(ThreadingHTTPServer(("127.0.0.1", 0), partial(Plain, directory=tiny))) as address:
        yield f"{address}un/dossier/"


class Plain(SimpleHTTPRequestHandler):
    extensions_map: ClassVar[dict[str, str]] = {
        ".html": "text/html",
        ".js": "text/javascript",
        ".mjs": "text/javascript",
    }

    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix("/un/dossier"))

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.mark.parametrize("variant", ["small", "safe"])
def test_loads_counts_answers_and_asks_no_one_else(page: Page, host: str, tiny: Path, variant: str) -> None:
    asked = watched(page)
    open_page(page, host)
    start(page, variant)
    messages = until(page, "ready")
    received = [message["received"] for message in messages if message["type"] == "progress"]
    # How many pieces a file comes in is the machine's affair; the reader must not see the end only.
    assert len(received) > 2
    assert received == sorted(received)
    assert received[-1] == manifest(tiny)["variants"][variant]["total"]["bytes"]
    assert {message["total"] for message in messages if message["type"] == "progress"} == {received[-1]}
    assert [message["type"] for message in messages if message["type"] != "progress"] == ["ready"]
    assert all(address.startswith(host) for address in asked), asked
    fetched = sorted(address.partition("/runtime/")[2] for address in asked if "/runtime/" in address)
    assert fetched == sorted([*names(tiny, variant), MANIFEST, GRAPHS]), "each file once, and nothing else"

    page.context.set_offline(True)
    before = len(asked)
    for number, request in enumerate(workload.requests(catalogue())[:40], 1):
        expected = {"type": "result", "id": number, "value": consulted(request)}
        assert call(page, number, "consult", request) == expected
    assert len(asked) == before, "nothing is requested once it is ready"


def start_in_second_language(page: Page, host: str, variant: str) -> dict[str, str]:
    """Waits for a worker that has the words of the language that nobody speaks; returns them."""
    said = words(texts())
    open_page(page, host)
    start(page, variant, LANG, json.dumps(said))
    until(page, "ready")
    return said


@pytest.mark.parametrize("variant", ["small", "safe"])
def test_answers_in_the_language_of_its_words(page: Page, host: str, variant: str) -> None:
    said = start_in_second_language(page, host, variant)
    requests = [request | {"lang": lang} for request in workload.drawn(catalogue(), 60, 3) for lang in (LANG, "fr")]
    with installed(LANG, said):
        for number, request in enumerate(requests, 1):
            expected = {"type": "result", "id": number, "value": consulted(request)}
            assert call(page, number, "consult", request) == expected


@pytest.mark.parametrize("variant", ["small", "safe"])
def test_makes_papers_and_letters_in_the_language_of_its_words(page: Page, host: str, variant: str) -> None:
    said = start_in_second_language(page, host, variant)
    asked: list[tuple[str, dict[str, Any]]] = []
    with installed(LANG, said):
        for request in [*map(person, PEOPLE), *workload.drawn(catalogue(), 20, 3)]:
            request |= {"lang": LANG}
            asked += [("papers", request), ("letters", request)]
            for entry in letters(request)["letters"]:
                typed = {field["id"]: typed_in(field) for field in entry["fields"]}
                asked.append(("letter", {"request": request, "id": entry["id"], "fields": typed, "copy": "ar"}))
        for number, (name, argument) in enumerate(asked, 1):
            expected = json.loads(python.call(name, json.dumps(argument)))
            assert call(page, number, name, argument) == {"type": "result", "id": number, "value": expected}


@pytest.mark.parametrize("variant", ["small", "safe"])
def test_words_of_other_rules_are_refused(page: Page, host: str, variant: str) -> None:
    open_page(page, host)
    start(page, variant, LANG, '{"question.papier.text": "?"}')
    (told,) = [message for message in until(page, "failed") if message["type"] != "progress"]
    assert told["stage"] == "start" and "question.papier.text: unknown text" in told["message"]


@pytest.mark.parametrize("variant", ["small", "safe"])
def test_works_in_a_sub_folder_of_a_host_without_settings(page: Page, plain: str, variant: str) -> None:
    open_page(page, plain)
    start(page, variant)
    until(page, "ready")
    assert call(page, 1, "consult", EMPTY)["value"] == consulted(EMPTY)


def test_no_request_can_be_made_once_ready(page: Page, host: str) -> None:
    """The page's policy stops requests to other hosts; the worker stops its own to this one as well."""
    open_page(page, host)
    start(page)
    until(page, "ready")
    assert page.evaluate("() => fetch('https://example.org/').then(() => 'sent', () => 'refused')") == "refused"
    (worker,) = page.workers
    own = worker.evaluate("() => fetch('/fr/verifier.html').then(() => 'sent', (error) => error.message)")
    assert own.startswith("request refused")
    ways = ["XMLHttpRequest", "WebSocket", "WebTransport", "EventSource", "Worker"]
    assert worker.evaluate("(ways) => ways.filter((name) => self[name] !== undefined)", ways) == []


def test_letters_are_fetched_at_their_first_call_and_once(page: Page, host: str, tiny: Path) -> None:
    open_page(page, host)
    start(page)
    until(page, "ready")
    asked = watched(page)
    assert call(page, 1, "consult", EMPTY)["type"] == "result"
    assert asked == []
    assert call(page, 2, "letters", EMPTY)["type"] == "result"
    page.context.set_offline(True)
    assert call(page, 3, "letters", EMPTY)["type"] == "result"
    assert [address.rsplit("/", 1)[1] for address in asked] == [LETTERS]
    size = manifest(tiny)["extras"]["letters"]["bytes"]
    told = page.evaluate("() => window.messages.filter(({type, id}) => type === 'progress' && id)")
    assert told[-1] == {"type": "progress", "id": 2, "received": size, "total": size}


def test_missing_letters_fail_alone_and_can_be_asked_again(page: Page, host: str) -> None:
    pattern = f"**/runtime/{LETTERS}"
    page.route(pattern, lambda route: route.fulfill(status=404, body="absent"))
    open_page(page, host)
    start(page)
    until(page, "ready")
    failed = call(page, 1, "letters", EMPTY)
    assert (failed["type"], failed["stage"], failed["trap"]) == ("failed", "download", False)
    assert LETTERS in failed["message"]
    assert call(page, 2, "consult", EMPTY)["value"] == consulted(EMPTY)
    page.unroute(pattern)
    assert call(page, 3, "letters", EMPTY)["type"] == "result"


@pytest.mark.parametrize("name", [f"small/{WASM}", f"small/{GLUE}", f"small/{LOADER}", LIBRARY, MANIFEST])
def test_missing_file_is_named(page: Page, host: str, name: str) -> None:
    page.route(f"**/runtime/{name}", lambda route: route.fulfill(status=404, body="absent"))
    failed = failure(page, host)
    assert failed["stage"] == "download"
    assert name in failed["message"]


def test_cut_network_is_told(page: Page, host: str) -> None:
    page.route(f"**/runtime/small/{WASM}", lambda route: route.abort("connectionreset"))
    failed = failure(page, host)
    assert failed["stage"] == "download"
    assert WASM in failed["message"]


@pytest.mark.parametrize("name", [f"small/{WASM}", f"small/{GLUE}", LIBRARY])
def test_truncated_file_is_told(page: Page, host: str, tiny: Path, name: str) -> None:
    data = (tiny / "runtime" / name).read_bytes()
    half = data[: len(data) // 2]
    serve(page, name, half)
    failed = failure(page, host)
    assert failed["stage"] == "download"
    assert f"{name}: {len(half)} bytes instead of {len(data)}" in failed["message"]


def test_spoilt_webassembly_is_told(page: Page, host: str, tiny: Path) -> None:
    data = (tiny / "runtime" / "small" / WASM).read_bytes()
    serve(page, f"small/{WASM}", bytes(len(data)))
    assert failure(page, host)["stage"] == "compile"


@pytest.mark.parametrize("script", ["export const = 1;", "undefined.property;"])
def test_spoilt_script_is_not_taken_for_the_network(page: Page, host: str, tiny: Path, script: str) -> None:
    replace(page, tiny, {f"small/{GLUE}": script.encode()})
    assert failure(page, host)["stage"] == "compile"


def test_unusable_webassembly_does_not_wait_for_ever(page: Page, host: str, tiny: Path) -> None:
    replace(page, tiny, {f"small/{WASM}": UNUSABLE_WASM})
    assert failure(page, host)["stage"] == "start"


def test_spoilt_library_is_told(page: Page, host: str, tiny: Path) -> None:
    replace(page, tiny, {LIBRARY: bytes(1000)})
    assert failure(page, host)["stage"] == "start"


def test_call_before_the_end_of_loading_fails_alone(page: Page, host: str) -> None:
    open_page(page, host)
    start(page)
    assert call(page, 7, "consult", {})["type"] == "failed"
    until(page, "ready")
    assert call(page, 8, "consult", {})["type"] == "result"


def test_cancel_stops_everything(page: Page, host: str) -> None:
    held: list[Route] = []
    page.route(f"**/runtime/small/{WASM}", lambda route: held.append(route))
    open_page(page, host)
    start(page)
    until(page, "progress")
    page.evaluate("() => window.worker.terminate()")
    count = page.evaluate("() => window.messages.length")
    for route in held:
        route.fulfill(body=b"late")
    page.wait_for_timeout(500)
    assert page.evaluate("() => window.messages.length") == count
    page.unroute(f"**/runtime/small/{WASM}")
    start(page)
    assert until(page, "ready")[-1]["ms"] > 0


def test_nothing_is_stored(page: Page, host: str) -> None:
    open_page(page, host)
    start(page)
    until(page, "ready")
    call(page, 1, "consult", EMPTY)
    stored = page.evaluate(
        "async () => [localStorage.length, sessionStorage.length, (await indexedDB.databases()).length,"
        " (await caches.keys()).length, document.cookie]"
    )
    assert stored == [0, 0, 0, 0, ""]


def start(page: Page, variant: str = "small", lang: str = "fr", words: str = "") -> None:
    page.evaluate(START, ["../runtime/", variant, lang, words])


def until(page: Page, kind: str) -> list[dict[str, Any]]:
    """Every message so far, once one of this kind, or a failure, has come."""
    page.wait_for_function(ARRIVED, arg=kind, timeout=LIMIT, polling=50)
    messages: list[dict[str, Any]] = page.evaluate("() => window.messages")
    assert kind in {message["type"] for message in messages}, messages[-1]
    return messages


def failure(page: Page, address: str) -> dict[str, Any]:
    """The one failure of a loading that must fail, and never be ready."""
    open_page(page, address)
    start(page)
    messages = until(page, "failed")
    assert "ready" not in {message["type"] for message in messages}
    failed = [message for message in messages if message["type"] == "failed"]
    assert len(failed) == 1
    return failed[0]


def call(page: Page, number: int, name: str, argument: dict[str, Any]) -> dict[str, Any]:
    """The end of the call `number`: its result or its failure."""
    reply: dict[str, Any] = page.evaluate(CALL, [number, name, argument, LIMIT])
    return reply
