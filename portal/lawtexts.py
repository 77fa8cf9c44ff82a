"""Read a folder of official texts, one Markdown file a code, into articles and their paragraphs."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from portal.errors import BuildError

Articles = dict[tuple[str, str], tuple[str, ...]]

_ARTICLE = re.compile(r"## (?P<number>[LRD]\d[\d-]*)\s*")
_VERSION = re.compile(r"### version \d+\s*")


def read_texts(folder: Path) -> Articles:
    """Return ``(code, article) -> paragraphs``; of several versions, the last printed is the newest.

    The code is the file's name in capitals (``ceseda.md`` -> ``CESEDA``); a paragraph is a line that is
    neither empty nor an editor's note between underscores. Raises ``BuildError`` when there is nothing to read.
    """
    articles: Articles = {}
    for path in sorted(folder.glob("*.md")):
        code, number, lines = path.stem.upper(), "", list[str]()
        for line in path.read_text(encoding="utf-8").splitlines():
            if found := _ARTICLE.fullmatch(line):
                number, lines = found["number"], []
            elif _VERSION.fullmatch(line):
                lines = []
            elif number and line.strip() and not line.startswith("_"):
                lines.append(line.strip())
            if number:
                articles[code, number] = tuple(lines)
    if not articles:
        raise BuildError(
            f"no article found in {folder}",
            "give a folder of Markdown files such as ceseda.md, with one “## R431-5” heading per article",
        )
    return articles


def fingerprint(text: str) -> str:
    """A fingerprint of a text that ignores how its spaces are set."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()
