"""A clean page to the blocks of data.json, the only thing the template reads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from portal.printing import columns, drawings, inlines, normalize, vocabulary
from portal.printing.inlines import Context
from portal.printing.links import Node, label
from portal.printing.vocabulary import PrintingError

KEEP_TOGETHER = 700
"""Characters under which a box or a table is never cut by the end of a page."""


def line(element: etree._Element, ctx: Context) -> list[Node]:
    """The inline content of one element."""
    return inlines.trimmed(list(inlines.children(element, ctx, element.get("lang") or ctx.lang)))


def blocks(element: etree._Element, ctx: Context, skip: etree._Element | None = None) -> list[Node]:
    """Every block inside `element` but `skip`; loose text between blocks becomes a paragraph."""
    out: list[Node] = []
    loose: list[Node] = list(inlines.text(element.text, ctx.lang))

    def flush() -> None:
        content = inlines.trimmed(loose[:])
        loose.clear()
        if content:
            out.append({"t": "p", "c": content})

    for child in element:
        if child is skip:
            pass
        elif child.tag in vocabulary.INLINES:
            loose += inlines.convert(child, ctx, ctx.lang)
        else:
            flush()
            out += _anchored(child, ctx)
        loose += inlines.text(child.tail, ctx.lang)
    flush()
    return _captioned(out)


def _captioned(nodes: list[Node]) -> list[Node]:
    """Tables with the bold line that stands above them as their caption."""
    out: list[Node] = []
    for node in nodes:
        before = out[-1] if out else {}
        titled = before.get("t") == "p" and [inner["t"] for inner in before["c"]] == ["strong"]
        if node["t"] == "table" and not node["caption"] and titled:
            node["caption"] = out.pop()["c"][0]["c"]
        out.append(node)
    return out


def _anchored(element: etree._Element, ctx: Context) -> Iterator[Node]:
    own = element.get("lang") or ctx.lang
    nodes = list(_block(element, replace(ctx, lang=own)))
    if own != ctx.lang:
        nodes = [_foreign(node, own) for node in nodes]
    anchor = element.get("id")
    if anchor and nodes:
        nodes[0] = {**nodes[0], "id": label(ctx.path, anchor)}
    yield from nodes


def _foreign(node: Node, lang: str) -> Node:
    """A block of another language than its page: what a translation lacks. A title is one in its words only."""
    return {**node, "c": [{"t": "lang", "lang": lang, "c": node["c"]}]} if node["t"] == "h" else {**node, "lang": lang}


def _block(element: etree._Element, ctx: Context) -> Iterator[Node]:
    tag = element.tag
    if tag in vocabulary.HEADINGS:
        yield {"t": "h", "level": vocabulary.HEADINGS[tag], "c": line(element, ctx)}
    elif tag == "p":
        content = line(element, ctx)
        if content:
            yield {"t": "p", "c": content}
    elif tag in ("ul", "ol"):
        items = [blocks(item, ctx) for item in element.iterchildren("li")]
        yield {"t": "list", "ordered": tag == "ol", "start": int(element.get("start", 1)), "items": items}
    elif tag == "dl":
        yield {"t": "dl", "items": list(_definitions(element, ctx))}
    elif tag == "table":
        yield _table(element, ctx)
    elif tag == "blockquote":
        yield {"t": "quote", "body": blocks(element, ctx)}
    elif tag == "details" or normalize.classes(element) & vocabulary.CALLOUTS:
        yield _box(element, ctx)
    elif tag == "svg" and ctx.drawings:
        yield drawings.node(element, ctx.path, ctx.lang)
    elif tag in vocabulary.TRANSPARENT:
        yield from blocks(element, ctx)


def _definitions(element: etree._Element, ctx: Context) -> Iterator[Node]:
    term: Node | None = None
    for child in element:
        if child.tag == "dt":
            if term:
                yield term
            term = {"term": line(child, ctx), "body": [], "id": label(ctx.path, child.get("id", ""))}
        elif term is None:
            raise PrintingError(f"{ctx.path}: a <dl> begins with <dd>. Give each definition its <dt> first.")
        else:
            term["body"] += blocks(child, ctx)
    if term:
        yield term


def _table(element: etree._Element, ctx: Context) -> Node:
    caption = element.find("caption")
    head = [line(cell, ctx) for cell in element.find("thead/tr")]
    rows = [[blocks(cell, ctx) for cell in row] for row in element.iterfind("tbody/tr")]
    return {
        "t": "table",
        "caption": line(caption, ctx) if caption is not None else [],
        "head": head,
        "rows": rows,
        "columns": widths(head, rows),
        "whole": sum(len(inlines.plain(cell)) for row in [head, *rows] for cell in row) < KEEP_TOGETHER,
    }


def widths(head: list[list[Node]], rows: list[list[list[Node]]], line: int = columns.LINE) -> list[int]:
    """The shares of the columns of a table that is `line` characters wide."""
    return columns.shares([[inlines.plain(cell) for cell in row] for row in [head, *rows]], line)


def _box(element: etree._Element, ctx: Context) -> Node:
    fold = element.tag == "details"
    first = element[0] if len(element) else None
    titled = first is not None and (first.tag == "summary" or normalize.classes(first) & vocabulary.CALLOUT_TITLES)
    if first is None or not titled:
        raise PrintingError(f"{ctx.path}: a box “{normalize.text_of(element)[:40]}…” has no title. Give it one.")
    kinds = sorted(normalize.classes(element) & vocabulary.CALLOUTS)
    return {
        "t": "box",
        "kind": "fold" if fold else kinds[0],
        "title": line(first, ctx),
        "body": blocks(element, ctx, skip=first),
        "whole": len(normalize.text_of(element)) < KEEP_TOGETHER,
    }
