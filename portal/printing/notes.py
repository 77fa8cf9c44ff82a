"""Citations as notes: the sentence keeps a number, the foot of the page the words, the end of the guide the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from portal.printing.links import Node
from portal.printing.marks import CLOSE, OPEN, SEPARATORS
from portal.typography import NBSP

SECTION = 2
"""The level of the titles after which a citation gets a note again."""

_BETWEEN = re.compile(rf"[\s{NBSP}]*({'|'.join(SEPARATORS)})?[\s{NBSP}]*")


class Notes:
    """Gives numbers to the citations of a whole paper, in the order of first citation (`numbers`: source → number), and
    letters to the addresses written out."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}
        self._seen: set[str] = set()
        self._letter = 0

    def chapter(self, blocks: list[Node]) -> None:
        """Turn the citations and addresses of one chapter into notes, in place."""
        for block in blocks:
            if block["t"] == "h" and block["level"] <= SECTION:
                self._seen.clear()
            self._visit(block)
        self._seen.clear()

    def _visit(self, tree: Any, frame: Node | None = None) -> None:
        """`frame` is the table or the box never cut that holds `tree`: its notes are kept with it."""
        if isinstance(tree, list):
            if any(isinstance(node, dict) and node.get("t") == "cite" for node in tree):
                tree[:] = self._line(tree, frame)
            for child in tree:
                self._visit(child, frame)
        elif isinstance(tree, dict):
            if tree.get("t") == "table" or (tree.get("t") == "box" and tree["whole"]):
                tree["notes"] = []
                frame = tree
            elif tree.get("t") == "cite":
                tree["n"] = self._number(tree["to"])
            elif tree.get("t") == "url" and tree["note"]:
                tree["mark"] = chr(ord("a") + self._letter % 26)
                self._letter += 1
            for key in [key for key in tree if key != "notes"]:
                self._visit(tree[key], frame)

    def _number(self, source: str) -> int:
        return self.numbers.setdefault(source, len(self.numbers) + 1)

    def _line(self, nodes: list[Node], frame: Node | None) -> list[Node]:
        """The line with each group “ (citation ; citation)” replaced by its notes."""
        out: list[Node] = []
        at = 0
        while at < len(nodes):
            end = _group(nodes, at)
            if end:
                before = nodes[at]["s"][:-1].rstrip(" " + NBSP)
                if before:
                    out.append({"t": "text", "s": before})
                out += self._marks([node for node in nodes[at + 1 : end] if node["t"] == "cite"], frame)
                # What follows the bracket begins the next round: it may open another one.
                nodes[end] = {"t": "text", "s": nodes[end]["s"][1:]}
                at = end
            else:
                if nodes[at].get("s") != "":
                    out.append(nodes[at])
                at += 1
        return out

    def _marks(self, cites: list[Node], frame: Node | None) -> Iterator[Node]:
        for cite in cites:
            number = self._number(cite["to"])
            mark: Node = {"t": "note", "n": number, "to": cite["to"], "c": []}
            if frame is not None:
                if number not in [note["n"] for note in frame["notes"]]:
                    frame["notes"].append({"n": number, "c": cite["c"]})
            elif cite["to"] not in self._seen:
                self._seen.add(cite["to"])
                mark["c"] = cite["c"]
            yield mark


def _group(nodes: list[Node], at: int) -> int:
    """Where the group of citations that opens at the end of `nodes[at]` closes, or 0."""
    if nodes[at]["t"] != "text" or not nodes[at]["s"].endswith(OPEN):
        return 0
    end = at + 1
    while end < len(nodes) and nodes[end]["t"] == "cite":
        end += 1
        if end < len(nodes) and nodes[end]["t"] == "text" and _BETWEEN.fullmatch(nodes[end]["s"]):
            end += 1
    closed = end > at + 1 and end < len(nodes) and nodes[end]["t"] == "text" and nodes[end]["s"].startswith(CLOSE)
    return end if closed else 0
