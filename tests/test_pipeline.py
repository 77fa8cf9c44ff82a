"""The build as a whole: all or nothing, one at a time, the same bytes each time."""

from __future__ import annotations

import gzip
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import brotli
import pytest

from portal import compress, pipeline
from portal.errors import BuildError
from portal.verify.branding import FOLDER
from tests.print_reading import text

SOURCES = (
    *("build.py", "checker", "docs", "portal", "mkdocs.yml", "package.json", "package-lock.json", "requirements"),
    "LICENSE",
)
# Kept from a build: what is compressed, by its content, and what compiles Python for the browser.
KEPT = ("compressed", "python3.13")


def copy_project(root: Path, target: Path) -> Path:
    """The project's sources elsewhere, with the installed npm packages and KEPT."""
    target.mkdir()
    ignored = shutil.ignore_patterns("__pycache__")
    for name in SOURCES:
        source = root / name
        if source.is_dir():
            shutil.copytree(source, target / name, ignore=ignored)
        else:
            shutil.copy2(source, target / name)
    (target / "node_modules").symlink_to(root / "node_modules")
    for name in KEPT:
        if (root / ".build" / "cache" / name).exists():
            shutil.copytree(root / ".build" / "cache" / name, target / ".build" / "cache" / name, symlinks=True)
    return target


def contents(folder: Path) -> dict[str, bytes]:
    return {f.relative_to(folder).as_posix(): f.read_bytes() for f in sorted(folder.rglob("*")) if f.is_file()}


