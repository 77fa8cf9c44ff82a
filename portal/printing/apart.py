"""Sections of pages for sheets that stand alone: no other page to turn to, and the texts named at the foot."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from portal.printing import columns, links, marks, texts, to_json
from portal.printing.content import Content
from portal.printing.links import SOURCE, Node
from portal.printing.normalize import Page
from portal.printing.vocabulary import PrintingError


def cut(content: Content, page: Page, line: int = columns.LINE) -> list[Node]:
    """[{"id", "title", "body"}]: the page cut at its titles; what stands before the first has id "".

    Tables are `line` characters wide. Folds are left out: they hold what a reader may skip."""
    found: list[Node] = [{"id": "", "title": [], "body": []}]
    blocks = content.blocks(page, lambda href: _link(content, page, href))
    marks.gather(blocks)
    _write_out(blocks)
    for block in blocks:
        if block["t"] == "h" and block["level"] == 2:
            found.append({"id": block.get("id", "").partition("#")[2], "title": block["c"], "body": []})
        elif block.get("kind") != "fold":
            if block["t"] == "table":
                block["columns"] = to_json.widths(block["head"], block["rows"], line)
            found[-1]["body"].append(block)
    return [section for section in found if section["body"]]


def one(content: Content, url: str, name: str, line: int = columns.LINE) -> Node:
    """The section `name` of the page `url`. Raises PrintingError when there is none."""
    for section in cut(content, content.pages[url], line) if url in content.pages else ():
        if section["id"] == name:
            return section
    raise PrintingError(f"{url}: no section #{name}, which a printed sheet is made of. Write it, or change the sheet.")


def names(pages: Iterable[Page]) -> dict[str, str]:
    """The name of each legal text of the pages, by id."""
    cited = [page for page in pages if page.sources]
    return {entry["id"]: entry["name"] for entry in texts.collect(cited, {})["entries"]} if cited else {}


def _link(content: Content, page: Page, href: str) -> Node:
    """A text is a number of the foot, and a page of the site a link for who reads the file; the rest is written out."""
    if href.startswith(f"#{SOURCE}"):
        return {"t": "cite", "to": href.removeprefix("#")}
    node = links.resolve(href, page=page.path, anchors={}, site_url=content.edition.site_url)
    inside = node.get("note", "").startswith(content.edition.site_url)
    return {**node, "note": ""} if inside else node


def _write_out(tree: Any) -> None:
    """Put after each link, in place, the address that the guide writes in a note."""
    if isinstance(tree, dict):
        if tree.get("note"):
            address = tree["note"].partition("//")[2].removeprefix("www.").rstrip("/")
            tree["c"].append({"t": "text", "s": f" ({address})"})
            tree["note"] = ""
        tree = list(tree.values())
    if isinstance(tree, list):
        for child in tree:
            _write_out(child)
