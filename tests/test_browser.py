"""The functions that the worker calls: JSON in, JSON out, letters imported only when they are asked for."""

from __future__ import annotations

import encodings
import json
import subprocess
import sys
import zipfile
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

import checker
from checker import browser
from checker.browser import call
from checker.consult import consult
from checker.papers import papers
from checker.rules.phrases import PHRASES
from tests.papers.test_papers import API, DATES
from tests.wiring import TODAY

REQUEST = {"today": TODAY, "answers": API, "dates": DATES}


@pytest.mark.parametrize(("name", "function"), [("consult", consult), ("papers", papers)])
def test_a_call_is_the_function(name: str, function: Any) -> None:
    assert json.loads(call(name, json.dumps(REQUEST))) == json.loads(json.dumps(function(REQUEST)))


@pytest.mark.parametrize("name", ["consult", "papers", "autre", ""])
@pytest.mark.parametrize("argument", ["", "{", "[" * 100_000, "null", "3", '"api"', "[]", "{}"])
def test_bad_input_comes_back_as_an_error(name: str, argument: str) -> None:
    assert json.loads(call(name, argument))["errors"]


def test_graphs_are_installed_and_neither_letters_nor_compilation_are_needed(root: Path) -> None:
    """In a process of its own, for the graphs are kept by the module."""
    code = """
import json, sys
from checker import compiled
from checker.browser import call, install
text = compiled.graphs_json(compiled.BASE)
compiled.compile_base = None
install(text)
found = json.loads(call("papers", sys.argv[1]))
assert "checker.letters" not in sys.modules and "jinja2" not in sys.modules
print(json.dumps(found))
"""
    made = subprocess.run(
        [sys.executable, "-c", code, json.dumps(REQUEST)], cwd=root, capture_output=True, text=True, check=True
    )
    assert json.loads(made.stdout) == json.loads(json.dumps(papers(REQUEST)))


def test_words_are_installed_with_the_graphs(root: Path) -> None:
    code = """
import json, sys
from checker import compiled
from checker.browser import call, install
install(compiled.graphs_json(compiled.BASE), "en", '{"phrase.date_illisible": "No such date."}')
for lang in ("en", "fr"):
    print(json.loads(call("consult", json.dumps({"lang": lang})))["errors"][0]["message"])
"""
    made = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert made.stdout.splitlines() == ["No such date.", PHRASES["date_illisible"]]


def test_an_archive_completes_the_packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive = tmp_path / "more.zip"
    with zipfile.ZipFile(archive, "w") as made:
        made.writestr("checker/added_by_the_archive.py", "SAID = 'yes'")
        made.writestr("alone_in_the_archive.py", "SAID = 'alone'")
    monkeypatch.setattr(sys, "path", [*sys.path])
    for package in (checker, encodings):
        monkeypatch.setattr(package, "__path__", [*package.__path__])
    browser.add(str(archive))
    assert import_module("checker.added_by_the_archive").SAID == "yes"
    assert import_module("alone_in_the_archive").SAID == "alone"
