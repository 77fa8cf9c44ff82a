"""The sets of keys that a packed verify.py brings: the files trust/*.json of this package."""

from __future__ import annotations

from importlib import resources


def embedded() -> list[bytes]:
    """Each set, as published; none in the project itself, which packs them in a release."""
    folder = resources.files(__package__) / "trust"
    if not folder.is_dir():
        return []
    return [file.read_bytes() for file in sorted(folder.iterdir(), key=lambda f: f.name) if file.name.endswith(".json")]
