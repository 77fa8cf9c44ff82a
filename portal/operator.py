"""Who publishes this copy: what docs/_data/operateur.yml still leaves empty."""

from __future__ import annotations

from pathlib import Path

from portal import law

FILE = "docs/_data/operateur.yml"


def empty(root: Path) -> list[str]:
    """One line for each field that the host of this copy has not filled: file, line, remedy."""
    fields = law.data(root)["operateur"]
    lines = (root / FILE).read_text("utf-8").splitlines()
    # A key may be written in another way that YAML reads alike.
    places = {line.partition(":")[0].strip("\"' "): number for number, line in enumerate(lines, start=1)}
    return [
        f"{FILE}:{places.get(name, 1)}: `{name}` is empty. Write it: the legal notice and the guide show it as missing."
        for name, value in fields.items()
        if not value
    ]
