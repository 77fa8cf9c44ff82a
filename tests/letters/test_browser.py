"""The letters in Pyodide: the same bytes as under CPython, from letters.zip beside library.zip."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from portal import budgets, compress, runtime
from portal.runtime import letters, node
from portal.runtime.inside.letters import write_all

ROOT = Path(__file__).resolve().parents[2]
PYODIDE = ROOT / "node_modules" / "pyodide"

# As the page does: the zip on sys.path, then the package finds its second half.
LOAD = """
import json, sys
sys.path.append("/letters.zip")
import checker
for name in ("checker", "encodings"):
    sys.modules[name].__path__.append(f"/letters.zip/{name}")
from portal.runtime.inside.letters import write_all
json.dumps(write_all(), ensure_ascii=False)
"""


@pytest.fixture(scope="module")
def library() -> Path:
    return runtime.prepare(ROOT, ROOT / "node_modules") / "library.zip"


@pytest.fixture(scope="module")
def archive(library: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return letters.archive(ROOT, PYODIDE, tmp_path_factory.mktemp("letters"), library)


def test_same_bytes_as_cpython(library: Path, archive: Path) -> None:
    files = {"/letters.zip": archive, **node.inside("letters")}
    printed = node.run(ROOT, PYODIDE, library, LOAD, files=files)
    assert json.loads(printed) == write_all()


def test_weight(archive: Path) -> None:
    assert len(compress.brotli_bytes(ROOT, archive.read_bytes())) <= budgets.LETTERS


def test_nothing_twice(library: Path, archive: Path) -> None:
    both = set(zipfile.ZipFile(library).namelist()) & set(zipfile.ZipFile(archive).namelist())
    assert not both
