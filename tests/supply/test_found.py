"""What a site carries of others is found in it, and what the list does not hold stops the build."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from portal import icons
from portal.supply import found, locks, parts
from portal.supply.parts import Part


def test_a_built_site_carries_what_the_list_says(root: Path, site: Path) -> None:
    assert found.faults(root, site) == []


@pytest.fixture(scope="module")
def known(root: Path) -> list[Part]:
    return parts.shipped(root)


@pytest.fixture
def small(root: Path, site: Path, tmp_path: Path) -> Path:
    """The parts of the built site where others' works are, without the papers."""
    shutil.copytree(site / "runtime", tmp_path / "site" / "runtime")
    shutil.copytree(site / "assets", tmp_path / "site" / "assets")
    return tmp_path / "site"


def _zip(file: Path, member: str) -> None:
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr(member, b"")


def _paper(site: Path) -> None:
    pdf = pikepdf.new()
    pdf.add_blank_page()
    pdf.Root.Kept = pdf.make_indirect(
        pikepdf.Dictionary(Type=pikepdf.Name.FontDescriptor, FontName=pikepdf.Name("/ABCDEF+Comic-Bold"))
    )
    pdf.save(site / "a.pdf")


@pytest.mark.parametrize(
    ("add", "said"),
    [
        (
            lambda site: _zip(site / "runtime" / "letters.zip", "requests/api.pyc"),
            "runtime/letters.zip: module:requests",
        ),
        (lambda site: _zip(site / "runtime" / "library.zip", "six.pyc"), "runtime/library.zip: module:six"),
        (
            lambda site: (site / "runtime" / "other.wasm").write_bytes(b""),
            "runtime/other.wasm: fichier:runtime/other.wasm",
        ),
        (lambda site: (site / "assets" / "jquery.js").write_text(""), "assets/jquery.js: fichier:assets/jquery.js"),
        (lambda site: (site / "fonts.woff2").write_bytes(b""), "fonts.woff2: fichier:fonts.woff2"),
        (lambda site: _zip(site / "a.epub", "EPUB/a.ttf"), "a.epub: fichier:a.epub/EPUB/a.ttf"),
        (_paper, "a.pdf: police:Comic"),
    ],
)
def test_what_nobody_declared_is_found(
    root: Path, small: Path, known: list[Part], add: Callable[[Path], object], said: str
) -> None:
    before = set(found.undeclared(known, found.marks(root, small)))
    assert all("police:" in fault for fault in before)
    add(small)
    new = set(found.undeclared(known, found.marks(root, small))) - before
    assert new == {f"{said} is shipped, and no part is said to be there."}


def test_what_is_declared_and_gone_is_said(root: Path, small: Path, known: list[Part]) -> None:
    shutil.rmtree(small / "runtime" / "small")
    said = [*found.undeclared(known, found.marks(root, small))]
    assert "livre: pyodide: fichier:runtime/small is nowhere in the site." in said


def test_a_new_need_of_the_build_must_be_told(root: Path, known: list[Part], monkeypatch: pytest.MonkeyPatch) -> None:
    assert [*found._unlisted(root, known)] == []
    asked = locks.direct
    monkeypatch.setattr(locks, "direct", lambda *where: [*asked(*where), "left-pad"])
    assert [*found._unlisted(root, known)] == ["pypi:left-pad is asked for, and is neither in `livre` nor in `outils`."]


def test_icons_of_another_licence_are_refused() -> None:
    assert "<svg" in icons.svg("material/menu")
    assert (icons.folder() / "octicons" / "x-16.svg").is_file()
    with pytest.raises(FileNotFoundError, match="not of the set"):
        icons.svg("octicons/x-16")


def test_scripts_and_icons_of_the_theme_are_read(root: Path, tmp_path: Path) -> None:
    theme = tmp_path / "portal" / "theme"
    (theme / "assets").mkdir(parents=True)
    (tmp_path / "site" / "assets").mkdir(parents=True)
    (theme / "a.js").write_text(
        'import { a } from "left-pad/x.js";\nimport {\n b,\n} from "@s/c/d.js";\nimport "./b.js";\n'
    )
    (theme / "a.html").write_text("{{ icon(\"simple/github\") }}{{ icon('octicons/x-16') }}")
    marks = {mark for mark, _ in found._theme(tmp_path, tmp_path / "site")}
    assert marks == {"import:left-pad", "import:@s/c", "icones:simple", "icones:octicons"}
