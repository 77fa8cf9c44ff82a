"""What a build refuses leaves the site as it was; the edition that is asked for is the one that is printed."""

from __future__ import annotations

from pathlib import Path

from tests.robust.running import build, contents, copied, failure


def test_a_broken_link_stops_the_build_and_leaves_the_site(built: Path, tmp_path: Path) -> None:
    project = copied(built, tmp_path / "broken")
    page = project / "docs" / "fr" / "travailler.md"
    page.write_text(page.read_text("utf-8") + "\n[Lien](rien-du-tout.md)\n", "utf-8")
    before = contents(project / "site")
    done = build(project)
    assert done.returncode == 1, failure(done)
    assert "travailler.md" in done.stderr
    assert "rien-du-tout.md" in done.stderr
    assert "Traceback" not in done.stderr
    assert contents(project / "site") == before


def test_the_edition_asked_for_is_the_one_printed(built: Path, tmp_path: Path) -> None:
    project = copied(built, tmp_path / "edition")
    done = build(project, arguments=["--edition", "2026-12-01"])
    assert done.returncode == 0, failure(done)
    assert "Edition 2026-12-01" in done.stdout
    words = "1er\u00a0décembre\u00a02026"
    assert words in (project / "site" / "fr" / "index.html").read_text("utf-8")
    assert words not in (built / "site" / "fr" / "index.html").read_text("utf-8")
