"""The manifests list every file, and `sha256sum` and `ssh-keygen` are enough to check them."""

from __future__ import annotations

import hashlib
import json
import subprocess
from pathlib import Path

from portal.release import layout, manifest
from tests.release.project import describe, small_site


def test_every_signed_file_is_listed_once_in_order(tmp_path: Path) -> None:
    site = small_site(tmp_path)
    names = [line.partition("  ")[2] for line in (site / layout.MANIFEST).read_text("utf-8").splitlines()]
    assert names == sorted(names) == ["edition/tailles.json", "fr/a-é.html", "fr/index.html", "index.html", "sw.js"]
    beside = (site / layout.MANIFEST_COMPRESSED).read_text("utf-8").splitlines()
    assert [line.partition("  ")[2] for line in beside] == ["fr/index.html.gz"]
    sizes = json.loads((site / layout.SIZES).read_text("utf-8"))
    assert sizes == {name: (site / name).stat().st_size for name in [*names[1:], "fr/index.html.gz"]}


def test_the_statement_holds_the_hash_of_both(tmp_path: Path) -> None:
    site = small_site(tmp_path)
    said = json.loads((site / layout.STATEMENT).read_text("utf-8"))
    for key, name in (("manifest", layout.MANIFEST), ("compressed", layout.MANIFEST_COMPRESSED)):
        assert said[key] == hashlib.sha256((site / name).read_bytes()).hexdigest()
    assert (said["edition"], said["expires"], said["files"]) == (7, "2027-02-21", 5)


def test_sha256sum_checks_it_and_sees_a_change(tmp_path: Path) -> None:
    site = small_site(tmp_path)
    command = ["sha256sum", "--check", "--quiet", layout.MANIFEST]
    assert subprocess.run(command, cwd=site, check=False).returncode == 0
    (site / "fr" / "index.html").write_text("<p>Travaik", "utf-8")
    assert subprocess.run(command, cwd=site, check=False, capture_output=True).returncode == 1


def test_written_again_it_is_the_same(tmp_path: Path) -> None:
    site = small_site(tmp_path)
    first = {name: (site / name).read_bytes() for name in layout.names(site)}
    describe(site)
    assert {name: (site / name).read_bytes() for name in layout.names(site)} == first


def test_what_a_host_writes_is_not_counted(tmp_path: Path) -> None:
    site = small_site(tmp_path)
    assert [name for name, _, _ in manifest.folders(site)] == ["", "edition", "fr"]
