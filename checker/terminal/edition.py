"""Which edition of the rules this is, read in the project around the package."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent.parent


@dataclass(frozen=True)
class Edition:
    """``number``, the day it was read again (``day``) and its last day (``expires``)."""

    number: str
    day: date
    expires: date


def edition(project: Path = PROJECT) -> Edition | None:
    """The edition of docs/_data/edition.yml; ``None`` when the package was copied without it.

    Its lines are read one by one: the standard library has no YAML.
    """
    try:
        text = (project / "docs" / "_data" / "edition.yml").read_text("utf-8")
        found = dict(re.findall(r"^(\w+): *(\S+)", text, re.MULTILINE))
        return Edition(found["numero"], date.fromisoformat(found["date"]), date.fromisoformat(found["expire_le"]))
    except (OSError, KeyError, ValueError):
        return None


def version(project: Path = PROJECT) -> str | None:
    """The version of pyproject.toml; ``None`` when the package was copied without it."""
    try:
        return str(tomllib.loads((project / "pyproject.toml").read_text("utf-8"))["project"]["version"])
    except (OSError, KeyError, ValueError):
        return None
