"""A small portal: the project with its own generator and rules, fewer pages and rights, one short language.

A build of it goes through every step of the real pipeline in a few seconds of processor.
"""

from __future__ import annotations

import hashlib
import json
import os
import posixpath
import re
import shutil
import subprocess
import sys
from pathlib import Path

import yaml

from portal import bootstrap
from portal.cli import ROOT

SOURCES = (
    *("LICENSE", "build.py", "checker", "mkdocs.yml", "package.json", "package-lock.json", "portal", "requirements"),
)
# One language written from right to left, that translates one page: it has sheets of it, and no guide.
LANGUAGES = {"ar": frozenset({"travailler.md"})}
RIGHTS = frozenset({"__init__", "sejour", "travail"})
# What rules, templates and papers lead to; every other page is left out.
PAGES = frozenset(
    {
        "changements.md",
        "confidentialite.md",
        "documents.md",
        "droits.md",
        "droits/sejour.md",
        "fabrication.md",
        "fabrication/heberger.md",
        "fabrication/tiers.md",
        "fabrication/verifier-une-copie.md",
        "glossaire.md",
        "index.md",
        "mentions.md",
        "papiers.md",
        "que-faire.md",
        "que-faire/piege-refus-implicite.md",
        "recherche.md",
        "sources.md",
        "sources/autres-textes.md",
        "sources/ceseda-lois.md",
        "sources/ceseda-reglement.md",
        "sources/decisions.md",
        "sources/fiches-et-organismes.md",
        "sources/justice-administration.md",
        "travailler.md",
        "verifier.md",
    }
)
# Those of the languages it leaves out.
OTHER_LETTERS = ("noto-sans", "noto-sans-sc", "noto-sans-tamil", "noto-sans-bengali")
# Where build.py says what it installed.
STAMP = "build-py.json"
# Bytes of a compressed file that takes long to make: a part of Pyodide.
LARGE = 50_000
_LINK = re.compile(r"\[((?:[^\[\]]|\[[^\]]*\])*)\]\(([^()#:\s]+\.md)(#[^()\s]*)?\)")
_RIGHTS = re.compile(r"^droits: \[(.*)\]$", re.MULTILINE)
# Run by the small portal's own modules: its rules have fewer texts, and its pages other fingerprints.
_FIT = """
from portal.cli import ROOT
from portal.languages import catalogue, command
for lang in catalogue.languages(ROOT)[1:]:
    for kind in catalogue.KINDS:
        catalogue.write(ROOT, lang, kind, catalogue.read(ROOT, lang, kind))
    command.stamp_(ROOT, lang, [])
"""


def make(folder: Path) -> Path:
    """Writes the small portal in `folder`, which is made, and returns it. It has what earlier builds of the real
    project kept of Python for the browser."""
    folder.mkdir(parents=True)
    for name in SOURCES:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy2(ROOT / name, folder / name)
    (folder / "node_modules").symlink_to(ROOT / "node_modules")
    _environment(folder)
    for right in (folder / "checker" / "rules" / "droits").glob("*.py"):
        if right.stem not in RIGHTS:
            right.unlink()
    _docs(folder / "docs")
    subprocess.run([sys.executable, "-c", _FIT], cwd=folder, check=True)
    _keep(ROOT / ".build" / "cache", folder / ".build" / "cache")
    return folder


def _environment(folder: Path) -> None:
    """The packages that these tests run with, as an environment that build.py made here."""
    venv = folder / ".venv"
    venv.mkdir()
    for entry in Path(sys.prefix).iterdir():
        if entry.name != STAMP:
            (venv / entry.name).symlink_to(entry)
    listings = {group: folder / "requirements" / f"{group}.txt" for group in bootstrap.groups_for("build")}
    groups = {group: hashlib.sha256(listing.read_bytes()).hexdigest() for group, listing in listings.items()}
    identity = f"{'.'.join(map(str, sys.version_info[:3]))} {os.path.realpath(sys.base_prefix)}"
    (venv / STAMP).write_text(json.dumps({"python": identity, "groups": groups}), "utf-8")


def _docs(docs: Path) -> None:
    for name in ("_data", "_i18n"):
        shutil.copytree(ROOT / "docs" / name, docs / name)
    shutil.copy2(ROOT / "docs" / "index.md", docs / "index.md")
    for lang, names in {"fr": PAGES, **LANGUAGES}.items():
        for name in names:
            (docs / lang / name).parent.mkdir(parents=True, exist_ok=True)
            (docs / lang / name).write_text(_cut((ROOT / "docs" / lang / name).read_text("utf-8"), name), "utf-8")
        if lang != "fr":
            shutil.copytree(ROOT / "docs" / lang / "_catalogue", docs / lang / "_catalogue")
    _parts(docs / "_data" / "tiers.yml")
    changes = docs / "_data" / "changements.yml"
    entries = yaml.safe_load(changes.read_text("utf-8"))
    kept = [entry for entry in entries if all(f"{page}.md" in PAGES for page in entry["pages"])]
    changes.write_text(yaml.safe_dump(kept, allow_unicode=True), "utf-8")


def _parts(listing: Path) -> None:
    """Takes the letters that no paper of the small portal has from the parts that the site carries."""
    parts = yaml.safe_load(listing.read_text("utf-8"))
    for name in OTHER_LETTERS:
        part = parts["livre"].pop(name)
        parts["outils"][part["paquet"]] = {"role": part["role"]}
    listing.write_text(yaml.safe_dump(parts, allow_unicode=True, sort_keys=False), "utf-8")


def _cut(page: str, name: str) -> str:
    """`page` without its links to pages, and names of rights, that the small portal lacks."""

    def link(found: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(name), found[2]))
        return found[0] if target in PAGES else found[1]

    def rights(found: re.Match[str]) -> str:
        return f"droits: [{', '.join(right for right in found[1].split(', ') if right in RIGHTS)}]"

    return _LINK.sub(link, _RIGHTS.sub(rights, page))


def _keep(cache: Path, target: Path) -> None:
    """What takes long to make and does not depend on pages or rules: the parts of Python for the browser."""
    for name in ("python3.13", "runtime-small"):
        if (cache / name).exists():
            shutil.copytree(cache / name, target / name, symlinks=True)
    (target / "compressed").mkdir(parents=True)
    for file in (cache / "compressed").glob("*"):
        if file.stat().st_size > LARGE:
            shutil.copy2(file, target / "compressed")
