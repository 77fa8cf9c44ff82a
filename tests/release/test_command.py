"""`build.py release` packs nothing that it should not."""

from __future__ import annotations

from pathlib import Path

import pytest

from portal.errors import BuildError
from portal.release import command


def test_the_papers_of_a_release_name_no_host(tmp_path: Path) -> None:
    (tmp_path / "mirror.yml").write_text("nom: Asso\n", "utf-8")
    with pytest.raises(BuildError, match="name of no host"):
        command.make(tmp_path, tmp_path / "dist")
    assert not (tmp_path / "dist").exists()


def test_there_must_be_an_edition_to_pack(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match="no edition"):
        command.make(tmp_path, tmp_path / "dist", rebuild=False)
