"""`build.py advisories`: which locked packages have faults that a public database knows.

Not a part of the build: it needs the network, and its answer changes from one day to the next. A database that does not
answer is said, and a kind of packages that no database answered for is "not checked", with an exit code of its own.
Nothing is asked for what Pyodide contains: no database knows it by the names that we have."""

from __future__ import annotations

import json
import subprocess
import urllib.error
import urllib.request
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from portal import npm
from portal.supply import locks
from portal.supply.locks import NPM, PYPI, Pin

CLEAN, FAULTS, NOT_CHECKED = 0, 1, 3
OSV, PYPI_JSON = "https://api.osv.dev", "https://pypi.org"
_SECONDS = 30
_TOGETHER = 500
_HEADERS = {"Content-Type": "application/json", "User-Agent": "droits-en-attente-advisories"}


@dataclass(frozen=True, order=True)
class Advisory:
    """A known fault of a package: its purl, and where the fault is told."""

    package: str
    address: str


@dataclass(frozen=True)
class Answer:
    """What a database said of packages of one ecosystem; `silence` says why it said nothing, or is ""."""

    source: str
    ecosystem: str
    asked: int
    found: tuple[Advisory, ...] = ()
    silence: str = ""


class _Silence(Exception):
    """The database did not answer, or not what it answers when it works."""


def check(root: Path, *, osv: str = OSV, pypi: str = PYPI_JSON) -> tuple[int, list[str]]:
    """The exit code, and the lines to show: what each database said, what each kind of package is left with."""
    pins = locks.everything(root)
    answers = [_asked("OSV", kind, _of(pins, kind), partial(_osv, osv)) for kind in locks.ECOSYSTEMS]
    answers.append(_asked("PyPI", PYPI, _of(pins, PYPI), partial(_pypi, pypi)))
    for lock in locks.NPM_LOCKS:
        answers.append(_asked(f"npm audit, {lock}", NPM, locks.npm(root, lock), partial(_npm, root, lock)))
    return verdict(answers)


def verdict(answers: Sequence[Answer]) -> tuple[int, list[str]]:
    """See `check`. An ecosystem is checked when a database answered for all its packages: OSV, PyPI, or npm for each
    lock file."""
    lines = [_said(answer) for answer in answers]
    found = sorted({advisory for answer in answers for advisory in answer.found})
    lines += [f"FAULT {advisory.package}: {advisory.address}" for advisory in found]
    unchecked = []
    for kind in locks.ECOSYSTEMS:
        sources: dict[str, bool] = {}
        for answer in (one for one in answers if one.ecosystem == kind):
            name = answer.source.partition(",")[0]
            sources[name] = sources.get(name, True) and not answer.silence
        good = [name for name, answered in sources.items() if answered]
        lines.append(f"{kind}: {'checked by ' + ', '.join(good) if good else 'NOT CHECKED, no database answered'}")
        unchecked += [] if good else [kind]
    return FAULTS if found else NOT_CHECKED if unchecked else CLEAN, lines


def _said(answer: Answer) -> str:
    if answer.silence:
        return f"{answer.source} ({answer.ecosystem}): did not answer: {answer.silence}"
    return f"{answer.source} ({answer.ecosystem}): {answer.asked} packages asked, {len(answer.found)} known faults"


def _of(pins: Iterable[Pin], ecosystem: str) -> list[Pin]:
    return [pin for pin in pins if pin.ecosystem == ecosystem]


def _asked(source: str, kind: str, pins: list[Pin], ask: Callable[[list[Pin]], Iterable[Advisory]]) -> Answer:
    try:
        return Answer(source, kind, len(pins), tuple(sorted(set(ask(pins)))))
    except _Silence as silence:
        return Answer(source, kind, len(pins), silence=str(silence))
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        return Answer(source, kind, len(pins), silence=f"an answer of another shape ({error!r})")


def _osv(base: str, pins: list[Pin]) -> Iterable[Advisory]:
    """OSV's querybatch: one answer a question, in their order; a long one is asked again with its token."""
    waiting: list[tuple[Pin, str]] = [(pin, "") for pin in pins]
    while waiting:
        asked, waiting = waiting[:_TOGETHER], waiting[_TOGETHER:]
        queries = [{"package": {"purl": pin.purl}, **({"page_token": page} if page else {})} for pin, page in asked]
        results = _json(f"{base}/v1/querybatch", json.dumps({"queries": queries}).encode())["results"]
        if len(results) != len(asked):
            raise _Silence(f"{len(results)} answers to {len(asked)} questions")
        for (pin, _), result in zip(asked, results, strict=True):
            for fault in result.get("vulns", ()):
                yield Advisory(pin.purl, f"https://osv.dev/vulnerability/{fault['id']}")
            if token := result.get("next_page_token"):
                waiting.append((pin, token))


def _pypi(base: str, pins: list[Pin]) -> Iterable[Advisory]:
    for pin in pins:
        for fault in _json(f"{base}/pypi/{pin.name}/{pin.version}/json", None)["vulnerabilities"]:
            if not fault.get("withdrawn"):
                yield Advisory(pin.purl, str(fault.get("link") or fault["id"]))


def _npm(root: Path, lock: str, _: list[Pin]) -> Iterable[Advisory]:
    """npm's own audit: it knows the ranges of versions, and asks the registry that it is set to."""
    command = [*npm.program(root), "audit", "--json", "--package-lock-only"]
    done = subprocess.run(command, cwd=(root / lock).parent, capture_output=True, text=True, check=False)
    try:
        report = json.loads(done.stdout)
    except json.JSONDecodeError:
        raise _Silence(done.stderr.strip()[-200:] or "npm said nothing") from None
    if "vulnerabilities" not in report:
        raise _Silence(str(report.get("message") or report.get("error", {}).get("summary") or "no report"))
    for entry in report["vulnerabilities"].values():
        # A text names another entry, by which this one is touched.
        for via in (one for one in entry["via"] if isinstance(one, dict)):
            yield Advisory(f"pkg:npm/{via['name'].replace('@', '%40')}", str(via["url"]))


def _json(address: str, body: bytes | None) -> Any:
    try:
        with urllib.request.urlopen(urllib.request.Request(address, body, _HEADERS), timeout=_SECONDS) as answer:
            return json.loads(answer.read())
    except urllib.error.HTTPError as error:
        raise _Silence(f"{address}: HTTP {error.code}") from None
    except (urllib.error.URLError, TimeoutError, ConnectionError) as error:
        raise _Silence(f"{address}: {getattr(error, 'reason', error)}") from None
