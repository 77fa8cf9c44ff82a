"""The runtime under Node: its weight, its content, the same bytes each time, the same answers as CPython."""

from __future__ import annotations

import gzip
import json
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import brotli
import pytest

from checker import translation
from checker.browser import call
from checker.catalogue import catalogue
from checker.compiled import graphs_json
from checker.rules.base import BASE
from portal import budgets, compress, npm, runtime
from portal.errors import BuildError
from portal.runtime import bytecode, modules, node
from portal.runtime.inside import workload
from portal.runtime.inside.language import LANG, words
from portal.runtime.parts import PARTS
from tests.second_language import installed

pytestmark = pytest.mark.whole
STOCK = ("pyodide.asm.wasm", "pyodide.asm.js", "pyodide.mjs", "python_stdlib.zip", "pyodide-lock.json")
HERE = Path(__file__).parent
SEED = 11
WORDS = words(translation.texts())
PRINTED_ERROR = """
import json, traceback
try:
    json.loads("{")
except ValueError:
    text = traceback.format_exc()
text
"""
# Plain code: the small runtime has lost what compiles anything that the page never asks.
ASKED = f"""
import json
from checker.browser import call, install
install(open("/graphs.json", encoding="utf-8").read(), "{LANG}", open("/words.json", encoding="utf-8").read())
texts = json.loads(open("/texts.json", encoding="utf-8").read())
json.dumps(list(map(call, ["consult"] * len(texts), texts)))
"""


@pytest.fixture(scope="module", autouse=True)
def second_language() -> Iterator[None]:
    with installed(LANG, WORDS):
        yield


@pytest.fixture(scope="module")
def pyodide(root: Path) -> Path:
    return npm.install(root) / "pyodide"


@pytest.fixture(scope="module")
def prepared(root: Path, pyodide: Path) -> Path:
    return runtime.prepare(root, pyodide.parent)


@pytest.fixture(scope="module")
def manifest(prepared: Path) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((prepared / runtime.MANIFEST).read_text("utf-8"))
    return read


@pytest.fixture(scope="module")
def chosen(prepared: Path, root: Path, pyodide: Path) -> dict[str, bytes]:
    """The sources, and the data, of what the prepared library holds."""
    sources = modules.available(pyodide, root / "checker")
    return {name.removesuffix("c"): sources[name.removesuffix("c")] for name in names(prepared / runtime.LIBRARY)}


def names(library: Path) -> list[str]:
    with zipfile.ZipFile(library) as archive:
        return archive.namelist()


@pytest.mark.parametrize("variant", budgets.PAYLOAD)
def test_weighs_less_than_the_budget_and_than_stock(
    root: Path, pyodide: Path, manifest: dict[str, Any], variant: str
) -> None:
    stock = {name: (pyodide / name).read_bytes() for name in STOCK}
    usual = sum(len(compress.brotli_bytes(root, data)) for data in stock.values())
    files, total = manifest["variants"][variant]["files"], manifest["variants"][variant]["total"]
    for file in files:
        print(f"{file['name']:24} {file['bytes']:>10,} bytes {file['br']:>10,} brotli {file['gz']:>10,} gzip")
    print(f"{variant} {total['br']:,} bytes in brotli; stock {runtime.VERSION} {usual:,}: {total['br'] / usual:.1%}")
    assert total["br"] <= budgets.PAYLOAD[variant]
    assert total["br"] < 0.6 * usual


def test_manifest_tells_the_truth(prepared: Path, manifest: dict[str, Any]) -> None:
    variants, extras = manifest["variants"], manifest["extras"]
    assert tuple(variants) == runtime.VARIANTS and set(extras) == {"letters"}
    files = [*(file for variant in variants.values() for file in variant["files"]), *extras.values()]
    on_disk = {file.relative_to(prepared).as_posix() for file in prepared.rglob("*") if file.is_file()}
    assert {file["name"] for file in files} | {runtime.MANIFEST} == on_disk
    for file in files:
        assert file["bytes"] == (prepared / file["name"]).stat().st_size
    library = (prepared / runtime.LIBRARY).read_bytes()
    for name, variant in variants.items():
        assert [file["name"] for file in variant["files"]] == list(runtime.files(name))
        entry = next(file for file in variant["files"] if file["name"] == runtime.LIBRARY)
        assert entry["br"] == len(brotli.compress(library, quality=11))
        assert entry["gz"] == len(gzip.compress(library, 9, mtime=0))
        for unit, total in variant["total"].items():
            assert total == sum(file[unit] for file in variant["files"])


def test_the_safe_variant_is_untouched(pyodide: Path, prepared: Path) -> None:
    for name in PARTS:
        assert (prepared / runtime.SAFE / name).read_bytes() == (pyodide / name).read_bytes()


