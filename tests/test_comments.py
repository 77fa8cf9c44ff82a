"""Comments leave the files that readers download; nothing else does."""

from __future__ import annotations

from pathlib import Path

import pytest

from portal.comments import strip

ROOT = Path(__file__).resolve().parents[1]
ASSETS = sorted(p for p in (ROOT / "portal" / "theme" / "assets").iterdir() if p.suffix in (".js", ".css"))


def test_only_whole_lines_go() -> None:
    text = "/** Doc.\n * more */\nconst a = 'http://x'; // stays\n\n  // goes\nb();\n"
    assert strip(text, ".js") == "const a = 'http://x'; // stays\nb();\n"
    assert strip("/* head */\na { b: c } /* stays */\n", ".css") == "a { b: c } /* stays */\n"


@pytest.mark.parametrize("path", ASSETS, ids=lambda path: path.name)
def test_what_is_left_is_part_of_the_file(path: Path) -> None:
    source, left = path.read_text("utf-8"), strip(path.read_text("utf-8"), path.suffix)
    kept = [line for line in source.splitlines() if line.strip()]
    place = 0
    for line in left.splitlines():
        place = kept.index(line, place) + 1
    gone = [line for line in kept if line not in set(left.splitlines())]
    if path.suffix == ".js":
        assert all(line.lstrip().startswith(("//", "/*", "*")) for line in gone), gone
    assert strip(left, path.suffix) == left
