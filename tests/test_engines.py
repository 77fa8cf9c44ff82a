"""Three browser engines give what CPython gives, byte for byte: answers, and every letter in every language."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import pytest
from playwright.sync_api import Browser

from checker import browser as python
from checker.letters import kinds
from portal import runtime
from portal.runtime.inside import letters as workload
from tests.answer_sets import answer_sets
from tests.engines import Engine, fleet

SETS = 5000
# Each engine reads the same requests, from the first; Chromium is the quickest to drive.
COUNTS = {"chromium": SETS, "firefox": 2000, "webkit": 2000}
# The variant in reserve is Pyodide as it is published.
RESERVE = 500
BATCH = 500
SEED = 20261123
LOAD = """async (variant) => {
  const base = new URL("../runtime/", location.href).href;
  const graphs = await (await fetch(`${base}graphs.json`)).text();
  const worker = new Worker(new URL("../assets/worker.js", location.href), { type: "module" });
  const load = (wanted) => new Promise((resolve, reject) => {
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.onmessage = ({ data }) => {
      if (data.type === "ready") resolve(data.ms);
      if (data.type === "failed") reject(new Error(`${data.stage}: ${data.message}`));
    };
    worker.postMessage({ type: "load", base, variant: wanted, graphs });
  });
  await load(variant);
  let last = 0;
  const hex = (bytes) => [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const digest = async (value) =>
    hex(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(JSON.stringify(value))));
  window.calls = (asked) => new Promise((resolve, reject) => {
    const values = new Map();
    const first = last + 1;
    worker.onmessage = ({ data }) => {
      if (data.type === "failed") reject(new Error(`${data.stage}: ${data.message}`));
      if (data.type !== "result") return;
      values.set(data.id, digest(data.value));
      if (values.size === asked.length) resolve(Promise.all(asked.map((_, i) => values.get(first + i))));
    };
    for (const [name, argument] of asked) worker.postMessage({ type: "call", id: ++last, name, argument });
  });
  return variant;
}"""
CALLS = "(asked) => window.calls(asked)"
Call = tuple[str, dict[str, Any]]


@pytest.fixture(scope="module")
def open_engine(browser: Browser) -> Iterator[Callable[[str], Engine]]:
    """An engine by its name, started when first asked."""
    with fleet(browser) as get:
        yield get


@cache
def consultations() -> list[Call]:
    return [("consult", request) for request in answer_sets(SETS, SEED)]


@cache
def letters() -> list[Call]:
    """Every letter, its fields filled and left empty, in every language, for every person of the workload."""
    calls: list[Call] = []
    for person in workload.PEOPLE:
        request = workload.request(person)
        calls.append(("letters", request))
        for entry in _called(calls[-1])["letters"]:
            typed = {field["id"]: workload.typed_in(field) for field in entry["fields"]}
            for lang in workload.codes():
                for fields in (typed, {}):
                    calls.append(("letter", {"request": request, "id": entry["id"], "fields": fields, "copy": lang}))
    return calls


@cache
def expected(which: Callable[[], list[Call]]) -> list[str]:
    return [_digest(_called(call)) for call in which()]


@pytest.mark.parametrize("variant", runtime.VARIANTS)
@pytest.mark.parametrize("name", COUNTS)
def test_same_answers_as_python(open_engine: Callable[[str], Engine], server: str, name: str, variant: str) -> None:
    count = COUNTS[name] if variant == runtime.VARIANTS[0] else RESERVE
    engine = loaded(open_engine(name), server, variant)
    calls, wanted = consultations()[:count], expected(consultations)
    for at in range(0, count, BATCH):
        found = engine.run(CALLS, calls[at : at + BATCH])
        assert len(found) == len(calls[at : at + BATCH])
        wrong = [at + i for i, digest in enumerate(found) if digest != wanted[at + i]]
        assert not wrong, json.dumps(calls[wrong[0]], ensure_ascii=False)


@pytest.mark.parametrize(("name", "variant"), [*((name, runtime.SMALL) for name in COUNTS), ("chromium", runtime.SAFE)])
def test_same_letters_as_python(open_engine: Callable[[str], Engine], server: str, name: str, variant: str) -> None:
    engine = loaded(open_engine(name), server, variant)
    calls, wanted = letters(), expected(letters)
    found = engine.run(CALLS, calls)
    wrong = [i for i, digest in enumerate(found) if digest != wanted[i]]
    assert not wrong, json.dumps(calls[wrong[0]], ensure_ascii=False)
    assert len(found) == len(calls)


def test_every_letter_is_written_in_every_language() -> None:
    """Letters refused for a field would be the same everywhere and prove nothing."""
    written = {
        (call[1]["id"], call[1]["copy"]) for call in letters() if call[0] == "letter" and not _called(call)["errors"]
    }
    assert written == {(kind.id, lang) for kind in kinds.ALL for lang in workload.codes()}


def test_answer_sets_are_worth_asking() -> None:
    """Many of them are inside the scope of the tool, and many results hang on dates."""
    results = [_called(call) for call in consultations()[:300]]
    assert sum(bool(result["rights"]) for result in results) > 100
    assert sum(bool(result["errors"]) for result in results) > 10
    assert sum(bool(request["dates"]) for _, request in consultations()) > SETS / 2
    assert len(set(expected(consultations))) > SETS / 2


def loaded(engine: Engine, server: str, variant: str) -> Engine:
    """The engine on the checker's page, with Python ready in a new worker."""
    engine.open(f"{server}fr/verifier.html")
    assert engine.run(LOAD, variant) == variant
    return engine


def _called(call: Call) -> dict[str, Any]:
    name, argument = call
    value: dict[str, Any] = json.loads(python.call(name, json.dumps(argument)))
    return value


def _digest(value: dict[str, Any]) -> str:
    """Of the very text that JSON.stringify writes."""
    return hashlib.sha256(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()
