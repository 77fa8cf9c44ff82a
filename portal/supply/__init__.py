"""What others made: what of it is shipped and why, its licences, the hashes that pin it, its known faults."""

from __future__ import annotations

from pathlib import Path

from portal import edition as editions
from portal.release import layout
from portal.supply import bom, found, licences, parts

faults = found.faults


def write(root: Path, site: Path) -> list[Path]:
    """Writes the licences and the bill of materials of the edition under `site`; returns their paths.

    Raises BuildError when the declared list does not agree with what is installed."""
    known = parts.shipped(root)
    made = {
        layout.LICENCES: licences.text(root, known),
        layout.MATERIALS: bom.text(root, editions.load(root), known),
    }
    written = []
    for name, text in made.items():
        path = site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        written.append(path)
    return written


__all__ = ["faults", "write"]
