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

    Raises ``BuildError`` when there is nothing to read.
    """
    return {name: versions[-1] for name, versions in read_versions(folder).items()}


def read_versions(folder: Path) -> dict[tuple[str, str], tuple[tuple[str, ...], ...]]:
    """Return ``(code, article) -> versions``, each its paragraphs, in the order in which they are printed.

    The code is the file's name in capitals (``ceseda.md`` -> ``CESEDA``); a paragraph is a line that is
    neither empty nor an editor's note between underscores. Raises ``BuildError`` when there is nothing to read.
    """
    articles: dict[tuple[str, str], list[list[str]]] = {}
    for path in sorted(folder.glob("*.md")):
        versions: list[list[str]] | None = None
        for line in path.read_text(encoding="utf-8").splitlines():
            if found := _ARTICLE.fullmatch(line):
                versions = articles[path.stem.upper(), found["number"]] = [[]]
            elif versions is None:
                continue
            elif _VERSION.fullmatch(line):
                # What stands between the heading and the first version belongs to no version.
                versions[:] = [version for version in versions if version] + [[]]
            elif line.strip() and not line.startswith("_"):
                versions[-1].append(line.strip())
    if not articles:
        raise BuildError(
            f"no article found in {folder}",
            "give a folder of Markdown files such as ceseda.md, with one “## R431-5” heading per article",
        )
    return {name: tuple(tuple(version) for version in versions) for name, versions in articles.items()}


def fingerprint(text: str) -> str:
    """A fingerprint of a text that ignores how its spaces are set."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()
