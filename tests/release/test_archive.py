"""The same bytes whoever packs, where and when."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest
import zstandard

from portal.release import archive, layout
from tests.release.project import EDITION, small_site

PACK = """
import sys
from pathlib import Path
from portal.release import archive
from tests.release.project import EDITION, small_site
site = small_site(Path(sys.argv[1]))
archive.write(site, EDITION, Path(sys.argv[2]), "a")
"""


def test_another_folder_locale_zone_and_umask_give_the_same_bytes(root: Path, tmp_path: Path) -> None:
    made = []
    for number, (zone, locale, mask) in enumerate((("UTC", "C", 0o022), ("Pacific/Auckland", "C.UTF-8", 0o077))):
        folder = tmp_path / f"ailleurs {number} é"
        subprocess.run(
            [sys.executable, "-X", "utf8", "-c", PACK, folder / "site", folder / "dist"],
            cwd=root,
            env={**os.environ, "TZ": zone, "LC_ALL": locale, "PYTHONHASHSEED": str(number)},
            umask=mask,
            check=True,
        )
        made.append([(folder / "dist" / name).read_bytes() for name in ("a.zip", "a.tar.zst")])
    assert made[0] == made[1]


def test_the_zip_leaves_compressed_copies_out_and_the_tar_keeps_them(tmp_path: Path) -> None:
    site = small_site(tmp_path / "site")
    zipped, tarred = archive.write(site, EDITION, tmp_path, "a")
    with zipfile.ZipFile(zipped) as found:
        inside = {name.removeprefix(f"{layout.NAME}/"): found.read(name) for name in found.namelist()}
    assert inside == {n: (site / n).read_bytes() for n in layout.names(site) if not n.endswith(".gz")}
    data = zstandard.ZstdDecompressor().stream_reader(io.BytesIO(tarred.read_bytes())).read()
    with tarfile.open(fileobj=io.BytesIO(data)) as found_tar:
        names = [member.name.removeprefix(f"{layout.NAME}/") for member in found_tar]
    assert names == list(layout.names(site))


def test_a_failure_leaves_the_older_archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = small_site(tmp_path / "site")
    (tmp_path / "a.zip").write_text("older", "utf-8")

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(zipfile.ZipFile, "writestr", full)
    with pytest.raises(OSError, match="space"):
        archive.write(site, EDITION, tmp_path, "a")
    assert (tmp_path / "a.zip").read_text("utf-8") == "older"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.zip", "site"]
