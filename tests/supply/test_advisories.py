"""Known faults: each database's answer is read, and its silence is never taken for a clean bill."""

from __future__ import annotations

import base64
import gzip
import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from portal import cli
from portal.supply import advisories
from portal.supply.advisories import CLEAN, FAULTS, NOT_CHECKED, Advisory, Answer
from portal.supply.locks import NPM, PYPI

INTEGRITY = "sha512-" + base64.b64encode(b"x" * 64).decode()
LOCKED = {"node_modules/ws": {"version": "8.0.0", "integrity": INTEGRITY, "license": "MIT"}}
VERSIONS = ("8.0.0", "8.1.0")
PACKED = {"name": "ws", "dist": {"integrity": INTEGRITY, "tarball": "http://127.0.0.1/ws.tgz"}}
FAULT = Advisory("pkg:pypi/a@1", "https://osv.dev/vulnerability/X-1")
SOURCES = (("OSV", PYPI), ("OSV", NPM), ("PyPI", PYPI), ("npm audit, one", NPM), ("npm audit, two", NPM))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Two Python packages, and the same npm package in both lock files."""
    (tmp_path / "requirements").mkdir()
    (tmp_path / "requirements" / "build.in").write_text("jinja2==3.1.2\n", "utf-8")
    lines = [f"{name} \\\n    --hash=sha256:{'a' * 64}\n" for name in ("jinja2==3.1.2", "markupsafe==3.0.4")]
    (tmp_path / "requirements" / "build.txt").write_text("".join(lines), "utf-8")
    package = {"name": "x", "version": "1.0.0", "dependencies": {"ws": "8.0.0"}}
    for folder in (tmp_path, tmp_path / "tests" / "bench"):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "package.json").write_text(json.dumps(package), "utf-8")
        lock = {"name": "x", "version": "1.0.0", "lockfileVersion": 3, "requires": True}
        (folder / "package-lock.json").write_text(json.dumps(lock | {"packages": {"": package, **LOCKED}}), "utf-8")
    return tmp_path


class Databases(ThreadingHTTPServer):
    """OSV, PyPI and npm's registry in one; `silent` answers nobody, `odd` answers something else."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.mode = ""
        self.faulty = False
        self.asked: list[str] = []
        self.address = f"http://127.0.0.1:{self.server_port}"

    def answer(self, path: str, body: Any) -> Any:
        if path == "/v1/querybatch":
            queries = body["queries"]
            self.asked += [query["package"]["purl"] for query in queries]
            return {"results": [self._osv(query) for query in queries]}
        if path.startswith("/pypi/"):
            self.asked.append(path)
            gone = {"id": "GONE", "link": "https://osv.dev/GONE", "withdrawn": "2026-01-01T00:00:00Z"}
            real = {"id": "REAL", "link": "https://osv.dev/REAL", "withdrawn": None}
            return {"vulnerabilities": [gone, *([real] if self.faulty and "jinja2" in path else [])]}
        if path.endswith("/security/advisories/bulk"):
            self.asked += list(body)
            entry = {"id": 7, "url": "https://github.com/advisories/GHSA-7", "title": "t", "severity": "high"}
            return {"ws": [entry | {"vulnerable_versions": "<8.1.0"}]} if self.faulty else {}
        if path == "/ws":
            return {
                "name": "ws",
                "dist-tags": {"latest": "8.1.0"},
                "versions": {v: PACKED | {"version": v} for v in VERSIONS},
            }
        raise KeyError(path)

    def _osv(self, query: dict[str, Any]) -> dict[str, Any]:
        if not self.faulty or "jinja2" not in query["package"]["purl"]:
            return {}
        if query.get("page_token") == "next":
            return {"vulns": [{"id": "X-2"}]}
        return {"vulns": [{"id": "X-1"}], "next_page_token": "next"}


