"""The law watch: a newer copy of the codes against what was pinned."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

from portal import lawcheck, lawwatch
from tests.test_lawcheck import texts  # noqa: F401


@pytest.fixture
def project(root: Path, tmp_path: Path, texts: Path) -> Path:  # noqa: F811
    """A folder with its own pins, and the real pages and people."""
    (tmp_path / "checker" / "rules").mkdir(parents=True)
    (tmp_path / "docs").symlink_to(root / "docs")
    (tmp_path / "tests").symlink_to(root / "tests")
    lawcheck.pin(tmp_path, texts)
    return tmp_path


def change(texts: Path, old: str, new: str) -> None:  # noqa: F811
    path = texts / "ceseda.md"
    assert old in path.read_text(encoding="utf-8")
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def test_nothing_changed(project: Path, texts: Path) -> None:  # noqa: F811
    assert lawwatch.watch(project, texts) == []


def test_a_changed_article_lists_what_rests_on_it(project: Path, texts: Path) -> None:  # noqa: F811
    change(texts, "quatre mois", "trois mois")
    changes = {one.article: one for one in lawwatch.watch(project, texts)}
    silence = changes["CESEDA R432-2"]
    assert silence.kind == lawwatch.CHANGED
    assert "ceseda-r432-2" in silence.lost
    assert any("quatre" in line for line in silence.diff if line.startswith("-"))
    assert any("trois" in line for line in silence.diff if line.startswith("+"))
    touched = dict(silence.touched)
    assert "sejour" in touched["rights"]
    # The last of these depends on the silence by its absence.
    assert {"api_silence", "prolongation_legale"} <= set(touched["situations"])
    assert "suspension" in touched["remedies"]
    assert "refus_implicite" in touched["deadlines"]
    assert "docs/fr/que-faire.md" in touched["pages"]
    assert touched["people"]


def test_a_missing_article(project: Path, texts: Path) -> None:  # noqa: F811
    change(texts, "## R432-2\n", "## R999-9\n")
    (one,) = lawwatch.watch(project, texts)
    assert (one.article, one.kind) == ("CESEDA R432-2", lawwatch.MISSING)


def test_a_new_version(project: Path, texts: Path) -> None:  # noqa: F811
    change(texts, "## R432-2\n", "## R432-2\n\n### version 1\n\nancien\n\n### version 2\n")
    assert lawwatch.watch(project, texts) == []
    change(texts, "### version 2\n", "### version 2\n\nun nouvel alinéa\n")
    (one,) = lawwatch.watch(project, texts)
    assert one.kind == lawwatch.NEW_VERSION
    assert any("nouvel" in line for line in one.diff)


def test_marking_writes_the_sources_and_unmarks_them(project: Path, texts: Path) -> None:  # noqa: F811
    change(texts, "quatre mois", "trois mois")
    lawwatch.mark(project, lawwatch.watch(project, texts))
    assert "ceseda-r432-2" in runpy.run_path(str(project / lawwatch.MARKED))["A_RELIRE"]
    lawwatch.mark(project, [])
    assert runpy.run_path(str(project / lawwatch.MARKED))["A_RELIRE"] == frozenset()


def test_marking_nothing_is_the_file_of_the_project(project: Path, root: Path) -> None:
    lawwatch.mark(project, [])
    written = (project / lawwatch.MARKED).read_text(encoding="utf-8")
    assert written == (root / lawwatch.MARKED).read_text(encoding="utf-8")
