"""What stands on one page together: a title with the lines under it, a chapter's name with its first lines.

Typst could hold a title to what follows (`sticky`), but when it then moves both to the next page it leaves behind the
notes already set at the foot. A block that is never cut has its notes with it."""

from __future__ import annotations

from portal.printing.inlines import plain
from portal.printing.links import Node

SHORT = 500
"""Characters under which a list is never parted from its title."""


def _short(node: Node) -> bool:
    return node["t"] == "p" or (node["t"] == "list" and len(plain(node)) < SHORT)


def gathered(blocks: list[Node]) -> list[Node]:
    """The blocks, with each title and the short block under it as one {"t": "together", "body"}."""
    out: list[Node] = []
    titles: list[Node] = []
    for node in blocks:
        if node["t"] == "h":
            titles.append(node)
            continue
        if titles and _short(node):
            out.append({"t": "together", "body": [*titles, node]})
        else:
            out += [*titles, node]
        titles = []
    return [*out, *titles]


def opening(blocks: list[Node]) -> int:
    """How many of the gathered blocks stand with the name of the chapter: all up to the first title’s own."""
    for count, node in enumerate(blocks):
        if node["t"] == "together":
            return count + 1
        if node["t"] != "p":
            return count
    return len(blocks)