def test_two_builds_are_the_same_to_the_byte(root: Path, site: Path, tmp_path: Path) -> None:
    """Another folder, another time zone, another hash seed; Python for the browser is cut again. tests/robust/ builds a
    small portal in odder places, and with nothing kept."""
    project = copy_project(root, tmp_path / "elsewhere")
    result = subprocess.run(
        [sys.executable, "-m", "portal", "build"],
        cwd=project,
        env={**os.environ, "PYTHONHASHSEED": "77", "TZ": "Pacific/Auckland", "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr
    assert "Next: python3 build.py serve" in result.stdout
    first, second = contents(site), contents(project / "site")
    assert sorted(first) == sorted(second)
    assert [name for name in first if first[name] != second[name]] == []


def test_every_compressed_copy_is_its_file(site: Path) -> None:
    checked = 0
    for file in site.rglob("*"):
        if file.suffix in compress.SUFFIXES and file.stat().st_size >= compress.SMALLEST:
            data = file.read_bytes()
            for suffix, expand in ((".br", brotli.decompress), (".gz", gzip.decompress)):
                copy = file.with_name(file.name + suffix)
                if copy.exists():
                    assert expand(copy.read_bytes()) == data, copy
                    assert copy.stat().st_size < len(data), copy
                    checked += 1
    # A host may rewrite its own files: they have no copy.
    pages = [page for page in site.rglob("*.html") if not page.is_relative_to(site / FOLDER)]
    assert pages
    assert all(page.with_name(page.name + ".br").exists() for page in pages if page.stat().st_size > 1000)
    assert checked >= 2 * len(pages)


def test_compression_is_kept_by_content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = b"texte " * 200
    first = compress.brotli_bytes(tmp_path, data)
    assert brotli.decompress(first) == data
    monkeypatch.setattr(brotli, "compress", lambda *_, **__: pytest.fail("already compressed"))
    assert compress.brotli_bytes(tmp_path, data) == first
    compress.prune(tmp_path, time.time() + 60)
    with pytest.raises(pytest.fail.Exception):
        compress.brotli_bytes(tmp_path, data)


def test_files_that_do_not_gain_have_no_copy(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    noise = tmp_path / "site" / "noise.zip"
    noise.write_bytes(os.urandom(2000))
    (tmp_path / "site" / "small.html").write_text("x" * (compress.SMALLEST - 1), "utf-8")
    (tmp_path / "site" / "photo.png").write_bytes(b"0" * 2000)
    compress.compress(tmp_path, tmp_path / "site")
    assert sorted(f.name for f in (tmp_path / "site").iterdir()) == ["noise.zip", "photo.png", "small.html"]


@pytest.fixture
def swap(tmp_path: Path) -> tuple[Path, Path, Path]:
    """(new site, destination with an old site, work folder)."""
    work = tmp_path / ".build"
    (work / "site").mkdir(parents=True)
    (work / "site" / "new.txt").write_text("new", "utf-8")
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "old.txt").write_text("old", "utf-8")
    return work / "site", tmp_path / "site", work


def test_the_site_is_replaced_as_a_whole(swap: tuple[Path, Path, Path]) -> None:
    new, destination, _ = swap
    pipeline.publish(new, destination)
    assert contents(destination) == {"new.txt": b"new"}
    assert sorted(p.name for p in destination.parent.iterdir()) == [".build", "site"]


def test_a_failed_replacement_is_undone(swap: tuple[Path, Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    new, destination, _ = swap
    rename = Path.rename

    def refuse(self: Path, target: Path) -> Path:
        if self == new:
            raise PermissionError(13, "Permission denied", str(self))
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(PermissionError):
        pipeline.publish(new, destination)
    assert contents(destination) == {"old.txt": b"old"}


def test_leftovers_of_a_stopped_build_are_removed(tmp_path: Path) -> None:
    work = tmp_path / ".build"
    (work / "cache" / "x").mkdir(parents=True)
    (work / "site" / "half").mkdir(parents=True)
    (work / "guide.typ").touch()
    pipeline.clean(tmp_path)
    assert [entry.name for entry in work.iterdir()] == ["cache"]


def test_two_builds_do_not_run_together(tmp_path: Path) -> None:
    held = (
        "import sys; from pathlib import Path; from portal.locking import locked\n"
        "with locked(Path(sys.argv[1])): print('held', flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-u", "-c", held, str(tmp_path)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, **pipes) as first:  # type: ignore[call-overload]
        assert first.stdout.readline() == "held\n"
        with subprocess.Popen(command, **pipes) as second:  # type: ignore[call-overload]
            assert "waiting" in second.stdout.readline()
            first.stdin.close()
            assert second.stdout.readline() == "held\n"
            second.stdin.close()


def test_problems_are_all_named(capsys: pytest.CaptureFixture[str]) -> None:
    pipeline.refuse("the rules", [])
    with pytest.raises(BuildError, match=r"2 problem\(s\) in the rules:\n  a\n  b"):
        pipeline.refuse("the rules", ["a", "b"])


def test_papers_alone_leave_the_site_as_it_is(root: Path, site: Path, tmp_path: Path) -> None:
    before = sorted((path, path.stat().st_mtime_ns) for path in site.rglob("*"))
    mirror = tmp_path / "mirror.yml"
    mirror.write_text("local:\n  nom: Permanence du port\n  vu_le: 2026-11-28\n", "utf-8")
    made = pipeline.papers(root, tmp_path / "papier", edition="2026-12-24", only=["affiche", "livret"], mirror=mirror)
    assert sorted(path.name for path in made) == [
        "droits-en-attente-fr-a5-a-imprimer.pdf",
        "droits-en-attente-fr-a5.pdf",
        "droits-en-attente-fr-affiche.pdf",
    ]
    assert sorted(made) == sorted(path for path in (tmp_path / "papier").rglob("*") if path.is_file())
    said = text(tmp_path / "papier" / "droits-en-attente-fr-a5.pdf").replace("\u00a0", " ")
    assert "du 24 décembre 2026" in said and "Permanence du port" in said
    assert before == sorted((path, path.stat().st_mtime_ns) for path in site.rglob("*"))


def test_an_unknown_paper_is_refused(root: Path, tmp_path: Path) -> None:
    with pytest.raises(BuildError, match="no paper named journal"):
        pipeline.papers(root, tmp_path, only=["journal"])
    assert list(tmp_path.iterdir()) == []
