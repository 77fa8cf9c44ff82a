"""Icons of Material for MkDocs, read as files and written into the page: no font, no request."""

from __future__ import annotations

import functools
import importlib.util
from pathlib import Path

from markupsafe import Markup

# The set whose licence docs/_data/tiers.yml tells. Material holds others, under other licences.
SET = "material"


@functools.cache
def folder() -> Path:
    """Material's icon folder; found without importing the package."""
    spec = importlib.util.find_spec("material")
    if spec is None or spec.origin is None:
        raise RuntimeError("mkdocs-material is not installed: run `python3 build.py` again")
    return Path(spec.origin).parent / "templates" / ".icons"


@functools.cache
def svg(name: str) -> Markup:
    """`svg("material/scale-balance")`: the icon, hidden from assistive technology because the text beside it speaks."""
    path = folder() / f"{name}.svg"
    if not name.startswith(f"{SET}/") or not path.is_file():
        raise FileNotFoundError(f"unknown icon “{name}”: no file {path}, or not of the set “{SET}”")
    drawing = path.read_text("utf-8").replace(' xmlns="http://www.w3.org/2000/svg"', "")
    return Markup(drawing.replace("<svg ", '<svg class="icon" aria-hidden="true" focusable="false" ', 1))
