"""Inline HTML to text nodes: the words of a line, with their style, links and language."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from portal.printing import typography, vocabulary
from portal.printing.links import Node
from portal.typography import NBSP


@dataclass(frozen=True)
class Context:
    """What the conversion of one page needs.

    `link` turns an address into a link node; `drawings` says whether the drawings of papers are wanted; `explained`
    collects the abbreviations already spelt out in the chapter.
    """

    path: str
    lang: str
    link: Callable[[str], Node]
    drawings: bool = False
    explained: set[str] = field(default_factory=set)


def text(raw: str | None, lang: str) -> Iterator[Node]:
    """The node of a piece of raw text, or none when there is no text."""
    if raw:
        yield {"t": "text", "s": typography.set_text(raw, lang)}


def _link(element: etree._Element, ctx: Context, content: list[Node]) -> Iterator[Node]:
    href = element.get("href")
    if not href:
        yield from content
        return
    node = ctx.link(href)
    if node["t"] == "plain":
        yield from content
        return
    shown = "".join(element.itertext()).strip()
    if node.get("note", "").removeprefix("https://").rstrip("/") == shown.removeprefix("https://").rstrip("/"):
        node["note"] = ""
    yield {**node, "c": content}


def _abbr(element: etree._Element, ctx: Context, content: list[Node], lang: str) -> Iterator[Node]:
    short, long = typography.collapse("".join(element.itertext())).strip(), element.get("title", "").strip()
    yield from content
    if long and short not in ctx.explained:
        ctx.explained.add(short)
        yield {"t": "text", "s": typography.set_text(f" ({long})", lang)}


def convert(element: etree._Element, ctx: Context, lang: str) -> Iterator[Node]:
    """The nodes of one inline element, without its tail."""
    own = element.get("lang") or lang
    content = list(children(element, ctx, own))
    if own != lang:
        # Inside the link or the style: what looks for a citation finds it.
        content = [{"t": "lang", "lang": own, "c": content}]
    tag = element.tag
    if tag == "br":
        nodes: Iterator[Node] = iter([{"t": "br"}])
    elif tag == "a":
        nodes = _link(element, ctx, content)
    elif tag == "abbr":
        nodes = _abbr(element, ctx, content, own)
    elif tag == "q":
        nodes = iter([{"t": "text", "s": f"«{NBSP}"}, *content, {"t": "text", "s": f"{NBSP}»"}])
    elif tag in vocabulary.STYLED:
        nodes = iter([{"t": tag, "c": content}])
    elif element.get("data-term"):
        nodes = iter([{"t": "term", "key": element.get("data-term"), "c": content}])
    else:
        nodes = iter(content)
    return nodes


def children(element: etree._Element, ctx: Context, lang: str) -> Iterator[Node]:
    """The nodes of everything inside an element that holds only inline content."""
    yield from text(element.text, lang)
    for child in element:
        yield from convert(child, ctx, lang)
        yield from text(child.tail, lang)


def trimmed(nodes: list[Node]) -> list[Node]:
    """The same line without white space at its two ends, and without empty text."""
    for side, strip in ((0, str.lstrip), (-1, str.rstrip)):
        while nodes and nodes[side]["t"] == "text":
            kept = strip(nodes[side]["s"], " ")
            if kept:
                nodes[side] = {"t": "text", "s": kept}
                break
            del nodes[side]
    return nodes


def plain(nodes: Any) -> str:
    """The text of nodes as it will stand on the line, with room for the numbers still unknown."""
    if isinstance(nodes, list):
        return "".join(plain(node) for node in nodes)
    if nodes["t"] == "text":
        return str(nodes["s"])
    if nodes["t"] == "list":
        return " ".join(plain(item) for item in nodes["items"])
    if nodes["t"] == "marks":
        return NBSP + "(99)"
    inside = plain(nodes.get("c", []))
    return inside + {"cite": f"{NBSP}[99]", "note": "[99]", "ref": f"{NBSP}(p.{NBSP}99)", "p": " ", "br": " "}.get(
        nodes["t"], ""
    )
