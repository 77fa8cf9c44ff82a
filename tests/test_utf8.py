"""A file in another encoding is refused with its line, and the marks and line ends of any editor are read."""

from __future__ import annotations

from pathlib import Path

import pytest

from portal import frontmatter, utf8
from portal.errors import BuildError
from portal.mirrors import config, registry


def test_what_editors_write(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes("\ufeffé\r\nb\rc\n".encode())
    assert utf8.read(tmp_path / "a", "a") == "é\nb\nc\n"


def test_another_encoding(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes("a\né\n".encode("latin-1"))
    with pytest.raises(BuildError, match=r"^docs/a:2: not UTF-8: byte 0xe9\.$") as caught:
        utf8.read(tmp_path / "a", "docs/a")
    assert "UTF-8" in caught.value.remedy


def test_who_reads_what_strangers_write_says_so(tmp_path: Path) -> None:
    wrong = "nom: é\n".encode("latin-1")
    (tmp_path / "mirror.yml").write_bytes(wrong)
    with pytest.raises(BuildError, match=r"^mirror\.yml:1: not UTF-8"):
        config.load(tmp_path / "mirror.yml")
    (tmp_path / "mirrors.yml").write_bytes(b"\n" + wrong)
    with pytest.raises(BuildError, match=r"^mirrors\.yml:2: not UTF-8"):
        registry.load(tmp_path / "mirrors.yml")
    (tmp_path / "docs" / "fr").mkdir(parents=True)
    (tmp_path / "docs" / "fr" / "x.md").write_bytes(wrong)
    with pytest.raises(BuildError, match=r"^docs/fr/x\.md:1: not UTF-8"):
        frontmatter.read_all(tmp_path / "docs", {})
