"""What checker.html needs to write the form: the questions of the rule base and the size of the download."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from checker.catalogue import catalogue
from portal import runtime


def megabytes(size: int) -> str:
    """2634579 → "2,6 Mo", one decimal, French comma, never rounded down."""
    tenths = -(-size // 100_000)
    return f"{tenths // 10},{tenths % 10}\u00a0Mo"


def context(root: Path) -> dict[str, Any]:
    """`questions` and `statuses` as the catalogue gives them, `bytes` and `size` (in words) of the
    download, as a server sends it compressed by brotli."""
    found = catalogue()
    size = runtime.sizes(root)["total"]["br"]
    return {
        "questions": found["questions"],
        "statuses": found["statuses"],
        "bytes": size,
        "size": megabytes(size),
    }
