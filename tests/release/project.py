"""A small site, and keys made for the test."""

from __future__ import annotations

import datetime as dt
import subprocess
from pathlib import Path

from portal.edition import Edition
from portal.release import keys, manifest
from portal.verify.keysets import Key

EDITION = Edition("7", dt.date(2026, 11, 23), dt.date(2027, 2, 21), "https://example.org/")
MEMBERS = ("juriste", "ingenieure", "association")
FILES = {
    "index.html": "<p>Accueil",
    "fr/index.html": "<p>Travail",
    "fr/index.html.gz": "gz",
    "fr/a-é.html": "<p>É",
    "local/local.css": "",
    "sw.js": "//",
}


def small_site(folder: Path) -> Path:
    """A site of six files, with its manifests."""
    for name, text in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    describe(folder)
    return folder


def describe(folder: Path) -> Path:
    """Writes the manifests of `folder` again."""
    return manifest.write(folder, EDITION, rules="0" * 64, fingerprints={"fr": "0123 4567 89ab cdef"}, languages=["fr"])


def make_key(folder: Path, name: str) -> Path:
    """A private key of the test, without passphrase."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / name
    command = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", name, "-f", file]
    subprocess.run(command, check=True)
    return file


def key(file: Path, since: str = "2026-01-01", until: str = "2028-01-01") -> Key:
    words = file.with_name(f"{file.name}.pub").read_text("utf-8").split()
    return keys.member(file.name, "test", " ".join(words[:2]), since, until)


def first_set(folder: Path, threshold: int = 2) -> list[Path]:
    """Three keys in folder/prive, their set in folder/cles; returns the private files."""
    made = [make_key(folder / "prive", name) for name in MEMBERS]
    keys.new(folder / "cles", [key(file) for file in made], threshold)
    return made
