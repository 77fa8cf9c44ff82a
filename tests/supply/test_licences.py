"""edition/licences.txt names every part and holds the whole text of every licence."""

from __future__ import annotations

from pathlib import Path

from portal.supply import licences, parts


def test_every_part_and_every_text_is_there_once(root: Path) -> None:
    known = parts.shipped(root)
    text = licences.text(root, known)
    assert text == licences.text(root, known)
    for part in known:
        assert f"- {part.name}" in text and part.licence in text
        for _, said in part.texts:
            assert text.count(said.strip()) >= 1, part.id
    for own in ((root / "LICENSE"), parts.HERE / "texts" / "CC-BY-4.0.txt"):
        assert text.count(own.read_text("utf-8").strip()) == 1
    # Two parts of the same authors share their text, and stand above it together.
    assert "Jinja2 (BSD-3-Clause)" in text and "\r" not in text
    assert all(len(line) < 200 for line in text.splitlines())