def test_the_graphs_are_those_of_the_rules(prepared: Path) -> None:
    assert (prepared / runtime.GRAPHS).read_text("utf-8") == graphs_json(BASE)


def test_library_holds_only_stored_byte_code(prepared: Path) -> None:
    with zipfile.ZipFile(prepared / runtime.LIBRARY) as archive:
        members = archive.infolist()
        data = [member for member in members if not member.filename.endswith(".pyc")]
        assert [member.filename for member in data] == [
            "checker/papers/langues/ar.json",
            "checker/papers/langues/en.json",
        ]
        for member in members:
            assert member.compress_type == zipfile.ZIP_STORED
            assert member.date_time == (1980, 1, 1, 0, 0, 0)
            if member in data:
                continue
            header = archive.read(member)[:16]
            assert header == b"\xf3\x0d\r\n" + (1).to_bytes(4, "little") + bytes(8), "Python 3.13, unchecked"
    listed = [member.filename for member in members]
    assert listed == sorted(set(listed))
    assert "checker/browser.pyc" in listed
    left_out = ("portal/", "asyncio/events", "unittest/", "checker/letters/", "checker/terminal/")
    assert not [name for name in listed if name.startswith(left_out)]


def test_same_input_gives_the_same_bytes(
    root: Path, pyodide: Path, prepared: Path, chosen: dict[str, bytes], tmp_path: Path
) -> None:
    again = bytecode.archive(root, pyodide, chosen, tmp_path, None)
    python, reason = bytecode.compiler(pyodide)
    print(f"the prepared library was {reason}")
    assert again.read_bytes() == (prepared / runtime.LIBRARY).read_bytes(), python


@pytest.mark.parametrize("variant", runtime.VARIANTS)
def test_answers_like_cpython(root: Path, pyodide: Path, prepared: Path, variant: str, tmp_path: Path) -> None:
    asked = [*workload.requests(catalogue()), *workload.drawn(catalogue(), 300, SEED)]
    asked += [request | {"lang": LANG} for request in asked]
    texts = [*map(json.dumps, asked), "{", "[]", "3"]
    expected = [said(text) for text in texts]
    assert sum(bool(reply.get("rights")) for reply in expected) > 200, "the requests must reach the rules"
    said_titles = {reply["situation"]["title"] for reply in expected if reply.get("situation")}
    assert any("situation." in title for title in said_titles), "in both languages"
    library = prepared / runtime.LIBRARY
    assert answers(root, pyodide, library, texts, tmp_path, prepared / variant) == expected


def test_errors_keep_their_text_without_line_tables(root: Path, pyodide: Path, prepared: Path) -> None:
    text = node.run(root, pyodide, prepared / runtime.LIBRARY, PRINTED_ERROR)
    assert "in raw_decode" in text
    assert "JSONDecodeError: Expecting property name" in text


def test_second_preparation_is_instant_and_changes_nothing(root: Path, pyodide: Path, prepared: Path) -> None:
    before = {file: file.stat().st_mtime_ns for file in prepared.rglob("*")}
    assert runtime.prepare(root, pyodide.parent) == prepared
    assert {file: file.stat().st_mtime_ns for file in prepared.rglob("*")} == before


def test_a_changed_rule_makes_another_runtime(root: Path, pyodide: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(root / "checker", tmp_path / "checker"))
    before = runtime.fingerprint(pyodide, modules.available(pyodide, copy))
    assert before == runtime.fingerprint(pyodide, modules.available(pyodide, root / "checker"))
    with (copy / "browser.py").open("a", encoding="utf-8") as file:
        file.write("\n")
    assert runtime.fingerprint(pyodide, modules.available(pyodide, copy)) != before


