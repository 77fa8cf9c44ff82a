"""A project like ours with other numbers of pages or languages: its generator is ours, its texts are copies of ours."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Iterator, Sequence
from itertools import cycle, islice
from pathlib import Path

from portal import npm, runtime
from portal.pages import CANONICAL
from tests.bench.cost import ENVIRONMENT, Cost, of
from tests.bench.registry import ROOT

SHARED = ("portal", "checker", "mkdocs.yml", "package.json", "package-lock.json", "node_modules", ".build")
# What may say that a page is a copy, in its front matter: menus and titles are read by all.
_TITLE = re.compile(r'^(title|court): "(.*)"$', re.MULTILINE)
_CODE = re.compile(r"^code: .*$", re.MULTILINE)
_ORDER = re.compile(r"^ordre: .*$", re.MULTILINE)
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def project(folder: Path, langs: Sequence[str] = (CANONICAL,), *, copied: int = 0, spoken: int = 0) -> Path:
    """Makes in `folder` our project in `langs`, with `copied` more French pages, and `spoken` more languages whose
    texts are the English ones, each under a code of its own; returns `folder`."""
    # Kept in .build/, which the project shares: no measure pays for it.
    runtime.prepare(ROOT, npm.install(ROOT))
    docs = folder / "docs"
    docs.mkdir(parents=True)
    for name in SHARED:
        (folder / name).symlink_to(ROOT / name)
    for name in ("_data", "_i18n", "index.md"):
        (docs / name).symlink_to(ROOT / "docs" / name)
    for lang in langs:
        shutil.copytree(ROOT / "docs" / lang, docs / lang)
    for number in range(spoken):
        shutil.copytree(ROOT / "docs" / "en", docs / f"x{_LETTERS[number]}")
    _copy_pages(docs / CANONICAL, copied)
    return folder


def _copy_pages(docs: Path, count: int) -> None:
    for number, (path, copy) in enumerate(copies(docs, count), 1):
        text = _TITLE.sub(rf'\1: "\2 ({number})"', path.read_text("utf-8"))
        text = _ORDER.sub(f"ordre: {1000 + number}", text)
        # Letters that no page bears: 26 × 900 codes.
        copy.write_text(_CODE.sub(f"code: {_LETTERS[number // 900]}{100 + number % 900}", text), "utf-8")


def copies(docs: Path, count: int) -> Iterator[tuple[Path, Path]]:
    """`count` pages that stand under another, in turn, each with the file of its copy: beside it, so that its links
    lead to the same places."""
    originals = [path for path in sorted(docs.rglob("*.md")) if path.parent != docs]
    for number, path in enumerate(islice(cycle(originals), count), 1):
        yield path, path.with_name(f"{path.stem}-{number}.md")


def build(folder: Path, site: Path) -> Cost:
    """The cost of the pages of the project in `folder`, written in `site`."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", "mkdocs.yml"]
    return of([*command, "--site-dir", str(site)], folder, ENVIRONMENT)
