"""The JavaScript modules that a script imports, read from their text."""

from __future__ import annotations

import re
from pathlib import Path

_IMPORT = re.compile(r"""(?:^|\n)\s*(?:import|export)\b[^"';]*["'](\.{1,2}/[^"']+)["']""")


def modules(script: Path) -> set[Path]:
    """A script and the modules it imports as it starts, at any depth; nothing when the file is not there."""
    return _modules(script, frozenset())


def _modules(script: Path, seen: frozenset[Path]) -> set[Path]:
    if script in seen or not script.is_file():
        return set()
    found = {script}
    for name in _IMPORT.findall(script.read_text("utf-8")):
        found |= _modules((script.parent / name).resolve(), seen | found)
    return found
