"""The guide of who hosts a copy: the page « Héberger une copie » on two sides of one A4 sheet, with drawings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from portal.pages import HOST_GUIDE, SITE_NAME
from portal.printing import apart, normalize
from portal.printing.content import Content
from portal.printing.engine import Press
from portal.printing.links import Node
from portal.printing.typography import set_text
from portal.printing.vocabulary import PrintingError

PAGE = "fabrication/heberger.html"
STEPS = {"archive": "archive", "formulaire": "form", "envoyer": "folder", "ouvrir": "check"}
"""The sections that are steps, each with its drawing, a function of typ/host-drawings.typ."""

BEFORE = "avant"
"""The section above the steps."""

LEFT_OUT = frozenset({"", "en-bref"})
"""What the sheet says by itself, and the link to it."""


def make(content: Content, press: Press) -> Iterator[tuple[str, bytes]]:
    """Two pages: the steps, then the settings of each host, updates, and when to stop."""
    yield PurePosixPath(HOST_GUIDE).name, press.pdf("host-guide.typ", build(content))


def build(content: Content) -> Node:
    """data.json of the guide. Raises PrintingError when the page lacks a section that the sheet is made of."""
    page = normalize.read(content.site, f"{content.lang}/{PAGE}")
    sections = {section["id"]: section for section in _plain(apart.cut(content, page))}
    if lacking := [name for name in (BEFORE, *STEPS) if name not in sections]:
        raise PrintingError(f"{page.path}: no section #{lacking[0]}, which a printed sheet is made of. Write it.")
    return {
        **content.letters,
        "site": SITE_NAME,
        "own": content.own,
        "warnings": content.warnings,
        "title": set_text(page.title, content.lang),
        "summary": set_text(page.summary, content.lang),
        "checked": content.checked(page),
        "before": sections[BEFORE],
        "steps": [{**sections[name], "drawing": drawing} for name, drawing in STEPS.items()],
        "rest": [part for name, part in sections.items() if name not in {BEFORE, *STEPS, *LEFT_OUT}],
    }


def _plain(tree: Any) -> Any:
    """`tree` with its links as words, for there is no official address to lead to, and what is typed in bold."""
    if isinstance(tree, list):
        return [_plain(child) for child in tree]
    if not isinstance(tree, dict):
        return tree
    node = {key: _plain(child) for key, child in tree.items()}
    if node.get("t") == "url":
        return {"t": "lang", "lang": "fr", "c": node["c"]}
    return {**node, "t": "strong"} if node.get("t") == "code" else node
