"""The worker in a real browser: it loads, counts, answers, asks nothing of anybody, and says what went wrong."""

from __future__ import annotations

import json
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar

import pytest
from playwright.sync_api import Page, Route

from checker.catalogue import catalogue
from checker.consult import consult
from portal import compress, npm, runtime
from portal.runtime.inside import workload
from portal.security import csp
from portal.serve import make_server

# Collects the worker's messages; a test waits for the one it wants.
START = """(base) => {
  const worker = new Worker(new URL("../assets/worker.js", location.href), {type: "module"});
  window.worker = worker;
  window.messages = [];
  worker.onmessage = ({data}) => window.messages.push(data);
  worker.onerror = (event) => window.messages.push({type: "failed", stage: "worker", message: event.message});
  worker.postMessage({type: "load", base: new URL(base, location.href).href});
}"""
ASK = """([id, request]) => new Promise((resolve) => {
  window.worker.addEventListener("message", ({data}) => { if (data.id === id) resolve(data); });
  window.worker.postMessage({type: "ask", id, request});
})"""
# Needs a function that nobody gives: it compiles, and cannot be instantiated.
UNUSABLE_WASM = bytes.fromhex("0061736d01000000010401600000020701016101620000")
ARRIVED = """(kind) => window.messages.some(
  ({type, stage}) => type === kind || (type === "failed" && stage !== "answer")
)"""
LIMIT = 60_000


