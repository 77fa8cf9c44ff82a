"""Citations in parentheses as bare numbers, for sheets whose foot names the texts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from portal.printing.links import Node
from portal.typography import NBSP

OPEN, CLOSE = ("(", "（"), (")", "）")
"""Brackets of every script."""

SEPARATORS = (";", ",", "؛", "،", "；", "，", "、", "et", "puis")
"""What may stand between two citations of a group: the points of every script, the words of French."""

_BLANK = f" {NBSP}"


def gather(tree: Any) -> None:
    """Make every citation of a JSON tree a node {"t": "marks", "to": [id]}, in place.

    "(citation ; citation)" becomes one node, without its parentheses. A citation that stands in the sentence keeps its
    words, which the sentence needs, before its number."""
    if isinstance(tree, dict):
        tree = list(tree.values())
    if isinstance(tree, list):
        if any(isinstance(node, dict) and node.get("t") == "cite" for node in tree):
            tree[:] = _gathered(tree)
        for child in tree:
            gather(child)


def without(tree: Any) -> None:
    """Take every mark out of a gathered JSON tree, in place: for a sheet too far from the eyes to carry numbers."""
    if isinstance(tree, dict):
        tree = list(tree.values())
    if isinstance(tree, list):
        tree[:] = [node for node in tree if not (isinstance(node, dict) and node.get("t") == "marks")]
        for child in tree:
            without(child)


def cited(tree: Any) -> Iterator[str]:
    """The ids of the texts that a gathered JSON tree cites, in order."""
    if isinstance(tree, dict):
        if tree.get("t") == "marks":
            yield from tree["to"]
        tree = list(tree.values())
    if isinstance(tree, list):
        for child in tree:
            yield from cited(child)


def _gathered(line: list[Node]) -> list[Node]:
    out: list[Node] = []
    rest = list(line)
    while rest:
        node = rest.pop(0)
        end = _end(rest) if _said(node).endswith(OPEN) else 0
        if end:
            before, after = node["s"][:-1].rstrip(_BLANK), rest[end]["s"][1:]
            ids = [inner["to"] for inner in rest[:end] if inner["t"] == "cite"]
            out += [*_text(before), {"t": "marks", "to": ids}]
            rest = [*_text(after), *rest[end + 1 :]]
        elif node["t"] == "cite":
            out += [*node["c"], {"t": "marks", "to": [node["to"]]}]
        else:
            out.append(node)
    return out


def _end(nodes: list[Node]) -> int:
    """How many nodes, citations and what parts them, stand before the closing parenthesis; 0 if anything else does."""
    for place, node in enumerate(nodes):
        if place % 2 == 0 and node["t"] != "cite":
            return 0
        if place % 2 == 1 and _said(node).strip(_BLANK) not in SEPARATORS:
            return place if _said(node).startswith(CLOSE) else 0
    return 0


def _said(node: Node) -> str:
    return str(node["s"]) if node["t"] == "text" else ""


def _text(said: str) -> list[Node]:
    return [{"t": "text", "s": said}] if said else []
