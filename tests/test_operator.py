"""The build says which fields of the legal notice nobody has filled."""

from __future__ import annotations

from pathlib import Path

import pytest

from portal import operator, pipeline


def test_each_empty_field_is_named_with_its_line(root: Path) -> None:
    found = operator.empty(root)
    lines = (root / operator.FILE).read_text("utf-8").splitlines()
    assert len(found) == sum(line.endswith('""') for line in lines) > 0
    for fault in found:
        _, number, said = fault.split(":", 2)
        assert lines[int(number) - 1].split(":")[0] == said.split("`")[1]


def test_a_filled_notice_raises_no_warning(tmp_path: Path, root: Path) -> None:
    folder = tmp_path / "docs" / "_data"
    folder.mkdir(parents=True)
    for file in (root / "docs" / "_data").glob("*.yml"):
        (folder / file.name).write_text(file.read_text("utf-8"), "utf-8")
    path = tmp_path / operator.FILE
    path.write_text(path.read_text("utf-8").replace('""', '"Association"'), "utf-8")
    assert operator.empty(tmp_path) == []


def test_the_build_ends_with_the_warnings(capsys: pytest.CaptureFixture[str], site: Path) -> None:
    pipeline.Report(site, "2026-11-23", (), ("docs/_data/operateur.yml:5: `nom` is empty.",)).show()
    assert "Warning: docs/_data/operateur.yml:5: `nom` is empty." in capsys.readouterr().out
