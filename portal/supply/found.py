"""What a built site carries of other authors, looked for in its files and in what made them, against the declared list.

Each thing found is a mark, such as "module:jinja2" or "police:NotoSans"; docs/_data/tiers.yml says whose it is. It does
not see code that somebody pastes into a script of portal/theme: a reader of the change must."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import pikepdf

from portal import install, runtime
from portal.supply import locks, parts
from portal.supply.parts import Part

_OURS = frozenset({"module:checker", *(f"fichier:runtime/{name}" for name in (runtime.GRAPHS, runtime.MANIFEST))})
_FONT_FILES = frozenset({".ttf", ".otf", ".woff", ".woff2", ".eot"})
_ZIPPED = frozenset({".zip", ".epub"})
_ICON = re.compile(r"""\b(?:icon|svg)\(["']([\w-]+)/""")
_IMPORT = re.compile(r"""^import\b[^"';]*["']([^."'/][^"']*)["']""", re.MULTILINE)
Found = tuple[str, str]
"""A mark, and where it was found first."""


def faults(root: Path, site: Path) -> list[str]:
    """What the folder `site` carries and the list does not, and the reverse, one line each."""
    known = parts.shipped(root)
    said = [*undeclared(known, marks(root, site)), *_unlisted(root, known)]
    return [f"{fault} Correct {parts.FILE}." for fault in said]


def undeclared(known: Iterable[Part], found: Iterable[Found]) -> Iterator[str]:
    """What was found and nothing declares; what is declared and was not found."""
    declared = {mark: part.id for part in known for mark in part.marks}
    seen = dict(found)
    for mark, where in sorted(seen.items()):
        if mark not in declared and mark not in _OURS:
            yield f"{where}: {mark} is shipped, and no part is said to be there."
    for mark, part in declared.items():
        if mark not in seen:
            yield f"livre: {part}: {mark} is nowhere in the site."


def marks(root: Path, site: Path) -> Iterator[Found]:
    """Everything that comes from somewhere else, or might."""
    for file in sorted(path for path in site.rglob("*") if path.is_file()):
        name = file.relative_to(site).as_posix()
        if file.suffix == ".pdf":
            yield from ((f"police:{font}", name) for font in fonts(file))
        elif file.suffix in _FONT_FILES:
            yield f"fichier:{name}", name
        elif name.startswith("runtime/"):
            yield from _runtime(root, file, name)
        elif file.suffix in _ZIPPED:
            yield from _inside(file, name)
    yield from _theme(root, site)


def fonts(paper: Path) -> Iterator[str]:
    """The families whose letters stand in a PDF: "NotoSans"."""
    with pikepdf.open(paper) as pdf:
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/FontDescriptor":
                yield str(thing["/FontName"]).removeprefix("/").rpartition("+")[2].partition("-")[0]


def _runtime(root: Path, file: Path, name: str) -> Iterator[Found]:
    if name.endswith((".br", ".gz")):
        return
    if file.suffix != ".zip":
        folder = name.rpartition("/")[0]
        yield f"fichier:{name if folder == 'runtime' else folder}", name
        return
    with zipfile.ZipFile(root / "node_modules" / "pyodide" / "python_stdlib.zip") as archive:
        library = {_top(member) for member in archive.namelist()}
    with zipfile.ZipFile(file) as archive:
        for top in sorted({_top(member) for member in archive.namelist()}):
            owner = "pyodide" if top in ("pyodide", "_pyodide") else "python" if top in library else top
            yield f"module:{owner}", name


def _top(member: str) -> str:
    return member.partition("/")[0].partition(".")[0]


def _inside(file: Path, name: str) -> Iterator[Found]:
    with zipfile.ZipFile(file) as archive:
        members = [Path(member) for member in archive.namelist()]
    yield from ((f"fichier:{name}/{member}", name) for member in members if member.suffix in _FONT_FILES)


def _theme(root: Path, site: Path) -> Iterator[Found]:
    """Sets of icons and npm packages that the theme asks for, and files of assets/ that it does not hold."""
    theme = root / "portal" / "theme"
    written = [file for file in (root / "portal").rglob("*") if file.suffix in (".html", ".py")]
    for file in sorted(written):
        for icons in _ICON.findall(file.read_text("utf-8")):
            yield f"icones:{icons}", file.relative_to(root).as_posix()
    for file in sorted(theme.rglob("*.js")):
        for package in _IMPORT.findall(file.read_text("utf-8")):
            words = package.split("/")
            yield f"import:{'/'.join(words[: 2 if package[0] == '@' else 1])}", file.relative_to(root).as_posix()
    ours = {file.name for file in (theme / "assets").iterdir()} | {icon.name for icon in install.ICONS}
    for file in sorted((site / "assets").iterdir()):
        if file.name not in ours and file.suffix not in (".br", ".gz"):
            yield f"fichier:assets/{file.name}", f"assets/{file.name}"


def _unlisted(root: Path, known: Iterable[Part]) -> Iterator[str]:
    """What the build asks for by name must be a part of the site, or a tool."""
    asked = {f"pypi:{name}" for group in locks.BUILD_GROUPS for name in locks.direct(root, group)}
    asked |= {f"npm:{name}" for name in json.loads((root / "package.json").read_text("utf-8"))["dependencies"]}
    listed = {f"{part.pin.ecosystem}:{part.pin.name}" for part in known if part.pin}
    listed |= {f"{tool.pin.ecosystem}:{tool.pin.name}" for tool in parts.tools(root)}
    yield from (f"{name} is asked for, and is neither in `livre` nor in `outils`." for name in sorted(asked - listed))