class _Handler(BaseHTTPRequestHandler):
    server: Databases

    def do_GET(self) -> None:
        self._send(None)

    def do_POST(self) -> None:
        data = self.rfile.read(int(self.headers["Content-Length"]))
        self._send(json.loads(gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data))

    def _send(self, body: Any) -> None:
        silent = self.server.mode == "silent"
        said = b"[]" if self.server.mode == "odd" else json.dumps(self.server.answer(self.path, body)).encode()
        self.send_response(404 if silent else 200)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(b"{}" if silent else said)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def databases(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Databases]:
    server = Databases()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    monkeypatch.setenv("npm_config_registry", server.address)
    monkeypatch.setenv("npm_config_cache", str(tmp_path / "cache"))
    monkeypatch.setenv("npm_config_fetch_retries", "0")
    yield server
    server.shutdown()
    server.server_close()


def ask(project: Path, databases: Databases) -> tuple[int, list[str]]:
    return advisories.check(project, osv=databases.address, pypi=databases.address)


def test_nothing_known(project: Path, databases: Databases) -> None:
    code, lines = ask(project, databases)
    assert code == CLEAN
    assert lines[-2:] == ["pypi: checked by OSV, PyPI", "npm: checked by OSV, npm audit"]
    assert all("0 known faults" in line for line in lines[:-2])
    wanted = {"pkg:pypi/jinja2@3.1.2", "pkg:pypi/markupsafe@3.0.4", "pkg:npm/ws@8.0.0", "ws"}
    assert wanted | {"/pypi/jinja2/3.1.2/json", "/pypi/markupsafe/3.0.4/json"} == set(databases.asked)


def test_faults_of_every_database(project: Path, databases: Databases) -> None:
    databases.faulty = True
    code, lines = ask(project, databases)
    assert code == FAULTS
    assert [line for line in lines if line.startswith("FAULT")] == [
        "FAULT pkg:npm/ws: https://github.com/advisories/GHSA-7",
        "FAULT pkg:pypi/jinja2@3.1.2: https://osv.dev/REAL",
        "FAULT pkg:pypi/jinja2@3.1.2: https://osv.dev/vulnerability/X-1",
        "FAULT pkg:pypi/jinja2@3.1.2: https://osv.dev/vulnerability/X-2",
    ]


@pytest.mark.parametrize("mode", ["silent", "odd"])
def test_databases_that_do_not_answer(project: Path, databases: Databases, mode: str) -> None:
    databases.mode = mode
    code, lines = ask(project, databases)
    # npm takes any JSON for an answer without faults: what it says then is its own.
    lines = [line for line in lines if "npm" not in line or mode == "silent"]
    assert lines[-1].endswith("NOT CHECKED, no database answered")
    assert all("did not answer: " in line for line in lines if line.startswith(("OSV", "PyPI", "npm audit")))
    assert code == NOT_CHECKED


def test_nobody_listens(project: Path, databases: Databases) -> None:
    databases.mode = "silent"
    code, lines = advisories.check(project, osv="http://127.0.0.1:9", pypi="http://127.0.0.1:9")
    assert code == NOT_CHECKED
    assert sum("Connection refused" in line for line in lines) == 3


@pytest.mark.parametrize("code", [CLEAN, FAULTS, NOT_CHECKED])
def test_the_command_shows_the_lines_and_ends_with_the_code(
    code: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(advisories, "check", lambda root: (code, ["a", "b"]))
    assert cli.main(["advisories"]) == code
    assert capsys.readouterr().out == "a\nb\n"


@pytest.mark.parametrize("silent", list(product((False, True), repeat=len(SOURCES))))
@pytest.mark.parametrize("faulty", [False, True])
def test_the_code_is_clean_only_when_every_kind_was_checked(silent: tuple[bool, ...], faulty: bool) -> None:
    answers = [
        Answer(name, kind, 3, (FAULT,) if faulty and not no else (), "HTTP 500" if no else "")
        for (name, kind), no in zip(SOURCES, silent, strict=True)
    ]
    code, lines = advisories.verdict(answers)
    osv_pypi, osv_npm, pypi, one, two = (not no for no in silent)
    checked = (osv_pypi or pypi) and (osv_npm or (one and two))
    found = faulty and not all(silent)
    assert code == (FAULTS if found else CLEAN if checked else NOT_CHECKED)
    assert any("NOT CHECKED" in line for line in lines) == (not checked)
    assert sum("did not answer: HTTP 500" in line for line in lines) == sum(silent)
