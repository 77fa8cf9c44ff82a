"""The real site as a release: packed, verified, given the name of a host, verified again."""

from __future__ import annotations

import datetime as dt
import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from portal import edition as editions
from portal.mirrors.brand import brand
from portal.release import layout, pack
from portal.verify import branding
from portal.verify.check import verify
from portal.verify.opening import open_place
from portal.verify.web import Limits
from tests.host_copy import HOST
from tests.release.project import first_set


@pytest.fixture(scope="module")
def packed(root: Path, site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the site, its keys in cles/, and its signed archives in dist/."""
    folder = tmp_path_factory.mktemp("edition")
    shutil.copytree(site, folder / "site", copy_function=os.link)
    keys = first_set(folder)
    date = json.loads((site / layout.STATEMENT).read_text("utf-8"))["date"]
    _, signed = pack(
        folder / "site", editions.load(root, {"date": date}), folder / "cles", folder / "dist", own=keys[:2]
    )
    assert len(signed) == 2
    return folder


def archives(folder: Path) -> tuple[Path, Path]:
    zipped, tarred = sorted((folder / "dist").iterdir(), key=lambda file: file.suffix == ".zst")
    return zipped, tarred


def faults(folder: Path, place: Path) -> list[str]:
    """What is wrong with a copy on the day of its edition."""
    today = dt.date.fromisoformat(json.loads((folder / "site" / layout.STATEMENT).read_text("utf-8"))["date"])
    opened = open_place(str(place), Limits())
    try:
        result = verify(opened, [(folder / "cles" / "0001.json").read_bytes()], today)
    finally:
        opened.close()
    assert result.signed
    return [f"{found.code} {found.path}: {found.message}" for found in result.findings if found.level != "info"]


def test_both_archives_and_the_folder_are_true(packed: Path) -> None:
    for place in (*archives(packed), packed / "site"):
        (nobody,) = faults(packed, place)
        # Nobody has said yet who hosts it.
        assert nobody.startswith("local-incomplete"), place


def test_the_plain_tools_suffice(packed: Path) -> None:
    command = ["sha256sum", "--check", "--quiet", "--strict", layout.MANIFEST]
    assert subprocess.run(command, cwd=packed / "site", check=False).returncode == 0


def test_a_host_puts_its_name_and_changes_nothing_else(packed: Path, tmp_path: Path) -> None:
    zipped, _ = archives(packed)
    (tmp_path / "mirror.yml").write_text(yaml.safe_dump({**HOST, "langues": ["fr", "ar"]}), "utf-8")
    today = dt.date.fromisoformat(json.loads((packed / "site" / layout.STATEMENT).read_text("utf-8"))["date"])
    sets = [(packed / "cles" / "0001.json").read_bytes()]
    copy = tmp_path / "copie"
    brand(zipped, tmp_path / "mirror.yml", copy, trusted=sets, today=today)
    assert faults(packed, copy) == []
    kept = [
        name
        for name in layout.names(packed / "site")
        if not name.startswith(branding.FOLDER) and not layout.compressed(name)
    ]
    dropped = {path.name for path in (packed / "site").iterdir() if path.is_dir() and (path / "index.html").is_file()}
    dropped -= {"fr", "ar", layout.EDITION}
    assert {"en", "zh"} <= dropped
    changed = [name for name in kept if not same(copy / name, packed / "site" / name)]
    assert {name.partition("/")[0] for name in changed} == dropped
    assert "Les amis de l" in (copy / "local" / "fr" / "mentions.html").read_text("utf-8")


def same(one: Path, other: Path) -> bool:
    return one.is_file() and one.read_bytes() == other.read_bytes()
