"""Comments are for those who read the sources: the scripts and style sheets that readers download go without."""

from __future__ import annotations

import re
from pathlib import Path

# Only what fills whole lines: no text of a script, no address, can be mistaken for it.
_BLOCK = re.compile(r"^[ \t]*/\*(?:(?!\*/).)*\*/[ \t]*\n", re.MULTILINE | re.DOTALL)
_LINE = re.compile(r"^[ \t]*//.*\n", re.MULTILINE)
_EMPTY = re.compile(r"\n{2,}")


def strip(text: str, suffix: str) -> str:
    """`text` of a file ending with `suffix` (".js" or ".css") without the comments that fill lines, nor empty lines."""
    text = _BLOCK.sub("", text)
    if suffix == ".js":
        text = _LINE.sub("", text)
    return _EMPTY.sub("\n", text).lstrip("\n")


def strip_all(assets: Path) -> None:
    """Strips each script and style sheet of the folder `assets`, in place."""
    for path in sorted(assets.iterdir()):
        if path.suffix in (".js", ".css"):
            path.write_text(strip(path.read_text("utf-8"), path.suffix), "utf-8")
