"""What is shipped of others: the list agrees with the installed packages, or says where it does not."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from portal import law, npm
from portal.errors import BuildError
from portal.supply import parts, spdx
from portal.tools import run_tool

TEXTS = parts.HERE / "texts"
Edit = Callable[[dict[str, Any]], None]


@pytest.fixture
def edited(root: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[Edit], None]:
    """Changes docs/_data/tiers.yml as the list reads it."""
    data = law.data(root)

    def edit(change: Edit) -> None:
        change(data["tiers"])
        monkeypatch.setattr(law, "data", lambda _: data)

    return edit


def test_each_part_says_what_a_reader_of_licences_asks(root: Path) -> None:
    known = parts.shipped(root)
    assert len({part.id for part in known}) == len(known) > 15
    for part in known:
        assert part.name and part.role and part.texts and part.purl.startswith("pkg:"), part.id
        assert all(len(text) > 500 and "�" not in text for _, text in part.texts), part.id
        # Said by the package that holds it, or by the texts above: one of them.
        assert bool(part.pin) != bool(part.inside), part.id
        assert not part.pin or part.version == part.pin.version
        assert bool(part.marks) or part.inside in ("pyodide", "cpython"), part.id
    assert {part.inside for part in known} <= {"", *(part.id for part in known)}


def test_every_kept_text_serves(root: Path) -> None:
    used = {file for part in parts.shipped(root) for file, _ in part.texts}
    assert {f"texts/{file.name}" for file in TEXTS.iterdir()} == {f for f in used if f.startswith("texts/")} | {
        "texts/CC-BY-4.0.txt"
    }


def test_kept_texts_are_those_of_packages_that_have_them(root: Path) -> None:
    """Word for word, whatever the line ends: nobody types a licence."""
    modules = root / "node_modules"
    pikepdf = parts._read("licenses/LICENSE.txt", parts._package(root, _pin(root, "pikepdf"), "test"), "test")
    assert _words(TEXTS / "MPL-2.0.txt") == _words(pikepdf)
    assert _words(TEXTS / "Apache-2.0.txt") == _words(modules / "binaryen" / "LICENSE")
    assert " ".join(_words(TEXTS / "Apache-2.0.txt")) in " ".join(_words(TEXTS / "llvm.txt"))
    # The first line is the notice of the authors, which the font itself bears.
    notice, _, body = (TEXTS / "noto-naskh-arabic.txt").read_text("utf-8").partition("\n")
    other = (modules / "@expo-google-fonts" / "noto-sans" / "LICENSE_FONT").read_text("utf-8").partition("\n")[2]
    assert body.split() == other.split()
    for style in ("400Regular", "700Bold"):
        font = modules / "@expo-google-fonts" / "noto-naskh-arabic" / f"NotoNaskhArabic_{style}.ttf"
        assert notice.encode("utf-16-be") in font.read_bytes()
    mit = " ".join((modules / "@noble" / "hashes" / "LICENSE").read_text("utf-8").split()).partition("Permission is")[2]
    for name in ("libffi", "stackframe", "emscripten", "cpython", "musl"):
        assert _plain(mit) in _plain((TEXTS / f"{name}.txt").read_text("utf-8")), name


def test_versions_in_pyodide_are_those_that_it_says(root: Path) -> None:
    """Of the parts without a package, what Pyodide itself can tell."""
    known = {part.id: part.version for part in parts.shipped(root)}
    folder = (root / "node_modules" / "pyodide").resolve()
    info = json.loads((folder / "pyodide-lock.json").read_text("utf-8"))["info"]
    assert (known["cpython"], f"emscripten_{known['emscripten'].replace('.', '_')}") == (
        info["python"],
        info["platform"],
    )
    code = (
        "import json, sys, zlib, bz2, ctypes, pyexpat, _decimal\n"
        "json.dumps([sys.version.split()[0], zlib.ZLIB_VERSION, pyexpat.EXPAT_VERSION, _decimal.__libmpdec_version__])"
    )
    script = (
        f"const {{ loadPyodide }} = await import({json.dumps((folder / 'pyodide.mjs').as_uri())});"
        f"console.log((await loadPyodide({{ indexURL: {json.dumps(f'{folder}/')} }})).runPython({json.dumps(code)}));"
    )
    said = run_tool([npm.node(root), "--input-type=module", "-e", script], root, "Pyodide does not start")
    told = [known["cpython"], known["zlib"], f"expat_{known['expat']}", known["libmpdec"]]
    assert json.loads(said.splitlines()[-1]) == told
    module = (folder / "pyodide.asm.wasm").read_bytes()
    assert f"{known['bzip2']}, ".encode() in module
    # The names of libc++ end with its version: 190106.
    major, minor, patch = known["llvm"].split(".")
    assert set(re.findall(rb"B8ne(\d{6})", module)) == {f"{major}{minor:0>2}{patch:0>2}".encode()}
    for present in (b"_hacl/Hacl_Hash_SHA3.c", b"mimalloc: error", b"ffi_call"):
        assert present in module
    # Pyodide's other forms have these.
    for absent in (b"lzma_code", b"sqlite3_open"):
        assert absent not in module


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda t: t["livre"]["jinja2"].update(licence="MIT"), "jinja2: the package says 'BSD-3-Clause', not 'MIT'"),
        (lambda t: t["livre"]["pyodide"].update(licence="GPL"), "pyodide: the package says 'MPL-2.0', not 'GPL'"),
        (lambda t: t["livre"]["libffi"].update(licence="Free"), "libffi: “Free” is not a licence that SPDX names"),
        (lambda t: t["livre"]["jinja2"].update(paquet="pypi:jinja3"), "jinja2: pypi:jinja3 is in no lock file"),
        (lambda t: t["livre"]["jinja2"].pop("paquet"), "jinja2: write `paquet` or `dans`"),
        (lambda t: t["livre"]["jinja2"].update(dans="pyodide"), "jinja2: write `paquet` or `dans`"),
        (lambda t: t["livre"]["jinja2"].update(textes=["COPYING"]), "jinja2: there is no file COPYING"),
        (lambda t: t["livre"]["libffi"].update(textes=["texts/no.txt"]), "libffi: there is no file texts/no.txt"),
        (lambda t: t["livre"]["libffi"].pop("role"), "libffi: the keys role are unknown or missing"),
        (lambda t: t["livre"]["libffi"].update(auteur="x"), "libffi: the keys auteur are unknown or missing"),
        (
            lambda t: t["livre"]["noto-naskh-arabic"].pop("preuve"),
            "noto-naskh-arabic: the package says 'MIT', not 'OFL-1.1'",
        ),
        (
            lambda t: t["livre"]["icones"]["preuve"].update(contient="Icons: Apache 3.0"),
            "icones: templates/.icons/material/LICENSE does not say “Icons: Apache 3.0”",
        ),
    ],
)
def test_a_wrong_list_is_refused_with_the_part(
    root: Path, edited: Callable[[Edit], None], change: Edit, said: str
) -> None:
    edited(change)
    with pytest.raises(BuildError, match=re.escape(said)) as caught:
        parts.shipped(root)
    assert str(caught.value).startswith(parts.FILE)


def test_an_unknown_tool_is_refused(root: Path, edited: Callable[[Edit], None]) -> None:
    edited(lambda t: t["outils"].update({"npm:nothing": {"role": "Rien."}}))
    with pytest.raises(BuildError, match="outils: npm:nothing is in no lock file"):
        parts.tools(root)


def test_another_installed_version_is_refused(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = json.loads

    def older(text: str) -> Any:
        value = real(text)
        return {**value, "version": "0.0.1"} if isinstance(value, dict) and value.get("name") == "pyodide" else value

    monkeypatch.setattr(parts.json, "loads", older)
    with pytest.raises(BuildError, match=r"pyodide 0\.0\.1 is installed, not"):
        parts.shipped(root)


def _pin(root: Path, name: str) -> Any:
    return next(tool.pin for tool in parts.tools(root) if tool.pin.name == name)


def _words(file: Path) -> list[str]:
    return file.read_text("utf-8").split()


def _plain(text: str) -> str:
    return re.sub(r"[^a-z]+", " ", text.lower()).strip()


def test_names_of_spdx_in_the_list(root: Path) -> None:
    for part in parts.shipped(root):
        spdx.check(part.licence, part.id)