@pytest.fixture(scope="module")
def tiny(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with the real runtime, the real worker, and a page that has the checker's policy."""
    site = tmp_path_factory.mktemp("worker") / "site"
    (site / "fr").mkdir(parents=True)
    policy = f'<meta http-equiv="Content-Security-Policy" content="{csp(True)}">'
    (site / "fr" / "verifier.html").write_text(f"<!doctype html>{policy}<title>Essai</title>", "utf-8")
    (site / "assets").mkdir()
    shutil.copyfile(root / "portal/theme/assets/worker.js", site / "assets" / "worker.js")
    runtime.write(root, site, npm.install(root))
    compress.compress(root, site)
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


@contextmanager
def running(server: ThreadingHTTPServer) -> Iterator[str]:
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
    thread.join()


def test_loads_counts_answers_and_asks_no_one_else(page: Page, host: str, tiny: Path) -> None:
    asked = watched(page)
    open_page(page, host)
    start(page)
    messages = until(page, "ready")
    manifest = json.loads((tiny / "runtime" / runtime.MANIFEST).read_text("utf-8"))
    received = [message["received"] for message in messages if message["type"] == "progress"]
    assert len(received) > 10
    assert received == sorted(received)
    assert received[-1] == manifest["total"]["bytes"]
    assert {message["total"] for message in messages if message["type"] == "progress"} == {received[-1]}
    assert [message["type"] for message in messages if message["type"] != "progress"] == ["ready"]
    assert all(address.startswith(host) for address in asked), asked
    names = sorted(address.rsplit("/", 1)[1] for address in asked if "/runtime/" in address)
    assert names == sorted([*runtime.FILES, runtime.MANIFEST]), "each file once, and nothing else"

    page.context.set_offline(True)
    before = len(asked)
    for number, request in enumerate(workload.requests(catalogue())[:40]):
        assert ask(page, number, request) == {"type": "answer", "id": number, "response": consulted(request)}
    assert len(asked) == before, "nothing is requested once it is ready"


def test_works_in_a_sub_folder_of_a_host_without_settings(page: Page, plain: str) -> None:
    open_page(page, plain)
    start(page)
    until(page, "ready")
    request = {"answers": {}, "dates": {}, "today": workload.TODAY}
    assert ask(page, 1, request)["response"] == consulted(request)


def test_no_request_can_be_made_once_ready(page: Page, host: str) -> None:
    """The page's policy stops requests to other hosts; the worker stops its own to this one as well."""
    open_page(page, host)
    start(page)
    until(page, "ready")
    assert page.evaluate("() => fetch('https://example.org/').then(() => 'sent', () => 'refused')") == "refused"
    (worker,) = page.workers
    own = worker.evaluate("() => fetch('/fr/verifier.html').then(() => 'sent', (error) => error.message)")
    assert own.startswith("request refused")


@pytest.mark.parametrize("name", [*runtime.FILES, runtime.MANIFEST])
def test_missing_file_is_named(page: Page, host: str, name: str) -> None:
    page.route(f"**/runtime/{name}", lambda route: route.fulfill(status=404, body="absent"))
    assert failure(page, host)["stage"] == "download"
    assert name in failure(page, host)["message"]


def test_cut_network_is_told(page: Page, host: str) -> None:
    page.route(f"**/runtime/{runtime.WASM}", lambda route: route.abort("connectionreset"))
    failed = failure(page, host)
    assert failed["stage"] == "download"
    assert runtime.WASM in failed["message"]


@pytest.mark.parametrize("name", [runtime.WASM, runtime.LIBRARY])
def test_truncated_file_is_told(page: Page, host: str, tiny: Path, name: str) -> None:
    data = (tiny / "runtime" / name).read_bytes()
    page.route(f"**/runtime/{name}", lambda route: route.fulfill(body=data[: len(data) // 2]))
    failed = failure(page, host)
    assert failed["stage"] == "download"
    assert f"{name}: {len(data) // 2} bytes instead of {len(data)}" in failed["message"]


def test_spoilt_webassembly_is_told(page: Page, host: str, tiny: Path) -> None:
    data = (tiny / "runtime" / runtime.WASM).read_bytes()
    page.route(f"**/runtime/{runtime.WASM}", lambda route: route.fulfill(body=bytes(len(data))))
    assert failure(page, host)["stage"] == "compile"


def test_unusable_webassembly_does_not_wait_for_ever(page: Page, host: str, tiny: Path) -> None:
    replace(page, tiny, runtime.WASM, UNUSABLE_WASM)
    assert failure(page, host)["stage"] == "start"


def test_spoilt_library_is_told(page: Page, host: str, tiny: Path) -> None:
    replace(page, tiny, runtime.LIBRARY, bytes(1000))
    assert failure(page, host)["stage"] == "start"


def test_question_before_the_end_of_loading_is_an_answer_that_failed(page: Page, host: str) -> None:
    open_page(page, host)
    start(page)
    assert ask(page, 7, {})["type"] == "failed"
    until(page, "ready")
    assert ask(page, 8, {})["type"] == "answer"


def test_cancel_stops_everything(page: Page, host: str) -> None:
    held: list[Route] = []
    page.route(f"**/runtime/{runtime.WASM}", lambda route: held.append(route))
    open_page(page, host)
    start(page)
    until(page, "progress")
    page.evaluate("() => window.worker.terminate()")
    count = page.evaluate("() => window.messages.length")
    for route in held:
        route.fulfill(body=b"late")
    page.wait_for_timeout(500)
    assert page.evaluate("() => window.messages.length") == count
    page.unroute(f"**/runtime/{runtime.WASM}")
    start(page)
    assert until(page, "ready")[-1]["ms"] > 0


def test_nothing_is_stored(page: Page, host: str) -> None:
    open_page(page, host)
    start(page)
    until(page, "ready")
    ask(page, 1, {"answers": {}, "dates": {}, "today": workload.TODAY})
    stored = page.evaluate(
        "async () => [localStorage.length, sessionStorage.length, (await indexedDB.databases()).length,"
        " (await caches.keys()).length, document.cookie]"
    )
    assert stored == [0, 0, 0, 0, ""]


def watched(page: Page) -> list[str]:
    """Addresses of every request of the page and of its worker, as they leave."""
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url))
    return asked


def open_page(page: Page, address: str) -> None:
    page.goto(f"{address}fr/verifier.html")


def start(page: Page) -> None:
    page.evaluate(START, "../runtime/")


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


def ask(page: Page, number: int, request: dict[str, Any]) -> dict[str, Any]:
    reply: dict[str, Any] = page.evaluate(ASK, [number, request])
    return reply


def consulted(request: dict[str, Any]) -> dict[str, Any]:
    """What CPython answers, through JSON as the browser sees it."""
    reply: dict[str, Any] = json.loads(json.dumps(consult(request)))
    return reply


def replace(page: Page, site: Path, name: str, data: bytes) -> None:
    """Serves `data` as the file `name`, with a manifest that agrees."""
    manifest = json.loads((site / "runtime" / runtime.MANIFEST).read_text("utf-8"))
    for file in manifest["files"]:
        if file["name"] == name:
            file["bytes"] = len(data)
    page.route(f"**/runtime/{name}", lambda route: route.fulfill(body=data))
    page.route(f"**/runtime/{runtime.MANIFEST}", lambda route: route.fulfill(json=manifest))