def test_site_gets_the_runtime(root: Path, pyodide: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    manifest = runtime.write(root, tmp_path, pyodide.parent)
    assert bytecode.compiler(pyodide)[1] in capsys.readouterr().out
    for file in runtime.prepare(root, pyodide.parent).rglob("*.*"):
        copied = tmp_path / "runtime" / file.relative_to(runtime.prepare(root, pyodide.parent))
        assert copied.read_bytes() == file.read_bytes()
    assert manifest == runtime.sizes(root, pyodide.parent)
    assert json.loads((tmp_path / "runtime" / runtime.MANIFEST).read_text("utf-8")) == manifest


def test_missing_import_is_named(root: Path, pyodide: Path, tmp_path: Path) -> None:
    sources = {
        "checker/__init__.py": b"",
        "checker/browser.py": b"def f():\n    from checker.absent import x\n",
    }
    with pytest.raises(BuildError, match=r"checker\.absent"):
        modules.needed(root, pyodide, "checker", sources, tmp_path / "graphs.json", tmp_path)


def test_python_errors_are_reported(root: Path, pyodide: Path) -> None:
    with pytest.raises(BuildError, match="ZeroDivisionError"):
        node.run(root, pyodide, pyodide / "python_stdlib.zip", "1 / 0")


@pytest.mark.parametrize(("content", "message"), [(None, "is not in"), ('{"version": "0.1"}', r"0\.1 is installed")])
def test_another_pyodide_is_refused(root: Path, tmp_path: Path, content: str | None, message: str) -> None:
    if content:
        (tmp_path / "pyodide").mkdir()
        (tmp_path / "pyodide" / "package.json").write_text(content, "utf-8")
    with pytest.raises(BuildError, match=message):
        runtime.prepare(root, tmp_path)


def test_py_compile_of_the_host_gives_the_same_library(
    root: Path, pyodide: Path, prepared: Path, chosen: dict[str, bytes], tmp_path: Path
) -> None:
    """`pyodide py-compile` itself. Only GET_ITER may differ, when the host's Python is not the runtime's."""
    python = python_313(root)
    library = bytecode.archive(root, pyodide, chosen, tmp_path, python)
    ours = prepared / runtime.LIBRARY
    same = library.read_bytes() == ours.read_bytes()
    print(f"py-compile by {version_of(python)}: {'same bytes' if same else 'other bytes, GET_ITER only'}")
    wanted = json.loads((pyodide / "pyodide-lock.json").read_text("utf-8"))["info"]["python"]
    assert same or version_of(python) != wanted
    compared = subprocess.run(
        [python, "-I", HERE / "instructions.py", ours, library], capture_output=True, text=True, check=False
    )
    assert compared.returncode == 0, compared.stdout + compared.stderr
    texts = [json.dumps(request) for request in workload.drawn(catalogue(), 40, SEED)]
    assert answers(root, pyodide, library, texts, tmp_path) == [said(text) for text in texts]


def test_only_the_runtimes_own_python_compiles(pyodide: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("platform.python_version", lambda: "3.13.0")
    assert bytecode.compiler(pyodide) == (
        None,
        "compiled by the runtime under Node: its Python is 3.13.2, this one is 3.13.0",
    )
    monkeypatch.setattr("platform.python_version", lambda: "3.13.2")
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    assert bytecode.compiler(pyodide) == (
        None,
        "compiled by the runtime under Node: pyodide-build is not installed",
    )
    monkeypatch.setattr("importlib.util.find_spec", lambda name: object())
    monkeypatch.setattr("portal.runtime.bytecode.version", lambda name: "0.39.2")
    assert bytecode.compiler(pyodide) == (Path(sys.executable), "compiled by pyodide py-compile 0.39.2")


def said(text: str) -> dict[str, Any]:
    reply: dict[str, Any] = json.loads(call("consult", text))
    return reply


def answers(
    root: Path, pyodide: Path, library: Path, texts: list[str], work: Path, variant: Path | None = None
) -> list[dict[str, Any]]:
    """What the checker answers in Pyodide, or in the folder of a variant of it, started on `library`."""
    files = {"graphs.json": graphs_json(BASE), "texts.json": json.dumps(texts), "words.json": json.dumps(WORDS)}
    for name, text in files.items():
        (work / name).write_text(text, "utf-8")
    inside = {f"/{name}": work / name for name in files}
    printed = node.run(root, pyodide, library, ASKED, files=inside, runtime=variant)
    return [json.loads(reply) for reply in json.loads(printed)]


def version_of(python: Path) -> str:
    code = "import platform; print(platform.python_version())"
    return subprocess.run([python, "-I", "-c", code], capture_output=True, text=True, check=True).stdout.strip()


def python_313(root: Path) -> Path:
    """A Python 3.13 with pyodide-build, in a virtual environment of .build/cache, made when first asked."""
    folder = root / ".build" / "cache" / "python3.13"
    python = folder / "bin" / "python"
    pinned = root / "requirements" / "pyodide-build.txt"
    stamp = folder / "stamp"
    if stamp.is_file() and stamp.read_bytes() == pinned.read_bytes():
        return python
    found = [*Path.home().glob(".pyenv/versions/3.13.*/bin/python3.13"), shutil.which("python3.13")]
    host = next((path for path in found if path and runs_313(path)), None)
    if host is None:
        pytest.skip("this host has no Python 3.13: `pyodide py-compile` cannot be tried; the runtime compiles instead")
    subprocess.run([host, "-m", "venv", "--clear", folder], check=True)
    install = [
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "--require-hashes",
        "-r",
        pinned,
    ]
    subprocess.run([python, *install], check=True, capture_output=True)
    stamp.write_bytes(pinned.read_bytes())
    return python


def runs_313(path: str | Path) -> bool:
    """False for a name in PATH that stands for a version which is not there (pyenv's shims)."""
    code = "import sys; sys.exit(sys.version_info[:2] != (3, 13))"
    return subprocess.run([path, "-I", "-c", code], capture_output=True, check=False).returncode == 0
