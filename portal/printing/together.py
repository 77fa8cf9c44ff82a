"""What stands on one page together: a title with the lines under it, a chapter's name with its first lines.

Typst could hold a title to what follows (`sticky`), but when it then moves both to the next page it leaves behind the
notes already set at the foot. A block that is never cut has its notes with it."""

from __future__ import annotations

from portal.printing.inlines import plain
from portal.printing.links import Node

SHORT = 500
"""Characters under which a list is never cut under its title; a longer one is, after its first item."""


SHORT_PARAGRAPH = 200
"""Characters under which a paragraph has three lines at most: too few to be cut."""


def _parted(node: Node) -> tuple[list[Node], list[Node]]:
    """What of a block stands with the title above it, and what may go to the next page."""
    if node["t"] == "p" or (node["t"] == "list" and len(plain(node)) < SHORT):
        return [node], []
    if node["t"] == "list":
        first, *others = node["items"]
        return [{**node, "items": [first]}], [
            {**{key: value for key, value in node.items() if key != "id"}, "items": others, "start": node["start"] + 1}
        ]
    return [], [node]


def gathered(blocks: list[Node]) -> list[Node]:
    """The blocks, with each title and what is kept under it as one {"t": "together", "body", "more"}; `more` says that
    the same list goes on after it."""
    out: list[Node] = []
    titles: list[Node] = []
    for node in map(_sealed, blocks):
        if node["t"] == "h":
            titles.append(node)
            continue
        kept, rest = _parted(node) if titles else ([], [node])
        if kept:
            out.append({"t": "together", "body": [*titles, *kept], "more": bool(rest)})
            out += rest
        else:
            out += [*titles, node]
        titles = []
    return [*out, *titles]


def _sealed(node: Node) -> Node:
    """A short paragraph that calls a note, to be moved with it."""
    calls = node["t"] == "p" and any(inner["t"] in {"note", "cite"} for inner in node["c"])
    return {**node, "short": True} if calls and len(plain(node)) < SHORT_PARAGRAPH else node


def opening(blocks: list[Node]) -> int:
    """How many of the gathered blocks stand with the name of the chapter: all up to the first title’s own."""
    for count, node in enumerate(blocks):
        if node["t"] == "together":
            return count + 1
        if node["t"] != "p":
            return count
    return len(blocks)
