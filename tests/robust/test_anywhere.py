"""The same bytes whatever the place, the environment and the order of files; what is kept and was spoilt is made
again. `python -m tests.robust.matrix` tries each of these alone."""

from __future__ import annotations

import stat
from pathlib import Path

from tests.robust import portal
from tests.robust.places import ODD_PATH, all_at_once, shell
from tests.robust.running import build, contents, copied, differences, failure


def test_a_build_is_the_same_anywhere_to_the_byte(built: Path, tmp_path: Path) -> None:
    """Everything at once, and nothing kept from before; without a home, and with private files."""
    project = portal.make(tmp_path / ODD_PATH)
    done = build(project, all_at_once(), within=shell("umask 077"), without="HOME")
    assert done.returncode == 0, failure(done)
    assert done.stdout.rstrip().endswith("Next: python3 build.py serve")
    assert differences(built / "site", project / "site") == []
    # A server is another user.
    assert {stat.S_IMODE(path.stat().st_mode) for path in (project / "site").rglob("*")} == {0o755, 0o644}


def test_nothing_of_the_place_is_in_the_site(built: Path) -> None:
    here = str(built).encode()
    assert [name for name, data in contents(built / "site").items() if here in data] == []


def test_what_is_kept_and_was_cut_short_is_made_again(built: Path, tmp_path: Path) -> None:
    """Each kept file but those of Python for the browser that take minutes: tests/test_kept.py has their case."""
    project = copied(built, tmp_path / "cut")
    cache = project / ".build" / "cache"
    cut = [file for folder in ("compressed", "runtime") for file in (cache / folder).rglob("*") if file.is_file()]
    cut = [file for file in cut if file.parent.name not in ("small", "safe") and file.stat().st_size < portal.LARGE]
    assert len(cut) > 100
    for file in cut:
        data = file.read_bytes()
        file.write_bytes(data[: len(data) // 2])
    done = build(project)
    assert done.returncode == 0, failure(done)
    assert differences(built / "site", project / "site") == []
