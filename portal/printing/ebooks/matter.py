"""What stands around the chapters of the book, as block nodes: how to use it, the way to the checker, the notice."""

from __future__ import annotations

from collections.abc import Iterable

from portal.printing.content import Content
from portal.printing.links import Node


def how_to_use(content: Content) -> list[Node]:
    """The steps, then each kind of box with what it means."""
    words = content.own["use"]
    kinds = content.interface["callouts"]
    steps = [[_p([_strong(f"{step['head']}."), _text(f" {step['text']}")])] for step in content.own["ebook"]["steps"]]
    samples = [_box(kind, kinds[kind], text) for kind, text in words["samples"].items()]
    fold = _box("fold", words["fold_title"], words["fold"])
    return [_list(steps, ordered=True), _p([_text(words["boxes"])]), *samples, fold]


def checker(content: Content, url: str) -> list[Node]:
    """How to reach the questions, which no book can hold."""
    steps = [[_p([_text(step)])] for step in content.own["ebook"]["checker_steps"]]
    return [_list(steps, ordered=True), _p([address(content.address(url))])]


def notice(content: Content) -> list[Node]:
    """The warnings, then who publishes this copy, how long it is good for and how it was made."""
    words, own = content.own["notice"], content.own["ebook"]
    facts: Iterable[tuple[str, Node]] = (
        (words["publisher"], _text(content.operator["nom"])),
        (words["errors"], _text(content.operator["contact_erreur"])),
        (words["address"], address(content.address(f"{content.lang}/index.html"))),
        (words["expiry"], _text(words["expiry_text"])),
        (own["access"], _text(own["access_text"])),
        (own["rights"], _text(own["rights_text"])),
        (words["made"], _text(own["made_text"])),
    )
    warnings = [[_p([_text(warning)])] for warning in content.warnings]
    items = [{"term": [_text(name)], "body": [_p([fact])]} for name, fact in facts]
    return [_list(warnings), {"t": "dl", "items": items}]


def address(url: str) -> Node:
    """A link whose words are its address."""
    return {"t": "url", "url": url, "note": "", "c": [_text(url.removeprefix("https://"))]}


def _text(words: str) -> Node:
    return {"t": "text", "s": words}


def _strong(words: str) -> Node:
    return {"t": "strong", "c": [_text(words)]}


def _p(line: list[Node]) -> Node:
    return {"t": "p", "c": line}


def _list(items: list[list[Node]], *, ordered: bool = False) -> Node:
    return {"t": "list", "ordered": ordered, "start": 1, "items": items}


def _box(kind: str, title: str, text: str) -> Node:
    return {"t": "box", "kind": kind, "title": [_text(title)], "body": [_p([_text(text)])]}
