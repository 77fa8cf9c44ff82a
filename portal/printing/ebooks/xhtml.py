"""Nodes to markup that is both XHTML and HTML: what the EPUB and the single page have in common."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import escape

from portal.printing.ebooks import svg
from portal.printing.ebooks.places import Places, call
from portal.printing.links import Node
from portal.printing.vocabulary import STYLED, PrintingError
from portal.typography import NBSP

# Article numbers ("R. 431-15-1") and the like stay on one line: a browser breaks after a hyphen.
_UNBROKEN = re.compile(r"(?:\b[LRDA]\.\*?\u00a0)?\b\d+(?:-\d+)+\b")

WIDE = 2
"""Columns from which a table folds on a phone: each row becomes a box, each cell says its column."""


@dataclass(frozen=True)
class Writer:
    """Writes the nodes of one section, whose title is of level `level`.

    `numbers` gives the number of each cited text; `drawing` is the word for a drawing that has none of its own; `rtl`
    says that the book is read from right to left."""

    section: str
    places: Places
    numbers: Mapping[str, int]
    level: int
    drawing: str
    rtl: bool = False
    _called: set[str] = field(default_factory=set)

    def line(self, nodes: Sequence[Node]) -> str:
        """The markup of inline nodes."""
        return "".join(map(self._inline, nodes))

    def blocks(self, nodes: Sequence[Node]) -> str:
        """The markup of block nodes."""
        return "".join(map(self._block, nodes))

    def typed(self, kind: str, role: str) -> str:
        """The attributes that tell what an element is: the role for all, the type where EPUB wants it."""
        return (f' epub:type="{kind}"' if self.places.epub else "") + (f' role="{role}"' if role else "")

    def _inline(self, node: Node) -> str:
        kind = node["t"]
        if kind == "text":
            return _UNBROKEN.sub(r'<span class="n">\g<0></span>', escape(node["s"], quote=False))
        if kind == "br":
            return "<br/>"
        if kind == "cite":
            return self._cite(node)
        inside = self.line(node["c"]) if "c" in node else ""
        if kind == "term":
            # What the index of the printed guide points to.
            return inside
        if kind in STYLED:
            return f"<{kind}>{inside}</{kind}>"
        if kind == "lang":
            # Where lines run the other way, its punctuation stays with it.
            tag = "bdi" if self.rtl else "span"
            return f"<{tag}{languages(node['lang'], self.places.epub)}>{inside}</{tag}>"
        if kind == "ref":
            return f'<a href="{escape(self.places.address(node["to"]))}">{inside}</a>'
        if kind == "url":
            # On paper, the address follows words that do not say it.
            kind = ' class="out"' if node["note"] else ""
            return f'<a{kind} href="{escape(node["url"])}">{inside}</a>'
        raise self._unknown(kind)

    def _unknown(self, kind: str) -> PrintingError:
        return PrintingError(
            f"{self.section}: “{kind}” has no form on a screen. Add it to portal/printing/ebooks/xhtml.py."
        )

    def _cite(self, node: Node) -> str:
        source = node["to"]
        first = "" if source in self._called else f' id="{self.places.id(self.section, call(source))}"'
        self._called.add(source)
        words = f'{self.line(node["c"])}{NBSP}<span class="n">[{self.numbers[source]}]</span>'
        role = self.typed("noteref", "doc-noteref")
        return f'<a class="cite"{role}{first} href="{escape(self.places.address(source))}">{words}</a>'

    def _block(self, node: Node) -> str:
        write = {
            "p": self._p,
            "h": self._h,
            "list": self._list,
            "dl": self._dl,
            "table": self._table,
            "quote": self._quote,
            "box": self._box,
            "drawing": self._drawing,
        }.get(node["t"])
        if write is None:
            raise self._unknown(node["t"])
        at = f' id="{escape(self.places.anchor(node["id"]))}"' if "id" in node else ""
        if "lang" in node:
            at += f'{languages(node["lang"], self.places.epub)} dir="ltr"'
        return write(node, at) + "\n"

    def _p(self, node: Node, at: str) -> str:
        return f"<p{at}>{self.line(node['c'])}</p>"

    def _h(self, node: Node, at: str) -> str:
        # Level 2 in a page is the first under its title.
        tag = f"h{self.level + node['level'] - 1}"
        return f"<{tag}{at}>{self.line(node['c'])}</{tag}>"

    def _list(self, node: Node, at: str) -> str:
        tag = "ol" if node["ordered"] else "ul"
        start = f' start="{node["start"]}"' if node["ordered"] and node["start"] != 1 else ""
        return f"<{tag}{at}{start}>{''.join(f'<li>{self._cell(item)}</li>' for item in node['items'])}</{tag}>"

    def _dl(self, node: Node, at: str) -> str:
        items = (f"<dt>{self.line(item['term'])}</dt><dd>{self._cell(item['body'])}</dd>" for item in node["items"])
        return f"<dl{at}>{''.join(items)}</dl>"

    def _table(self, node: Node, at: str) -> str:
        caption = f"<caption>{self.line(node['caption'])}</caption>" if node["caption"] else ""
        head = "".join(f'<th scope="col">{self.line(cell)}</th>' for cell in node["head"])
        wide = len(node["head"]) >= WIDE
        labels = [f' data-label="{escape(_words(cell))}"' if wide else "" for cell in node["head"]]
        rows = "".join(self._row(row, labels) for row in node["rows"])
        kind = ' class="wide"' if wide else ""
        return f"<table{at}{kind}>{caption}<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"

    def _row(self, row: Sequence[Sequence[Node]], labels: Sequence[str]) -> str:
        cells = zip(labels, row, strict=True)
        return f"<tr>{''.join(f'<td{label}>{self._cell(cell)}</td>' for label, cell in cells)}</tr>\n"

    def _quote(self, node: Node, at: str) -> str:
        return f"<blockquote{at}>{self.blocks(node['body'])}</blockquote>"

    def _box(self, node: Node, at: str) -> str:
        title = f'<p class="title"><strong>{self.line(node["title"])}</strong></p>'
        return f'<div{at} class="box {node["kind"]}">{title}{self.blocks(node["body"])}</div>'

    def _drawing(self, node: Node, at: str) -> str:
        name = f"{self.drawing} ({node['words']})" if node["words"] else self.drawing
        return f"<p{at}>{svg.markup(node, name)}</p>"

    def _cell(self, nodes: Sequence[Node]) -> str:
        """Blocks in a cell, an item or a definition: one paragraph alone is only its line."""
        if len(nodes) == 1 and nodes[0]["t"] == "p" and not nodes[0].keys() & {"id", "lang"}:
            return self.line(nodes[0]["c"])
        return self.blocks(nodes)


def _words(nodes: Sequence[Node]) -> str:
    return "".join(node["s"] if node["t"] == "text" else _words(node.get("c", ())) for node in nodes)


def languages(lang: str, epub: bool) -> str:
    """The attributes that give a language: XHTML readers want both."""
    return f' lang="{escape(lang)}"' + (f' xml:lang="{escape(lang)}"' if epub else "")
